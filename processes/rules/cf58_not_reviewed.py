"""CF58 听证的处罚没有法制审核."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import NEW_LAW, heard_not_reviewed
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF58",
    name="听证的处罚没有法制审核",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="有下列情形之一,在行政机关负责人作出行政处罚的决定之前,应当由从事行政处罚决定法制审核的人员进行法制审核;…(二)直接关系当事人或者第三人重大权益,经过听证程序的;",
    source="《行政处罚法》(2021年修订)第五十八条",
    why="四种情形里只有“经过听证程序的”能从流程看出来,其余的看不出来。",
    mend="在决定之前加上 法制审核。",
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
    - 决定 | 局领导 | 2工作日 | 集体讨论
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
    """See ``heard_not_reviewed``."""
    return reported(RULE, heard_not_reviewed(matter, context))
