"""CF44 处罚前没有告知."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import NEW_LAW, untold
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF44",
    name="处罚前没有告知",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="行政机关在作出行政处罚决定之前,应当告知当事人拟作出的行政处罚内容及事实、理由、依据,并告知当事人依法享有的陈述、申辩、要求听证等权利。",
    source="《行政处罚法》(2021年修订)第四十四条、第六十二条",
    why="没有事先告知、没有听取陈述申辩就处罚的,决定不能成立;再造流程不能减掉这一步。",
    mend="在决定之前加上告知、听取陈述申辩的程序。",
    valid_from=NEW_LAW,
    bad="""
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
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
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


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``untold``."""
    return reported(RULE, untold(matter, context))
