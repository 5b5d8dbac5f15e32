"""Which activity directly follows which, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

Traces = Mapping[tuple[str, ...], int]
"""Trace → how many cases went so."""


@dataclass(frozen=True)
class Following:
    """The directly-follows graph: ``pairs`` with counts, how often each activity comes ``first`` and ``last``."""

    activities: tuple[str, ...]
    pairs: Mapping[tuple[str, str], int]
    first: Mapping[str, int]
    last: Mapping[str, int]

    def without_rare(self, share: float) -> Following:
        """Without the pairs that are rarer than ``share`` of the most frequent one that begins alike, ends likewise.

        The most frequent way into each activity stays, however rare it is: a rare activity keeps its place.
        S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, Discovering Block-Structured Process Models from Event
        Logs Containing Infrequent Behaviour, 2014; what stays is as in A. J. M. M. Weijters, W. M. P. van der Aalst,
        A. K. Alves de Medeiros, Process Mining with the HeuristicsMiner Algorithm, 2006.
        """
        leaving, entering = Counter[str](self.last), Counter[str](self.first)
        for (source, target), count in self.pairs.items():
            leaving[source] = max(leaving[source], count)
            entering[target] = max(entering[target], count)
        begun = max(self.first.values(), default=0)
        return Following(
            self.activities,
            {
                pair: count
                for pair, count in self.pairs.items()
                if count >= share * leaving[pair[0]] or count == entering[pair[1]]
            },
            {one: count for one, count in self.first.items() if count >= share * begun or count == entering[one]},
            {one: count for one, count in self.last.items() if count >= share * leaving[one]},
        )


def following(traces: Traces) -> Following:
    """The graph of ``traces``; activities in the order in which they first occur."""
    pairs, first, last = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    activities: dict[str, None] = {}
    for trace, count in traces.items():
        activities.update(dict.fromkeys(trace))
        if trace:
            first[trace[0]] += count
            last[trace[-1]] += count
        for pair in pairwise(trace):
            pairs[pair] += count
    return Following(tuple(activities), pairs, first, last)


def components(nodes: Iterable[str], arcs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Nodes that hang together, whatever the direction; in the order of ``nodes``."""
    neighbours: dict[str, set[str]] = {node: set() for node in nodes}
    for source, target in arcs:
        neighbours[source].add(target)
        neighbours[target].add(source)
    found: list[set[str]] = []
    seen: set[str] = set()
    for node in neighbours:
        if node not in seen:
            part = reached(node, neighbours)
            seen |= part
            found.append(part)
    return found


def reached(start: str, neighbours: Mapping[str, Collection[str]]) -> set[str]:
    """What can be reached from ``start``, itself included."""
    found = {start}
    waiting = [start]
    while waiting:
        for other in neighbours.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
