"""What a compiled process says, read with networkx and nothing of the difference engine.

The order of steps is that of the forward flows; side by side are steps in different branches of one 并联 (as declared);
what is neither is one instead of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from benchmarks.difference.claims import labels, main_steps
from processes.compilation.exits import OTHERWISE
from processes.model.flow import Entry, StepEntry, walk
from processes.model.folding import fold_name
from processes.model.process import END, Flow, FlowKind, NodeKind, Process, Step

Spot = tuple[tuple[int, int], ...]
"""The parallel blocks around a step, from the outside: number of the block, number of the branch in it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """All that is said of a step but its place."""

    name: str
    holders: tuple[str, ...]
    limit: str
    procedures: tuple[str, ...]
    counted: bool


class Facts:
    """One version, its steps by their labels; a named block is one step (``units``), those in it are ``inside``."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.label = labels(process)
        self.steps = {self.label[step.key]: step for step in main_steps(process)}
        self.units = {label for label, step in self.steps.items() if not step.block}
        self._node = {node.key: self._unit_of(node.step, node.key) for node in process.nodes}
        self.graph = self._forward()
        self.behind: dict[str, set[str]] = {label: nx.descendants(self.graph, label) for label in self.units}
        self.spots = self._spots()
        self.skips = tuple(self._skips())
        self.loops, self.ways = self._loops_and_ways()
        self.stops = {self._node[flow.source] for flow in process.flows if _ends(flow)}

    def signature(self, label: str) -> Signature:
        """What is said of a step."""
        step = self.steps[label]
        return Signature(
            fold_name(step.name),
            tuple(fold_name(str(holder)) for holder in step.holders),
            str(step.limit),
            tuple(f"{act.name}/{act.people}" for act in step.procedures),
            not step.uncounted,
        )

    def relation(self, one: str, other: str) -> str:
        """``<`` the first runs before, ``>`` behind, ``|`` side by side, ``#`` one instead of the other."""
        if other in self.behind[one]:
            return "<"
        if one in self.behind[other]:
            return ">"
        mine, its = self.spots[one], self.spots[other]
        apart = next(((a, b) for a, b in zip(mine, its, strict=False) if a != b), None)
        return "|" if apart and apart[0][0] == apart[1][0] else "#"

    def inside(self, label: str) -> list[str]:
        """The steps in a named block, in written order."""
        key = self.steps[label].key
        return [one for one, step in self.steps.items() if step.block == key]

    def optional(self, label: str) -> bool:
        """Whether one way leads past the step."""
        return any(label in skip for skip in self.skips)

    # --- how it is read

    def _unit_of(self, step: Step | None, key: str) -> str:
        """The label of the outermost step that a node belongs to; the node itself, if to none."""
        if step is None or step.branch:
            return key
        by_key = {one.key: one for one in self.process.steps}
        while step.block:
            step = by_key[step.block]
        return self.label[step.key]

    def _forward(self) -> nx.DiGraph[str]:
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.units)
        for flow in self.process.flows:
            source, target = self._node[flow.source], self._node[flow.target]
            if flow.kind in (FlowKind.MAIN, FlowKind.SKIP) and source != target:
                graph.add_edge(source, target)
        assert nx.is_directed_acyclic_graph(graph)
        return graph

    def _spots(self) -> dict[str, Spot]:
        by_key = {fold_name(step.key): label for label, step in self.steps.items()}
        found: dict[str, Spot] = {}
        blocks = 0

        def walk(entries: Sequence[Entry], around: Spot) -> None:
            nonlocal blocks
            for entry in entries:
                if isinstance(entry, StepEntry):
                    found[by_key[fold_name(entry.key)]] = around
                    continue
                blocks += 1
                number = blocks
                for index, branch in enumerate(entry.branches):
                    walk(branch, (*around, (number, index)))

        walk(self.process.version.entries, ())
        return found

    def _skips(self) -> Iterator[frozenset[str]]:
        for source, target in self.graph.edges:
            if source not in self.units:
                continue
            before = nx.ancestors(self.graph, target)
            passed = frozenset(self.behind[source] & before & self.units)
            if passed and (target != END or len(passed) == 1):
                yield passed

    def _loops_and_ways(self) -> tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]]:
        """(source, target) → conditions: of the ways back, and of those ahead that pass what is written next.

        Only conditions that are written: what the way onwards is called where there are others follows from them.
        """
        said = {
            (fold_name(met.entry.key), exit_.condition)
            for met in walk(self.process.version.entries)
            for exit_ in met.entry.exits
            if exit_.condition not in ("", OTHERWISE)
        }
        loops: dict[tuple[str, str], set[str]] = {}
        ways: dict[tuple[str, str], set[str]] = {}
        into = {FlowKind.LOOP: loops, FlowKind.SKIP: ways}
        ending = {node.key for node in self.process.nodes if node.kind is NodeKind.END}
        for flow in self.process.flows:
            if flow.kind in into and flow.target not in ending:
                ends = self._node[flow.source], self._node[flow.target]
                cases = into[flow.kind].setdefault(ends, set())
                if (fold_name(flow.source.split(":")[0]), flow.condition) in said:
                    cases.add(flow.condition)
        return loops, ways


def _ends(flow: Flow) -> bool:
    """Whether the way ends the matter before its time."""
    return flow.kind is FlowKind.SKIP and flow.target == END
