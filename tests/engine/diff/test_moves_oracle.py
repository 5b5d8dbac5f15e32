"""Moves and rearrangements held against all subsets of steps, the assignment against all matchings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx as nx
from hypothesis import given
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


def _explanations(before: trees.Line, after: trees.Line) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Cost and number of moves of every set of steps whose moves leave no inverted pair among the others."""
    old, new = trees.relations(before), trees.relations(after)
    changed = {tuple(sorted(pair)): kind for pair in old if (kind := _kind(old[pair], new[pair]))}
    names = [leaf.name for leaf in trees.leaves(before)]
    for size in range(len(names) + 1):
        for moved in map(frozenset, combinations(names, size)):
            graphs: dict[str, nx.Graph[str]] = {}
            for (one, other), kind in changed.items():
                if one not in moved and other not in moved:
                    graphs.setdefault(kind, nx.Graph()).add_edge(one, other)
            if "inverted" not in graphs:
                groups = sum(nx.number_connected_components(graph) for graph in graphs.values())
                yield size + groups, size, moved


@given(versions=_rebuilt())
def test_no_set_of_moved_steps_explains_the_order_more_cheaply(versions: tuple[trees.Line, trees.Line]) -> None:
    """Moves and rearrangements together are as few as can be; of the cheapest readings the one with fewest moves."""
    changes = _compared(*versions).changes
    moved = [change for change in changes if isinstance(change, StepMoved)]
    rearranged = [change for change in changes if isinstance(change, Rearranged)]
    readings = list(_explanations(*versions))
    assert (len(moved) + len(rearranged), len(moved)) == min(reading[:2] for reading in readings)
    names = frozenset(step.name for change in moved for step in change.before)
    assert (len(moved) + len(rearranged), len(moved), names) in readings, "what is said to have moved explains the rest"


@given(marks=st.permutations(trees.MARKS[:MOST]))
def test_on_a_line_all_but_a_longest_increasing_part_has_moved(marks: list[str]) -> None:
    """n − LIS (Schensted 1961)."""
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
        options = [best(old + 1, taken)]
        for new in range(MOST):
            if (old, new) in weights and not taken >> new & 1:
                options.append(weights[old, new] + best(old + 1, taken | 1 << new))
        return max(options)

    return best(0, 0)


@given(weights=_weights)
def test_the_assignment_reaches_the_optimum_of_its_own_score(weights: Weights) -> None:
    """As many as seven steps a side: no matching has a greater total weight."""
    pairs = best_pairs(weights)
    assert len({old for old, _ in pairs}) == len({new for _, new in pairs}) == len(pairs)
    # What decides between equals weighs a millionth a pair.
    assert abs(sum(weights[pair] for pair in pairs) - _best_total(weights)) <= 1e-6 * MOST
