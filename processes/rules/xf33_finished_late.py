"""XF33 信访超过六十日."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.faults import reported
from processes.rules.late import finished_late
from processes.rules.petitioning import is_petition
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="XF33",
    name="信访超过六十日",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="信访事项应当自受理之日起60日内办结;情况复杂的,经本行政机关负责人批准,可以适当延长办理期限,但延长期限不得超过30日,并告知信访人延期理由。",
    source="《信访条例》第三十三条",
    why="60日是自然日,写工作日的按至少合多少自然日比(45个工作日已经多于60日);延长的30日要逐件批准,不能写成通常的时限。复查、复核另有期限,不看。",
    mend="时限写成 60自然日以内。",
    valid_until=date(2022, 4, 30),
    bad="""
名称: 信访事项答复
类型: 其他行政权力事项
种类: 其他
法定时限: 无
优化后:
  承办: 业务股
  时限: 45工作日
  流程:
    - 登记受理 | 业务股 | 5工作日 | 登记、受理告知
    - 调查 | 业务股 | 38工作日 | 调查核实、听取陈述
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

_DAYS = 60


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The limit after the reform is at most 60 calendar days."""
    if is_petition(matter):
        yield from reported(RULE, finished_late(matter, _DAYS, DayKind.NATURAL))
