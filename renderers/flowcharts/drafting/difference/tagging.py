"""The flags at boxes of the difference: merged, split, moved, side by side, optional; in the words of the reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.diff.changes.arrangement import (
    ExclusiveMadeParallel,
    ParallelMadeExclusive,
    StepMoved,
    StepsMadeExclusive,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsMadeSequential,
    StepsParallelised,
    StepsSerialised,
)
from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.steps import StepChanged, StepsMerged, StepSplit, StepsRegrouped
from engine.diff.details import MembersChanged
from renderers.flowcharts.chart import Status, blocks_of, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from engine.diff.changes import Change
    from processes.model.process import Step
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.drafting.difference.pairs import Groups

MERGED, SPLIT, REGROUPED, MOVED = "合并", "拆分", "重组", "移动"
PARALLEL, SERIAL, EXCLUSIVE, IN_ORDER, OPTIONAL, MANDATORY = "改并联", "改串联", "改择一", "改依次", "可不办", "必办"

_AT_STEPS = {
    StepMoved: MOVED,
    StepsMadeExclusive: EXCLUSIVE,
    StepsMadeSequential: IN_ORDER,
    StepsMadeOptional: OPTIONAL,
    StepsMadeMandatory: MANDATORY,
}


@dataclass(frozen=True)
class Tagging:
    """``old`` and ``new``: step → its box in either version; ``status``: of every box. The charts share their keys."""

    before: Chart
    after: Chart
    old: Mapping[str, str]
    new: Mapping[str, str]
    status: Mapping[str, Status]
    tags: dict[str, list[str]] = field(default_factory=dict)

    def of(self, groups: Groups, changes: Iterable[Change]) -> Mapping[str, tuple[str, ...]]:
        """Box → its flags."""
        for group in groups:
            self._group(group.before, group.after)
        self._changes(changes)
        return {key: tuple(dict.fromkeys(tags)) for key, tags in self.tags.items()}

    def _add(self, key: str, tag: str) -> None:
        self.tags.setdefault(key, []).append(tag)

    def _change(self, change: Change) -> None:
        match change:
            case StepsMerged():
                self._group(change.before, (change.after,))
            case StepSplit():
                self._group((change.before,), change.after)
            case StepsRegrouped():
                self._group(change.before, change.after)
            case (
                StepMoved() | StepsMadeExclusive() | StepsMadeSequential() | StepsMadeOptional() | StepsMadeMandatory()
            ):
                self._add_all(change.after, _AT_STEPS[type(change)])
            case _:
                self._parallel(change)

    def _parallel(self, change: Change) -> None:
        """Steps that now run side by side, or no longer do; what else changes is said in the boxes and at the lines."""
        match change:
            case StepsParallelised() | ExclusiveMadeParallel():
                self._bars(_around(self.after, self._new(change.after)), change.after, PARALLEL)
            case StepsSerialised() | ParallelMadeExclusive():
                around = _around(self.before, [self.old[step.key] for step in change.before])
                self._bars(around, change.after, SERIAL if isinstance(change, StepsSerialised) else EXCLUSIVE)
            case _:
                pass

    def _changes(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._change(change)
            self._changes(_inside(change))

    def _new(self, steps: Iterable[Step]) -> list[str]:
        return [self.new[step.key] for step in steps]

    def _add_all(self, steps: Iterable[Step], tag: str) -> None:
        for key in self._new(steps):
            self._add(key, tag)

    def _bars(self, around: str, steps: Iterable[Step], tag: str) -> None:
        """At the bars ``around`` the steps if these come or go; else at the steps."""
        if around and self.status[around] in (Status.ADDED, Status.REMOVED):
            self._add(around, tag)
        else:
            self._add_all(steps, tag)

    def _group(self, before: tuple[Step, ...], after: tuple[Step, ...]) -> None:
        """Steps that go on as one, or one that goes on as several."""
        if not before or not after or len(before) == len(after) == 1:
            return
        word = MERGED if len(after) == 1 else SPLIT if len(before) == 1 else REGROUPED
        there = "、".join(step.number or step.name for step in after)
        for key in (self.old[step.key] for step in before):
            # A group of steps is nearer to the truth than the one of the blocks around them, which comes later.
            if self.status[key] is Status.REMOVED and key not in self.tags:
                self._add(key, f"并入{there}" if word == MERGED else f"拆为{there}")
        for step in after:
            self._add(self.new[step.key], word)


def _inside(change: Change) -> Iterator[Change]:
    """The changes that a change holds: those in a named block, those of a side branch."""
    if isinstance(change, BranchChanged):
        yield from change.changes
    if isinstance(change, StepChanged):
        for detail in change.details:
            if isinstance(detail, MembersChanged):
                yield from detail.changes


def _around(chart: Chart, keys: Iterable[str]) -> str:
    """The upper bar of the innermost block that holds all of the boxes, empty if there is none."""
    wanted = set(keys)
    found = ""
    for block in blocks_of((chart.main, *(side.items for side in chart.sides))):
        if wanted <= set(keys_of((block,))):
            found = block.fork
    return found
