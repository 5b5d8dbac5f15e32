"""Drawn flow → workflow net.

After R. M. Dijkman, M. Dumas, C. Ouyang, Semantics and Analysis of Business Process Models in BPMN, 2008: a node is a
place where the file lies, each way out of it a transition; a gateway that waits has a place for every flow that enters.
Nothing is put into shape first, so that what no declaration could say is proved as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from engine.drawings.graph import Surroundings, ends_of, starts_of, surroundings
from engine.drawings.inclusive import Pairing, pairings
from engine.nets.net import Net, NetPlace, NetTransition
from processes.intake.bpmn.control_flow import FlowGraph, FlowNode, SequenceFlow, Shape
from processes.intake.bpmn.notes import Notes
from processes.model.places import Place

BEGIN = " "
"""The node of the place where a case begins that may begin in several ways."""
BESIDE = " "
"""What comes before the id of a node in what is not drawn itself; no id of a file begins with a blank."""
MOST_WAYS = 6
"""Ways out of an inclusive gateway: one more doubles the sets of them that may be taken together."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a graph cannot be made a net: which node, and what of it cannot be told."""

    node: FlowNode
    why: str


def net_of_drawing(graph: FlowGraph, file: str, notes: Notes) -> Net | tuple[Obstacle, ...]:
    """The net of a graph, or what stands against it, in drawn order; places and transitions in drawn order too."""
    around = surroundings(graph)
    pairs, alone = pairings(around)
    obstacles = [Obstacle(one, "等的是哪几路,从图上看不出来:它不是同一个网关分出的各路的汇合") for one in alone]
    for key, node in around.nodes.items():
        if node.shape is Shape.COMPLEX:
            obstacles.append(Obstacle(node, "放行的条件写在图以外,读不到"))
        elif node.shape is Shape.SOME and len(around.outs[key]) > MOST_WAYS:
            obstacles.append(Obstacle(node, f"出路超过 {MOST_WAYS} 条,同时走的组合太多"))
    if obstacles:
        return tuple(sorted(obstacles, key=lambda one: one.node.line))
    return _Builder(around, pairs, file, notes).net()


