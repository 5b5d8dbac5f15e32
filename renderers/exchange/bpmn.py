"""A matter as BPMN 2.0: 优化前 and 优化后 as two pools side by side, drawn, with every fact of the declaration in it.

What BPMN has words for is said in its words: steps are tasks in lanes by holder, decisions exclusive gateways,
并联 parallel gateways. All other facts are extension elements (:mod:`renderers.exchange.bpmn_facts`), so that reading
the file gives an equal matter, and reading it after somebody has changed it in an editor gives the changed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from engine.exchange.declaring import Declared, Tree, declared, step_facts
from processes.model.matter import Matter, Outcome, VersionLabel
from processes.model.process import CheckedMatter, Node, NodeKind, Process, Step
from renderers.exchange.bpmn_diagram import diagram
from renderers.exchange.bpmn_facts import NAMESPACE, extension, facts
from renderers.exchange.bpmn_placing import Kind, Line, Pool, Symbol, merge_of, pool_of
from renderers.exchange.xml import Element, document, element
from renderers.flowcharts import chart_of
from renderers.flowcharts.drafting.charting import decision_of

ENDING = ".bpmn"
SIDES = ("支线", VersionLabel.BEFORE, VersionLabel.AFTER)
"""Keys of the declaration that are told by the processes."""
_PREFIXES = {VersionLabel.BEFORE: "before", VersionLabel.AFTER: "after"}
_TAGS = {
    NodeKind.START: "startEvent",
    NodeKind.END: "endEvent",
    NodeKind.STEP: "task",
    NodeKind.FORK: "parallelGateway",
    NodeKind.JOIN: "parallelGateway",
}


def render(checked: CheckedMatter, unit: str) -> bytes:
    """The file of one matter; ``unit`` is the full name of its department. Raises ``DrawingError``."""
    matter = checked.matter
    whole = declared(matter)
    processes = [checked.before]
    if checked.after is not None and matter.outcome is not Outcome.UNCHANGED:
        processes.append(checked.after)
    parts = [_Part(matter, whole, one, pool_of(chart_of(checked, one.version.label, unit))) for one in processes]
    collaboration = element(
        "bpmn:collaboration",
        *extension(_matter_facts(matter, whole)),
        *(part.participant for part in parts),
        id="matter",
    )
    root = Element(
        "bpmn:definitions",
        {
            "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
            "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
            "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
            "xmlns:zaizao": NAMESPACE,
            "id": "definitions",
            "name": matter.name,
            "targetNamespace": NAMESPACE,
            "exporter": "zaizao",
        },
        (collaboration, *(part.process_element for part in parts), diagram(parts)),
    )
    return document(root)


def _matter_facts(matter: Matter, whole: Declared) -> Element:
    """What is said of the matter as a whole, and the word for 优化后 where it has no process of its own."""
    values = {name: value for name, value in whole.tree.items() if name not in SIDES}
    after = whole.tree[VersionLabel.AFTER]
    if matter.after is None or isinstance(after, str):
        values[VersionLabel.AFTER] = after
    return facts(
        values, whole.inherited, of="matter", file=matter.file.rpartition("/")[2], department=matter.department
    )


@dataclass(frozen=True)
class _Part:
    """One version on its way into the file: ids begin with ``before`` or ``after``."""

    matter: Matter
    whole: Declared
    process: Process
    pool: Pool

    @property
    def label(self) -> VersionLabel:
        return self.process.version.label

    @property
    def prefix(self) -> str:
        return _PREFIXES[self.label]

    @property
    def participant(self) -> Element:
        return element("bpmn:participant", id=self.pool_id, name=self.name, processRef=self.prefix)

    @property
    def name(self) -> str:
        return f"{self.matter.name}（{self.label}）"

    @property
    def pool_id(self) -> str:
        return f"{self.prefix}_pool"

    def lane_id(self, index: int) -> str:
        return f"{self.prefix}_lane_{index + 1}"

    def line_id(self, index: int) -> str:
        return f"{self.prefix}_line_{index + 1}"

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """Key of a box → id, in the order of the nodes."""
        return {one.box.key: f"{self.prefix}_{index + 1}" for index, one in enumerate(self.pool.symbols)}

    @property
    def process_element(self) -> Element:
        return element(
            "bpmn:process",
            *extension(facts(self._version_facts(), of=str(self.label))),
            self._lanes(),
            *self._nodes(),
            *self._lines(),
            id=self.prefix,
            name=str(self.label),
            isExecutable="false",
        )

    def _version_facts(self) -> dict[str, Tree]:
        said = self.whole.tree[self.label]
        values = {} if isinstance(said, str) else dict(said.items() if isinstance(said, dict) else ())
        values = {name: value for name, value in values.items() if name not in ("流程", "支线")}
        off: dict[str, Tree] = {
            name: "无" for name, branch in self.process.version.branches.items() if not branch.entries
        }
        return values | ({"支线": off} if off else {})

    def _lanes(self) -> Element:
        lanes = []
        for index, band in enumerate(self.pool.bands):
            inside = [one for one in self.pool.symbols if one.box.lane == band.lane.key]
            refs = (element("bpmn:flowNodeRef", text=self.ids[one.box.key]) for one in inside)
            mark = extension(facts({}, of="lane", holder=band.lane.key))
            lanes.append(element("bpmn:lane", *mark, *refs, id=self.lane_id(index), name=band.lane.name))
        return element("bpmn:laneSet", *lanes, id=f"{self.prefix}_lanes")

    # --- nodes

    @cached_property
    def _own(self) -> Mapping[str, dict[str, Tree]]:
        return step_facts(self.process.version)

    @cached_property
    def _by_key(self) -> Mapping[str, Node]:
        return {node.key: node for node in self.process.nodes}

    def _nodes(self) -> Iterator[Element]:
        for one in self.pool.symbols:
            if one.kind in (Kind.CHOICE, Kind.MERGE):
                named = {"name": one.box.name} if one.kind is Kind.CHOICE else {}
                ends = tuple(self._ends(one.box.key))
                yield Element("bpmn:exclusiveGateway", {"id": self.ids[one.box.key], **named}, ends)
            else:
                yield self._node(self._by_key[one.box.key], one)

    def _node(self, node: Node, symbol: Symbol) -> Element:
        step = node.step if node.kind in (NodeKind.STEP, NodeKind.FORK) else None
        name = step.name if step else symbol.box.name if symbol.kind is Kind.EVENT else ""
        attributes = {"id": self.ids[node.key]} | ({"name": name} if name else {})
        inside = (*self._about(step), *self._ends(node.key))
        return Element(f"bpmn:{_TAGS[node.kind]}", attributes, inside)

    def _about(self, step: Step | None) -> tuple[Element, ...]:
        """What a person, and what a program reads of a step."""
        if step is None:
            return ()
        known = self._own.get(step.key)
        marks = ({"branch": step.branch} if step.branch else {}) | ({} if known is not None else {"standard": "true"})
        lines = (
            f"承办：{'、'.join(map(str, step.holders))}",
            f"时限：{step.limit}",
            f"程序：{'、'.join(one.name for one in step.procedures)}",
        )
        return (
            element("bpmn:documentation", text="\n".join(lines)),
            *extension(facts(known or {}, of="step", name=step.name, **marks)),
        )

    def _ends(self, key: str) -> Iterator[Element]:
        """The lines that enter and leave a node, as the tools write them."""
        for tag, end in (("bpmn:incoming", "target"), ("bpmn:outgoing", "source")):
            for index, line in enumerate(self.pool.lines):
                if getattr(line.arrow, end) == key:
                    yield element(tag, text=self.line_id(index))

    # --- lines

    def _lines(self) -> Iterator[Element]:
        for index, line in enumerate(self.pool.lines):
            yield self._line(index, line)

    def _line(self, index: int, line: Line) -> Element:
        arrow = line.arrow
        said = {"name": arrow.label} if arrow.label else {}
        ends = {"sourceRef": self.ids[arrow.source], "targetRef": self.ids[arrow.target]}
        return Element(
            "bpmn:sequenceFlow", {"id": self.line_id(index), **said, **ends}, extension(*self._conditions(line))
        )

    def _conditions(self, line: Line) -> Iterator[Element]:
        """The conditions of the flows that a line stands for, where its label does not say just that."""
        arrow = line.arrow
        if arrow.target == decision_of(arrow.source) or arrow.source == merge_of(arrow.target):
            return
        conditions = [
            flow.condition
            for flow in self.process.flows
            if arrow.source in (flow.source, decision_of(flow.source))
            and arrow.target in (flow.target, merge_of(flow.target))
        ]
        if conditions != [arrow.label]:
            yield element(
                "zaizao:facts",
                *(element("zaizao:condition", text=one) for one in conditions),
                of="line",
                label=arrow.label,
            )
