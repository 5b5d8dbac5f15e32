"""Positions along one axis under least distances, as tight as possible and in the middle of the play that is left.

The method is that of one-dimensional compaction in circuit layout: the longest way through the graph of distances gives
the least position of everything, the same from the other end the greatest. Half-way between the two every distance
still holds, because each holds in both.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Ref:
    """A place that moves with a variable, ``off`` points behind it."""

    name: Hashable
    off: float = 0.0


@dataclass
class Axis:
    """Variables with their present positions, whose order is kept, and least distances."""

    now: dict[Hashable, float] = field(default_factory=dict)
    distances: dict[tuple[Hashable, Hashable], float] = field(default_factory=dict)

    def add(self, name: Hashable, now: float) -> Ref:
        """A variable, once."""
        self.now.setdefault(name, now)
        return Ref(name)

    def apart(self, low: Ref, high: Ref, distance: float) -> None:
        """Keep ``high`` at least ``distance`` behind ``low``."""
        if low.name != high.name:
            needed = distance + low.off - high.off
            pair = low.name, high.name
            self.distances[pair] = max(self.distances.get(pair, needed), needed)

    def in_order(self, *refs: Ref) -> None:
        """Keep each of ``refs`` from coming before the one that it follows."""
        for low, high in pairwise(refs):
            self.apart(low, high, 0.0)

    def solved(self) -> dict[Hashable, float]:
        """Name → position; the least is 0. A distance against the present order is not kept."""
        names = sorted(self.now, key=self.now.__getitem__)
        rank = {name: index for index, name in enumerate(names)}
        after: list[list[tuple[int, float]]] = [[] for _ in names]
        for (low, high), distance in self.distances.items():
            if rank[low] < rank[high]:
                after[rank[low]].append((rank[high], distance))
        least = [0.0] * len(names)
        for index, following in enumerate(after):
            for other, distance in following:
                least[other] = max(least[other], least[index] + distance)
        total = max(least, default=0.0)
        greatest = [total] * len(names)
        for index in range(len(names) - 1, -1, -1):
            for other, distance in after[index]:
                greatest[index] = min(greatest[index], greatest[other] - distance)
        return {name: (least[rank[name]] + greatest[rank[name]]) / 2 for name in names}
