"""R204 编制机构职数有增加."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, OfficeChange
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R204",
    name="编制机构职数有增加",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="各单位于2017年12月31日前组建行政审批股,确保人员编制、内设机构、领导职数“三不增”。",
    source="工作方案 二(一)3",
    why="组建行政审批股不能借机增加人员编制、内设机构和领导职数。机构数没有写的,按内设机构逐行数。",
    mend="改革后的数不能超过改革前;数写错了的改正。",
    bad="""
编制:
  改革前: 20
  改革后: 22
""",
    good="""
编制:
  改革前: 20
  改革后: 20
""",
)

_REPLACED = APPROVAL_OFFICE_MODES[1]


def check(department: Department, context: Context) -> Iterator[Finding]:
    """人员编制, 内设机构 and 领导职数 are after the reform at most what they were before.

    Offices counted row by row where one was to replace another (撤一建一) are left to R205.
    """
    if department.outside_scope:
        return
    numbers = (
        ("人员编制", "名", department.staff),
        ("内设机构", "个", department.office_count),
        ("领导职数", "名", department.leader_posts),
    )
    for name, unit, number in numbers:
        if number is None or number.after <= number.before:
            continue
        counted = number is department.office_count and number.place == department.at("offices")
        if counted and department.approval_office and department.approval_office.mode == _REPLACED:
            continue
        created = [one.at("change") for one in department.offices if one.change is OfficeChange.CREATED]
        yield RULE.at(
            number.at("after"),
            f"{name}改革前{number.before}{unit}、改革后{number.after}{unit},增加了{number.after - number.before}{unit}",
            width=1 if counted else len(str(number.after)),
            related=created if counted else (),
        )
