"""What a department has to file by a stage of the plan, and why it cannot yet: R216, R901–R905.

The stages are taken by their order in the plan, whatever they are called; what they want is in 成果.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.annexes.wording import listed
from engine.rules.approving import approval_offices
from engine.rules.subjects import Filing
from processes.model.department import Department
from processes.model.findings import Finding
from processes.model.plan import Plan, Stage
from processes.rules.rule import Context, Rule
from processes.rules.stages import ENTRY, OPINION

_FORM = re.compile(r"附件(\d+)")
_OF_APPROVALS = {1, 2, 3}
"""Forms that only departments with 行政审批事项 file (R201)."""
_IF_ANYTHING_CHANGES = 10
"""The form that is not filed where nothing on the platforms has to be changed."""
_OF_THE_HALL = re.compile("|".join(ENTRY))
_ELSEWHERE = re.compile(f"{OPINION}|总结")
"""Documents of the department, asked for by R216 and R703."""


def due_stage(plan: Plan, context: Context, number: int) -> Stage | None:
    """The stage of that number, counted from 1, if its last day has come."""
    stage = plan.stages[number - 1] if len(plan.stages) >= number else None
    return stage if stage is not None and stage.due <= context.day else None


def nothing_to_file(rule: Rule, filing: Filing, context: Context, number: int) -> Iterator[Finding]:
    """What the stage wants of a department that has declared no matter at all, while others have.

    A project in which nobody has declared anything is only begun, and a department checked by itself is not compared.
    What concerns 行政审批事项 is asked for only where a 行政审批股 is declared.
    """
    department = filing.department
    stage, workspace = due_stage(filing.plan, context, number), context.workspace
    if stage is None or department.outside_scope or not workspace.matters or workspace.matters_of(department.name):
        return
    wanted = [text for text in stage.deliverables if _needs_matters(text, department)]
    if wanted:
        yield rule.at(
            department.at("name"),
            f"「{stage.name}」{stage.due}到期,没有申报任何事项,报不出{listed(wanted)}",
            width=len(department.name),
            related=(stage.at("deliverables"),),
        )


def _needs_matters(deliverable: str, department: Department) -> bool:
    form = _FORM.search(deliverable)
    number = int(form[1]) if form else 0
    if number == _IF_ANYTHING_CHANGES or _ELSEWHERE.search(deliverable):
        return False
    if number in _OF_APPROVALS or _OF_THE_HALL.search(deliverable):
        return department.approval_office is not None or bool(approval_offices(department))
    return form is not None
