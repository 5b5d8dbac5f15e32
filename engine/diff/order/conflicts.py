"""Pairs of units that stand otherwise to each other than before, by what they were and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from engine.diff.order.relations import Bits, Relations, members


class Shift(Enum):
    """How a pair can change; the inverted pairs are told apart, for only a move explains them."""

    PARALLELISED = "ordered → parallel"
    SERIALISED = "parallel → ordered"
    MADE_EXCLUSIVE = "ordered → exclusive"
    MADE_SEQUENTIAL = "exclusive → ordered"
    EXCLUSIVE_TO_PARALLEL = "exclusive → parallel"
    PARALLEL_TO_EXCLUSIVE = "parallel → exclusive"


@dataclass(slots=True)
class Conflicts:
    """For each unit the units it is ``inverted`` with, and those its relation to has shifted, by kind of shift.

    ``changed`` is all of these together; ``changing`` the units that have any.
    """

    inverted: list[Bits]
    shifted: dict[Shift, list[Bits]]
    changed: list[Bits]
    changing: Bits


def conflicts(before: Relations, after: Relations, count: int) -> Conflicts:
    """What differs among the first ``count`` units, those that go on; pairs unclear on one side say nothing."""
    everyone = (1 << count) - 1
    inverted = [0] * count
    changed = [0] * count
    shifted: dict[Shift, list[Bits]] = {}
    changing = 0
    for unit in range(count):
        old_ahead, new_ahead = before.ahead[unit], after.ahead[unit]
        old_behind, new_behind = before.behind[unit], after.behind[unit]
        old_beside, new_beside = before.beside[unit], after.beside[unit]
        known = everyone & ~(before.unclear[unit] | after.unclear[unit])
        differs = ((old_ahead ^ new_ahead) | (old_behind ^ new_behind) | (old_beside ^ new_beside)) & known
        if not differs:
            continue
        changing |= 1 << unit
        changed[unit] = differs
        inverted[unit] = ((old_ahead & new_behind) | (old_behind & new_ahead)) & differs
        old_order, new_order = old_ahead | old_behind, new_ahead | new_behind
        rest = differs & ~inverted[unit]
        old_apart, new_apart = ~(old_order | old_beside), ~(new_order | new_beside)
        for shift, bits in (
            (Shift.PARALLELISED, old_order & new_beside & rest),
            (Shift.SERIALISED, old_beside & new_order & rest),
            (Shift.MADE_EXCLUSIVE, old_order & new_apart & rest),
            (Shift.MADE_SEQUENTIAL, old_apart & new_order & rest),
            (Shift.EXCLUSIVE_TO_PARALLEL, old_apart & new_beside & rest),
            (Shift.PARALLEL_TO_EXCLUSIVE, old_beside & new_apart & rest),
        ):
            if bits:
                if shift not in shifted:
                    shifted[shift] = [0] * count
                shifted[shift][unit] = bits
    return Conflicts(inverted, shifted, changed, changing)


def components(neighbours: Sequence[Bits], units: Bits, least: int = 2) -> Iterator[Bits]:
    """The connected parts of ``units`` with at least ``least`` (1 or 2) units."""
    while units:
        part = 0
        front = units & -units
        while front:
            part |= front
            units &= ~front
            reached = 0
            for unit in members(front):
                reached |= neighbours[unit]
            front = reached & units
        if least == 1 or part & (part - 1):
            yield part
