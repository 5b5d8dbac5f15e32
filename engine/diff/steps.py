"""Changes of the steps: each group of matched steps becomes exactly one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.diff.changes.steps import (
    StepAdded,
    StepChange,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.details import (
    CountingChanged,
    ExitsChanged,
    HoldersChanged,
    MembersChanged,
    StepDetail,
    StepLimitChanged,
    StepProceduresChanged,
    StepRenamed,
)
from engine.diff.exits import Ways, same_ways
from engine.diff.groups import Group
from engine.diff.matching.links import Matching, tops
from engine.diff.named import is_replacement
from engine.diff.owned import OwnedProcedure
from engine.diff.skeleton import Skeleton
from processes.model.folding import fold_name
from processes.model.places import Place
from processes.model.process import Step


@dataclass(frozen=True, slots=True)
class StepContext:
    """What the changes of steps are read from: what is matched, and the ways out of the steps of side branches.

    ``steps`` are the groups of the outermost steps of ``matching``, ``procedures`` those of all procedures.
    """

    matching: Matching
    steps: tuple[Group[Step], ...]
    procedures: tuple[Group[OwnedProcedure], ...]
    before_ways: Ways
    after_ways: Ways

    @property
    def before_place(self) -> Place:
        """Where a step that is new would have stood: 流程 of 优化前."""
        return self.matching.before.process.version.at("entries")

    @property
    def after_place(self) -> Place:
        """Where a step that is gone would stand: 流程 of 优化后."""
        return self.matching.after.process.version.at("entries")


def step_changes(groups: Sequence[Group[Step]], context: StepContext) -> tuple[StepChange, ...]:
    """One change a group, in the order of the groups."""
    return tuple(_change(group, context) for group in groups)


def _change(group: Group[Step], context: StepContext) -> StepChange:
    before_places = tuple(step.place for step in group.before) or (context.before_place,)
    after_places = tuple(step.place for step in group.after) or (context.after_place,)
    match group.before, group.after:
        case (old,), ():
            return StepRemoved(before_places=before_places, after_places=after_places, step=old)
        case (), (new,):
            return StepAdded(before_places=before_places, after_places=after_places, step=new)
        case (old,), (new,):
            return _one_to_one(old, new, group, context)
        case olds, (new,):
            return StepsMerged(
                before_places=before_places,
                after_places=after_places,
                before=olds,
                after=new,
                evidence=group.evidence,
                likeness=group.likeness,
                members=tuple(step.name for step in _members(context.matching.after, new)),
            )
        case (old,), news:
            return StepSplit(
                before_places=before_places,
                after_places=after_places,
                before=old,
                after=news,
                evidence=group.evidence,
                likeness=group.likeness,
            )
        case olds, news:
            return StepsRegrouped(
                before_places=before_places,
                after_places=after_places,
                before=olds,
                after=news,
                evidence=group.evidence,
                likeness=group.likeness,
            )


def _one_to_one(old: Step, new: Step, group: Group[Step], context: StepContext) -> StepKept | StepChanged:
    details = tuple(_details(old, new, context))
    if not details:
        return StepKept(
            before_places=(old.place,),
            after_places=(new.place,),
            before=old,
            after=new,
            evidence=group.evidence,
            likeness=group.likeness,
        )
    return StepChanged(
        before_places=(old.place,),
        after_places=(new.place,),
        before=old,
        after=new,
        evidence=group.evidence,
        likeness=group.likeness,
        details=details,
    )


def _details(old: Step, new: Step, context: StepContext) -> list[StepDetail]:
    details: list[StepDetail] = []
    if fold_name(old.name) != fold_name(new.name):
        details.append(StepRenamed(old.name, new.name))
    if _holders(old) != _holders(new):
        details.append(HoldersChanged(old.holders, new.holders))
    if old.limit != new.limit:
        details.append(StepLimitChanged(old.limit, new.limit))
    if bool(old.uncounted) != bool(new.uncounted):
        details.append(CountingChanged(old.uncounted, new.uncounted))
    procedures = _procedures(old, new, context.procedures)
    if procedures != StepProceduresChanged():
        details.append(procedures)
    old_ways, new_ways = context.before_ways.get(old.key, ()), context.after_ways.get(new.key, ())
    if (old_ways or new_ways) and not same_ways(old_ways, new_ways, context.steps):
        details.append(ExitsChanged(old_ways, new_ways))
    if old.composite or new.composite:
        inside = context.matching.groups(_index(context.matching.before, old), _index(context.matching.after, new))
        changes = tuple(change for change in step_changes(inside, context) if not isinstance(change, StepKept))
        if changes:
            details.append(MembersChanged(changes))
    return details


def _index(skeleton: Skeleton, step: Step) -> int:
    return next(index for index, one in enumerate(skeleton.steps) if one.key == step.key)


def _members(skeleton: Skeleton, block: Step) -> list[Step]:
    """The steps inside a named block, at any depth."""
    if not block.composite:
        return []
    found = tops(skeleton, _index(skeleton, block))
    return [step for step, top in zip(skeleton.steps, found, strict=True) if top >= 0]


def _holders(step: Step) -> tuple[str, ...]:
    return tuple(fold_name(str(holder)) for holder in step.holders)


def _procedures(old: Step, new: Step, groups: Sequence[Group[OwnedProcedure]]) -> StepProceduresChanged:
    """What became of the procedures of two steps that are one."""
    removed, added, moved_out, moved_in = [], [], [], []
    replaced: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for group in groups:
        before = [owned.procedure.name for owned in group.before]
        after = [owned.procedure.name for owned in group.after]
        here_before = [owned.procedure.name for owned in group.before if owned.step.key == old.key]
        here_after = [owned.procedure.name for owned in group.after if owned.step.key == new.key]
        if not here_before and not here_after:
            continue
        if not after:
            removed += here_before
        elif not before:
            added += here_after
        elif not here_after:
            moved_out += here_before
        elif not here_before:
            moved_in += here_after
        elif is_replacement(before, after):
            replaced.append((tuple(here_before), tuple(here_after)))
    return StepProceduresChanged(tuple(removed), tuple(added), tuple(moved_out), tuple(moved_in), tuple(replaced))
