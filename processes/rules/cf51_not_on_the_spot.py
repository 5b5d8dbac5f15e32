"""CF51 简易程序不合规定."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.on_the_spot import not_on_the_spot
from processes.rules.punishing import NEW_LAW
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF51",
    name="简易程序不合规定",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="违法事实确凿并有法定依据,对公民处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的行政处罚的,可以当场作出行政处罚决定。法律另有规定的,从其规定。",
    source="《行政处罚法》(2021年修订)第五十一条",
    why="名称写明简易程序、当场处罚的事项当场作出决定,条件里写的罚款也有上限。依据里有《治安管理处罚法》《道路交通安全法》的,罚款另有规定,不看。",
    mend="时限写 即时;罚款超过上限的,按普通程序另列事项。",
    valid_from=NEW_LAW,
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
名称: 示范违法行为处罚(简易程序)
类型: 其他行政权力事项
种类: 行政处罚
优化后:
  承办: 业务股
  时限: 2工作日
  流程:
    - 当场处罚 | 业务股 | 2工作日 | 告知、听取陈述申辩、当场决定、当场交付
  材料: 无
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
名称: 示范违法行为处罚(简易程序)
类型: 其他行政权力事项
种类: 行政处罚
条件: 对公民处200元以下罚款
优化后:
  承办: 业务股
  时限: 即时
  流程:
    - 当场处罚 | 业务股 | 即时 | 告知、听取陈述申辩、当场决定、当场交付
  材料: 无
""",
)

_CITIZEN, _ORGANISATION = 200, 3000
"""元; the fines that may be imposed on the spot."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """See ``not_on_the_spot``."""
    return reported(RULE, not_on_the_spot(matter, _CITIZEN, _ORGANISATION))
