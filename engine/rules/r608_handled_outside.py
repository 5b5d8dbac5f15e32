"""R608 办理地点不在服务中心."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.centre import entering
from engine.rules.subjects import Filing
from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import COUNTER
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import ENTRY, is_due
from processes.rules.windows import in_hall

RULE = Rule(
    code="R608",
    name="办理地点不在服务中心",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="所有行政审批事项除在中心办理外,各部门不得额外再办理审批事项。",
    source="工作方案 二(四)3",
    why="行政审批事项优化后只在市行政服务中心办理;进不了的写“未进驻原因”。没有写地点的由R501查,只在网上办的不查。",
    mend="“地点”写行政服务中心的窗口,删去科室;进不了中心的写“未进驻原因”。",
    bad="""
==> 示范局/01-示范事项.yaml <==
地点: 示范市示范局二楼综合股
""",
    good="""
==> 示范局/01-示范事项.yaml <==
地点: 示范市政务服务中心一楼3号窗口
""",
)

_APART = re.compile(r"[、,,;;/]|或者?|以及|和")


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """地点 of a matter that enters is in the hall, and names no second place of the department beside it."""
    if not is_due(context, ENTRY):
        return
    for one in entering(filing):
        version = one.matter.after
        if version is None or not version.location or (version.channels and COUNTER not in version.channels):
            continue
        place, width = version.at("location"), len(version.location)
        if not in_hall(version.location):
            message = f"「{one.matter.name}」的办理地点「{version.location}」不在行政服务中心"
            yield RULE.at(place, message, width=width)
        elif any(_of_department(part, filing.department) for part in _APART.split(version.location)):
            message = f"「{one.matter.name}」除行政服务中心外,还在「{version.location}」办理"
            yield RULE.at(place, message, width=width)


def _of_department(part: str, department: Department) -> bool:
    """Whether a part of 地点 is a place of the department; its window is one of the hall (示范局3号窗口)."""
    return not ("窗" in part or in_hall(part)) and (department.name in part or department.full_name in part)
