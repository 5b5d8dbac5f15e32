"""附件1 “两集中三到位”改革基本情况表(改革前): every 行政审批事项 as it was handled before the reform.

7 columns under two rows of headings, 7 lines printed. Only departments with 行政审批事项 file it (R201).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.approvals import BasicTable, approvals_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.annexes.form import Form
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

CODE = "附件1"
NAME = "“两集中三到位”改革基本情况表(改革前)"

_TABLE = BasicTable(
    code=CODE, name=NAME, situation="改革前基本情况", office="原内设机构名称", least_rows=7, with_plates=False
)


def fill(department: Department, plan: Plan, matters: Sequence[CheckedMatter]) -> Form | None:
    """附件1 of one department; None without 行政审批事项 (不涉及)."""
    rows = approvals_before(matters)
    return _TABLE.form(department, plan, rows, ()) if rows else None
