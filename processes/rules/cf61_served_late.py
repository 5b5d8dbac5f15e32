"""CF61 处罚决定送达不合规定."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import NEW_LAW, late_service
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF61",
    name="处罚决定送达不合规定",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政处罚决定书应当在宣告后当场交付当事人;当事人不在场的,行政机关应当在七日内依照《中华人民共和国民事诉讼法》的有关规定,将行政处罚决定书送达当事人。",
    source="《行政处罚法》(2021年修订)第六十一条",
    why="流程里要有送达,只做送达的环节不超过7日;送达和执行合在一个环节的,看不出送达用几日,不看。第八十五条:七日是工作日,最多合11个自然日(遇放假更多)。",
    mend="加上送达,或把送达环节压到7个工作日以内。",
    valid_from=NEW_LAW,
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 18工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 8工作日 | 送达
  材料: 无
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_MOST_NATURAL = 11
"""Seven working days from a Friday on."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``late_service``; seven working days, or as many calendar days as these can take."""
    return reported(RULE, late_service(matter, context, _MOST_NATURAL))
