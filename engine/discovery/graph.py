"""Which activity directly follows which, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

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

        S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, Discovering Block-Structured Process Models from Event Logs
        Containing Infrequent Behaviour, 2014.
        """
        strongest = Counter[str](self.last)
        for (source, _), count in self.pairs.items():
            strongest[source] = max(strongest[source], count)
        return Following(
            self.activities,
            {pair: count for pair, count in self.pairs.items() if count >= share * strongest[pair[0]]},
            _frequent(self.first, share),
            _frequent(self.last, share),
        )


def following(traces: Traces) -> Following:
    """The graph of ``traces``; activities in the order of their names."""
    pairs, first, last = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    activities: set[str] = set()
    for trace, count in traces.items():
        activities.update(trace)
        if trace:
            first[trace[0]] += count
            last[trace[-1]] += count
        for pair in zip(trace, trace[1:], strict=False):
            pairs[pair] += count
    return Following(tuple(sorted(activities)), pairs, first, last)


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


def _frequent(counts: Mapping[str, int], share: float) -> dict[str, int]:
    most = max(counts.values(), default=0)
    return {activity: count for activity, count in counts.items() if count >= share * most}
