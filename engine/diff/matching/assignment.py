"""Matching by likeness: of all ways to pair what is left the one that is most alike altogether.

Only pairs that are alike enough are looked at; they fall into small groups that have nothing to do with each other,
and each group is solved exactly (maximum weight matching, Edmonds 1965). Two rounds, because what the first round
matched tells more about the surroundings of the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.diff.groups import Evidence
from engine.diff.matching.likeness import Likeness
from engine.diff.matching.links import Matching
from engine.diff.matching.surroundings import Around
from engine.diff.skeleton import Skeleton

ROUNDS = (0.62, 0.45)
"""How alike two steps must be in the first and in the second round."""

IN_PLACE = 0.5
"""How alike the surroundings must be of two steps that have little else in common."""

Pair = tuple[int, int]
Weights = Mapping[Pair, float]


def match_alike(matching: Matching, old: Sequence[int], new: Sequence[int], likeness: Likeness) -> None:
    """Link pairs of the steps ``old`` and ``new`` that are alike enough and pair best."""
    identified = _are_identified(matching)
    for least in ROUNDS:
        old = [index for index in old if index not in matching.old]
        new = [index for index in new if index not in matching.new]
        if not old or not new:
            return
        around = Around(matching)
        alike: dict[Pair, float] = {}
        for one in old:
            for other in new:
                if identified and _has_identifier(matching.before, one) and _has_identifier(matching.after, other):
                    continue
                if matching.before.is_leaf(one) is matching.after.is_leaf(other):
                    share = likeness.of(one, other, around.alike(one, other))
                    if likeness.is_namesake(one, other) or (
                        share >= likeness.least(one, other, least) and likeness.is_founded(one, other)
                    ):
                        alike[one, other] = share
        for one, other in best_pairs({pair: max(share - least, 0) + 0.05 * share for pair, share in alike.items()}):
            if likeness.is_namesake(one, other):
                matching.link(one, other, Evidence.NAME)
            else:
                matching.link(one, other, Evidence.SIMILAR, alike[one, other])


def match_in_place(matching: Matching, old: Sequence[int], new: Sequence[int]) -> None:
    """Link what is left between the same neighbours and has a procedure in common that no other step has.

    Such a step has another name and does partly other things; but nobody else does what it did.
    """
    old = [index for index in old if index not in matching.old and matching.before.is_leaf(index)]
    new = [index for index in new if index not in matching.new and matching.after.is_leaf(index)]
    if not old or not new or _are_identified(matching):
        return
    telling = _own_acts(matching.before) & _own_acts(matching.after)
    around = Around(matching)
    pairs = {
        (one, other): share
        for one in old
        for other in new
        if not telling.isdisjoint(matching.before.acts[one] & matching.after.acts[other])
        and (share := around.alike(one, other)) >= IN_PLACE
    }
    for one, other in best_pairs(pairs):
        matching.link(one, other, Evidence.SIMILAR, ROUNDS[-1])


def _own_acts(skeleton: Skeleton) -> set[str]:
    """The procedures that one step alone performs."""
    return {act for act, steps in skeleton.doers.items() if len(steps) == 1}


def _are_identified(matching: Matching) -> bool:
    """Whether 标识 tell which step is which: half of them at least are in both versions.

    Then two steps with different ones are two steps, however alike.
    """
    found = sum(evidence is Evidence.IDENTIFIER for evidence in matching.links.evidence.values())
    return bool(found) and 2 * found >= min(
        sum(_has_identifier(skeleton, index) for index in range(len(skeleton.steps)))
        for skeleton in (matching.before, matching.after)
    )


def _has_identifier(skeleton: Skeleton, step: int) -> bool:
    return skeleton.steps[step].key != skeleton.steps[step].name


def best_pairs(weights: Weights) -> list[Pair]:
    """The pairs, each index at most once, of greatest total weight; of equals those that keep the written order."""
    chosen: list[Pair] = []
    for group in _groups(weights):
        if len(group) == 1:
            chosen += group
        elif len({one for one, _ in group}) == 1 or len({other for _, other in group}) == 1:
            chosen.append(max(group, key=lambda pair: (weights[pair], -abs(pair[0] - pair[1]))))
        else:
            chosen += _solved(group, weights)
    return sorted(chosen)


def _groups(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """The pairs by connected group."""
    home: dict[tuple[str, int], list[Pair]] = {}
    for pair in pairs:
        mine = home.get(("old", pair[0]), [])
        theirs = home.get(("new", pair[1]), [])
        if mine is theirs:
            mine.append(pair)
            continue
        joined = mine + theirs
        joined.append(pair)
        for one, other in joined:
            home["old", one] = home["new", other] = joined
    return list({id(group): group for group in home.values()}.values())


def _solved(group: Sequence[Pair], weights: Weights) -> list[Pair]:
    import networkx as nx  # noqa: PLC0415 - seldom needed, and slower to load than everything else

    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for one, other in group:
        # So small that it only decides between equals: what stands in the same order goes together.
        nearer = 1e-6 / (1 + abs(one - other))
        graph.add_edge(("old", one), ("new", other), weight=weights[one, other] + nearer)
    found = nx.max_weight_matching(graph)
    return [(one[1], other[1]) if one[0] == "old" else (other[1], one[1]) for one, other in found]
