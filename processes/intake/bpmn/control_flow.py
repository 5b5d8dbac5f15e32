"""BPMN XML → what decides which way a run goes: the flow nodes and sequence flows of each process, as they are drawn.

Unlike :mod:`processes.intake.bpmn.reading` nothing is put into the words of a declaration: gateways stay what they are,
and a sub-process is a graph of its own. What has no part in the proof and might be missed is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from processes.errors import CannotBeDone
from processes.intake.bpmn.elements import (
    INSIDE,
    MAX_ARCS,
    MAX_SPOTS,
    TASKS,
    WAYSIDE,
    definitions_of,
    event_name,
    said,
    told_apart,
)
from processes.intake.bpmn.notes import Notes
from processes.intake.bpmn.xml_tree import Xml

LOOK = 4096
"""Bytes at the beginning of a file that are looked at."""
_DRAWN = re.compile(rb"\s*<[^\0]*definitions[^\0]*BPMN", re.IGNORECASE)


class Shape(Enum):
    """What a flow node is; the values are what it is called where it has no name."""

    START = "开始事件"
    END = "结束事件"
    TASK = "任务"
    CHOICE = "排他网关"
    RACE = "事件网关"
    PARALLEL = "并行网关"
    SOME = "包容网关"
    """Inclusive: every way whose condition holds is taken, one or several."""
    COMPLEX = "复杂网关"
    EVENT = "中间事件"
    BORDER = "边界事件"


_SHAPES = {
    **dict.fromkeys((*TASKS, *INSIDE), Shape.TASK),
    **dict.fromkeys(WAYSIDE, Shape.EVENT),
    "startEvent": Shape.START,
    "endEvent": Shape.END,
    "exclusiveGateway": Shape.CHOICE,
    "eventBasedGateway": Shape.RACE,
    "parallelGateway": Shape.PARALLEL,
    "inclusiveGateway": Shape.SOME,
    "complexGateway": Shape.COMPLEX,
    "boundaryEvent": Shape.BORDER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowNode:
    """A node. ``host``: of a BORDER the id of the activity; ``interrupts``: whether that one is broken off by it.

    ``stops_all``: of an END whether it is a terminate event, which voids all that is still on its way.
    """

    id: str
    shape: Shape
    name: str
    line: int
    host: str = ""
    interrupts: bool = True
    stops_all: bool = False

    @property
    def called(self) -> str:
        """Its name, else what it is."""
        return self.name or self.shape.value


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceFlow:
    """A flow. ``label`` is its name, else its condition; ``otherwise``: it is the default of its source."""

    id: str
    source: str
    target: str
    label: str
    line: int
    otherwise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowGraph:
    """A process or the inside of a sub-process; every flow joins two of its nodes."""

    name: str
    line: int
    nodes: tuple[FlowNode, ...]
    flows: tuple[SequenceFlow, ...]


def is_drawn(content: bytes) -> bool:
    """Whether the first bytes of a file look like BPMN, whatever the file is called."""
    return _DRAWN.match(content[:LOOK].removeprefix(b"\xef\xbb\xbf")) is not None


def control_flow(content: bytes, notes: Notes) -> tuple[FlowGraph, ...]:
    """The graphs of a file, sub-processes after what they are in.

    Raises ``CannotBeDone`` for what is no BPMN 2.0, what is too large, and where no node is drawn at all.
    """
    root = definitions_of(content)
    collaboration = root.first("collaboration")
    pools = list(collaboration.all("participant")) if collaboration else []
    names = {one.get("processRef"): said(one) for one in pools}
    for flow in collaboration.all("messageFlow") if collaboration else ():
        notes.left(f"消息流「{said(flow) or flow.get('id')}」:泳池之间互相等待的不算,各泳池分别证明", flow.line)
    found: list[FlowGraph] = []
    for one in root.all("process"):
        _gather(one, said(one) or names.get(one.get("id"), "") or one.get("id") or "流程", notes, found)
    if not found:
        raise CannotBeDone("文件里没有画着节点的流程(process),没有可以证明的。")
    return tuple(found)


def _gather(element: Xml, name: str, notes: Notes, found: list[FlowGraph]) -> None:
    """The graph of a process or sub-process, then those in it; nothing where no node is drawn."""
    nodes = tuple(_nodes(element, notes))
    told_apart((one.id, one.line) for one in nodes)
    _attached(nodes, notes)
    if nodes:
        flows = _flows(element, {node.id: node for node in nodes}, notes)
        if len(nodes) > MAX_SPOTS or len(flows) > MAX_ARCS:
            size = f"{len(nodes)} 个节点、{len(flows)} 条连线"
            raise CannotBeDone(f"流程「{name}」有 {size},超过 {MAX_SPOTS} 个、{MAX_ARCS} 条,没有读。")
        found.append(FlowGraph(name=name, line=element.line, nodes=nodes, flows=flows))
    for one in element.all(*INSIDE):
        inner = said(one) or one.get("id") or "子流程"
        if one.tag == "adHocSubProcess":
            notes.left(f"临时子流程「{inner}」里的任务不分先后,里面没有证明", one.line)
        else:
            _gather(one, f"{name}/{inner}", notes, found)


def _attached(nodes: tuple[FlowNode, ...], notes: Notes) -> None:
    known = {one.id for one in nodes}
    for one in nodes:
        if one.shape is Shape.BORDER and one.host not in known:
            notes.left(f"边界事件「{one.called}」没有附在任务上,不会发生", one.line)


def _nodes(element: Xml, notes: Notes) -> Iterator[FlowNode]:
    for one in element.children:
        shape = _SHAPES.get(one.tag)
        if shape is None or one.get("triggeredByEvent") == "true":
            continue
        if one.get("isForCompensation") == "true" or (shape is Shape.BORDER and one.first("compensateEventDefinition")):
            notes.left(f"撤销(补偿)用的「{said(one) or one.get('id')}」,不在正常的走法里", one.line)
            continue
        if one.tag == "callActivity":
            notes.left(f"调用活动「{said(one) or one.get('id')}」引用的流程不在这里,只当作一个任务", one.line)
        yield FlowNode(
            id=one.get("id"),
            shape=shape,
            name=event_name(one) if shape in (Shape.EVENT, Shape.BORDER) else said(one),
            line=one.line,
            host=one.get("attachedToRef"),
            interrupts=one.get("cancelActivity") != "false",
            stops_all=one.first("terminateEventDefinition") is not None,
        )


def _flows(element: Xml, known: Mapping[str, FlowNode], notes: Notes) -> tuple[SequenceFlow, ...]:
    """Those that join two nodes, of which the first is no end."""
    defaults = {child.get("default") for child in element.children} - {""}
    drawn = [*(_flow(one, defaults) for one in element.all("sequenceFlow")), *_links(element)]
    return tuple(one for one in drawn if _joins(one, known, notes))


def _joins(one: SequenceFlow, known: Mapping[str, FlowNode], notes: Notes) -> bool:
    if not {one.source, one.target} <= known.keys():
        ends = f"{one.source or '(空)'} → {one.target or '(空)'}"
        notes.left(f"连线「{one.label or one.id}」的一端不在流程里({ends}),没有算", one.line)
        return False
    if known[one.source].shape is Shape.END:
        notes.left(f"连线「{one.label or one.id}」从结束事件「{known[one.source].called}」出来,没有算", one.line)
        return False
    return True


def _flow(one: Xml, defaults: set[str]) -> SequenceFlow:
    condition = one.first("conditionExpression")
    return SequenceFlow(
        id=one.get("id"),
        source=one.get("sourceRef"),
        target=one.get("targetRef"),
        label=said(one) or (" ".join(condition.text.split()) if condition else ""),
        line=one.line,
        otherwise=one.get("id") in defaults,
    )


def _links(element: Xml) -> Iterator[SequenceFlow]:
    """A throwing link event goes on at the catching one of the same name."""
    caught: dict[str, Xml] = {}
    thrown: list[tuple[str, Xml]] = []
    for one in element.all(*WAYSIDE):
        if (link := one.first("linkEventDefinition")) is not None:
            name = link.get("name") or said(one)
            if one.tag == "intermediateThrowEvent":
                thrown.append((name, one))
            else:
                caught.setdefault(name, one)
    for name, one in thrown:
        if name in caught:
            source, target = one.get("id"), caught[name].get("id")
            yield SequenceFlow(id=f"{source}|", source=source, target=target, label="", line=one.line)
