"""Process → net.

- 开始, every 环节 and every end is a place; a token there is the file lying there.
- A JOIN has a place for each branch that arrives, and a place of its own if somebody decides after it.
- Every flow that somebody chooses is a transition; what follows a fork of itself is part of it, so a FORK is neither.
- A JOIN is a transition that takes the tokens of all its branches; it is silent, and runs on along the only flow out.

Same as what ``engine.machine`` does with its counts, which the tests hold against each other on random runs.
"""

from __future__ import annotations

from engine.nets.net import NEXT, Net, NetPlace, NetTransition, event_of
from processes.model.process import START, Flow, Node, NodeKind, Process


def net_of(process: Process) -> Net:
    """The workflow net of ``process``; places and transitions in the order of its nodes and flows."""
    return _Compiler(process).net()


class _Compiler:
    def __init__(self, process: Process) -> None:
        self.process = process
        self.kinds = {node.key: node.kind for node in process.nodes}
        self.outgoing: dict[str, list[Flow]] = {node.key: [] for node in process.nodes}
        self.branches: dict[str, list[Flow]] = {}
        for flow in process.flows:
            self.outgoing[flow.source].append(flow)
            if self.kinds[flow.target] is NodeKind.JOIN:
                # The last node of a branch may reach the JOIN by several flows; it is one branch all the same.
                arriving = self.branches.setdefault(flow.target, [])
                if all(other.source != flow.source for other in arriving):
                    arriving.append(flow)
        self.places: list[NetPlace] = []
        self.bits: dict[tuple[str, str], int] = {}

    def net(self) -> Net:
        for node in self.process.nodes:
            self._add_places(node)
        transitions: list[NetTransition] = []
        for node in self.process.nodes:
            # A JOIN at which no branch arrives is never left.
            if node.kind is NodeKind.JOIN and node.key in self.branches:
                transitions.append(self._joining(node))
            if node.kind is not NodeKind.FORK and not self._runs_on(node.key):
                transitions += [self._chosen(flow) for flow in self.outgoing[node.key]]
        ends = sum(self.bits[node.key, ""] for node in self.process.nodes if node.kind is NodeKind.END)
        return Net(tuple(self.places), tuple(transitions), self.bits[START, ""], ends)

    def _add_places(self, node: Node) -> None:
        place = node.step.place if node.step else self.process.place
        if node.kind is NodeKind.JOIN:
            for flow in self.branches.get(node.key, ()):
                self._add(NetPlace(node.key, flow.source, flow.place))
        if node.kind is not NodeKind.FORK and not self._runs_on(node.key):
            self._add(NetPlace(node.key, place=place))

    def _add(self, place: NetPlace) -> None:
        self.bits[place.node, place.arrived_from] = 1 << len(self.places)
        self.places.append(place)

    def _runs_on(self, key: str) -> bool:
        """Whether it is a JOIN after which nobody decides."""
        return self.kinds[key] is NodeKind.JOIN and len(self.outgoing[key]) == 1

    def _joining(self, node: Node) -> NetTransition:
        takes = sum(self.bits[node.key, flow.source] for flow in self.branches[node.key])
        place = self.branches[node.key][0].place
        if not self._runs_on(node.key):
            return NetTransition(node.key, "", takes, self.bits[node.key, ""], silent=True, place=place)
        flow = self.outgoing[node.key][0]
        gives, flows = self._along(flow)
        return NetTransition(node.key, NEXT, takes, gives, flows, silent=True, place=flow.place)

    def _chosen(self, flow: Flow) -> NetTransition:
        gives, flows = self._along(flow)
        return NetTransition(flow.source, event_of(flow), self.bits[flow.source, ""], gives, flows, place=flow.place)

    def _along(self, flow: Flow) -> tuple[int, tuple[Flow, ...]]:
        """Where the tokens come to lie that ``flow`` sends on, and the flows they run along."""
        kind = self.kinds[flow.target]
        if kind is NodeKind.FORK:
            parts = [self._along(branch) for branch in self.outgoing[flow.target]]
            gives = sum(part for part, _ in parts)
            return gives, (flow, *(one for _, flows in parts for one in flows))
        return self.bits[flow.target, flow.source if kind is NodeKind.JOIN else ""], (flow,)
