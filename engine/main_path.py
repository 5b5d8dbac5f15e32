"""The main path of a checked process: what comes before what, and what each node adds to a way, in counted days.

A graph of plain dictionaries: every command asks for the critical path, and to load networkx takes longer than all the
rest of most commands. ``engine.graph`` has the whole process for what needs a graph library.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from processes.model.process import FlowKind, Node, NodeKind, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class MainGraph:
    """Acyclic, from 开始 to 办结, parallel blocks between FORK and JOIN, ways past steps included.

    Every mapping is in topological order, of equals in the order declared. ``days`` is what a node adds to a way, in
    counted days: the step's own limit; for the JOIN of a named block what the block's limit exceeds its longest branch
    by, so that the block counts its own limit. ``before`` and ``after`` are the neighbours, in the order of the flows.
    """

    nodes: Mapping[str, Node]
    days: Mapping[str, Fraction]
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]


def main_graph(process: Process) -> MainGraph:
    """The main path of ``process``."""
    # Of steps that exclude each other only one is next to what comes after: without the ways ahead the path breaks off.
    main = [flow for flow in process.flows if flow.kind in (FlowKind.MAIN, FlowKind.SKIP)]
    reached = {flow.source for flow in main} | {flow.target for flow in main}
    nodes = {node.key: node for node in process.nodes if node.key in reached}
    # Two flows between the same nodes are one way; dictionaries keep the order in which the first was declared.
    before: dict[str, dict[str, None]] = {key: {} for key in nodes}
    after: dict[str, dict[str, None]] = {key: {} for key in nodes}
    for flow in main:
        before[flow.target][flow.source] = None
        after[flow.source][flow.target] = None
    order = _topological(before, after)
    return MainGraph(
        nodes={key: nodes[key] for key in order},
        days={key: Fraction(node_days(process, nodes[key])) for key in order},
        before={key: tuple(before[key]) for key in order},
        after={key: tuple(after[key]) for key in order},
    )


def _topological(before: Mapping[str, Iterable[str]], after: Mapping[str, Iterable[str]]) -> list[str]:
    """The nodes so that each comes after those before it (Kahn 1962), generation by generation."""
    awaited = {key: len(list(others)) for key, others in before.items()}
    order = [key for key, count in awaited.items() if not count]
    for key in order:
        for other in after[key]:
            awaited[other] -= 1
            if not awaited[other]:
                order.append(other)
    assert len(order) == len(awaited), "the main path has no loop"
    return order


def longest_ways(graph: MainGraph) -> dict[str, tuple[Fraction, str | None]]:
    """Node of a main graph → the counted days until it is done on the longest way, and the node before it on that way.

    Of equally long ways the one declared first, so that the path is the same on every run.
    """
    longest: dict[str, tuple[Fraction, str | None]] = {}
    for key, others in graph.before.items():
        before = max(others, key=lambda other: longest[other][0], default=None)
        so_far = longest[before][0] if before is not None else Fraction(0)
        longest[key] = so_far + graph.days[key], before
    return longest


def longest_path(graph: MainGraph) -> tuple[Fraction, tuple[str, ...]]:
    """The length of the longest way through a main graph by its ``days``, and the nodes on it."""
    longest = longest_ways(graph)
    last = max(longest, key=lambda key: longest[key][0], default=None)
    length = longest[last][0] if last is not None else Fraction(0)
    on_path: list[str] = []
    while last is not None:
        on_path.append(last)
        last = longest[last][1]
    return length, tuple(reversed(on_path))


def node_days(process: Process, node: Node) -> int | Fraction:
    """What a node adds to a path, in counted days, as ``MainGraph`` has it."""
    if node.step is None or node.kind is NodeKind.FORK:
        return 0
    if node.kind is NodeKind.STEP:
        return node.step.limit.counted
    beyond: int | Fraction = node.step.limit.counted - process.branch_days[node.step.key]
    return beyond if beyond > 0 else 0  # noqa: FURB136 - the type checker knows no max of both kinds of numbers
