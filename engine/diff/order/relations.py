"""How the units of a comparison stand to each other in one version, as bit sets.

A unit is a step, or the steps that became or were one. Bit ``k`` of every set is unit ``k``: the units that go on have
the same numbers in both versions, so that what changed falls out of a few operations on integers; those of one
version alone come after them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.diff.skeleton import Arc, Skeleton

Bits = int


def members(bits: Bits) -> Iterator[int]:
    """The units of a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


@dataclass(slots=True)
class Pass:
    """A forward flow past the steps ``units``; to 办结 only one past the last step alone (others end the case)."""

    arc: Arc
    units: Bits


@dataclass(slots=True)
class Relations:
    """For each unit those that run ahead of it, behind it and beside it; two units in none of these exclude each other.

    A unit of several steps stands to another as all its steps do; where they differ it is ``unclear``. ``passes``: the
    flows past units, each making them optional.
    """

    ahead: list[Bits]
    behind: list[Bits]
    beside: list[Bits]
    unclear: list[Bits]
    passes: list[Pass]


def relations(skeleton: Skeleton, unit: Sequence[int], total: int) -> Relations:
    """``unit``: for each position of ``skeleton`` the unit there, −1 for none; ``total`` units in all."""
    forward = skeleton.forward
    size = len(forward)
    own = [1 << index if index >= 0 else 0 for index in unit]
    ahead, behind, beside = [0] * size, [0] * size, [0] * size
    for source in range(size):
        seen = ahead[source] | own[source]
        for target in forward[source]:
            ahead[target] |= seen
    for source in range(size - 1, -1, -1):
        seen = 0
        for target in forward[source]:
            seen |= behind[target] | own[target]
        behind[source] = seen
    for ranges in skeleton.branches:
        _side_by_side(ranges, own, beside)
    passes = [*_passes(skeleton, unit, ahead, behind)] if skeleton.skips else []
    return _of_units(unit, total, (ahead, behind, beside), passes)


def _side_by_side(ranges: Sequence[tuple[int, int]], own: Sequence[Bits], beside: list[Bits]) -> None:
    held = []
    together = 0
    for start, stop in ranges:
        bits = 0
        for position in range(start, stop):
            bits |= own[position]
        held.append(bits)
        together |= bits
    for (start, stop), bits in zip(ranges, held, strict=True):
        others = together & ~bits
        for position in range(start, stop):
            beside[position] |= others


def _passes(skeleton: Skeleton, unit: Sequence[int], ahead: Sequence[Bits], behind: Sequence[Bits]) -> Iterator[Pass]:
    for arc in skeleton.skips:
        source, target, _ = arc
        units = behind[source] & ahead[target]
        if not units:
            continue
        # A unit of several steps is passed over when all of them are.
        between = _between(skeleton.forward, source, target)
        for position, index in enumerate(unit):
            if index >= 0 and units >> index & 1 and position not in between:
                units &= ~(1 << index)
        if target == skeleton.end and sum(unit[position] >= 0 for position in between) != 1:
            continue
        if units:
            yield Pass(arc, units)


def _between(forward: Sequence[Sequence[int]], source: int, target: int) -> set[int]:
    """The positions on the ways from ``source`` to ``target``; flows lead to later positions."""
    reaching = {target}
    for position in range(target - 1, source, -1):
        if not reaching.isdisjoint(forward[position]):
            reaching.add(position)
    reached = {source}
    for position in range(source, target):
        if position in reached:
            reached.update(reaching.intersection(forward[position]))
    return reached - {source, target}


def _of_units(unit: Sequence[int], total: int, sets: tuple[list[Bits], ...], passes: list[Pass]) -> Relations:
    """The sets of positions put together to those of units."""
    homes = [-1] * total
    several: dict[int, list[int]] = {}
    for position, index in enumerate(unit):
        if index < 0:
            continue
        if homes[index] < 0:
            homes[index] = position
        else:
            several.setdefault(index, [homes[index]]).append(position)
    # A unit that is at home nowhere in this version stands to nothing.
    ahead, behind, beside = ([one[position] if position >= 0 else 0 for position in homes] for one in sets)
    unclear = [0] * total
    if several:
        touching = {}
        for index, positions in several.items():
            touched = 0
            for bits, one in zip((ahead, behind, beside), sets, strict=True):
                common = -1
                for position in positions:
                    common &= one[position]
                    touched |= one[position]
                bits[index] = common & ~(1 << index)
            touching[index] = touched & ~(1 << index)
        for index, touched in touching.items():
            _agree(index, touched, (ahead, behind, beside, unclear))
    return Relations(ahead, behind, beside, unclear, passes)


def _agree(index: int, touched: Bits, sets: tuple[list[Bits], ...]) -> None:
    """A unit of several steps is to another only what the other is to it; else neither knows."""
    ahead, behind, beside, unclear = sets
    mine = 1 << index
    while touched:
        bit = touched & -touched
        touched ^= bit
        other = bit.bit_length() - 1
        clear = False
        for bits, back in ((ahead, behind), (behind, ahead), (beside, beside)):
            if bits[index] & bit and back[other] & mine:
                clear = True
            else:
                bits[index] &= ~bit
                back[other] &= ~mine
        if not clear:
            unclear[index] |= bit
            unclear[other] |= mine
