"""CF57 重大处罚没有集体讨论."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import NEW_LAW, heard_not_discussed
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF57",
    name="重大处罚没有集体讨论",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="对情节复杂或者重大违法行为给予行政处罚,行政机关负责人应当集体讨论决定。",
    source="《行政处罚法》(2021年修订)第五十七条",
    why="会举行听证的处罚就是较重的处罚,要由负责人集体讨论;单靠领导签批不行。没有听证的不看。",
    mend="在决定环节写上 集体讨论。",
    valid_from=NEW_LAW,
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股、综合股
  时限: 14工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 5工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
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
  承办: 业务股、综合股
  时限: 14工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 5工作日 | 处罚告知、听取陈述申辩
    - 听证 | 综合股 | 不计时限(听证) | 听证
    - 决定 | 局领导 | 2工作日 | 法制审核、集体讨论
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``heard_not_discussed``."""
    return reported(RULE, heard_not_discussed(matter, context))
