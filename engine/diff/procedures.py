"""Changes of the procedures, over the whole main path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChange,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.groups import Group
from engine.diff.named import is_replacement
from engine.diff.owned import OwnedProcedure
from processes.model.places import Place
from processes.model.process import Step


def procedure_changes(
    groups: Sequence[Group[OwnedProcedure]], steps: Sequence[Group[Step]], before_place: Place, after_place: Place
) -> Iterator[ProcedureChange]:
    """What differs; procedures that stay as they are in a step that goes on give nothing.

    What goes with a step that goes or is no longer counted, or comes with one that comes, is a consequence.

    ``before_place`` and ``after_place`` are those of 流程, where what exists on one side only is missing.
    """
    old_home = {step.key: index for index, group in enumerate(steps) for step in group.before}
    new_home = {step.key: index for index, group in enumerate(steps) for step in group.after}
    for group in groups:
        before_places = tuple(owned.procedure.place for owned in group.before) or (before_place,)
        after_places = tuple(owned.procedure.place for owned in group.after) or (after_place,)
        if not group.after:
            yield ProcedureRemoved(
                before_places=before_places,
                after_places=after_places,
                direct=any(step.counted for step in steps[old_home[group.before[0].step.key]].after),
                procedure=group.before[0],
            )
            continue
        if not group.before:
            yield ProcedureAdded(
                before_places=before_places,
                after_places=after_places,
                direct=any(step.counted for step in steps[new_home[group.after[0].step.key]].before),
                procedure=group.after[0],
            )
            continue
        if is_replacement(
            [owned.procedure.name for owned in group.before], [owned.procedure.name for owned in group.after]
        ):
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
