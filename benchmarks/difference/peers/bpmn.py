"""A ``Process`` as the BPMN 2.0 file that a modelling tool would hold, for peers that compare such files.

Nothing is left out that BPMN has a word for: tasks in lanes by unit, exclusive gateways where ways part and meet,
parallel gateways of the blocks, loops, side branches, materials as data objects. What it has no word for (the whole
holder, limit, procedures, copies) stands in extension attributes, as engines do it, or in the documentation of the
task for readers that know no such attributes. A named block is the pair of gateways around its branches, and its own
facts are on the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from xml.sax.saxutils import escape, quoteattr

from benchmarks.difference.claims import Pair
from benchmarks.difference.peers.bpmn_ids import Naming, blocks_of, fresh, kept, same_blocks
from benchmarks.difference.peers.bpmn_shapes import Shape, drawn
from processes.model.flow import Procedure
from processes.model.matter import Material
from processes.model.process import Flow, Node, NodeKind, Process, Step

FACTS = "urn:zaizao:facts"
"""The namespace of the extension attributes."""

_HEAD = (
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    f' xmlns:z="{FACTS}" id="definitions" targetNamespace="{FACTS}">'
)
_TAGS = {NodeKind.START: "startEvent", NodeKind.END: "endEvent", NodeKind.STEP: "userTask"}
_PARALLEL, _EXCLUSIVE = "parallelGateway", "exclusiveGateway"


class Facts(Enum):
    """Where stands what BPMN has no word for."""

    ATTRIBUTES = "extension attributes"
    DOCUMENTATION = "documentation"


@dataclass(frozen=True, slots=True)
class Diagram:
    """The file, and what its ids stand for.

    ``steps`` by task (a named block by its first gateway); ``blocks`` by the first gateway of a block without a name:
    the keys of the steps in it, in written order; flows; materials.
    """

    xml: str
    steps: Mapping[str, Step]
    flows: Mapping[str, Flow]
    materials: Mapping[str, Material]
    blocks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """How the files are written.

    ``shapes``: with diagram interchange, as every drawn file has it. ``ends``: with the names of the flows in the
    elements at their ends, as tools write it although the flows say it too.
    """

    facts: Facts = Facts.ATTRIBUTES
    shapes: bool = True
    ends: bool = True


DRAWN = Style()


def diagrams(pair: Pair, style: Style = DRAWN, *, hidden: bool) -> tuple[Diagram, Diagram]:
    """The files of both versions, the second edited from the first (ids kept) or drawn anew (``hidden``)."""
    names = (fresh(1), fresh(2)) if hidden else (kept, kept)
    before, after = pair.before, pair.after
    return (
        _Writer(before, names[0], style, {}).diagram(),
        _Writer(after, names[1], style, same_blocks(before, after)).diagram(),
    )


def procedures_text(procedures: tuple[Procedure, ...]) -> str:
    """The procedures as one text, with the least number of people where it is said: ``形式审查、现场核查(2人以上)``."""
    return "、".join(f"{one.name}({one.people}人以上)" if one.people else one.name for one in procedures)


@dataclass(frozen=True, slots=True)
class _Element:
    """A node as written: its id, its tag, its further attributes and what stands inside."""

    key: str
    tag: str
    attributes: str
    inside: str


@dataclass
class _Writer:
    """Gathers the elements of one file in the order in which they are written."""

    process: Process
    naming: Naming
    style: Style
    alias: Mapping[str, str]
    elements: list[_Element] = field(default_factory=list)
    flow_lines: list[str] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    entered: dict[str, str] = field(default_factory=dict)
    """Node → the element at which flows end that enter it; ``left``: at which those start that leave it."""
    left: dict[str, str] = field(default_factory=dict)
    lanes: dict[str, list[str]] = field(default_factory=dict)

    def diagram(self) -> Diagram:
        self._nodes()
        self._flows()
        materials = {self.naming(f"material {one.name}"): one for one in self.process.version.materials}
        lanes = {self.naming(f"lane {unit}"): unit for unit in self.lanes}
        root, plane = self.naming("process"), self.naming("collaboration")
        parts = [
            f'<?xml version="1.0" encoding="UTF-8"?>\n{_HEAD}',
            f'<bpmn:collaboration id="{plane}">',
            f'<bpmn:participant id="{self.naming("participant")}" name="事项" processRef="{root}" />',
            "</bpmn:collaboration>",
            f'<bpmn:process id="{root}" isExecutable="true" z:limit={quoteattr(str(self.process.version.limit))}>',
            *self._lane_set(lanes),
            *self._element_lines(),
            *self.flow_lines,
            *(line for key, one in materials.items() for line in _material(key, one)),
            "</bpmn:process>",
            *(
                drawn(plane, self.naming("participant"), self.shapes, self.edges, self._lane_order())
                if self.style.shapes
                else ()
            ),
            "</bpmn:definitions>\n",
        ]
        blocks = {self.entered[fork]: inside for fork, inside in blocks_of(self.process).items()}
        return Diagram("\n".join(parts), self.steps, self.flows, materials, blocks)

    def _nodes(self) -> None:
        out = Counter(flow.source for flow in self.process.flows)
        into = Counter(flow.target for flow in self.process.flows)
        lane = next((_unit(step) for step in self.process.steps), "")
        for node in self.process.nodes:
            lane = _unit(node.step) if node.step else lane
            key = self.naming(f"{_what(node)} {self._called(node.key)}")
            self.entered[node.key] = self.left[node.key] = key
            if into[node.key] > 1 and node.kind is not NodeKind.JOIN:
                self.entered[node.key] = self._gateway(node, "merge", lane, (key, "in"))
            self._node(node, key, lane)
            if out[node.key] > 1 and node.kind is not NodeKind.FORK:
                self.left[node.key] = self._gateway(node, "split", lane, ("out", key))

    def _node(self, node: Node, key: str, lane: str) -> None:
        tag = _TAGS.get(node.kind, _PARALLEL)
        name = node.step.name if node.step and node.kind is not NodeKind.JOIN else node.name
        inside = ""
        if node.step and node.kind is not NodeKind.JOIN:
            self.steps[key] = node.step
            inside = self._documentation(node.step)
        attributes = self._attributes(node.step) if key in self.steps else ""
        self._element(tag, key, lane, (f" name={quoteattr(name)}" if name else "") + attributes, inside)

    def _gateway(self, node: Node, what: str, lane: str, ends: tuple[str, str]) -> str:
        """The exclusive gateway before or behind a node, and the flow between the two."""
        key = self.naming(f"gateway {what} {self._called(node.key)}")
        self._element(_EXCLUSIVE, key, lane)
        source, target = (key, ends[0]) if ends[1] == "in" else (ends[1], key)
        self._flow(self.naming(f"flow {what} {self._called(node.key)}"), source, target)
        return key

    def _element(self, tag: str, key: str, lane: str, attributes: str = "", inside: str = "") -> None:
        self.elements.append(_Element(key, tag, attributes, inside))
        self.shapes.append(Shape(key, tag, lane))
        self.lanes.setdefault(lane, []).append(key)

    def _flows(self) -> None:
        for flow in self.process.flows:
            source, target = self.left[flow.source], self.entered[flow.target]
            key = self.naming(f"flow {self._called(flow.source)} {self._called(flow.target)}")
            self.flows[key] = flow
            self._flow(key, source, target, flow.condition)

    def _flow(self, key: str, source: str, target: str, condition: str = "") -> None:
        name = f" name={quoteattr(condition)}" if condition else ""
        inside = ""
        if condition and self.style.facts is Facts.DOCUMENTATION:  # an engine wants it, a drawing does with the name
            text = escape(repr(condition))
            inside = f'<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">{text}</bpmn:conditionExpression>'
        ends = f'sourceRef="{source}" targetRef="{target}"'
        self.flow_lines.append(f'<bpmn:sequenceFlow id="{key}"{name} {ends}>{inside}</bpmn:sequenceFlow>')
        self.edges.append((key, source, target))

    def _called(self, key: str) -> str:
        return self.alias.get(key, key)

    def _element_lines(self) -> Iterator[str]:
        """Every element names the flows that enter and leave it, as the tools write it."""
        ends: dict[str, list[str]] = {}
        for key, source, target in self.edges if self.style.ends else ():
            ends.setdefault(source, []).append(f"<bpmn:outgoing>{key}</bpmn:outgoing>")
            ends.setdefault(target, []).insert(0, f"<bpmn:incoming>{key}</bpmn:incoming>")
        for one in self.elements:
            inside = one.inside + "".join(ends.get(one.key, ()))
            yield f'<bpmn:{one.tag} id="{one.key}"{one.attributes}>{inside}</bpmn:{one.tag}>'

    def _attributes(self, step: Step | None) -> str:
        if step is None or self.style.facts is not Facts.ATTRIBUTES:
            return ""
        return "".join(f" z:{name}={quoteattr(text)}" for name, text in facts_of(step).items())

    def _documentation(self, step: Step) -> str:
        if self.style.facts is not Facts.DOCUMENTATION:
            return ""
        lines = "\n".join(f"{name}: {text}" for name, text in facts_of(step).items())
        return f"<bpmn:documentation>{escape(lines)}</bpmn:documentation>"

    def _lane_set(self, lanes: Mapping[str, str]) -> Iterator[str]:
        yield f'<bpmn:laneSet id="{self.naming("lanes")}">'
        for key, unit in lanes.items():
            yield f'<bpmn:lane id="{key}" name={quoteattr(unit)}>'
            yield from (f"<bpmn:flowNodeRef>{one}</bpmn:flowNodeRef>" for one in self.lanes[unit])
            yield "</bpmn:lane>"
        yield "</bpmn:laneSet>"

    def _lane_order(self) -> dict[str, str]:
        return {unit: self.naming(f"lane {unit}") for unit in self.lanes}


def facts_of(step: Step) -> dict[str, str]:
    """What the extension attributes say of a step: name of the attribute → text."""
    facts = {
        "holders": "、".join(str(holder) for holder in step.holders),
        "limit": str(step.limit),
        "procedures": procedures_text(step.procedures),
    }
    return facts | ({"uncounted": step.uncounted} if step.uncounted else {})


def _material(key: str, material: Material) -> Iterator[str]:
    shared = "" if material.shared is None else f' z:shared="{str(material.shared).lower()}"'
    copies = f" z:copies={quoteattr(material.copies or '1份')}"
    name = quoteattr(material.name)
    yield f'<bpmn:dataObjectReference id="{key}" name={name} dataObjectRef="object_{key}"{copies}{shared} />'
    yield f'<bpmn:dataObject id="object_{key}" />'


def _unit(step: Step) -> str:
    return step.holders[0].unit if step.holders else ""


def _what(node: Node) -> str:
    return {NodeKind.START: "event", NodeKind.END: "event", NodeKind.STEP: "activity"}.get(node.kind, "gateway")
