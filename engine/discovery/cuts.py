"""How the activities of a log part into blocks: the four cuts of the inductive miner.

S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, Discovering Block-Structured Process Models from Event Logs, 2013.
A cut is a list of at least two disjoint sets of activities, or nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from engine.discovery.graph import Following, Traces, components, reached

Cut = list[set[str]]


def choice_cut(graph: Following, _traces: Traces, _share: float) -> Cut | None:
    """Parts that no pair connects."""
    parts = components(graph.activities, graph.pairs)
    return parts if len(parts) > 1 else None


def sequence_cut(graph: Following, _traces: Traces, _share: float) -> Cut | None:
    """Parts that are passed in one direction only; activities that exclude each other stay together."""
    ahead: dict[str, list[str]] = {activity: [] for activity in graph.activities}
    for source, target in graph.pairs:
        ahead[source].append(target)
    can = {activity: reached(activity, ahead) for activity in graph.activities}
    together = [
        (one, other)
        for one in graph.activities
        for other in graph.activities
        if one < other and ((other in can[one]) == (one in can[other]))
    ]
    parts = components(graph.activities, together)
    if len(parts) < 2:  # noqa: PLR2004 - a cut has two parts
        return None
    some = {id(part): min(part) for part in parts}
    return sorted(parts, key=lambda part: sum(some[id(part)] in can[min(other)] for other in parts))


class Orders:
    """In which order activities come: which of two begins the cases in which both are, and which ends them."""

    def __init__(self, traces: Traces) -> None:
        """Count."""
        self._began: Counter[tuple[str, str]] = Counter()
        self._ended: Counter[tuple[str, str]] = Counter()
        for trace, count in traces.items():
            for order, found in ((trace, self._began), (reversed(trace), self._ended)):
                for pair in combinations(dict.fromkeys(order), 2):
                    found[pair] += count

    def either(self, one: str, other: str, share: float) -> bool:
        """Whether in more than ``share`` of the cases either begins, and either ends."""
        counts = (
            self._began[one, other],
            self._began[other, one],
            self._ended[one, other],
            self._ended[other, one],
        )
        return min(counts) > share * (counts[0] + counts[1])


def parallel_cut(graph: Following, traces: Traces, share: float) -> Cut | None:
    """Parts of which every activity may directly follow every one of the others; each begins and ends traces.

    A way back of a loop also follows and is followed, but it never comes first: the cases tell them apart.
    """
    apart = [
        (one, other)
        for one, other in combinations(graph.activities, 2)
        if not ((one, other) in graph.pairs and (other, one) in graph.pairs)
    ]
    if len(components(graph.activities, apart)) == 1:
        return None
    orders = Orders(traces)
    apart += [pair for pair in combinations(graph.activities, 2) if not orders.either(*pair, share)]
    whole: Cut = []
    rest: set[str] = set()
    order = {activity: number for number, activity in enumerate(graph.activities)}

    def size_and_place(part: set[str]) -> tuple[int, int]:
        return len(part), min(order[one] for one in part)

    for part in sorted(components(graph.activities, apart), key=size_and_place):
        if part & graph.first.keys() and part & graph.last.keys():
            whole.append(part)
        else:
            rest |= part
    if rest and whole:
        # What neither begins nor ends a trace belongs to somebody who does.
        whole[-1] |= rest
    return sorted(whole, key=lambda part: size_and_place(part)[1]) if len(whole) > 1 else None


def side_by_side(graph: Following, traces: Traces, share: float) -> Cut | None:
    """Parts of which every activity is met before and after every one of the others, whatever stands between them.

    For logs with too few cases to have every pair directly one after the other.
    """
    orders = Orders(traces)
    apart = [pair for pair in combinations(graph.activities, 2) if not orders.either(*pair, share)]
    parts = components(graph.activities, apart)
    return parts if len(parts) > 1 else None


def loop_cut(graph: Following, _traces: Traces, _share: float) -> Cut | None:
    """The body, which begins and ends, and the parts that lead from its ends back to its beginnings."""
    body = set(graph.first) | set(graph.last)
    inner = [activity for activity in graph.activities if activity not in body]
    parts = components(
        inner,
        [pair for pair in graph.pairs if not body & set(pair)],
    )
    back: Cut = []
    for part in parts:
        (back.append(part) if _leads_back(part, graph, body) else body.update(part))
    return [body, *back] if back else None


def _leads_back(part: set[str], graph: Following, body: set[str]) -> bool:
    """Whether ``part`` is entered from every end of the body alone and left to every beginning of it alone."""
    entered = {(source, target) for source, target in graph.pairs if source in body and target in part}
    left = {(source, target) for source, target in graph.pairs if source in part and target in body}
    if any(source not in graph.last for source, _ in entered) or any(target not in graph.first for _, target in left):
        return False
    entrances, exits = {target for _, target in entered}, {source for source, _ in left}
    return all((end, entrance) in graph.pairs for end in graph.last for entrance in entrances) and all(
        (exit_, first) in graph.pairs for exit_ in exits for first in graph.first
    )
