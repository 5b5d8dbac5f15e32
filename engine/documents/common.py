"""What several documents say in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.annexes import wording
from engine.documents.document import BLANK
from processes.model.department import ApprovalOffice, Department
from processes.model.plan import Plan
from processes.model.process import CheckedMatter, Process
from processes.model.vocabulary import MatterType, OfficeChange, OfficeRole

CENTRE = "服务中心"
"""By this the department that runs the hall is found in the plan: 行政服务中心, 政务服务中心."""


def named(matters: Iterable[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    """The matters that may be named: not the secret ones."""
    return tuple(one for one in matters if not one.matter.secret)


def kept(matters: Iterable[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    """The matters that the department still handles after the reform."""
    return tuple(one for one in matters if one.after is not None and not one.matter.is_gone)


def approvals(matters: Iterable[CheckedMatter]) -> tuple[CheckedMatter, ...]:
    """行政审批事项."""
    return tuple(one for one in matters if one.matter.type is MatterType.APPROVAL)


def after_of(one: CheckedMatter) -> Process:
    """The process as it is after the reform, of a matter that has one."""
    assert one.after is not None
    return one.after


def office_names(process: Process) -> str:
    """承办内设机构 without the posts in them."""
    return wording.listed(wording.office_names(process))


def centre_name(plan: Plan) -> str:
    """The city's hall under the name that the plan has for it."""
    return plan.city + next((name for name in plan.departments if CENTRE in name), "行政服务中心")


def approval_office_name(department: Department) -> str:
    """The office with 职能 审批 after the reform, as declared; a blank if there is none."""
    names = [
        one.name
        for one in department.offices
        if one.role is OfficeRole.APPROVAL and one.change is not OfficeChange.ABOLISHED
    ]
    return "、".join(names) or BLANK


def seal_text(office: ApprovalOffice | None) -> str:
    """Whether 审批专用章 is in use; a date or other words as written; a blank where nothing is said."""
    said = office.seal if office else ""
    return {"": BLANK, "是": "已启用", "否": "未启用"}.get(said, said)


def people_text(said: str) -> str:
    """``3名``; names as written; a blank where nothing is said."""
    return f"{said}名" if said.isdecimal() else said or BLANK


def listed(names: Sequence[str], most: int = 5) -> str:
    """“甲”“乙”等7项."""
    quoted = "".join(f"“{name}”" for name in names[:most])
    return quoted + (f"等{len(names)}项" if len(names) > most else "")
