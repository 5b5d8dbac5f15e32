"""Ways that leave the main path by a 支线 and do not come back: how long they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import networkx as nx

from engine.graph import main_graph
from processes.model.process import Process


def detours(process: Process, sides: Mapping[str, Fraction]) -> Iterator[tuple[str, Fraction]]:
    """Each of ``sides`` with the days from 开始 to the end by way of it, if it ends the case or leads further down."""
    order = {node.key: index for index, node in enumerate(process.nodes)}
    branch_of = {node.key: node.step.branch for node in process.nodes if node.step}
    ways = []
    for name in sides:
        sources = [
            flow.source for flow in process.flows if branch_of.get(flow.target) == name != branch_of.get(flow.source)
        ]
        targets = [
            flow.target for flow in process.flows if branch_of.get(flow.source) == name != branch_of.get(flow.target)
        ]
        ways += [(name, one, other) for one in sources for other in targets if order[other] > order[one]]
    if ways:
        graph = main_graph(process)
        until, onward = _longest(graph), _longest(graph.reverse(copy=False))
        for name in sides:
            lengths = [
                until.get(one, Fraction(0)) + onward.get(other, Fraction(0))
                for side, one, other in ways
                if side == name
            ]
            if lengths:
                yield name, sides[name] + max(lengths)


def _longest(graph: nx.DiGraph[str]) -> Mapping[str, Fraction]:
    """Node → the days of the longest way to it, its own included."""
    found: dict[str, Fraction] = {}
    for key in nx.topological_sort(graph):
        before = max((found[other] for other in graph.predecessors(key)), default=Fraction(0))
        found[key] = before + graph.nodes[key]["days"]
    return found
