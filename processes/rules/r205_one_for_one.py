"""R205 撤一建一对不上."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import APPROVAL_OFFICE_MODES, OfficeChange, OfficeRole
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R205",
    name="撤一建一对不上",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="二是尚未建立行政审批股的部门,……归并在一个股室,按照“撤一建一”的原则,组建行政审批股。",
    source="工作方案 二(一)3",
    why="方式写“撤一建一”,内设机构里就要有撤销的,并且只新设一个,就是行政审批股。",
    mend="在内设机构里把撤掉的写“撤销”,行政审批股写“新设”;不是撤一建一的,改方式。",
    bad="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股
  - 行政审批股 | 审批 | 新设
""",
    good="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 综合 | 撤销
  - 行政审批股 | 审批 | 新设
""",
)

_REPLACED = APPROVAL_OFFICE_MODES[1]


def check(department: Department, context: Context) -> Iterator[Finding]:
    """方式 撤一建一: exactly one office is created, it is the one for 审批, and at least one is abolished."""
    formed = department.approval_office
    if formed is None or formed.mode != _REPLACED or department.outside_scope:
        return
    place, width = formed.at("mode"), len(formed.mode)
    created = [one for one in department.offices if one.change is OfficeChange.CREATED]
    if not created:
        yield RULE.at(place, "方式是“撤一建一”,内设机构里没有新设的", width=width)
    elif len(created) > 1:
        names = quoted([one.name for one in created])
        extra = next((one for one in created if one.role is not OfficeRole.APPROVAL), created[1])
        yield RULE.at(extra.at("change"), f"方式是“撤一建一”,却新设了{len(created)}个:{names}")
    elif created[0].role is not OfficeRole.APPROVAL:
        only = created[0]
        yield RULE.at(only.at("name"), f"新设的「{only.name}」职能是{only.role},不是审批", width=len(only.name))
    if not any(one.change is OfficeChange.ABOLISHED for one in department.offices):
        yield RULE.at(place, "方式是“撤一建一”,内设机构里没有撤销的", width=width)
