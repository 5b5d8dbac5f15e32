"""Graph edit distance of networkx: the cheapest way to turn one graph into the other, step by step and flow by flow.

Exact where it finishes; else the best way found when time is up, as its documentation has it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.util import find_spec
from typing import Any

import networkx as nx

from benchmarks.difference.claims import Answer, Pair, labels
from benchmarks.difference.peers import said
from benchmarks.difference.peers.bpmn import facts_of
from benchmarks.difference.peers.bpmn_ids import blocks_of
from benchmarks.difference.peers.lines import NoAnswer
from processes.model.process import Flow, FlowKind, Node, NodeKind, Process

SECONDS = 2.0
"""When time is up, for one pair."""

_OTHER = 10.0
"""The cost of taking a step for a gateway: never worth it."""


def missing() -> str:
    """How to install what networkx needs for it, empty if it is there."""
    return "" if find_spec("scipy") and find_spec("numpy") else "pip install scipy"


@dataclass
class EditDistance:
    """Steps as nodes, flows as edges; removing or adding any of them costs one."""

    hidden: bool
    seconds: float = SECONDS
    name: str = "networkx GED"
    codes: frozenset[str] = said.NAMED | said.FLOWS | said.GATEWAYS
    unfinished: int = field(default=0, init=False)
    """Pairs on which time was up."""

    def answer(self, pair: Pair) -> Answer:
        """What the cheapest way found does."""
        before, after = (_graph(process) for process in (pair.before, pair.after))
        start = time.monotonic()
        found: deque[Any] = deque(maxlen=1)  # each is cheaper than those before it
        found.extend(
            nx.optimize_edit_paths(
                before,
                after,
                node_subst_cost=self._cost,
                edge_subst_cost=lambda one, other: 0.0 if one["flow"].kind is other["flow"].kind else 1.0,
                timeout=self.seconds,
            )
        )
        if not found:
            raise NoAnswer(f"nothing found in {self.seconds:.0f} s")
        nodes, edges, _ = found[0]
        self.unfinished += time.monotonic() - start >= self.seconds
        return said.answer(_said(pair, nodes, edges, before, after), pair)

    def _cost(self, one: Mapping[str, Node], other: Mapping[str, Node]) -> float:
        old, new = one["node"], other["node"]
        if old.kind is not new.kind:
            return _OTHER
        if old.kind is not NodeKind.STEP or old.step is None or new.step is None:
            return 0.0
        if not self.hidden:
            return 0.0 if old.step.key == new.step.key else _OTHER
        return 2 * (1 - SequenceMatcher(None, old.step.name, new.step.name).ratio())


def _graph(process: Process) -> nx.DiGraph[str]:
    """The main path with its loops, without side branches."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for flow in process.flows:
        if flow.kind is not FlowKind.SIDE:
            graph.add_edge(flow.source, flow.target, flow=flow)
    for node in process.nodes:
        if node.key in graph:
            graph.nodes[node.key]["node"] = node
    return graph


def _said(pair: Pair, nodes: Any, edges: Any, before: nx.DiGraph[str], after: nx.DiGraph[str]) -> said.Said:  # noqa: ANN401 - pairs of nodes, and of edges, None where one side has none
    old, new = labels(pair.before), labels(pair.after)
    same = {one: other for one, other in nodes if one in old and other in new}
    removed = [one for one, other in nodes if other is None]
    added = [other for one, other in nodes if one is None]
    changed: dict[str, dict[str, said.Values]] = {}
    for one, other in same.items():
        facts = [
            {"name": node.step.name, **facts_of(node.step)}
            for node in (before.nodes[one]["node"], after.nodes[other]["node"])
        ]
        changed[old[one]] = {
            key: (facts[0].get(key, ""), facts[1].get(key, ""))
            for key in {*facts[0], *facts[1]}
            if facts[0].get(key) != facts[1].get(key)
        }
    old_flows: list[Flow] = [before.edges[one]["flow"] for one, other in edges if other is None]
    new_flows: list[Flow] = [after.edges[other]["flow"] for one, other in edges if one is None]
    stay = [(before.edges[one]["flow"], after.edges[other]["flow"]) for one, other in edges if one and other]
    return said.Said(
        removed=[old[key] for key in removed if key in old],
        added=[new[key] for key in added if key in new],
        onward={old[one]: new[other] for one, other in same.items()},
        changed=changed,
        removed_flows=old_flows,
        added_flows=new_flows,
        renamed_flows=[one for one in stay if one[0].condition != one[1].condition],
        parallel=[tuple(new[key] for key in inside) for fork, inside in blocks_of(pair.after).items() if fork in added],
        serial=[
            tuple(old[key] for key in inside) for fork, inside in blocks_of(pair.before).items() if fork in removed
        ],
    )
