"""Changes of the side branches (支线) that a version declares, by what their steps do.

A standard branch that neither version declares follows from the kind of matter and the holders of the steps, and is
not compared; one that only one version declares is compared with the standard one of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.steps import StepKept
from engine.diff.matching import match_procedures, match_steps
from engine.diff.owned import owned_procedures
from engine.diff.steps import StepContext, step_changes
from processes.model.process import Process, Step


def branch_changes(context: StepContext) -> Iterator[BranchChanged]:
    """The branches that came, went or run otherwise, in the order of 支线."""
    before, after = context.before.version, context.after.version
    for name in dict.fromkeys((*before.branches, *after.branches)):
        old, new = _steps(context.before, name), _steps(context.after, name)
        steps = match_steps(old, new)
        procedures = match_procedures(owned_procedures(old), owned_procedures(new), steps)
        inside = step_changes(steps, replace(context, procedures=procedures))
        changes = tuple(change for change in inside if not isinstance(change, StepKept))
        if changes:
            declared = before.branches.get(name), after.branches.get(name)
            yield BranchChanged(
                before_places=(declared[0].place if declared[0] else before.at("branches"),),
                after_places=(declared[1].place if declared[1] else after.at("branches"),),
                name=name,
                before=old,
                after=new,
                changes=changes,
            )


def _steps(process: Process, branch: str) -> tuple[Step, ...]:
    return tuple(step for step in process.steps if step.branch == branch)
