"""FY17 复议申请审查超期."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.late import received_late
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="FY17",
    name="复议申请审查超期",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政复议机关收到行政复议申请后,应当在五日内进行审查",
    source="《行政复议法》(2017年修正)第十七条、第四十条",
    why="受理环节就是对申请的审查,五日是工作日。受理和别的环节合写的,看不出用几日,不看。",
    mend="受理环节压到5个工作日以内。",
    valid_until=date(2023, 12, 31),
    bad="""
类型: 其他行政权力事项
种类: 行政复议
优化后:
  承办: 业务股
  时限: 19工作日
  流程:
    - 受理 | 业务股 | 6工作日 | 审查申请
    - 审理 | 业务股 | 10工作日 | 审理、听取意见
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

_DAYS = 5


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The step of a 行政复议 that is only 受理 takes at most five working days."""
    if matter.kind == "行政复议":
        yield from reported(RULE, received_late(matter, context, _DAYS, DayKind.WORKING))
