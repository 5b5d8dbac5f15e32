"""Moves and rearrangements held against all subsets of steps, the assignment against all matchings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st

from engine.diff.changes.arrangement import Rearranged, StepMoved
from engine.diff.compare import Difference
from engine.diff.matching.assignment import best_pairs
from tests.engine.diff import trees
from tests.engine.diff.telling import difference_of

MOST = 7
"""Steps a version: 128 subsets, 7! matchings."""


@st.composite
def _rebuilt(draw: st.DrawFn) -> tuple[trees.Line, trees.Line]:
    """The same steps in two trees."""
    before = draw(trees.lines(MOST, 2))
    count = len(trees.leaves(before))
    after = draw(trees.lines(count, count))
    days = {leaf.name: leaf.days for leaf in trees.leaves(before)}
    return before, _with_days(after, days)


def _with_days(line: trees.Line, days: dict[str, int]) -> trees.Line:
    """The same tree with other days, so that nothing but the arrangement differs."""

    def item(one: trees.Item) -> trees.Item:
        match one:
            case trees.Leaf():
                return trees.Leaf(one.name, days[one.name])
            case trees.Beside():
                return trees.Beside(tuple(_with_days(inner, days) for inner in one.lines), one.name)
            case trees.Choice():
                gate = trees.Leaf(one.gate.name, days[one.gate.name])
                return trees.Choice(gate, tuple(_with_days(inner, days) for inner in one.lines))
            case trees.Passable():
                gate = trees.Leaf(one.gate.name, days[one.gate.name])
                return trees.Passable(gate, _with_days(one.line, days))

    return tuple(map(item, line))


def _compared(before: trees.Line, after: trees.Line) -> Difference:
    with TemporaryDirectory() as folder:
        return difference_of(f"优化前:\n{trees.written(before)}优化后:\n{trees.written(after)}", Path(folder))


def _kind(before: str, after: str) -> str:
    """How a pair has changed: ``inverted`` or the kinds of relation before and after, empty for not at all."""
    if before == after:
        return ""
    kinds = ["ordered" if "<" in one else one for one in (before, after)]
    return "inverted" if kinds[0] == kinds[1] else f"{kinds[0]} → {kinds[1]}"


def _explanations(before: trees.Line, after: trees.Line) -> dict[frozenset[str], tuple[int, int]]:
    """Cost and number of rearrangements for every set of steps whose moves leave no inverted pair among the others.

    A moved step costs one, so does a connected group of pairs with one kind of change, so does a way past steps that
    makes a step that has not moved optional or mandatory. Where all connected pairs changed in one and the same way
    nobody would speak of moves: 甲{乙|丙} → 甲 乙 丙 is made sequential, even if 乙 can now be passed over.
    """
    old, new = trees.relations(before), trees.relations(after)
    changed = {(min(pair), max(pair)): kind for pair in old if (kind := _kind(old[pair], new[pair]))}
    other = trees.passable(before) ^ trees.passable(after)
    ways = [stretch & other for stretch in (*trees.passes(before), *trees.passes(after))]
    found: dict[frozenset[str], tuple[int, int]] = {}
    names = sorted(_movable(changed))
    for moved in map(frozenset, chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))):
        graphs: dict[str, nx.Graph[str]] = {}
        for (one, two), kind in changed.items():
            if one not in moved and two not in moved:
                graphs.setdefault(kind, nx.Graph()).add_edge(one, two)
        if "inverted" not in graphs:
            groups = sum(nx.number_connected_components(graph) for graph in graphs.values())
            found[moved] = len(moved) + groups + sum(bool(way - moved) for way in ways), groups
    return found


def _movable(changed: Mapping[tuple[str, str], str]) -> set[str]:
    """The steps of connected pairs that did not all change in one and the same way, or were inverted."""
    graph: nx.Graph[str] = nx.Graph(list(changed))
    found: set[str] = set()
    for group in nx.connected_components(graph):
        kinds = {kind for pair, kind in changed.items() if pair[0] in group}
        if len(kinds) > 1 or "inverted" in kinds:
            found |= group
    return found


_TOGETHER = (
    # 甲{丁 己 | 乙 戊} 丙 → 甲 beside 丁, 己 beside 乙, 戊, 丙: to move 丁 or 己 alone makes nothing cheaper.
    (
        trees.Choice(
            trees.Leaf("甲"),
            ((trees.Leaf("丁"), trees.Leaf("己")), (trees.Leaf("乙"), trees.Leaf("戊"))),
        ),
        trees.Leaf("丙"),
    ),
    (
        trees.Beside(((trees.Leaf("甲"),), (trees.Leaf("丁"),))),
        trees.Beside(((trees.Leaf("己"),), (trees.Leaf("乙"),))),
        trees.Leaf("戊"),
        trees.Leaf("丙"),
    ),
)

_APART = (
    # 乙[丙 丁] 戊 → 甲{乙|丙} 戊 丁: 乙 and 丙 changed in one way only, though moving 丙 and 丁 would say it in two.
    (
        trees.Leaf("甲"),
        trees.Passable(trees.Leaf("乙"), (trees.Leaf("丙"), trees.Leaf("丁"))),
        trees.Leaf("戊"),
        trees.Leaf("己"),
    ),
    (
        trees.Choice(trees.Leaf("甲"), ((trees.Leaf("乙"),), (trees.Leaf("丙"),))),
        trees.Leaf("戊"),
        trees.Leaf("丁"),
        trees.Leaf("己"),
    ),
)


@given(versions=_rebuilt())
@example(versions=_TOGETHER)
@example(versions=_APART)
def test_no_set_of_moved_steps_explains_the_order_more_cheaply(versions: tuple[trees.Line, trees.Line]) -> None:
    """All that is said of the arrangement is as little as can be; of the cheapest readings one with fewest moves."""
    changes = _compared(*versions).changes
    moved = frozenset(step.name for change in changes if isinstance(change, StepMoved) for step in change.before)
    readings = _explanations(*versions)
    assert moved in readings, "what is said to have moved leaves no order inverted"
    cost, groups = readings[moved]
    assert (cost, len(moved)) == min((reading[0], len(names)) for names, reading in readings.items())
    assert sum(isinstance(change, Rearranged) for change in changes) == groups


@given(marks=st.permutations(trees.MARKS[:MOST]))
def test_on_a_line_all_but_a_longest_increasing_part_has_moved(marks: list[str]) -> None:
    """All but the LIS (Schensted 1961)."""
    before = tuple(trees.Leaf(mark) for mark in trees.MARKS[:MOST])
    after = tuple(trees.Leaf(mark) for mark in marks)
    moved = [change for change in _compared(before, after).changes if isinstance(change, StepMoved)]
    places = [trees.MARKS.index(mark) for mark in marks]
    longest = [1] * len(places)
    for index, place in enumerate(places):
        longest[index] += max((longest[one] for one in range(index) if places[one] < place), default=0)
    assert len(moved) == MOST - max(longest)


Weights = dict[tuple[int, int], float]

_weights = st.dictionaries(
    st.tuples(st.integers(0, MOST - 1), st.integers(0, MOST - 1)), st.floats(0.01, 1), max_size=MOST * MOST
)


def _best_total(weights: Weights) -> float:
    """The greatest total of any matching, each tried."""

    @lru_cache(None)
    def best(old: int, taken: int) -> float:
        if old == MOST:
            return 0.0
        free = [new for new in range(MOST) if (old, new) in weights and not taken >> new & 1]
        paired = (weights[old, new] + best(old + 1, taken | 1 << new) for new in free)
        return max((best(old + 1, taken), *paired))

    return best(0, 0)


@given(weights=_weights)
def test_the_assignment_reaches_the_optimum_of_its_own_score(weights: Weights) -> None:
    """As many as seven steps a side: no matching has a greater total weight."""
    pairs = best_pairs(weights)
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    # What decides between equals weighs a millionth a pair.
    assert abs(sum(weights[pair] for pair in pairs) - _best_total(weights)) <= 1e-6 * MOST
