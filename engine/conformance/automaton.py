"""A net as an automaton over the names of its steps: what a log can show of it.

A log tells that a step was done, not what was decided there: the letter of a transition is the name of the step that
the file leaves. What no log shows (开始, full joins) has no letter and costs nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.nets.net import Net, NetTransition

Costs = NDArray[np.uint16]

FAR = np.uint16(np.iinfo(np.uint16).max // 2)
"""More than any way costs; twice as much still fits."""


class TooManyMarkings(Exception):
    """The net has more markings than were allowed."""


@dataclass(frozen=True, slots=True)
class Arc:
    """From one marking to another, by their numbers; ``letter`` is None for what no log shows."""

    source: int
    target: int
    letter: str | None
    transition: NetTransition


@dataclass(frozen=True, eq=False)
class Automaton:
    """All markings that can be reached, numbered from 0 (where cases begin), and the arcs between them.

    ``distance[i, j]`` is the least number of letters on a way from ``i`` to ``j``, ``FAR`` when there is none.
    """

    markings: tuple[int, ...]
    arcs: tuple[Arc, ...]
    ends: tuple[int, ...]
    distance: Costs = field(repr=False)
    by_letter: dict[str, tuple[Arc, ...]] = field(repr=False)
    _out: tuple[tuple[Arc, ...], ...] = field(repr=False)

    def way(self, source: int, target: int) -> tuple[Arc, ...]:
        """A way with the fewest letters; there must be one."""
        back: list[Arc] = []
        came = self._tree(source)
        while target != source:
            arc = came[target]
            back.append(arc)
            target = arc.source
        return tuple(reversed(back))

    @cache  # noqa: B019 - lives as long as the automaton, which a replay makes once
    def _tree(self, source: int) -> dict[int, Arc]:
        """The arc by which each marking is reached first from ``source``."""
        return _search(source, self._out)[1]


def automaton_of(net: Net, letter: Callable[[NetTransition], str | None], most: int) -> Automaton:
    """The automaton of a safe net; ``letter`` names transitions. Raises ``TooManyMarkings`` beyond ``most``."""
    numbers = {net.initial: 0}
    found = [net.initial]
    arcs: list[Arc] = []
    for marking in found:  # it grows on the way
        for one in net.enabled(marking):
            after = one.fire(marking)
            if after not in numbers:
                if len(found) == most:
                    raise TooManyMarkings
                numbers[after] = len(found)
                found.append(after)
            arcs.append(Arc(numbers[marking], numbers[after], letter(one), one))
    out: list[list[Arc]] = [[] for _ in found]
    by_letter: dict[str, list[Arc]] = {}
    for arc in arcs:
        out[arc.source].append(arc)
        if arc.letter is not None:
            by_letter.setdefault(arc.letter, []).append(arc)
    outgoing = tuple(map(tuple, out))
    return Automaton(
        markings=tuple(found),
        arcs=tuple(arcs),
        ends=tuple(number for number, marking in enumerate(found) if net.finished(marking)),
        distance=_distances(outgoing),
        by_letter={name: tuple(some) for name, some in by_letter.items()},
        _out=outgoing,
    )


def _distances(out: tuple[tuple[Arc, ...], ...]) -> Costs:
    """Letters between every two markings."""
    distance = np.full((len(out), len(out)), FAR, dtype=np.uint16)
    for source in range(len(out)):
        costs = _search(source, out)[0]
        distance[source, list(costs)] = list(costs.values())
    return distance


def _search(source: int, out: tuple[tuple[Arc, ...], ...]) -> tuple[dict[int, int], dict[int, Arc]]:
    """Breadth first over arcs of cost 0 and 1: marking → cost, and the arc by which it is reached."""
    costs, came = {source: 0}, dict[int, Arc]()
    waiting = deque([source])
    settled: set[int] = set()
    while waiting:
        here = waiting.popleft()
        if here in settled:
            continue
        settled.add(here)
        for arc in out[here]:
            cost = costs[here] + (arc.letter is not None)
            if cost < costs.get(arc.target, FAR):
                costs[arc.target] = cost
                came[arc.target] = arc
                (waiting.append if arc.letter is not None else waiting.appendleft)(arc.target)
    return costs, came
