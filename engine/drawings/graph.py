"""A drawn flow with what its nodes have around them: where it begins and ends, which way each may go on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from processes.intake.bpmn.control_flow import FlowGraph, FlowNode, SequenceFlow, Shape
from processes.intake.bpmn.notes import Notes

_FORKS = (Shape.PARALLEL, Shape.SOME, Shape.COMPLEX)


@dataclass(slots=True)
class Surroundings:
    """A graph by its nodes. ``outs`` and ``ins``: id → the flows that leave and enter; ``borders``: id → its events."""

    nodes: dict[str, FlowNode]
    outs: dict[str, list[SequenceFlow]]
    ins: dict[str, list[SequenceFlow]]
    borders: dict[str, list[FlowNode]]

    def chooses(self, key: str) -> bool:
        """Whether exactly one of the flows out is taken.

        BPMN 2.0, 8.3.13 and 13.2.1: without a gateway all are, unless they have conditions. Those who draw conditions
        without a gateway mean a choice, so they are read as one, as by ``zaizao import``.
        """
        shape = self.nodes[key].shape
        if shape in _FORKS:
            return False
        return shape in (Shape.CHOICE, Shape.RACE) or any(one.label or one.otherwise for one in self.outs[key])

    def is_fork(self, key: str) -> bool:
        """Whether several flows out may be taken together."""
        return len(self.outs[key]) > 1 and not self.chooses(key)

    def after(self, key: str) -> list[str]:
        """The nodes to which it may go on from a node, by its flows and by the events at its border."""
        return [one.target for one in self.outs[key]] + [one.id for one in self.borders[key]]

    def reached(self, keys: Iterable[str]) -> set[str]:
        """All that can be reached from these, themselves included."""
        found: set[str] = set()
        pending = list(keys)
        while pending:
            key = pending.pop()
            if key not in found:
                found.add(key)
                pending += self.after(key)
        return found


def surroundings(graph: FlowGraph) -> Surroundings:
    """The nodes of a graph with what is around them."""
    nodes = {one.id: one for one in graph.nodes}
    outs: dict[str, list[SequenceFlow]] = {key: [] for key in nodes}
    ins: dict[str, list[SequenceFlow]] = {key: [] for key in nodes}
    for flow in graph.flows:
        outs[flow.source].append(flow)
        ins[flow.target].append(flow)
    borders: dict[str, list[FlowNode]] = {key: [] for key in nodes}
    for one in graph.nodes:
        if one.shape is Shape.BORDER and one.host in nodes:
            borders[one.host].append(one)
    return Surroundings(nodes, outs, ins, borders)


def starts_of(around: Surroundings, notes: Notes) -> tuple[FlowNode, ...]:
    """Where a case begins: the start events, of which one happens; else what nothing leads to; else the first node."""
    shaped = tuple(one for one in around.nodes.values() if one.shape is Shape.START)
    if shaped:
        if len(shaped) > 1:
            notes.guessed(f"有 {len(shaped)} 个开始事件,按每次从其中一个开始算", shaped[1].line)
        return shaped
    free = tuple(one for key, one in around.nodes.items() if not around.ins[key] and one.shape is not Shape.BORDER)
    found = free or tuple(around.nodes.values())[:1]
    together = ",几处同时开始" if len(found) > 1 else ""
    names = "、".join(f"「{one.called}」" for one in found)
    notes.guessed(f"没有画开始事件,从{names}开始{together}", found[0].line)
    return found


def ends_of(around: Surroundings, notes: Notes) -> tuple[FlowNode, ...]:
    """Where a case is over: the end events; where none is drawn, all that leads nowhere (BPMN 2.0, 10.5.3)."""
    shaped = tuple(one for one in around.nodes.values() if one.shape is Shape.END)
    if shaped:
        for one in shaped:
            if not around.ins[one.id]:
                notes.left(f"结束事件「{one.called}」没有连线进来,没有用", one.line)
        return shaped
    found = tuple(one for key, one in around.nodes.items() if not around.outs[key])
    if found:
        names = "、".join(f"「{one.called}」" for one in found)
        notes.guessed(f"没有画结束事件,到{names}算办结", found[0].line)
    return found


def without_side_ways(graph: FlowGraph, notes: Notes) -> tuple[FlowGraph, tuple[FlowGraph, ...]]:
    """The graph without what events that do not interrupt set going beside it, and each of those as a graph.

    Such a way runs by itself: it is over when it is over, and nobody waits for it. One that comes back into the main
    flow stays there.
    """
    around = surroundings(graph)
    aside = {one.id for ones in around.borders.values() for one in ones if not one.interrupts and around.outs[one.id]}
    begins = [
        key for key, one in around.nodes.items() if not around.ins[key] and one.shape is not Shape.BORDER
    ] or list(around.nodes)[:1]
    sides: list[FlowGraph] = []
    taken: set[str] = set()
    for key in [key for key in around.nodes if key in aside]:
        event = around.nodes[key]
        inside = around.reached([key])
        around.borders[event.host].remove(event)
        if inside & around.reached(begins) - taken:
            around.borders[event.host].append(event)
            continue
        notes.guessed(f"边界事件「{event.called}」不打断任务,它引出的一路单独证明,主流程不等它", event.line)
        sides.append(_part(graph, inside, f"{graph.name}/{event.called}", begin=event))
        taken |= inside
    return _part(graph, around.nodes.keys() - taken, graph.name), tuple(sides)


def _part(graph: FlowGraph, keys: set[str], name: str, begin: FlowNode | None = None) -> FlowGraph:
    nodes = tuple(
        replace(one, shape=Shape.START, host="") if one is begin else one for one in graph.nodes if one.id in keys
    )
    flows = tuple(one for one in graph.flows if one.source in keys and one.target in keys)
    return FlowGraph(name=name, line=begin.line if begin else graph.line, nodes=nodes, flows=flows)
