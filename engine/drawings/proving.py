"""Drawing → proof: what was found out about each of its flows, with names and lines of the elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.drawings.graph import without_side_ways
from engine.drawings.netting import BEGIN, BESIDE, Obstacle, net_of_drawing
from engine.nets.net import Net, NetTransition
from engine.properties.answers import Answer, Status
from engine.soundness.faults import Fault, FaultKind, Outcome
from engine.soundness.telling import told
from engine.soundness.verdicts import MOST_STATES, verdict_of
from processes.intake.bpmn.control_flow import FlowGraph, Shape, control_flow
from processes.intake.bpmn.notes import Note, Notes
from processes.model.places import Place

SOUND = "流程走得通"
_MOST_WORK, _FEWEST_STATES = 20_000_000, 2_000
"""States times transitions that are looked at: drawings of strangers may have thousands of transitions at each."""
_VOIDS = "这是终止事件,会把还没有办完的各路一并作废;各路要先会合,或者写明作废由谁决定。"
_UNMAPPED = "改成并行网关(各路都走)或排他网关(只走一路)再证明;导入(import)时按只走一路写。"

_HINTS = {
    FaultKind.STUCK: "会合只等一定会来的各路:只走其中一路的用排他网关汇合。没有下一步的,补上连线。",
    FaultKind.CROWDED: "同时走的几路先用并行网关会合,再往下走;不要汇到排他网关,或各自连到同一个节点。",
    FaultKind.LEFT_BEHIND: "同时走的几路用并行网关会合以后,再到结束事件。",
    FaultKind.ENDLESS: "给其中一个节点加一条通往结束事件的连线。",
    FaultKind.DEAD: "补上通到这里的连线;用不着的删掉。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowProof:
    """One flow of a drawing. ``states``: how many were looked at, 0 where the reduction alone decided."""

    name: str
    line: int
    outcome: Outcome
    answers: tuple[Answer, ...]
    states: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingProof:
    """All flows of a file, and what was taken in another way than it is drawn, or not at all."""

    file: str
    flows: tuple[FlowProof, ...]
    notes: tuple[Note, ...]

    @property
    def broken(self) -> int:
        """How much has to be mended."""
        return sum(one.status is Status.BROKEN for flow in self.flows for one in flow.answers)

    @property
    def unknown(self) -> int:
        """How many flows could neither be proved nor refuted."""
        return sum(flow.outcome is Outcome.UNKNOWN for flow in self.flows)


def proof_of_drawing(content: bytes, file: str) -> DrawingProof:
    """What is proved of a BPMN file; ``file`` is what it is called. Raises ``CannotBeDone`` where it cannot be read."""
    notes = Notes()
    flows: list[FlowProof] = []
    for graph in control_flow(content, notes):
        main, sides = without_side_ways(graph, notes)
        flows += [_proof(one, file, notes) for one in (main, *sides)]
    return DrawingProof(file=file, flows=tuple(flows), notes=notes.all)


def _proof(graph: FlowGraph, file: str, notes: Notes) -> FlowProof:
    net = net_of_drawing(graph, file, notes)
    if isinstance(net, tuple):
        answers = tuple(_unmapped(one, file) for one in net)
        return FlowProof(name=graph.name, line=graph.line, outcome=Outcome.UNKNOWN, answers=answers, states=0)
    most = max(_FEWEST_STATES, min(MOST_STATES, _MOST_WORK // max(len(net.transitions), 1)))
    verdict = verdict_of(net, most)
    outcome = verdict.outcome
    answers = (*_Telling(graph, net).answers(verdict.faults), *_alone(graph, file))
    if answers:
        outcome = Outcome.UNSOUND
    elif outcome is Outcome.UNKNOWN:
        place = Place(file, graph.line, 1)
        message = f"并行的路太多,超过 {most} 种情况,没有全部算完"
        answers = (Answer(question=SOUND, status=Status.UNKNOWN, message=message, place=place),)
    return FlowProof(name=graph.name, line=graph.line, outcome=outcome, answers=answers, states=verdict.states)


def _alone(graph: FlowGraph, file: str) -> Iterator[Answer]:
    """What no flow joins to anything; in a net it would be a place that does nothing."""
    joined = {end for one in graph.flows for end in (one.source, one.target)} | {one.host for one in graph.nodes}
    starts = any(one.shape is Shape.START for one in graph.nodes)
    for one in graph.nodes:
        if starts and one.id not in joined and one.shape not in (Shape.START, Shape.END, Shape.BORDER):
            yield Answer(
                question=SOUND,
                status=Status.BROKEN,
                message=f"{FaultKind.DEAD.value}:「{one.called}(第{one.line}行)」没有连线,没有路能走到",
                place=Place(file, one.line, 1),
                hint=_HINTS[FaultKind.DEAD],
            )


def _unmapped(one: Obstacle, file: str) -> Answer:
    message = f"{one.node.shape.value}「{one.node.name or one.node.id}」{one.why}"
    place = Place(file, one.node.line, 1)
    return Answer(question=SOUND, status=Status.UNKNOWN, message=message, place=place, hint=_UNMAPPED)


class _Telling:
    def __init__(self, graph: FlowGraph, net: Net) -> None:
        self.net = net
        self.nodes = {one.id: one for one in graph.nodes}
        self.leaving = Counter(one.source for one in graph.flows)

    def answers(self, faults: Iterable[Fault]) -> Iterator[Answer]:
        """The faults in words; a node to which no way leads is told once, not with each way out of it."""
        faults = tuple(faults)
        dead: set[str] = set()
        for fault in tuple(filter(self._is_worth_telling, faults)) or faults:
            node = self.net.transitions[fault.transition].node if fault.kind is FaultKind.DEAD else ""
            if node not in dead:
                yield self._answer(fault)
            dead |= {node} - {""}

    def _is_worth_telling(self, fault: Fault) -> bool:
        return fault.kind is not FaultKind.DEAD or self._is_seen(self.net.transitions[fault.transition])

    def _answer(self, fault: Fault) -> Answer:
        said = told(self.net, fault, self._called)
        run = (self.net.transitions[one] for one in fault.run)
        unreached = self._unreached(fault)
        return Answer(
            question=SOUND,
            status=Status.BROKEN,
            message=f"{said.kind.value}:{unreached or said.message}",
            run=tuple(self._step(one) for one in run if self._is_seen(one)),
            place=next(self.net.marked(fault.places)).place if unreached else said.place,
            hint=_VOIDS if self._voids(fault) else _HINTS[fault.kind],
        )

    def _unreached(self, fault: Fault) -> str:
        """What is said of a node of one place that nothing leads to; empty for any other fault."""
        if fault.kind is not FaultKind.DEAD:
            return ""
        one = self.net.transitions[fault.transition]
        alone = one.takes & (one.takes - 1) == 0
        return f"没有路能走到「{self._called(one.node)}」" if alone else ""

    def _voids(self, fault: Fault) -> bool:
        """Whether what is left behind would be voided by the end that was reached."""
        reached = self.net.marked(fault.marking & self.net.ends & ~fault.places)
        return fault.kind is FaultKind.LEFT_BEHIND and any(self.nodes[one.node].stops_all for one in reached)

    def _is_seen(self, one: NetTransition) -> bool:
        """Whether a reader of the drawing sees something happen there."""
        node = self.nodes.get(one.node)
        if node is None:
            return one.node == BEGIN
        merges = node.shape is Shape.CHOICE and not node.name and self.leaving[node.id] <= 1
        return not merges and node.shape is not Shape.BORDER

    def _called(self, key: str) -> str:
        """``审查(第9行)``; what has no name by what it is."""
        return self._named(key, "")

    def _step(self, one: NetTransition) -> str:
        """``判断(第9行,同意)``."""
        return self._named(one.node, one.event)

    def _named(self, key: str, event: str) -> str:
        if key == BEGIN:
            return f"开始({event})" if event else "开始"
        node = self.nodes[key.removeprefix(BESIDE)]
        inside = f"第{node.line}行" + (f",{event}" if event else "")
        return f"{node.called}({inside})"
