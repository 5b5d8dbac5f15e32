"""A process as tables of numbers, for simulation: nodes, where each leads with which probability, how long each takes.

Time is in working days. Every table is indexed by the number of a node, in the order of the process.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Kind(IntEnum):
    """What happens at a node."""

    STEP = 0
    """Work takes time, then one way is chosen."""
    FORK = 1
    """All ways are taken at once."""
    JOIN = 2
    """All branches are waited for, then one way is chosen."""
    END = 3


class Law(IntEnum):
    """How a duration is distributed; its parameters are ``a``, ``b`` and ``c``."""

    FIXED = 0
    """Always ``a`` days."""
    TRIANGULAR = 1
    """Between ``a`` and ``c``, most often ``b``."""
    EXPONENTIAL = 2
    """With mean ``a``."""
    LOGNORMAL = 3
    """The logarithm of the days is normal with mean ``a`` and deviation ``b``."""
    EMPIRICAL = 4
    """One of the ``b`` numbers of ``Routes.sample`` from number ``a`` on, each as likely, times ``c``: the inverse of
    the empirical distribution function F at a uniform u is x₍⌈ub⌉₎, the numbers being sorted."""


class Clock(IntEnum):
    """What the time at a node, waiting and work, is to the promised limit."""

    COUNTS = 0
    STOPS = 1
    """Time that is not counted (行政许可法 art. 45)."""
    RESTARTS = 2
    """The limit begins anew when it is done: an application counts as accepted once it has been completed (补正,
    行政许可法 art. 32). Only outside of parallel branches."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A distribution of working days; ``observed`` are the sorted numbers of an EMPIRICAL one.

    Of such a one ``a`` and ``b`` follow when the tables are made; ``c`` is what every number is multiplied by.
    """

    law: Law = Law.FIXED
    a: float = 0.0
    b: float = 0.0
    c: float = 0.0
    observed: tuple[float, ...] = ()

    def scaled(self, share: float) -> Duration:
        """The same distribution of ``share`` times as many days; ``share`` is above 0."""
        if self.law is Law.EMPIRICAL:
            return replace(self, c=self.c * share)
        if self.law is Law.LOGNORMAL:
            return replace(self, a=self.a + log(share))
        return replace(self, a=self.a * share, b=self.b * share, c=self.c * share)


@dataclass(frozen=True, slots=True)
class Node:
    """A node before it is numbered: ``ways`` are keys of nodes with probabilities that add up to 1 (FORK: any).

    ``post`` is the number of the post that works on it, -1 where nobody is waited for. ``closes``: FORK → its JOIN.
    """

    key: str
    kind: Kind
    ways: tuple[tuple[str, float], ...] = ()
    duration: Duration = Duration()
    post: int = -1
    closes: str = ""
    clock: Clock = Clock.COUNTS


@dataclass(frozen=True, slots=True, eq=False)
class Routes:
    """The tables.

    Ways of node ``i`` are ``target[first[i]:first[i + 1]]``, each with the sum of the probabilities up to and
    with it in ``until``. ``need`` is how many branches a JOIN waits for; ``slot`` numbers the JOINs from 0, -1 for
    other nodes; ``closes`` is the JOIN of a FORK. ``sample`` holds the numbers of the EMPIRICAL durations, one
    after the other.
    """

    keys: tuple[str, ...]
    start: int
    kind: Ints
    post: Ints
    law: Ints
    a: Floats
    b: Floats
    c: Floats
    sample: Floats
    first: Ints
    target: Ints
    until: Floats
    need: Ints
    slot: Ints
    closes: Ints
    clock: Ints


def routes_of(nodes: tuple[Node, ...], start: str) -> Routes:
    """The tables of ``nodes``. Raises ``KeyError`` when a way leads nowhere."""
    number = {node.key: index for index, node in enumerate(nodes)}
    joins = [node.key for node in nodes if node.kind is Kind.JOIN]
    ways = [way for node in nodes for way in node.ways]
    target = np.array([number[key] for key, _ in ways], dtype=np.int64)
    until = np.array([share for node in nodes for share in _sums(node)], dtype=np.float64)
    first = np.cumsum([0, *(len(node.ways) for node in nodes)])
    observed = [len(node.duration.observed) for node in nodes]
    begins = np.cumsum(observed) - observed
    arriving = {join: {node.key for node in nodes if any(key == join for key, _ in node.ways)} for join in joins}
    return Routes(
        keys=tuple(number),
        start=number[start],
        kind=np.array([node.kind for node in nodes], dtype=np.int64),
        post=np.array([node.post for node in nodes], dtype=np.int64),
        law=np.array([node.duration.law for node in nodes], dtype=np.int64),
        a=np.array(
            [at if many else node.duration.a for node, at, many in zip(nodes, begins, observed, strict=True)],
            dtype=np.float64,
        ),
        b=np.array([many or node.duration.b for node, many in zip(nodes, observed, strict=True)], dtype=np.float64),
        c=np.array([node.duration.c for node in nodes]),
        sample=np.array([days for node in nodes for days in node.duration.observed], dtype=np.float64),
        first=first.astype(np.int64),
        target=target,
        until=until,
        need=np.array([len(arriving.get(node.key, ())) for node in nodes], dtype=np.int64),
        slot=np.array([joins.index(node.key) if node.key in joins else -1 for node in nodes], dtype=np.int64),
        closes=np.array([number[node.closes] if node.closes else -1 for node in nodes], dtype=np.int64),
        clock=np.array([node.clock for node in nodes], dtype=np.int64),
    )


def _sums(node: Node) -> list[float]:
    """The running sum of the probabilities; the last is above 1, so that every number below 1 finds its way."""
    sums = list(np.cumsum([share for _, share in node.ways]))
    return [*sums[:-1], 2.0] if sums else []
