"""Process → chart: which symbols there are, what they say and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from processes.model.process import END, START, Flow, FlowKind, Node, NodeKind
from processes.model.vocabulary import StepKind
from renderers.flowcharts.chart import (
    MADE,
    Arrow,
    Box,
    Chart,
    Item,
    Parallel,
    Sequence,
    Shape,
    Side,
    first_box,
    keys_of,
)
from renderers.flowcharts.drafting import wording
from renderers.flowcharts.drafting.lanes import lane_keys, lanes_of
from renderers.flowcharts.drafting.structure import Structure, structure_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from processes.model.matter import Matter, VersionLabel
    from processes.model.process import CheckedMatter, Process, Step

# Keys made here end in a part with "|", which no name of a declaration can hold.
MATERIALS = f"{START}|材料"

_ENDING = (StepKind.DELIVER, StepKind.PRODUCE)
"""The kinds of 环节 that hand out what the matter makes: the last of the first kind that there is."""


def chart_of(checked: CheckedMatter, version: VersionLabel, department_name: str) -> Chart:
    """The chart of one version; ``department_name`` is the full name as printed (单位规范全称).

    :raises ValueError: the matter is cancelled and has no such version.
    """
    process = next((one for one in (checked.before, checked.after) if one and one.version.label == version), None)
    if process is None:
        message = f"「{checked.matter.name}」没有{version}流程。"
        raise ValueError(message)
    return drafted(checked.matter, process, department_name)


def drafted(matter: Matter, process: Process, department_name: str) -> Chart:
    """The chart of a process of a matter, whatever its version is called."""
    return _Drafting(matter, process).chart(department_name)


@dataclass(frozen=True)
class _Drafting:
    """One version on its way to a chart."""

    matter: Matter
    process: Process

    def chart(self, unit: str) -> Chart:
        main = self._sequence(self.structure.main)
        if self.process.version.materials:
            main = (main[0], MATERIALS, *main[1:])
        branches = tuple(self._sequence(side) for side in self.structure.sides)
        arrows = self._arrows(main, branches)
        return Chart(
            title=wording.title(self.matter, self.process.version.label),
            unit=unit,
            facts=wording.facts(self.matter, self.process, unit),
            notes=wording.notes(self.matter.statutory.limit, self.process),
            boxes=self._boxes(),
            arrows=arrows,
            main=main,
            sides=(
                *(Side(key, (document_of(key),)) for key in self.documents),
                *sides_of(main, branches, arrows),
            ),
            lanes=lanes_of(self.process, self.lanes),
        )

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        return {node.key: node for node in self.process.nodes}

    @cached_property
    def exits(self) -> Mapping[str, tuple[Flow, ...]]:
        """Flows by the node they leave."""
        return {key: tuple(flow for flow in self.process.flows if flow.source == key) for key in self.nodes}

    @cached_property
    def lanes(self) -> Mapping[str, str]:
        return lane_keys(self.process, applied=wording.applied_for(self.matter))

    @cached_property
    def structure(self) -> Structure:
        return structure_of(self.process)

    @cached_property
    def documents(self) -> Mapping[str, tuple[str, ...]]:
        """环节 of the main column → documents drawn beside it.

        What the matter makes and no 环节 claims is handed out by the last delivery (附件7: 出具的文书或证照 is the
        result of 送达).
        """
        steps = {key: step for key in self.structure.main if isinstance(key, str) and (step := self.nodes[key].step)}
        made = {key: tuple(step.outputs) for key, step in steps.items() if step.outputs}
        claimed = {name.strip("《》") for step in self.process.steps if not step.branch for name in step.outputs}
        left = tuple(name for name in self.matter.outputs if name.strip("《》") not in claimed)
        ending = [key for kind in _ENDING for key, step in reversed(steps.items()) if kind in step.kinds]
        if left and ending:
            made[ending[0]] = (*made.get(ending[0], ()), *left)
        return {key: made[key] for key in steps if key in made}

    def _decides(self, key: str) -> bool:
        """Whether a diamond follows: there is more than one way on (out of a FORK all are taken: no choice)."""
        return self.nodes[key].kind is not NodeKind.FORK and len({flow.target for flow in self.exits[key]}) > 1

    def _sequence(self, items: Sequence) -> Sequence:
        """The same with the diamonds among them."""
        result: list[Item] = []
        for item in items:
            if isinstance(item, Parallel):
                leave = item.join
                result.append(Parallel(item.fork, tuple(map(self._sequence, item.branches)), item.join))
            else:
                leave = item
                result.append(item)
            if self._decides(leave):
                result.append(decision_of(leave))
        return tuple(result)

    # --- boxes

    def _boxes(self) -> tuple[Box, ...]:
        boxes: list[Box] = []
        for node in self.process.nodes:
            boxes.append(self._box(node))
            if self._decides(node.key):
                boxes.append(self._diamond(node))
        if self.process.version.materials:
            name, detail = wording.materials_text(self.matter, self.process.version)
            boxes.append(Box(key=MATERIALS, shape=Shape.DATA, name=name, details=((detail,),), lane=self.lanes[START]))
        for key, names in self.documents.items():
            name = wording.documents_text(names)
            boxes.append(Box(key=document_of(key), shape=Shape.DOCUMENT, name=name, lane=self.lanes[key]))
        return tuple(boxes)

    def _box(self, node: Node) -> Box:
        step, lane = node.step, self.lanes[node.key]
        if node.kind is NodeKind.START:
            return Box(key=node.key, shape=Shape.TERMINAL, name=wording.start_text(self.matter), lane=lane)
        if node.kind is NodeKind.END:
            # The box before it says how the case ended; END of the main path is called 办结.
            return Box(
                key=node.key, shape=Shape.TERMINAL, name=END if END in (node.key, node.name) else "结束", lane=lane
            )
        if step is None or node.kind is NodeKind.JOIN:
            return Box(key=node.key, shape=Shape.BAR, lane=lane)
        made = () if node.key in self.documents else step.outputs
        document = (f"{MADE}{wording.documents_text(made)}",) if made else ()
        return Box(
            key=node.key,
            shape=_shape(node, step),
            name=step.name,
            details=tuple(row for row in (document, wording.step_details(step)) if row),
            number=step.number,
            muted=bool(step.uncounted),
            lane=lane,
        )

    def _diamond(self, node: Node) -> Box:
        flows = self.exits[node.key]
        keys = list(self.nodes)
        following = keys[keys.index(node.key) + 1 :][:1]
        normal = [flow for flow in flows if flow.kind is FlowKind.MAIN or flow.target in following][:1]
        others = [flow.condition for flow in flows if flow not in normal]
        name = node.step.name if node.step else ""
        return Box(
            key=decision_of(node.key),
            shape=Shape.DECISION,
            name=wording.question(name, normal[0].condition if normal else "", others),
            lane=self.lanes[node.key],
        )

    # --- arrows

    def _arrows(self, main: Sequence, branches: tuple[Sequence, ...]) -> tuple[Arrow, ...]:
        order = {key: index for index, key in enumerate(keys_of(main))}
        beside = {key for branch in branches for key in keys_of(branch)}
        entered_from = self._anchors(order, branches)
        arrows: list[Arrow] = []
        for key in self.nodes:
            source = key
            if key == START and self.process.version.materials:
                arrows.append(Arrow(source=START, target=MATERIALS))
                source = MATERIALS
            if self._decides(key):
                arrows.append(Arrow(source=key, target=decision_of(key)))
                source = decision_of(key)
            for target, flows in _by_target(self.exits[key]).items():
                returns = key in beside and target in order and order[target] <= entered_from[key]
                arrows.append(
                    Arrow(
                        source=source,
                        target=target,
                        # Where there is only one way on, there is nothing to decide by a condition.
                        label=_label(flows) if source == decision_of(key) else "",
                        back=returns or any(flow.kind is FlowKind.LOOP for flow in flows),
                    )
                )
        return (*arrows, *(Arrow(source=key, target=document_of(key), bare=True) for key in self.documents))

    def _anchors(self, order: Mapping[str, int], branches: tuple[Sequence, ...]) -> Mapping[str, int]:
        """Box of a side branch → how far down the main column the file first left for that branch.

        A branch of a branch begins where that one left.
        """
        found = dict(order)
        left = [frozenset(keys_of(branch)) for branch in branches]
        while left:
            reached: dict[str, int] = {}
            for keys in left:
                leaving = [
                    found[flow.source] for flow in self.process.flows if flow.target in keys and flow.source in found
                ]
                if leaving:
                    reached |= dict.fromkeys(keys, min(leaving))
            # What nothing leads to begins nowhere.
            found |= reached or {key: len(order) for keys in left for key in keys}
            left = [keys for keys in left if not keys <= found.keys()]
        return found


def decision_of(key: str) -> str:
    """The key of the diamond after a node."""
    return f"{key}|判断"


def document_of(key: str) -> str:
    """The key of the document symbol beside a 环节."""
    return f"{key}|文书"


def _shape(node: Node, step: Step) -> Shape:
    if node.kind is NodeKind.FORK:
        return Shape.BAR
    if step.uncounted:
        return Shape.PROCESS
    if step.branch and step.outputs:
        return Shape.DOCUMENT
    return Shape.SUBPROCESS if step.limit.excluded else Shape.PROCESS


def _by_target(flows: tuple[Flow, ...]) -> dict[str, list[Flow]]:
    found: dict[str, list[Flow]] = {}
    for flow in flows:
        found.setdefault(flow.target, []).append(flow)
    return found


def _label(flows: list[Flow]) -> str:
    """The conditions of the flows from a diamond that go the same way; every exit has a label."""
    return "或".join(dict.fromkeys(flow.condition for flow in flows if flow.condition)) or wording.OTHERWISE


def sides_of(main: Sequence, branches: tuple[Sequence, ...], arrows: tuple[Arrow, ...]) -> tuple[Side, ...]:
    """Each side branch beside the box from which it is first entered; at the left if all it does is lead back."""
    placed: list[Side] = []
    known = list(keys_of(main))
    pending = list(branches)
    while pending:
        # A branch that only another branch enters comes after that one.
        branch = next((one for one in pending if _entrance(one, known, arrows)), pending[0])
        pending.remove(branch)
        keys = keys_of(branch)
        leaving = [arrow for arrow in arrows if arrow.source in keys and arrow.target not in keys]
        left = bool(leaving) and all(arrow.back for arrow in leaving)
        placed.append(Side(_entrance(branch, known, arrows) or first_box(main[0]), branch, left=left))
        known += keys
    return tuple(placed)


def _entrance(branch: Sequence, known: list[str], arrows: tuple[Arrow, ...]) -> str:
    """The first known box with an arrow into the branch, empty if there is none yet."""
    keys = keys_of(branch)
    sources = {arrow.source for arrow in arrows if arrow.target in keys}
    return next((key for key in known if key in sources), "")
