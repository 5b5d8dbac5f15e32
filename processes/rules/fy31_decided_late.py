"""FY31 复议超过六十日."""

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
    code="FY31",
    name="复议超过六十日",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="行政复议机关应当自受理申请之日起六十日内作出行政复议决定;但是法律规定的行政复议期限少于六十日的除外。",
    source="《行政复议法》(2017年修正)第三十一条",
    why="60日是自然日,写工作日的按至少合多少自然日比(45个工作日已经多于60日);延长的30日要逐件批准,不能写成通常的时限。",
    mend="时限写成 60自然日以内。",
    valid_until=date(2023, 12, 31),
    bad="""
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

_DAYS = 60


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The limit after the reform is at most 60 calendar days."""
    if matter.kind == "行政复议":
        yield from reported(RULE, finished_late(matter, _DAYS, DayKind.NATURAL))
