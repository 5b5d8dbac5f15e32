"""Ways that leave the main path by a 支线 and do not come back: how long they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from engine.main_path import MainGraph, longest_ways, main_graph
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
        until, onward = _days(graph), _days(_backwards(graph))
        for name in sides:
            lengths = [
                until.get(one, Fraction(0)) + onward.get(other, Fraction(0))
                for side, one, other in ways
                if side == name
            ]
            if lengths:
                yield name, sides[name] + max(lengths)


def _days(graph: MainGraph) -> Mapping[str, Fraction]:
    """Node → the days of the longest way to it, its own included."""
    return {key: days for key, (days, _) in longest_ways(graph).items()}


def _backwards(graph: MainGraph) -> MainGraph:
    """From 办结 to 开始."""
    order = list(reversed(graph.nodes))
    return MainGraph(
        nodes={key: graph.nodes[key] for key in order},
        days=graph.days,
        before={key: graph.after[key] for key in order},
        after={key: graph.before[key] for key in order},
    )
