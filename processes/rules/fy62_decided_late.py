"""FY62 复议超过法定期限."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.late import finished_late
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="FY62",
    name="复议超过法定期限",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="适用普通程序审理的行政复议案件,行政复议机关应当自受理申请之日起六十日内作出行政复议决定;…适用简易程序审理的行政复议案件,行政复议机关应当自受理申请之日起三十日内作出行政复议决定。",
    source="《行政复议法》(2023年修订)第六十二条",
    why="普通程序60日,名称写明简易程序的30日,都是自然日,写工作日的按至少合多少自然日比。延长要逐件批准,不能写成通常的时限。",
    mend="时限写成 60自然日(简易程序30自然日)以内。",
    valid_from=date(2024, 1, 1),
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2024-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政复议
法定时限: 无
优化后:
  承办: 业务股
  时限: 45工作日
  流程:
    - 受理 | 业务股 | 5工作日 | 审查申请
    - 审理 | 业务股 | 37工作日 | 审理、听取意见
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2024-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政复议
优化后:
  承办: 业务股
  时限: 15工作日
  流程:
    - 受理 | 业务股 | 5工作日 | 审查申请
    - 审理 | 业务股 | 7工作日 | 审理、听取意见
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_DAYS, _DAYS_WHEN_SIMPLE = 60, 30


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The limit after the reform is at most 60 calendar days, 30 in 简易程序."""
    if matter.kind == "行政复议":
        most = _DAYS_WHEN_SIMPLE if "简易" in matter.name else _DAYS
        yield from reported(RULE, finished_late(matter, most, DayKind.NATURAL))
