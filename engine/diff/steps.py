"""Changes of the steps: each group of matched steps becomes exactly one change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


class Acts:
    """The groups of procedures with which something happened, found by the steps that perform them."""

    def __init__(self, groups: Sequence[Group[OwnedProcedure]], steps: Sequence[Group[Step]]) -> None:
        """In the order of ``groups``; a procedure that stays in a step that goes on is left out."""
        self.groups = groups
        self.old: dict[str, list[int]] = {}
        self.new: dict[str, list[int]] = {}
        home = {step.key: index for index, group in enumerate(steps) for step in group.before}
        there = {step.key: index for index, group in enumerate(steps) for step in group.after}
        for index, group in enumerate(groups):
            before, after = group.before, group.after
            if len(before) == len(after) == 1:
                one, other = before[0], after[0]
                if home.get(one.step.key) == there.get(other.step.key) and one.name == other.name:
                    continue
            for owned in before:
                self.old.setdefault(owned.step.key, []).append(index)
            for owned in after:
                self.new.setdefault(owned.step.key, []).append(index)

    def of(self, old: Step, new: Step) -> Iterator[Group[OwnedProcedure]]:
        """The groups that a procedure of either step is in."""
        mine, theirs = self.old.get(old.key, []), self.new.get(new.key, [])
        found = mine if mine == theirs else sorted({*mine, *theirs})
        return (self.groups[index] for index in found)


@dataclass(frozen=True, slots=True)
class StepContext:
    """What the changes of steps are read from: what is matched, and the ways out of the steps of side branches.

    ``steps`` are the groups of the outermost steps of ``matching``, ``acts`` those of all procedures.
    """

    matching: Matching
    steps: tuple[Group[Step], ...]
    acts: Acts
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
    if old.name != new.name and fold_name(old.name) != fold_name(new.name):
        details.append(StepRenamed(old.name, new.name))
    if old.holders != new.holders and _holders(old) != _holders(new):
        details.append(HoldersChanged(old.holders, new.holders))
    if old.limit is not new.limit and old.limit != new.limit:
        details.append(StepLimitChanged(old.limit, new.limit))
    if bool(old.uncounted) != bool(new.uncounted):
        details.append(CountingChanged(old.uncounted, new.uncounted))
    if old.key in context.acts.old or new.key in context.acts.new:
        procedures = _procedures(old, new, context.acts)
        if procedures != StepProceduresChanged():
            details.append(procedures)
    if context.before_ways or context.after_ways:
        old_ways, new_ways = context.before_ways.get(old.key, ()), context.after_ways.get(new.key, ())
        if not same_ways(old_ways, new_ways, context.steps):
            details.append(ExitsChanged(old_ways, new_ways))
    if old.composite or new.composite:
        details += _inside(old, new, context)
    return details


def _inside(old: Step, new: Step, context: StepContext) -> Iterator[MembersChanged]:
    """What happened in a named block, or to a step that became one or was one."""
    inside = context.matching.groups(_index(context.matching.before, old), _index(context.matching.after, new))
    changes = tuple(change for change in step_changes(inside, context) if not isinstance(change, StepKept))
    if changes:
        yield MembersChanged(changes)


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


def _procedures(old: Step, new: Step, acts: Acts) -> StepProceduresChanged:
    """What became of the procedures of two steps that are one."""
    removed, added, moved_out, moved_in = [], [], [], []
    replaced: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for group in acts.of(old, new):
        here_before = [owned.procedure.name for owned in group.before if owned.step.key == old.key]
        here_after = [owned.procedure.name for owned in group.after if owned.step.key == new.key]
        if not group.after:
            removed += here_before
        elif not group.before:
            added += here_after
        elif not here_after:
            moved_out += here_before
        elif not here_before:
            moved_in += here_after
        elif is_replacement(group):
            replaced.append((tuple(here_before), tuple(here_after)))
    return StepProceduresChanged(tuple(removed), tuple(added), tuple(moved_out), tuple(moved_in), tuple(replaced))
