"""Changes of the order in which the steps that go on run: moved, rearranged, made optional or mandatory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from engine.diff.changes.arrangement import (
    ArrangementChange,
    ExclusiveMadeParallel,
    ParallelMadeExclusive,
    Rearranged,
    StepMoved,
    StepsMadeExclusive,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsMadeSequential,
    StepsParallelised,
    StepsSerialised,
)
from engine.diff.matching.likeness import core
from engine.diff.matching.links import Matching
from engine.diff.order.conflicts import Conflicts, Shift, components, conflicts
from engine.diff.order.moves import Moves, moves
from engine.diff.order.relations import Bits, Pass, Relations, members, relations
from engine.diff.order.units import Side, Units, units
from processes.model.places import Place
from processes.model.process import Step
from processes.model.vocabulary import StepKind

_KINDS: Mapping[Shift, type[Rearranged]] = {
    Shift.PARALLELISED: StepsParallelised,
    Shift.SERIALISED: StepsSerialised,
    Shift.MADE_EXCLUSIVE: StepsMadeExclusive,
    Shift.MADE_SEQUENTIAL: StepsMadeSequential,
    Shift.EXCLUSIVE_TO_PARALLEL: ExclusiveMadeParallel,
    Shift.PARALLEL_TO_EXCLUSIVE: ParallelMadeExclusive,
}
_SPINE = {StepKind.ACCEPT, StepKind.REVIEW, StepKind.SECOND_REVIEW, StepKind.DECIDE, StepKind.PRODUCE, StepKind.DELIVER}
"""What every matter goes through (format §3); 公示, 听证, 评审 and 缴费 are put in where they are wanted."""

_ONE_LINE_NOW = {Shift.SERIALISED, Shift.MADE_SEQUENTIAL}
"""Shifts after which the units run one after the other: on which lines they ran is seen in 优化前."""


@dataclass(slots=True)
class Arrangement:
    """``changes``; the common units ``touched`` by them, the ``moved`` among them.

    ``exact``: the moved units are the fewest possible.

    ``changing`` are the units touched and those that only stand otherwise to one of them.

    ``explained`` are the places of the flows past steps that are new in one version or newly passed over: that these
    flows are there says no more than that. ``passing`` are the places of all flows past steps.
    """

    units: Units
    changes: list[ArrangementChange]
    touched: Bits
    moved: Bits
    changing: Bits
    explained: frozenset[Place]
    passing: frozenset[Place]
    exact: bool


def arrangement(matching: Matching) -> Arrangement:
    """What changed about the order of the steps that go on."""
    numbered = units(matching)
    one, other = numbered.before, numbered.after
    before = relations(one.skeleton, one.unit, len(one.held))
    after = relations(other.skeleton, other.unit, len(other.held))
    found = conflicts(before, after, numbered.common)
    changes: list[ArrangementChange] = []
    moved = Moves(0, exact=True)
    rearranged: list[tuple[Rearranged, Bits]] = []
    if found.changing:
        moved = moves(found, [*_pulls(before, after, numbered.common)], before, after, _tie(numbered, before, after))
        changes += (_moved(unit, numbered, after) for unit in _as_blocks(numbered, moved.units))
        rearranged = [*_rearranged(found, found.changing & ~moved.units, numbered, before, after)]
        changes += (change for change, _ in rearranged)
    optional, explained = _optionality(numbered, before, after, moved.units)
    passing = frozenset(one.arc[2].place for one in (*before.passes, *after.passes))
    touched = reduce(or_, (group for _, group in rearranged), moved.units)
    return Arrangement(
        numbered, changes + optional, touched, moved.units, found.changing, explained, passing, moved.exact
    )


def _pulls(before: Relations, after: Relations, common: int) -> Iterator[Bits]:
    everyone = (1 << common) - 1
    old, new = (_passed(one.passes) & everyone for one in (before, after))
    for passes, changed in ((before.passes, old & ~new), (after.passes, new & ~old)):
        yield from (one.units & changed for one in passes if one.units & changed)


def _tie(numbered: Units, before: Relations, after: Relations) -> Callable[[int], tuple[int, str]]:
    everyone = (1 << numbered.common) - 1

    @cache
    def tie(unit: int) -> tuple[int, str]:
        old, new = ((one.ahead[unit] & everyone).bit_count() for one in (before, after))
        said = sorted(_said(step) for side in (numbered.before, numbered.after) for step in side.steps(1 << unit))
        # Of two that changed places the one is said to have moved that is no part of the spine of every matter.
        spine = any(not _SPINE.isdisjoint(step.kinds) for step in numbered.before.steps(1 << unit))
        return 2 * abs(old - new) - spine, "\n".join(said)

    return tie


def _said(step: Step) -> str:
    acts = "、".join(act.name for act in step.procedures)
    return f"{core(step.name)}|{step.held_by}|{step.limit}|{acts}"


# ----------------------------------------------------------------------------------------------- moved, rearranged
def _as_blocks(numbered: Units, moved: Bits) -> Iterator[Bits]:
    """The moved units, each by itself; those that make up a named block of either version together."""
    for side in (numbered.before, numbered.after):
        for bits in side.blocks():
            if bits & (bits - 1) and not bits & ~moved:
                moved &= ~bits
                yield bits
    yield from (1 << unit for unit in members(moved))


def _moved(bits: Bits, numbered: Units, after: Relations) -> StepMoved:
    before_steps, after_steps = numbered.before.steps(bits), numbered.after.steps(bits)
    ahead = behind = -1
    for unit in members(bits):
        ahead &= after.ahead[unit]
        behind &= after.behind[unit]
    return StepMoved(
        before_places=tuple(step.place for step in before_steps),
        after_places=tuple(step.place for step in after_steps),
        before=before_steps,
        after=after_steps,
        behind=_nearest(numbered.after, ahead, -1),
        ahead=_nearest(numbered.after, behind, 0),
    )


def _nearest(side: Side, bits: Bits, which: int) -> Step | None:
    """The first (0) or last (−1) of the steps of ``bits`` in written order."""
    steps = sorted(index for unit in members(bits) for index in side.held[unit])
    return side.skeleton.steps[steps[which]] if steps else None


def _rearranged(
    found: Conflicts, staying: Bits, numbered: Units, before: Relations, after: Relations
) -> Iterator[tuple[Rearranged, Bits]]:
    """The changes, each with its units; of a named block that is put together or taken apart, a consequence."""
    for shift, pairs in found.shifted.items():
        apart, side = (before, numbered.before) if shift in _ONE_LINE_NOW else (after, numbered.after)
        for group in components(pairs, staying):
            lines = [
                (apart.ahead[unit] | apart.behind[unit]) & group if group >> unit & 1 else 0
                for unit in range(numbered.common)
            ]
            before_steps, after_steps = numbered.before.steps(group), numbered.after.steps(group)
            change = _KINDS[shift](
                before_places=tuple(step.place for step in before_steps),
                after_places=tuple(step.place for step in after_steps),
                before=before_steps,
                after=after_steps,
                direct=numbered.before.in_one_block(group) is numbered.after.in_one_block(group),
                strands=tuple(sorted((side.steps(line) for line in components(lines, group, 1)), key=_written)),
            )
            yield change, group


def _written(steps: Sequence[Step]) -> Place:
    return steps[0].place


# ------------------------------------------------------------------------------------------- optional and mandatory
def _optionality(
    numbered: Units, before: Relations, after: Relations, moved: Bits
) -> tuple[list[ArrangementChange], frozenset[Place]]:
    """Steps that can newly, or no longer, be passed over, one change for each flow past them."""
    if not before.passes and not after.passes:
        return [], frozenset()
    everyone = (1 << numbered.common) - 1
    old, new = (_passed(one.passes) & everyone for one in (before, after))
    changes: list[ArrangementChange] = []
    for one, units_ in _told(after.passes, new & ~old, moved):
        sides = numbered.before.steps(units_), numbered.after.steps(units_)
        changes.append(
            StepsMadeOptional(
                before_places=tuple(step.place for step in sides[0]),
                after_places=(one.arc[2].place,),
                direct=bool(units_ & ~moved),
                before=sides[0],
                after=sides[1],
                conditions=(one.arc[2].condition,),
            )
        )
    for one, units_ in _told(before.passes, old & ~new, moved):
        sides = numbered.before.steps(units_), numbered.after.steps(units_)
        changes.append(
            StepsMadeMandatory(
                before_places=(one.arc[2].place,),
                after_places=tuple(step.place for step in sides[1]),
                direct=bool(units_ & ~moved),
                before=sides[0],
                after=sides[1],
                conditions=(one.arc[2].condition,),
            )
        )
    told = ((before.passes, old & ~new), (after.passes, new & ~old))
    explained = (
        one.arc[2].place
        for passes, changed in told
        for one in passes
        if one.units & changed or not one.units & everyone
    )
    return changes, frozenset(explained)


def _passed(passes: Iterable[Pass]) -> Bits:
    bits = 0
    for one in passes:
        bits |= one.units
    return bits


def _told(passes: Sequence[Pass], changed: Bits, moved: Bits) -> Iterator[tuple[Pass, Bits]]:
    """The flows that make the difference, the shortest first, with the units for which they do.

    Of a unit that was moved into, or out of, what others can be passed over with, nothing more is said.
    """
    for one in sorted(passes, key=lambda one: one.units.bit_count()):
        units_ = one.units & changed
        if units_ and (units_ & ~moved or not one.units & ~changed):
            yield one, units_
            changed &= ~units_
