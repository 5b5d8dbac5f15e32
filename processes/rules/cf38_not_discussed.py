"""CF38 重大处罚没有集体讨论."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import LAST_OLD_DAY, heard_not_discussed
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF38",
    name="重大处罚没有集体讨论",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="对情节复杂或者重大违法行为给予较重的行政处罚,行政机关的负责人应当集体讨论决定。",
    source="《行政处罚法》(1996年通过,2009年、2017年修正)第三十八条",
    why="会举行听证的处罚就是较重的处罚,要由负责人集体讨论;单靠领导签批不行。没有听证的不看。2017年文本的条号和文字据通行理解,请核对。",
    mend="在决定环节写上 集体讨论。",
    valid_until=LAST_OLD_DAY,
    bad="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股、综合股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股、综合股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 法制审核、集体讨论
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``heard_not_discussed``."""
    return reported(RULE, heard_not_discussed(matter, context))
