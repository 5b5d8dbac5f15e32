"""Which units were moved: the fewest changes that explain every pair that stands otherwise than before.

An inverted pair (甲 before 乙, now 乙 before 甲) is explained only by moving one of the two: the moved units are a
vertex cover of the inverted pairs. What then still differs among the others is explained by rearrangements, one for
each connected group of pairs of one kind of shift. The cost of an explanation is its moves and rearrangements
together, and the flows past steps into or out of whose reach a unit came that is not moved (``Pull``). Of the cheapest
that with fewest moves counts, then that whose moved units went furthest, then what the units are called: so the
answer is the same whichever way round the versions are compared.

On a line this is n − LIS (``line``), exact at any length; else exact while a connected group of changed pairs takes at
most ``SEARCHED`` steps of the search for covers; beyond, the best found so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from engine.diff.order.conflicts import Conflicts, components
from engine.diff.order.line import Tie, moved_on_line
from engine.diff.order.relations import Bits, Relations, members

SEARCHED = 3000
"""Steps of the search for covers in one connected group (``python -m benchmarks.difference time``)."""


@dataclass(frozen=True, slots=True)
class Moves:
    """The moved units; ``exact`` unless the search was cut short."""

    units: Bits
    exact: bool


Pull = Bits
"""The units that came into, or out of, the reach of one flow past steps."""


def moves(found: Conflicts, pulls: Sequence[Pull], before: Relations, after: Relations, tie: Tie) -> Moves:
    """The cheapest explanation of ``found``, each connected group by itself."""
    movable = _movable(found)
    # A flow past a unit that is in no way to move is there whatever moves.
    whole = [pull for pull in pulls if pull and not pull & ~movable]
    moved, exact = 0, True
    for group in components(_joined(found, whole), movable):
        pulled = [pull for pull in whole if pull & group]
        shifted = any(pairs[unit] & group for pairs in found.shifted.values() for unit in members(group))
        if not shifted and not pulled and (on_line := moved_on_line(group, before, after, tie)) is not None:
            moved |= on_line
            continue
        search = _Search(found, group, pulled, tie)
        moved |= search.best()
        exact &= search.left >= 0
    return Moves(moved, exact)


def _movable(found: Conflicts) -> Bits:
    """The units of connected pairs that did not all change in one and the same way, or were inverted.

    What changed in one way only was rearranged, however cheap a move might be.
    """
    movable = 0
    for group in components(found.changed, found.changing):
        units = [*members(group)]
        kinds = sum(any(pairs[unit] & group for unit in units) for pairs in found.shifted.values())
        if kinds > 1 or any(found.inverted[unit] for unit in units):
            movable |= group
    return movable


def _joined(found: Conflicts, whole: Sequence[Pull]) -> Sequence[Bits]:
    """The changed pairs, and the units of each flow past steps that may all have moved: they are weighed together."""
    if not whole:
        return found.changed
    joined = list(found.changed)
    for pull in whole:
        for unit in members(pull):
            joined[unit] |= pull & ~(1 << unit)
    return joined


class _Search:
    """The cheapest explanation of one connected group."""

    def __init__(self, found: Conflicts, group: Bits, pulls: Sequence[Pull], tie: Tie) -> None:
        self.inverted = found.inverted
        self.shifted = list(found.shifted.values())
        self.group = group
        self.pulls = pulls
        self.tie = tie
        self.left = SEARCHED

    def best(self) -> Bits:
        some = self._greedy()
        covers = chain((some,), self._covers(some.bit_count()))
        found = min(map(self._improved, covers), key=self._price)
        return min((found, *self._cheaper(self.cost(found))), key=self._price)

    def _cheaper(self, cost: int) -> Iterator[Bits]:
        """All covers with fewer units than ``cost``, as far as the search goes: two moves may do what neither does."""
        units = [1 << unit for unit in members(self.group)]
        for size in range(1, min(cost, len(units))):
            for chosen in combinations(units, size):
                self.left -= 1
                if self.left < 0:
                    return
                moved = sum(chosen)
                staying = self.group & ~moved
                if not any(self.inverted[unit] & staying for unit in members(staying)):
                    yield moved

    def cost(self, moved: Bits) -> int:
        """Moves and rearrangements of the explanation that moves ``moved``."""
        staying = self.group & ~moved
        rearranged = sum(sum(1 for _ in components(pairs, staying)) for pairs in self.shifted)
        return moved.bit_count() + rearranged + sum(1 for pull in self.pulls if pull & staying)

    def _price(self, moved: Bits) -> tuple[int, int, int, list[str]]:
        ties = [self.tie(unit) for unit in members(moved)]
        return self.cost(moved), moved.bit_count(), -sum(went for went, _ in ties), sorted(name for _, name in ties)

    def _improved(self, moved: Bits) -> Bits:
        """With further units moved, one at a time, while that makes the explanation cheaper."""
        cost = self.cost(moved)
        while cost > moved.bit_count():
            options = [moved | 1 << unit for unit in members(self.group & ~moved)]
            cheapest = min(options, key=self._price, default=moved)
            if (lower := self.cost(cheapest)) >= cost:
                break
            cost, moved = lower, cheapest
        return moved

    def _greedy(self) -> Bits:
        """Some cover: always the unit with most inverted pairs left."""
        cover, left = 0, self.group
        while True:
            most = max(members(left), key=lambda unit: (self.inverted[unit] & left).bit_count(), default=None)
            if most is None or not self.inverted[most] & left:
                return cover
            cover |= 1 << most
            left &= ~(1 << most)

    def _covers(self, bound: int) -> Iterator[Bits]:
        """Covers of the inverted pairs with at most ``bound`` units; on a stack of its own, to be of any size."""
        open_: list[tuple[Bits, Bits]] = [(0, self.group)]
        while open_:
            cover, left = open_.pop()
            self.left -= 1
            size = cover.bit_count()
            if size > bound or (self.left < 0 and cover):
                continue
            most, degree = -1, 0
            for unit in members(left):
                pairs = (self.inverted[unit] & left).bit_count()
                if pairs > degree:
                    most, degree = unit, pairs
            if not degree:
                yield cover
                continue
            bit, others = 1 << most, self.inverted[most] & left
            if size + others.bit_count() <= bound:
                open_.append((cover | others, left & ~(others | bit)))
            open_.append((cover | bit, left & ~bit))
