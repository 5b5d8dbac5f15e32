"""CF40 处罚决定送达不合规定."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import LAST_OLD_DAY, SERVING_DAYS, late_service
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF40",
    name="处罚决定送达不合规定",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政处罚决定书应当在宣告后当场交付当事人;当事人不在场的,行政机关应当在七日内依照民事诉讼法的有关规定,将行政处罚决定书送达当事人。",
    source="《行政处罚法》(1996年通过,2009年、2017年修正)第四十条",
    why="流程里要有送达,只做送达的环节不超过7日;送达和执行合在一个环节的,看不出送达用几日,不看。法律没有写明是工作日还是自然日,两种都按7日。2017年文本的条号和文字据通行理解,请核对。",
    mend="加上送达,或把送达环节压到7日以内。",
    valid_until=LAST_OLD_DAY,
    bad="""
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


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``late_service``; seven days of either kind."""
    return reported(RULE, late_service(matter, context, SERVING_DAYS))
