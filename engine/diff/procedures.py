"""Changes of the procedures, over the whole main path."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChange,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.groups import Group
from engine.diff.matching.links import Matching, tops
from engine.diff.named import is_replacement
from engine.diff.owned import OwnedProcedure
from engine.diff.skeleton import Skeleton
from processes.model.folding import fold_name
from processes.model.process import Step


def procedure_changes(
    groups: Sequence[Group[OwnedProcedure]], steps: Sequence[Group[Step]], matching: Matching
) -> Iterator[ProcedureChange]:
    """What differs; procedures that stay as they are in a step that goes on give nothing.

    What goes with a step that goes or is no longer counted, or comes with one that comes, is a consequence; so is what
    a named block that goes on lost or gained with a step in it.
    """
    old_home = {step.key: index for index, group in enumerate(steps) for step in group.before}
    new_home = {step.key: index for index, group in enumerate(steps) for step in group.after}
    before_place = matching.before.process.version.at("entries")
    after_place = matching.after.process.version.at("entries")
    left, joined = _of_single_members(matching.before, matching.old), _of_single_members(matching.after, matching.new)
    for group in groups:
        if _is_settled(group, old_home, new_home):
            continue
        before_places = tuple(owned.procedure.place for owned in group.before) or (before_place,)
        after_places = tuple(owned.procedure.place for owned in group.after) or (after_place,)
        if not group.after:
            owned = group.before[0]
            home = steps[old_home[owned.step.key]]
            yield ProcedureRemoved(
                before_places=before_places,
                after_places=after_places,
                direct=any(step.counted for step in home.after) and not (_is_block(home) and _said(owned) in left),
                procedure=owned,
            )
            continue
        if not group.before:
            owned = group.after[0]
            home = steps[new_home[owned.step.key]]
            yield ProcedureAdded(
                before_places=before_places,
                after_places=after_places,
                direct=any(step.counted for step in home.before) and not (_is_block(home) and _said(owned) in joined),
                procedure=owned,
            )
            continue
        if is_replacement(group):
            yield ProcedureReplaced(
                before_places=before_places, after_places=after_places, before=group.before, after=group.after
            )
            continue
        (old,), (new,) = group.before, group.after
        if old_home[old.step.key] != new_home[new.step.key]:
            yield ProcedureMoved(before_places=before_places, after_places=after_places, before=old, after=new)
        if _terms(old) != _terms(new):
            yield ProcedureChanged(before_places=before_places, after_places=after_places, before=old, after=new)


def _terms(owned: OwnedProcedure) -> tuple[int, str]:
    """What belongs to the version: 种类 and 法定 hold for both versions of a procedure, people and time do not."""
    return owned.procedure.people, owned.procedure.excluded


def _is_settled(group: Group[OwnedProcedure], old_home: Mapping[str, int], new_home: Mapping[str, int]) -> bool:
    """Whether a procedure is as it was in a step that goes on: nothing to tell of nearly all."""
    if len(group.before) != 1 or len(group.after) != 1:
        return False
    old, new = group.before[0], group.after[0]
    here = old_home[old.step.key] == new_home[new.step.key]
    return here and old.name == new.name and _terms(old) == _terms(new)


def _is_block(home: Group[Step]) -> bool:
    """Whether one named block goes on as one."""
    return len(home.before) == len(home.after) == 1 and home.before[0].composite and home.after[0].composite


def _said(owned: OwnedProcedure) -> tuple[str, str]:
    return owned.step.key, fold_name(owned.name)


def _of_single_members(skeleton: Skeleton, linked: Container[int]) -> set[tuple[str, str]]:
    """The procedures, with the outermost block, of the steps in named blocks that are in this version alone.

    What a step in the block that goes on does too is left out.
    """
    if not any(outer >= 0 for outer in skeleton.outer):
        return set()
    found: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for index, top in enumerate(tops(skeleton)):
        if top != index and skeleton.is_leaf(index):
            own = {(skeleton.steps[top].key, act) for act in skeleton.acts[index]}
            if index in linked:
                others |= own
            else:
                found |= own
    return found - others
