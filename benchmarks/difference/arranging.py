"""Whether claims about the order explain how the order of two versions differs: true, complete, nothing said twice."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from benchmarks.difference.claims import Claim, Group
from benchmarks.difference.facts import Facts

REARRANGED = {
    "steps-parallelised": ("<>", "|"),
    "steps-serialised": ("|", "<>"),
    "steps-made-exclusive": ("<>", "#"),
    "steps-made-sequential": ("#", "<>"),
    "exclusive-made-parallel": ("#", "|"),
    "parallel-made-exclusive": ("|", "#"),
}
"""Code → the relations before and after."""

OPTIONAL = {"steps-made-optional": (False, True), "steps-made-mandatory": (True, False)}

ARRANGEMENT = frozenset({"step-moved", *REARRANGED, *OPTIONAL})


def explains(before: Facts, after: Facts, groups: Iterable[Group], claims: Iterable[Claim]) -> bool:
    """Whether ``claims``, all about the order, are true of the groups and leave nothing unexplained.

    A moved step explains all about itself. Of the others, what changed in one way and hangs together is one claim.
    """
    groups = list(groups)
    moved: set[Group] = set()
    said: dict[str, list[set[Group]]] = {}
    for one in claims:
        meant = {group for group in groups if set(group[0]) & set(one.before) or set(group[1]) & set(one.after)}
        if _names(meant, 0) != one.before or _names(meant, 1) != one.after:
            return False
        if one.code == "step-moved":
            if len(meant) != 1:
                return False
            moved |= meant
        else:
            said.setdefault(one.code, []).append(meant)
    still = [group for group in groups if group not in moved]
    if any(not _displaced(before, after, group, groups) for group in moved):
        return False
    return _relations_explained(before, after, still, said) and _options_explained(before, after, still, moved, said)


def weight(claims: Iterable[Claim]) -> int:
    """How many changes an explanation has; that a moved step is, or was, passed over goes with its move."""
    claims = list(claims)
    moved = {name for one in claims if one.code == "step-moved" for name in one.before}
    return sum(one.code not in OPTIONAL or not set(one.before) <= moved for one in claims)


def _names(groups: Iterable[Group], side: int) -> tuple[str, ...]:
    return tuple(sorted(one for group in groups for one in group[side]))


def _between(facts: Facts, one: Iterable[str], other: Iterable[str]) -> set[str]:
    """All relations between the steps of two groups on one side."""
    others = list(other)
    return {facts.relation(mine, its) for mine in one for its in others}


def _displaced(before: Facts, after: Facts, group: Group, groups: Iterable[Group]) -> bool:
    """Whether a step that is said to have moved stands otherwise to any other."""
    return any(
        not _between(before, group[0], other[0]) & _between(after, group[1], other[1])
        for other in groups
        if other is not group
    )


def _relations_explained(before: Facts, after: Facts, still: list[Group], said: dict[str, list[set[Group]]]) -> bool:
    found: dict[str, nx.Graph[Group]] = {}
    for index, one in enumerate(still):
        for other in still[index + 1 :]:
            was, now = _between(before, one[0], other[0]), _between(after, one[1], other[1])
            if was & now:
                continue
            code = next((code for code, (old, new) in REARRANGED.items() if was <= set(old) and now <= set(new)), None)
            if code is None:
                return False
            found.setdefault(code, nx.Graph()).add_edge(one, other)
    for code in REARRANGED:
        parts = [set(part) for part in nx.connected_components(found.get(code, nx.Graph()))]
        if sorted(map(sorted, parts)) != sorted(map(sorted, said.get(code, []))):
            return False
    return True


def _options_explained(
    before: Facts, after: Facts, still: list[Group], moved: set[Group], said: dict[str, list[set[Group]]]
) -> bool:
    """What is passed over in one go is one claim; of a step that was moved it may be said or not."""
    for code, change in OPTIONAL.items():
        changed = {group for group in still if (_option(before, group[0]), _option(after, group[1])) == change}
        claims = said.get(code, [])
        claimed = [group for meant in claims for group in meant]
        if len(claimed) != len(set(claimed)) or not changed <= set(claimed) <= changed | moved:
            return False
        facts, side = (after, 1) if change[1] else (before, 0)
        for meant in claims:
            if not any(set(_names(meant, side)) <= skip for skip in facts.skips):
                return False
    return True


def _option(facts: Facts, steps: Iterable[str]) -> bool:
    """Whether all of the steps can be passed over."""
    return all(facts.optional(one) for one in steps)
