"""How the activities of a log part into blocks: the four cuts of the inductive miner.

S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, Discovering Block-Structured Process Models from Event Logs, 2013.
A cut is a list of at least two disjoint sets of activities, or nothing.
"""

from __future__ import annotations

from engine.discovery.graph import Following, components, reached

Cut = list[set[str]]


def choice_cut(graph: Following) -> Cut | None:
    """Parts that no pair connects."""
    parts = components(graph.activities, graph.pairs)
    return parts if len(parts) > 1 else None


def sequence_cut(graph: Following) -> Cut | None:
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


def parallel_cut(graph: Following) -> Cut | None:
    """Parts of which every activity may directly follow every one of the others; each begins and ends traces."""
    apart = [
        (one, other)
        for one in graph.activities
        for other in graph.activities
        if one < other and not ((one, other) in graph.pairs and (other, one) in graph.pairs)
    ]
    whole: Cut = []
    rest: set[str] = set()
    for part in sorted(components(graph.activities, apart), key=lambda part: (len(part), min(part))):
        if part & graph.first.keys() and part & graph.last.keys():
            whole.append(part)
        else:
            rest |= part
    if rest and whole:
        # What neither begins nor ends a trace belongs to somebody who does.
        whole[-1] |= rest
    order = {activity: number for number, activity in enumerate(graph.activities)}
    return sorted(whole, key=lambda part: min(order[one] for one in part)) if len(whole) > 1 else None


def loop_cut(graph: Following) -> Cut | None:
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
