"""Changes of the side branches (支线) that a version declares, by what their steps do.

A standard branch that neither version declares follows from the kind of matter and the holders of the steps, and is
not compared; one that only one version declares is compared with the standard one of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.steps import StepKept
from engine.diff.exits import ways
from engine.diff.groups import Group
from engine.diff.matching.steps import match_steps
from engine.diff.named import match_procedures
from engine.diff.owned import owned_procedures
from engine.diff.skeleton import branch_skeleton
from engine.diff.steps import Acts, StepContext, step_changes
from processes.model.process import Process, Step


def branch_changes(before: Process, after: Process, steps: Sequence[Group[Step]]) -> Iterator[BranchChanged]:
    """The branches that came, went or run otherwise, in the order of 支线; ``steps`` are those of the main path."""
    names = dict.fromkeys((*before.version.branches, *after.version.branches))
    if not names:
        return
    old_ways, new_ways = ways(before), ways(after)
    for name in names:
        matching = match_steps(branch_skeleton(before, name), branch_skeleton(after, name))
        old, new = tuple(matching.before.steps), tuple(matching.after.steps)
        inside = matching.groups()
        procedures = match_procedures(owned_procedures(old), owned_procedures(new), inside)
        context = StepContext(matching, (*steps, *inside), Acts(procedures, inside), old_ways, new_ways)
        changes = tuple(change for change in step_changes(inside, context) if not isinstance(change, StepKept))
        if changes:
            declared = before.version.branches.get(name), after.version.branches.get(name)
            yield BranchChanged(
                before_places=(declared[0].place if declared[0] else before.version.at("branches"),),
                after_places=(declared[1].place if declared[1] else after.version.at("branches"),),
                name=name,
                before=old,
                after=new,
                changes=changes,
            )
