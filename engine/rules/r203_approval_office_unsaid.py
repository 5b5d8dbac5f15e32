"""R203 行政审批股没有交代."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.approving import ESTABLISHED, approval_offices, approvals_staying
from engine.rules.subjects import Filing
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import OfficeChange
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R203",
    name="行政审批股没有交代",
    severity=Severity.ERROR,
    scope=Scope.DEPARTMENT,
    quote="一是已建立行政审批股的部门……二是尚未建立……按照“撤一建一”的原则,组建行政审批股。"
    "三是如单设行政审批股确有困难的……组建行政审批股,并加挂其他股室的牌子。",
    source="工作方案 二(一)3",
    why="承担行政审批事项的部门都要有行政审批股,组建的方式三种里选一种,并且与内设机构的变动一致。",
    mend="在单位.yaml里写行政审批股和它的方式:已建立、撤一建一或加挂牌子。",
    bad="""
# 不要: 行政审批股
""",
    good="""
内设机构:
  - 综合股
  - 业务股 | 监管
  - 登记股 | 综合 | 撤销
  - 行政审批股 | 审批 | 新设
""",
)


def check(filing: Filing, context: Context) -> Iterator[Finding]:
    """A department with 行政审批事项 that stay declares its 行政审批股; one that is 已建立 is not newly created."""
    department = filing.department
    kept = approvals_staying(context.workspace.matters_of(department.name))
    if not kept or department.outside_scope:
        return
    formed = department.approval_office
    if formed is None:
        yield RULE.at(
            department.at("name"),
            f"有{len(kept)}个行政审批事项,没有写行政审批股是怎样组建的",
            width=len(department.name),
        )
    elif formed.mode == ESTABLISHED:
        for office in approval_offices(department):
            if office.change is OfficeChange.CREATED:
                yield RULE.at(
                    office.at("change"),
                    f"行政审批股的方式是“{ESTABLISHED}”,「{office.name}」却是新设的",
                    "新设的,方式改为“撤一建一”或“加挂牌子”;早已建立的,去掉“新设”。",
                    width=len(office.change),
                    related=(formed.at("mode"),),
                )
