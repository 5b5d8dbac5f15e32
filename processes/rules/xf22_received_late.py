"""XF22 信访受理告知超期."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.late import received_late
from processes.rules.petitioning import is_petition
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="XF22",
    name="信访受理告知超期",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="不能当场答复的,应当自收到信访事项之日起15日内书面告知信访人。",
    source="《信访条例》第二十二条",
    why="登记受理环节最多15日(自然日)。受理和别的环节合写的,看不出用几日,不看。",
    mend="登记受理环节压到15自然日以内。",
    valid_until=date(2022, 4, 30),
    bad="""
名称: 信访事项答复
类型: 其他行政权力事项
种类: 其他
法定时限: 无
优化后:
  承办: 业务股
  时限: 19工作日
  流程:
    - 登记受理 | 业务股 | 12工作日 | 登记、受理告知
    - 调查 | 业务股 | 5工作日 | 调查核实、听取陈述
    - 答复 | 局领导 | 2工作日 | 局长签批、书面答复
  材料: 无
""",
    good="""
名称: 信访事项答复
类型: 其他行政权力事项
种类: 其他
法定时限: 无
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 登记受理 | 业务股 | 5工作日 | 登记、受理告知
    - 调查 | 业务股 | 5工作日 | 调查核实、听取陈述
    - 答复 | 局领导 | 2工作日 | 局长签批、书面答复
  材料: 无
""",
)

_DAYS = 15


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The step of a petition that is only 受理 takes at most 15 calendar days."""
    if is_petition(matter):
        yield from reported(RULE, received_late(matter, context, _DAYS, DayKind.NATURAL))
