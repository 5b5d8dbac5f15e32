"""A checked process as a networkx graph."""

from __future__ import annotations

from fractions import Fraction

import networkx as nx

from processes.model.process import FlowKind, Node, NodeKind, Process


def process_graph(process: Process) -> nx.MultiDiGraph[str]:
    """The whole process: node keys with attribute ``node``, arcs with attribute ``flow``; order as declared."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in process.nodes:
        graph.add_node(node.key, node=node)
    for flow in process.flows:
        graph.add_edge(flow.source, flow.target, flow=flow)
    return graph


def main_graph(process: Process) -> nx.DiGraph[str]:
    """The main path only: acyclic, from 开始 to 办结, parallel blocks between FORK and JOIN, ways past steps included.

    Node attribute ``days`` is what the node adds to a path, in counted days (Fraction): the step's own limit; for the
    JOIN of a named block what the block's limit exceeds its longest branch by, so that the block counts its own limit.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    # Of steps that exclude each other only one is next to what comes after: without the ways ahead the path breaks off.
    main = [flow for flow in process.flows if flow.kind in (FlowKind.MAIN, FlowKind.SKIP)]
    reached = {flow.source for flow in main} | {flow.target for flow in main}
    for node in process.nodes:
        if node.key in reached:
            graph.add_node(node.key, node=node, days=node_days(process, node))
    for flow in main:
        graph.add_edge(flow.source, flow.target, flow=flow)
    return graph


def longest_ways(graph: nx.DiGraph[str]) -> dict[str, tuple[Fraction, str | None]]:
    """Node of a main graph → the counted days until it is done on the longest way, and the node before it on that way.

    Of equally long ways the one declared first, so that the path is the same on every run.
    """
    longest: dict[str, tuple[Fraction, str | None]] = {}
    for key in nx.topological_sort(graph):
        before = max(graph.predecessors(key), key=lambda other: longest[other][0], default=None)
        so_far = longest[before][0] if before is not None else Fraction(0)
        longest[key] = so_far + graph.nodes[key]["days"], before
    return longest


def node_days(process: Process, node: Node) -> Fraction:
    """What a node adds to a path, in counted days, as ``main_graph`` has it."""
    if node.step is None:
        return Fraction(0)
    if node.kind is NodeKind.STEP:
        return node.step.limit.days
    if node.kind is NodeKind.JOIN:
        return max(Fraction(0), node.step.limit.days - process.branch_days[node.step.key])
    return Fraction(0)
