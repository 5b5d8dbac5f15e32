"""A department that has begun to declare, and has said nothing yet of how its 行政审批股 works.

Several rules would ask it for one thing each at the same place; R203 asks for all of them at once.
"""

from __future__ import annotations

from processes.model.department import ApprovalOffice, Department
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context
from processes.rules.stages import ENTRY, OPINION, SUMMARY, is_due

TOGETHER = "R203"
"""The code of the rule that asks."""

_OF_THE_OFFICE = {
    "head": "主管",
    "deputy": "协管",
    "window": "窗口",
    "window_staff": "窗口人员",
    "authority": "授权",
    "seal": "专用章",
}
"""What R208, R604 and R605 ask for."""
_BEGUN_WITH = "window"
"""The template of a department says it: it does not show that anybody has begun."""

_PAPERS = {OPINION: (OPINION,), "工作总结": SUMMARY}
"""What R216 and R703 ask for, and the words of the stage that brings it."""


def is_blank(department: Department, context: Context) -> bool:
    """Whether nothing is said of its 行政审批股 but how it was formed, although its approvals should be in the hall."""
    office = department.approval_office
    if office is None or department.outside_scope or not is_due(context, ENTRY):
        return False
    if any(getattr(office, field) for field in _OF_THE_OFFICE if field != _BEGUN_WITH):
        return False
    return any(
        one.type is MatterType.APPROVAL and not (one.is_gone or one.not_in_centre or one.secret)
        for one in context.workspace.matters_of(department.name)
    )


def unsaid(office: ApprovalOffice) -> list[str]:
    """The keys of 行政审批股 that are not there, 原因 apart, which only 加挂牌子 needs."""
    return [key for field, key in _OF_THE_OFFICE.items() if not getattr(office, field)]


def papers_unsaid(department: Department, context: Context) -> list[str]:
    """The papers that are due, where none at all is said."""
    return [] if department.documents else [paper for paper, words in _PAPERS.items() if is_due(context, words)]


def asked_together(department: Department, context: Context) -> bool:
    """Whether R203 asks for what is not said of the office, so that other rules need not."""
    return TOGETHER in context.asked and is_blank(department, context)


def papers_asked_together(department: Department, context: Context) -> bool:
    """Whether R203 asks for the papers too."""
    return not department.documents and asked_together(department, context)
