"""Block trees of steps: drawn at random, written as a declaration, and related to each other by the tree alone.

A tree is a line of items; an item is a step, steps side by side (并联, with or without a name), a choice between lines
or a line that may be passed over. How two steps stand to each other is read from the item in which they part, without
any graph: the independent oracle for what the engine reads from nodes and flows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import networkx as nx
from hypothesis import strategies as st


@dataclass(frozen=True)
class Leaf:
    """A step of so many 工作日."""

    name: str
    days: int = 1


@dataclass(frozen=True)
class Beside:
    """Lines side by side; ``name`` of a named block, empty without one."""

    lines: tuple[Line, ...]
    name: str = ""


@dataclass(frozen=True)
class Choice:
    """A step after which one of several lines is taken; each begins and ends with a step."""

    gate: Leaf
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Passable:
    """A step after which a line may be passed over."""

    gate: Leaf
    line: Line


Item = Leaf | Beside | Choice | Passable
Line = tuple[Item, ...]
Pair = frozenset[str]

MARKS = "甲乙丙丁戊己庚辛壬癸"


@st.composite
def lines(draw: st.DrawFn, most: int = 10, least: int = 1, *, named: bool = False) -> Line:
    """A tree of ``least`` to ``most`` steps, called 甲, 乙, … in an order of its own."""
    count = draw(st.integers(least, most))
    marks = draw(st.permutations(MARKS[:count]))
    leaves = [Leaf(mark, draw(st.integers(1, 5))) for mark in marks]
    return _line(draw, leaves, named=named, last=True)


def _line(draw: st.DrawFn, leaves: list[Leaf], *, named: bool, last: bool = False) -> Line:
    """All ``leaves`` in a line. ``last``: what follows is 办结 and no step, where only one step can be passed over."""
    items: list[Item] = []
    left = list(leaves)
    while left:
        kind = draw(st.sampled_from(("step", "step", "beside", "choice", "passable")))
        # What leads past something needs a step to lead to: one is left over for that.
        room = len(left) if last else len(left) - 1
        opened = bool(items) and isinstance(items[-1], Choice | Passable)
        if kind == "beside" and len(left) > 1 and not opened:
            parts = _parts(draw, left[: draw(st.integers(2, min(5, len(left))))])
            left = left[sum(map(len, parts)) :]
            inner = tuple(_line(draw, part, named=False) for part in parts)
            name = f"联办{parts[0][0].name}" if named and draw(st.booleans()) else ""
            items.append(Beside(inner, name))
        elif kind == "choice" and room > 2:
            parts = _parts(draw, left[1 : draw(st.integers(3, min(6, room)))])
            taken = 1 + sum(map(len, parts))
            items.append(Choice(left[0], tuple(_between_steps(draw, part, named=named) for part in parts)))
            left = left[taken:]
        elif kind == "passable" and (len(left) > 2 or (last and len(left) == 2)):
            count = draw(st.integers(1, min(3, len(left) - 2))) if len(left) > 2 else 1
            items.append(Passable(left[0], _line(draw, left[1 : 1 + count], named=named)))
            left = left[1 + count :]
        else:
            items.append(left.pop(0))
    return tuple(items)


def _between_steps(draw: st.DrawFn, leaves: list[Leaf], *, named: bool) -> Line:
    if len(leaves) < 3:
        return tuple(leaves)
    return (leaves[0], *_line(draw, leaves[1:-1], named=named), leaves[-1])


def _parts(draw: st.DrawFn, leaves: list[Leaf]) -> list[list[Leaf]]:
    """Two or three parts, none empty."""
    cuts = draw(st.sets(st.integers(1, len(leaves) - 1), min_size=1, max_size=2))
    ends = [0, *sorted(cuts), len(leaves)]
    return [leaves[start:stop] for start, stop in pairwise(ends)]


# --- as a declaration


def written(line: Line) -> str:
    """The 流程 of a version."""
    return "  流程:\n" + "".join(f"    {row}\n" for row in _rows(line, ""))


def _rows(line: Sequence[Item], after: str) -> Iterator[str]:
    """The entries of a line; ``after`` is the step that follows it, empty for none."""
    for index, item in enumerate(line):
        following = _first(line[index + 1]) if index + 1 < len(line) else after
        match item:
            case Leaf():
                yield f"- {_row(item)}"
            case Beside():
                yield from (f"- 环节: {item.name}", "  承办: 综合股", "  并联:") if item.name else ("- 并联:",)
                for inner in item.lines:
                    rows = list(_rows(inner, ""))
                    yield from (
                        ("    - 依次:", *(f"        {row}" for row in rows))
                        if len(inner) > 1 or not isinstance(inner[0], Leaf)
                        else (f"    {row}" for row in rows)
                    )
            case Choice():
                yield f"- 环节: {_row(item.gate)}"
                yield "  去向:"
                for number, inner in enumerate(item.lines):
                    yield f"    第{number}种情形: {_first(inner[0])}"
                for inner in item.lines[:-1]:
                    yield from _rows(inner[:-1], _first(inner[-1]))
                    (end,) = inner[-1:]
                    assert isinstance(end, Leaf)
                    yield f"- 环节: {_row(end)}"
                    yield f"  去向: {following or '结束'}"
                yield from _rows(item.lines[-1], following)
            case Passable():
                yield f"- 环节: {_row(item.gate)}"
                yield "  去向:"
                yield f"    可容缺: {following or '结束'}"
                yield from _rows(item.line, following)


def _row(leaf: Leaf) -> str:
    return f"{leaf.name} | 综合股 | {leaf.days}工作日 | 办理{leaf.name}"


def _first(item: Item) -> str:
    """The name of the step with which an item begins; what leads to it names it."""
    match item:
        case Leaf():
            return item.name
        case Choice() | Passable():
            return item.gate.name
        case Beside():
            return item.name


# --- the oracle


def leaves(line: Sequence[Item], *, blocks: bool = False) -> list[Leaf]:
    """The steps of a line in written order; with ``blocks`` a named block is one of its own instead of its steps."""
    found: list[Leaf] = []
    for item in line:
        match item:
            case Leaf():
                found.append(item)
            case Beside() if blocks and item.name:
                found.append(Leaf(item.name))
            case Beside():
                found += [leaf for inner in item.lines for leaf in leaves(inner, blocks=blocks)]
            case Choice():
                found += [item.gate, *(leaf for inner in item.lines for leaf in leaves(inner, blocks=blocks))]
            case Passable():
                found += [item.gate, *leaves(item.line, blocks=blocks)]
    return found


def relations(line: Sequence[Item], *, blocks: bool = False) -> dict[Pair, str]:
    """For each pair of steps ``甲<乙`` (ordered), ``parallel`` or ``exclusive``."""
    found: dict[Pair, str] = {}

    def part(groups: Sequence[Sequence[Leaf]], relation: str) -> None:
        for one, other in combinations(groups, 2):
            for first in one:
                for second in other:
                    said = f"{first.name}<{second.name}" if relation == "ordered" else relation
                    found[frozenset((first.name, second.name))] = said

    part([leaves([item], blocks=blocks) for item in line], "ordered")
    for item in line:
        inner = _within(item, blocks=blocks)
        if isinstance(item, Choice | Passable):
            part([[item.gate], leaves([item], blocks=blocks)[1:]], "ordered")
        part([leaves(one, blocks=blocks) for one in inner], "exclusive" if isinstance(item, Choice) else "parallel")
        for one in inner:
            found |= relations(one, blocks=blocks)
    return found


def _within(item: Item, *, blocks: bool) -> tuple[Line, ...]:
    """The lines in an item; with ``blocks`` a named block is closed."""
    match item:
        case Beside():
            return () if blocks and item.name else item.lines
        case Choice():
            return item.lines
        case Passable():
            return (item.line,)
        case Leaf():
            return ()


def passes(line: Sequence[Item], *, blocks: bool = False) -> list[frozenset[str]]:
    """For each line that may be passed over the steps on it, at any depth."""
    found: list[frozenset[str]] = []
    for item in line:
        if isinstance(item, Passable):
            found.append(frozenset(leaf.name for leaf in leaves(item.line, blocks=blocks)))
        for one in _within(item, blocks=blocks):
            found += passes(one, blocks=blocks)
    return found


def passable(line: Sequence[Item], *, blocks: bool = False) -> set[str]:
    """The steps that may be passed over."""
    return set().union(*passes(line, blocks=blocks))


def longest_days(line: Line) -> int:
    """The days of the longest way: networkx' longest path, each step an arc of its days."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("")
    _arcs(graph, line, "")
    return int(nx.dag_longest_path_length(graph))


def _arcs(graph: nx.DiGraph[str], line: Sequence[Item], start: str) -> str:
    """Add a line that begins at node ``start``; gives the node at which it ends."""
    for item in line:
        match item:
            case Leaf():
                graph.add_edge(start, item.name, weight=item.days)
                start = item.name
            case Beside() | Choice():
                if isinstance(item, Choice):
                    start = _arcs(graph, [item.gate], start)
                ends = [_arcs(graph, inner, start) for inner in item.lines]
                for end in ends:
                    graph.add_edge(end, f"{ends[-1]}:合", weight=0)
                start = f"{ends[-1]}:合"
            case Passable():
                # To pass over something never takes longer.
                start = _arcs(graph, [item.gate, *item.line], start)
    return start
