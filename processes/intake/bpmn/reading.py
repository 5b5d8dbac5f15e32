"""BPMN XML → sketches: which elements are steps, decisions, blocks; which are told as left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from processes.declaration.unreading import Tree
from processes.errors import CannotBeDone
from processes.intake.bpmn import facts as ours
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
from processes.intake.bpmn.sketch import Arc, Kind, Sketch, Spot
from processes.intake.bpmn.xml_tree import Xml

_CHOICES = {
    "exclusiveGateway": "",
    "eventBasedGateway": "按事件分路的网关",
    "inclusiveGateway": "可走几路的包容网关",
    "complexGateway": "复杂网关",
}
_LOOSE = {
    "dataObjectReference": "数据对象",
    "dataStoreReference": "数据存储",
    "textAnnotation": "注释",
    "group": "分组框",
}
"""Elements beside the flow that say something to a reader."""
_UNSEEN = frozenset(
    ("dataObject", "association", "laneSet", "extensionElements", "documentation", "ioSpecification", "property")
)
_VERSIONS = ("优化前", "优化后")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What a file draws: its processes in order; our facts of the matter, if it is ours."""

    name: str
    sketches: tuple[Sketch, ...]
    facts: dict[str, Tree] = field(default_factory=dict)
    inherited: tuple[str, ...] = ()
    file: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it was written by ``zaizao export``."""
        return bool(self.facts) and any(one.version == _VERSIONS[0] for one in self.sketches)


def read(content: bytes, notes: Notes) -> Drawn:
    """The processes of a file. Raises ``CannotBeDone`` for what is no BPMN 2.0, or has no process with a step."""
    root = definitions_of(content)
    collaboration = root.first("collaboration")
    pools = {one.get("processRef"): one for one in root_pools(collaboration)}
    sketches = [_Process(one, pools.get(one.get("id")), notes).sketch() for one in root.all("process")]
    for one in root_pools(collaboration):
        if not one.get("processRef"):
            notes.left(f"泳池「{said(one) or '未命名'}」里没有画流程", one.line)
    if collaboration is not None:
        for one in collaboration.all("messageFlow"):
            notes.left(f"消息流「{said(one) or one.get('id')}」", one.line)
    for tag, word in (("choreography", "编排图"), ("globalConversation", "会话图"), ("conversation", "会话图")):
        for one in root.all(tag):
            notes.left(f"{word}「{said(one) or one.get('id')}」", one.line)
    if not any(sketch.steps for sketch in sketches):
        raise CannotBeDone("文件里没有画着任务的流程(process),没有可以导入的环节。")
    matter = ours.facts_in(collaboration) if collaboration else None
    return Drawn(
        name=said(root) or next((said(one) for one in pools.values() if said(one)), ""),
        sketches=tuple(sketches),
        facts=ours.values(matter) if matter else {},
        inherited=ours.inherited(matter) if matter else (),
        file=matter.get("file") if matter else "",
    )


def root_pools(collaboration: Xml | None) -> Iterator[Xml]:
    """The participants."""
    return collaboration.all("participant") if collaboration else iter(())


class _Process:
    """One process element on its way to a sketch."""

    def __init__(self, element: Xml, pool: Xml | None, notes: Notes) -> None:
        self.element = element
        self.pool = self.holder = said(pool) if pool else ""
        self.notes = notes
        self.defaults = {child.get("default") for child in element.children} - {""}
        self.lanes: dict[str, str] = {}
        self.spots: list[Spot] = []
        self.arcs: list[Arc] = []

    def sketch(self) -> Sketch:
        facts = ours.facts_in(self.element)
        version = facts.get("of") if facts and facts.get("of") in _VERSIONS else ""
        # Our pools are called after the matter, those of others after who works in them.
        self.holder = "" if version else self.pool
        for lanes in self.element.all("laneSet"):
            self._lanes(lanes)
        for one in self.element.children:
            self._element(one)
        told_apart((spot.id, spot.line) for spot in self.spots)
        self._links()
        self._unattached()
        if len(self.spots) > MAX_SPOTS or len(self.arcs) > MAX_ARCS:
            what = f"流程「{said(self.element) or self.element.get('id')}」有 {len(self.spots)} 个节点、{len(self.arcs)} 条连线"
            raise CannotBeDone(f"{what},超过 {MAX_SPOTS} 个、{MAX_ARCS} 条,没有读。")
        return Sketch(
            id=self.element.get("id"),
            name=said(self.element) or self.pool,
            line=self.element.line,
            spots=tuple(self.spots),
            arcs=tuple(self.arcs),
            version=version,
            facts=ours.values(facts) if facts and version else {},
        )

    def _lanes(self, lanes: Xml) -> None:
        for lane in lanes.all("lane"):
            name = said(lane)
            facts = ours.facts_in(lane)
            holder = facts.get("holder") if facts else ""
            for ref in lane.all("flowNodeRef"):
                # Renamed in an editor, the lane is somebody else's.
                self.lanes[ref.text.strip()] = holder if holder.replace("/", "") == name else name
            for inner in lane.all("childLaneSet"):
                self._lanes(inner)

    def _element(self, one: Xml) -> None:
        if one.tag in TASKS or one.tag in INSIDE:
            self._step(one)
        elif one.tag in _CHOICES:
            self._add(one, Kind.CHOICE)
            if _CHOICES[one.tag]:
                self.notes.guessed(f"{_CHOICES[one.tag]}「{said(one) or one.get('id')}」按“只走一路”写", one.line)
        elif one.tag == "parallelGateway":
            self._add(one, Kind.PARALLEL)
        elif one.tag in ("startEvent", "endEvent"):
            self._add(one, Kind.START if one.tag == "startEvent" else Kind.END)
        elif one.tag in WAYSIDE:
            self._add(one, Kind.WAYSIDE)
            self.notes.left(f"中间事件「{event_name(one)}」,前后的环节直接连上", one.line)
        elif one.tag == "boundaryEvent":
            self._add(one, Kind.WAYSIDE)
            self.notes.guessed(f"边界事件「{event_name(one)}」写成所在环节的一个去向", one.line)
            self.arcs.append(
                Arc(source=one.get("attachedToRef"), target=one.get("id"), conditions=(event_name(one),), line=one.line)
            )
        elif one.tag == "sequenceFlow":
            self._arc(one)
        elif one.tag not in _UNSEEN:
            self._loose(one)

    def _loose(self, one: Xml) -> None:
        text = one.first("text")
        words = said(one) or (" ".join(text.text.split()) if text else "") or one.get("id")
        self.notes.left(f"{_LOOSE.get(one.tag, one.tag)}「{words}」", one.line)

    def _add(self, one: Xml, kind: Kind, acts: tuple[str, ...] = ()) -> None:
        facts = ours.facts_in(one)
        documentation = "" if facts else " ".join(" ".join(doc.text.split()) for doc in one.all("documentation"))
        self.spots.append(
            Spot(
                id=one.get("id"),
                kind=kind,
                name=said(one),
                line=one.line,
                lane=self.lanes.get(one.get("id"), self.holder),
                facts=ours.values(facts) if facts else None,
                was=facts.get("name") if facts else "",
                branch=facts.get("branch") if facts else "",
                standard=facts.get("standard") == "true" if facts else False,
                acts=acts,
                said=documentation,
            )
        )

    def _step(self, one: Xml) -> None:
        acts = tuple(dict.fromkeys(_names_inside(one))) if one.tag in INSIDE else ()
        self._add(one, Kind.STEP, acts)
        if acts:
            self.notes.guessed(
                f"子流程「{said(one) or one.get('id')}」写成一个环节,里面的 {len(acts)} 个任务写成程序", one.line
            )
        for tag, word in (("standardLoopCharacteristics", "循环"), ("multiInstanceLoopCharacteristics", "多实例")):
            if one.first(tag):
                self.notes.left(f"任务「{said(one) or one.get('id')}」的{word}标记", one.line)

    def _arc(self, one: Xml) -> None:
        label = said(one)
        facts = ours.facts_in(one)
        conditions: tuple[str, ...] = (label,)
        if facts and facts.get("label") == label:
            conditions = tuple(condition.text.strip() for condition in facts.all("condition"))
        elif not label and (expression := one.first("conditionExpression")):
            conditions = (" ".join(expression.text.split()),)
        source, target = one.get("sourceRef"), one.get("targetRef")
        if not source or not target:
            self.notes.left(f"连线「{label or one.get('id')}」缺起点或终点", one.line)
            return
        self.arcs.append(
            Arc(
                source=source,
                target=target,
                conditions=conditions,
                otherwise=one.get("id") in self.defaults,
                line=one.line,
            )
        )

    def _links(self) -> None:
        """A link event goes on at the one of the same name."""
        links: dict[str, list[Xml]] = {}
        for one in self.element.all(*WAYSIDE):
            if (link := one.first("linkEventDefinition")) is not None:
                links.setdefault(link.get("name") or said(one), []).append(one)
        for ends in links.values():
            catching = [one for one in ends if one.tag == "intermediateCatchEvent"]
            for one in ends if catching else ():
                if one.tag == "intermediateThrowEvent":
                    self.arcs.append(Arc(source=one.get("id"), target=catching[0].get("id"), line=one.line))

    def _unattached(self) -> None:
        """Arcs from or to what is no spot of this process are told and dropped."""
        known = {spot.id for spot in self.spots}
        for arc in self.arcs:
            if arc.source not in known or arc.target not in known:
                self.notes.left(f"连线的一端不在流程里({arc.source} → {arc.target})", arc.line)
        self.arcs = [arc for arc in self.arcs if arc.source in known and arc.target in known]


def _names_inside(one: Xml) -> Iterator[str]:
    for child in one.children:
        if child.tag in TASKS:
            yield said(child) or child.get("id")
        elif child.tag in INSIDE:
            yield from _names_inside(child)
