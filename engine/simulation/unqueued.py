"""Many cases at once where nobody waits for anybody: arrays, one step of all cases after the other.

Each node is visited with the numbers of all cases that are there; of several such nodes the first in the order of the
declaration comes next, so that a loop sends a few cases back and everybody else waits for them to catch up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.simulation.routing import Clock, Floats, Ints, Kind, Law, Routes

CHUNK = 1 << 14
"""Cases walked together: their arrays stay in the cache of the processor."""


@dataclass(frozen=True, slots=True, eq=False)
class Walked:
    """What became of each case (``days`` until its end, number of the ``end`` node), and of each node.

    ``counted`` are the days that count towards the limit; the same array as ``days`` where all do. ``visits`` and
    ``spent`` (working days) are sums over all cases.
    """

    days: Floats
    counted: Floats
    end: Ints
    visits: Ints
    spent: Floats


def walk(routes: Routes, cases: int, seed: int | Sequence[int]) -> Walked:
    """``cases`` cases from the first node to their ends. The same seed gives the same cases."""
    dice = np.random.Generator(np.random.PCG64(seed))
    nodes = len(routes.keys)
    days = np.empty(cases)
    counted = days if (routes.clock == Clock.COUNTS).all() else np.empty(cases)
    whole = Walked(days, counted, np.empty(cases, np.int64), np.zeros(nodes, np.int64), np.zeros(nodes))
    for begin in range(0, cases, CHUNK):
        _Chunk(routes, dice, whole, begin, min(cases, begin + CHUNK)).run()
    return whole


Times = tuple[Floats, Floats]
"""How long the cases of a chunk have taken, in all and counted; twice the same array where all time counts."""


class _Chunk:
    def __init__(self, routes: Routes, dice: np.random.Generator, whole: Walked, begin: int, end: int) -> None:
        self.routes, self.dice, self.whole = routes, dice, whole
        self.days, self.end = whole.days[begin:end], whole.end[begin:end]
        self.counted = self.days if whole.counted is whole.days else whole.counted[begin:end]
        self.clocks = [Clock(clock) for clock in routes.clock]
        self.kinds = [Kind(kind) for kind in routes.kind]
        self.ways = [
            routes.target[routes.first[node] : routes.first[node + 1]].tolist() for node in range(len(self.kinds))
        ]
        self.until = [
            routes.until[routes.first[node] : routes.first[node + 1]].tolist() for node in range(len(self.kinds))
        ]

    def run(self) -> None:
        self.days[:] = 0.0
        self.counted[:] = 0.0
        self._along(self.routes.start, np.arange(len(self.days)), (self.days, self.counted), -1)

    def _along(self, start: int, who: Ints, times: Times, stop: int) -> None:
        """Walk the cases ``who`` from ``start`` until they come to ``stop`` or an end; the ``times`` are added to."""
        waiting: dict[int, list[Ints]] = {start: [who]}
        while waiting:
            node = min(waiting)
            parts = waiting.pop(node)
            if node == stop:
                continue
            here = parts[0] if len(parts) == 1 else np.concatenate(parts)
            self.whole.visits[node] += len(here)
            kind = self.kinds[node]
            if kind is Kind.END:
                self.end[here] = node
                continue
            if kind is Kind.FORK:
                join = int(self.routes.closes[node])
                self._branches(node, here, times, join)
                self.whole.visits[join] += len(here)
                node = join
            elif kind is Kind.STEP:
                self._work(node, here, times)
            for way, going in self._chosen(node, here):
                waiting.setdefault(way, []).append(going)

    def _work(self, node: int, here: Ints, times: Times) -> None:
        lasting = draw(self.routes, node, self.dice, len(here))
        days, counted = times
        _add(days, here, lasting)
        if counted is not days:
            match self.clocks[node]:
                case Clock.COUNTS:
                    _add(counted, here, lasting)
                case Clock.RESTARTS:
                    counted[here] = 0.0
                case Clock.STOPS:
                    pass
        self.whole.spent[node] += lasting.sum()

    def _branches(self, fork: int, here: Ints, times: Times, join: int) -> None:
        """Every branch begins now; the longest counts."""
        several = times[1] is not times[0]
        longest = tuple(np.zeros(len(times[0])) for _ in range(2 if several else 1))
        for branch in self.ways[fork]:
            lasted = np.zeros(len(times[0]))
            one = (lasted, np.zeros(len(lasted)) if several else lasted)
            self._along(branch, here, one, join)
            for most, days in zip(longest, one, strict=False):
                np.maximum(most, days, out=most)
        for whole, most in zip(times, longest, strict=False):
            np.add(whole, most, out=whole)

    def _chosen(self, node: int, here: Ints) -> list[tuple[int, Ints]]:
        ways, until = self.ways[node], self.until[node]
        if len(ways) == 1:
            return [(ways[0], here)]
        thrown = self.dice.random(len(here))
        found: list[tuple[int, Ints]] = []
        low = 0.0
        for way, high in zip(ways, until, strict=True):
            going = here[(thrown >= low) & (thrown < high)]
            if len(going):
                found.append((way, going))
            low = high
        return found


def _add(days: Floats, here: Ints, lasting: Floats) -> None:
    if len(here) == len(days):
        # All of them, in order: no need to look each up.
        days += lasting
    else:
        days[here] += lasting


def draw(routes: Routes, node: int, dice: np.random.Generator, count: int) -> Floats:
    """So many durations of a node, in working days."""
    law = routes.law[node]
    a, b, c = float(routes.a[node]), float(routes.b[node]), float(routes.c[node])
    if law == Law.TRIANGULAR:
        return _triangular(dice.random((2, count)), a, b, c)
    if law == Law.EXPONENTIAL:
        return np.asarray(-a * np.log1p(-dice.random(count)))
    if law == Law.LOGNORMAL:
        return np.asarray(np.exp(a + b * dice.standard_normal(count)))
    if law == Law.EMPIRICAL:
        places = int(a) + (b * dice.random(count)).astype(np.int64)
        return np.asarray(c * routes.sample[places])
    return np.full(count, a, dtype=np.float64)


def _triangular(thrown: Floats, low: float, mode: float, high: float) -> Floats:
    """From two uniform numbers each, by the lesser and the greater of them: no root is drawn.

    W. E. Stein, M. F. Keblis, A new method to simulate the triangular distribution, 2009.
    """
    lesser: Floats = np.minimum(thrown[0], thrown[1])
    greater = np.maximum(thrown[0], thrown[1], out=thrown[0])
    lesser *= high - mode
    greater *= mode - low
    lesser += greater
    lesser += low
    return lesser