class _Builder:
    """``bits``: node, and flow where the node waits for several → its place.

    ``detours``: of flows out of one fork that lead to one and the same place → a place before it for each, as a set of
    places does not hold one of them twice.
    """

    def __init__(self, around: Surroundings, pairs: dict[str, Pairing], file: str, notes: Notes) -> None:
        self.around = around
        self.pairs = pairs
        self.opened = {one.split: one for one in pairs.values()}
        self.file = file
        self.notes = notes
        self.places: list[NetPlace] = []
        self.bits: dict[tuple[str, str], int] = {}
        self.detours: dict[str, int] = {}

    def net(self) -> Net:
        starts, ends = starts_of(self.around, self.notes), ends_of(self.around, self.notes)
        if len(starts) > 1:
            self._place((BEGIN, ""), NetPlace(BEGIN, place=self._at(starts[0].line)))
        for node in self.around.nodes.values():
            self._add(node)
        transitions = [*self._doubling(), *self._beginning(starts)]
        for node in self.around.nodes.values():
            transitions += self._leaving(node)
        over = sum(self.bits[one.id, ""] for one in ends if (one.id, "") in self.bits)
        first = (BEGIN, "") if len(starts) > 1 else (starts[0].id, "")
        return Net(tuple(self.places), tuple(transitions), self.bits[first], over)

    # --- places

    def _at(self, line: int) -> Place:
        return Place(self.file, line, 1)

    def _place(self, key: tuple[str, str], place: NetPlace) -> None:
        self.bits[key] = 1 << len(self.places)
        self.places.append(place)

    def _waits(self, node: FlowNode) -> bool:
        return node.shape in (Shape.PARALLEL, Shape.SOME) and len(self.around.ins[node.id]) > 1

    def _add(self, node: FlowNode) -> None:
        if not self._waits(node):
            self._place((node.id, ""), NetPlace(node.id, place=self._at(node.line)))
            return
        for flow in self.around.ins[node.id]:
            slot = self._slot(flow)
            if slot not in self.bits:
                self._place(slot, NetPlace(node.id, flow.source, self._at(node.line)))

    def _slot(self, flow: SequenceFlow) -> tuple[str, str]:
        """The place to which a flow leads."""
        if not self._waits(self.around.nodes[flow.target]):
            return flow.target, ""
        pair = self.pairs.get(flow.target)
        return flow.target, pair.branches[flow.id] if pair else flow.id

    def _taken(self, node: FlowNode) -> int:
        if self._waits(node):
            return sum({self.bits[self._slot(flow)] for flow in self.around.ins[node.id]})
        return self.bits[node.id, ""]

    def _doubling(self) -> Iterator[NetTransition]:
        """The detours, and the transitions at their ends; nobody sees them."""
        for key, flows in self.around.outs.items():
            slots = [self._slot(one) for one in flows]
            for flow, slot in zip(flows, slots, strict=True):
                if self.around.is_fork(key) and slots.count(slot) > 1:
                    before = (f"{BESIDE}{flow.id}", "")
                    self._place(before, NetPlace(flow.target, place=self._at(flow.line)))
                    self.detours[flow.id] = self.bits[before]
                    yield NetTransition(f"{BESIDE}{flow.target}", "", self.bits[before], self.bits[slot], silent=True)

    # --- transitions

    def _beginning(self, starts: tuple[FlowNode, ...]) -> Iterator[NetTransition]:
        """Out of the place before several starts: one start event happens; without any all begin together."""
        if len(starts) == 1:
            return
        takes = self.bits[BEGIN, ""]
        bits = [self.bits[one.id, ""] for one in starts]
        if starts[0].shape is not Shape.START:
            yield NetTransition(BEGIN, "", takes, sum(bits), silent=True, place=self._at(starts[0].line))
            return
        for one, bit in zip(starts, bits, strict=True):
            yield NetTransition(BEGIN, one.called, takes, bit, place=self._at(one.line))

    def _leaving(self, node: FlowNode) -> Iterator[NetTransition]:
        takes = self._taken(node)
        for event, gives, line in self._ways(node):
            yield NetTransition(node.id, event, takes, gives, silent=self._waits(node), place=self._at(line))
        for border in self.around.borders[node.id]:
            again = 0 if border.interrupts else takes
            gives = again | self.bits[border.id, ""]
            yield NetTransition(node.id, border.called, takes, gives, place=self._at(border.line))

    def _ways(self, node: FlowNode) -> Iterator[tuple[str, int, int]]:
        """What each way out of a node is called, where it leads, and its line."""
        flows = self.around.outs[node.id]
        if not flows:
            return
        if self.around.chooses(node.id):
            self._tell_choice(node, flows)
            sets: list[tuple[SequenceFlow, ...]] = [(one,) for one in flows]
        elif node.shape is Shape.SOME:
            sets = _some(flows)
        else:
            self._tell_fork(node, flows)
            sets = [tuple(flows)]
        for chosen in sets:
            several = len(sets) > 1
            event = "、".join(self._label(one) for one in chosen) if several else ""
            yield event, self._given(node.id, flows, chosen), chosen[0].line if several else node.line

    def _given(self, key: str, flows: list[SequenceFlow], chosen: tuple[SequenceFlow, ...]) -> int:
        """Where the chosen flows lead; the join of a pair is told of those that are not chosen."""
        gives = {self.detours.get(one.id, self.bits[self._slot(one)]) for one in chosen}
        if (pair := self.opened.get(key)) is not None:
            gives |= {self.bits[pair.join, one.id] for one in flows if one not in chosen}
        return sum(gives)

    def _label(self, flow: SequenceFlow) -> str:
        return flow.label or ("其他" if flow.otherwise else f"去{self.around.nodes[flow.target].called}")

    # --- what is not said by the drawing

    def _tell_choice(self, node: FlowNode, flows: list[SequenceFlow]) -> None:
        if node.shape not in (Shape.CHOICE, Shape.RACE) and len(flows) > 1:
            self.notes.guessed(f"「{node.called}」后面没有画网关,有条件的 {len(flows)} 条连线按只走一条算", node.line)

    def _tell_fork(self, node: FlowNode, flows: list[SequenceFlow]) -> None:
        if node.shape is not Shape.PARALLEL and len(flows) > 1:
            self.notes.guessed(
                f"「{node.called}」后面没有画网关,没有条件的 {len(flows)} 条连线按同时走算(BPMN 2.0 的规定)", node.line
            )


def _some(flows: list[SequenceFlow]) -> list[tuple[SequenceFlow, ...]]:
    """The sets of flows that an inclusive gateway may take: any of those with conditions; the default one alone."""
    free = [one for one in flows if not one.otherwise]
    sets: list[tuple[SequenceFlow, ...]] = [
        chosen for size in range(1, len(free) + 1) for chosen in combinations(free, size)
    ]
    return [*sets, *[(one,) for one in flows if one.otherwise]]
