"""附件2 “两集中三到位”改革基本情况表(改革后): the 行政审批事项 that stay, as they are handled after the reform.

The grid of 附件1 in its order, so that both sheets compare line by line, but 现内设机构名称, and 8 lines printed. What
is cancelled or devolved is left out; where nothing stays, the one row says 无.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.approvals import BasicTable, approvals_after, approvals_before, approvals_gone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.annexes.form import Form
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

CODE = "附件2"
NAME = "“两集中三到位”改革基本情况表(改革后)"

_TABLE = BasicTable(
    code=CODE, name=NAME, situation="改革后基本情况", office="现内设机构名称", least_rows=8, with_plates=True
)


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form | None:
    """附件2 of one department; None if it had no 行政审批事项 before (不涉及)."""
    if not approvals_before(matters):
        return None
    return _TABLE.form(department, plan, approvals_after(matters), approvals_gone(matters))
