"""CF42 执法人员少于两人."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.punishing import NEW_LAW, lone_officers
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF42",
    name="执法人员少于两人",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政处罚应当由具有行政执法资格的执法人员实施。执法人员不得少于两人,法律另有规定的除外。",
    source="《行政处罚法》(2021年修订)第四十二条",
    why="调查、检查由一个人进行,取得的证据站不住。写了2人以上的程序有一处就不再问别处;执法资格不看。法律允许一人的,在说明里写明哪部法律。",
    mend="在调查、检查的程序后面写 (2人以上)。",
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
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
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
    """Of any procedure in force after the reform: see ``lone_officers``."""
    return reported(RULE, lone_officers(matter, context))
