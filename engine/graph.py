"""A checked process as a networkx graph."""

from __future__ import annotations

import networkx as nx

from processes.model.process import Process


def process_graph(process: Process) -> nx.MultiDiGraph[str]:
    """The whole process: node keys with attribute ``node``, arcs with attribute ``flow``; order as declared."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in process.nodes:
        graph.add_node(node.key, node=node)
    for flow in process.flows:
        graph.add_edge(flow.source, flow.target, flow=flow)
    return graph
