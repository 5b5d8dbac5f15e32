"""Groups of items of 优化前 and 优化后 that continue each other, and the evidence that holds them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from processes.model.quick import quick

Item = TypeVar("Item")


class Evidence(StrEnum):
    """Why two items are taken for one, the strongest first."""

    DECLARED = "沿自"
    IDENTIFIER = "标识"
    NAME = "名称"
    SIMILAR = "相似"


_ORDER = list(Evidence).index


@quick
@dataclass(frozen=True, slots=True)
class Group(Generic[Item]):
    """Items of both versions that continue each other, each side in written order.

    1:1 is one thing going on, n:1 a merger, 1:n a split, n:m a regrouping; 1:0 was removed, 0:1 is new.
    ``evidence`` lists every kind that holds the group together, the strongest first; empty for 1:0 and 0:1.
    ``likeness`` is that of the least like pair that only its likeness holds together (0–1), 1 where there is none.
    """

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    evidence: tuple[Evidence, ...] = ()
    likeness: float = 1.0


class Links:
    """Pairs (index in before, index in after) with the strongest evidence seen for each."""

    def __init__(self) -> None:
        """Start without any."""
        self.evidence: dict[tuple[int, int], Evidence] = {}
        self.likeness: dict[tuple[int, int], float] = {}

    def add(self, before: int, after: int, evidence: Evidence, likeness: float = 1.0) -> None:
        """Join two items; stronger evidence that is already there stays."""
        known = self.evidence.get((before, after), evidence)
        self.evidence[before, after] = min(known, evidence, key=_ORDER)
        if likeness < 1:
            self.likeness[before, after] = likeness

    def groups(self, before: Sequence[Item], after: Sequence[Item]) -> tuple[Group[Item], ...]:
        """The connected components: every item is in exactly one; ordered by their first items, before then after."""
        if self._is_plain():
            return self._plain(before, after)
        parent = list(range(len(before) + len(after)))

        def root(index: int) -> int:
            while parent[index] != index:
                parent[index] = index = parent[parent[index]]
            return index

        for one, other in self.evidence:
            parent[root(len(before) + other)] = root(one)
        roots = [root(index) for index in range(len(parent))]
        old: dict[int, list[Item]] = {key: [] for key in roots}
        new: dict[int, list[Item]] = {key: [] for key in roots}
        evidence: dict[int, set[Evidence]] = {key: set() for key in roots}
        least: dict[int, float] = {}
        for key, item in zip(roots, before, strict=False):
            old[key].append(item)
        for key, item in zip(roots[len(before) :], after, strict=True):
            new[key].append(item)
        for pair, kind in self.evidence.items():
            key = roots[pair[0]]
            evidence[key].add(kind)
            least[key] = min(least.get(key, 1.0), self.likeness.get(pair, 1.0))
        return tuple(
            Group(tuple(old[key]), tuple(new[key]), tuple(sorted(evidence[key], key=_ORDER)), least.get(key, 1.0))
            for key in old
        )

    def _is_plain(self) -> bool:
        """Whether nothing is joined with two things."""
        pairs = self.evidence
        return len({one for one, _ in pairs}) == len(pairs) == len({other for _, other in pairs})

    def _plain(self, before: Sequence[Item], after: Sequence[Item]) -> tuple[Group[Item], ...]:
        """The groups where each item is joined with at most one."""
        found = {one: (other, evidence) for (one, other), evidence in self.evidence.items()}
        groups: list[Group[Item]] = []
        for index, item in enumerate(before):
            if index in found:
                other, evidence = found[index]
                groups.append(Group((item,), (after[other],), (evidence,), self.likeness.get((index, other), 1.0)))
            else:
                groups.append(Group((item,), ()))
        taken = {other for _, other in self.evidence}
        groups += [Group((), (item,)) for other, item in enumerate(after) if other not in taken]
        return tuple(groups)
