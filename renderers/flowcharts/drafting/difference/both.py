"""Both versions of a matter, joined: the charts of the two under common keys, and what became of each box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from processes.model.process import NodeKind
from renderers.flowcharts.chart import Box, Chart, Item, Parallel, Sequence, Shape, Side, Status
from renderers.flowcharts.drafting.charting import MATERIALS, decision_of, document_of, drafted
from renderers.flowcharts.drafting.difference.lanes import shared_lanes
from renderers.flowcharts.drafting.difference.pairs import pairs_of
from renderers.flowcharts.drafting.difference.tagging import Tagging
from renderers.flowcharts.drafting.difference.wording import (
    became,
    document_row,
    made_text,
    materials_rows,
    step_text,
    with_uncounted,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.diff.compare import Difference
    from processes.model.process import CheckedMatter, Process, Step
    from renderers.flowcharts.chart import Lane
    from renderers.flowcharts.drafting.difference.pairs import Pairs


@dataclass(frozen=True)
class Both:
    """A matter that has both versions; ``after_process`` is that of 优化后."""

    checked: CheckedMatter
    after_process: Process
    difference: Difference
    unit: str

    @cached_property
    def pairs(self) -> Pairs:
        """Which nodes go on as which."""
        return pairs_of(self.checked.before, self.after_process)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Key of a box in the chart of 优化前 → its key in the chart of both: that of 优化后 if it goes on."""
        found = {MATERIALS: MATERIALS}
        for node in self.checked.before.nodes:
            key = self.pairs.onward.get(node.key, f"{node.key}|前")
            found |= {node.key: key, decision_of(node.key): decision_of(key), document_of(node.key): document_of(key)}
        return found

    @cached_property
    def before(self) -> Chart:
        """The chart of 优化前 under the common keys."""
        return _under(drafted(self.checked.matter, self.checked.before, self.unit), self.keys)

    @cached_property
    def after(self) -> Chart:
        """The chart of 优化后."""
        return drafted(self.checked.matter, self.after_process, self.unit)

    @cached_property
    def boxes(self) -> Mapping[str, Box]:
        """Every box of either version as the chart of both has it: those of 优化后 first.

        A document that stands beside its step in one version and is a line in it in the other stands where 优化后 has
        it.
        """
        old, new = self._old_boxes, self._new_boxes
        found = {key: self._kept(old[key], box) if key in old else self._come(box) for key, box in new.items()}
        lines = {document_of(key) for key, box in new.items() if key in old and document_row(box)}
        found |= {key: self._gone(box) for key, box in old.items() if key not in new and key not in lines}
        return {key: with_uncounted(self._flagged(box)) for key, box in found.items()}

    @cached_property
    def _old_boxes(self) -> Mapping[str, Box]:
        return {box.key: box for box in self.before.boxes}

    @cached_property
    def _new_boxes(self) -> Mapping[str, Box]:
        return {box.key: box for box in self.after.boxes}

    @cached_property
    def lanes(self) -> tuple[tuple[Lane, ...], Mapping[str, str]]:
        """The lanes of both versions, and the one in which each lane of 优化前 is."""
        both = self._old_steps.keys() & self._new_steps.keys()
        onward = ((self._old_boxes[key].lane, self._new_boxes[key].lane) for key in self._new_steps if key in both)
        return shared_lanes(self.before.lanes, self.after.lanes, onward)

    @cached_property
    def _tags(self) -> Mapping[str, tuple[str, ...]]:
        old, new = set(self._old_boxes), set(self._new_boxes)
        status = dict.fromkeys(new - old, Status.ADDED) | dict.fromkeys(old - new, Status.REMOVED)
        status |= dict.fromkeys(old & new, Status.SAME)
        boxes_before = {step: self.keys[node] for step, node in _boxes_of(self.checked.before).items()}
        tagging = Tagging(self.before, self.after, boxes_before, _boxes_of(self.after_process), status)
        return tagging.of(self.pairs.groups, self.difference.changes)

    @cached_property
    def _old_steps(self) -> Mapping[str, Step]:
        """Box of a 环节 or named block → the step of 优化前 that it is."""
        return {self.keys[key]: step for key, step in _steps_of(self.checked.before).items()}

    @cached_property
    def _new_steps(self) -> Mapping[str, Step]:
        return _steps_of(self.after_process)

    def _kept(self, old: Box, new: Box) -> Box:
        """A box of both versions."""
        if old.key in self._new_steps and old.key in self._old_steps:
            return self._step(old, new)
        if old.key == MATERIALS:
            rows, changed = materials_rows(old, new, self.difference.changes)
            return replace(new, details=rows, status=Status.CHANGED if changed else Status.SAME)
        status = Status.SAME if (old.name, old.details) == (new.name, new.details) else Status.CHANGED
        name = became(old.name, new.name) if new.shape is Shape.DOCUMENT else new.name
        return replace(new, name=name, status=status)

    def _step(self, old: Box, new: Box) -> Box:
        """A 环节 of both versions."""
        document = document_of(new.key)
        made = ""
        if document not in self._new_boxes:
            beside = self._old_boxes.get(document)
            line = document_row(new)
            # What stood beside the step and is made no more stands there still, as removed.
            before = document_row(old) if beside is None else beside.name if line else ""
            made = made_text(before, line)
        step = self._new_steps[new.key]
        said = step_text(self._old_steps[old.key], step, made, self.difference.changes)
        return replace(new, details=said.rows, was=said.was, status=Status.CHANGED if said.changed else Status.SAME)

    def _come(self, box: Box) -> Box:
        """A box of 优化后 alone; a document may have been a line in its step."""
        step = self._steps_of_documents.get(box.key)
        before = document_row(step) if step else ""
        if not before:
            return replace(box, status=Status.ADDED)
        return replace(box, name=became(before, box.name), status=Status.SAME if before == box.name else Status.CHANGED)

    def _gone(self, box: Box) -> Box:
        """A box of 优化前 alone; a diamond or document of a step that goes on stays with it."""
        step = self._steps_of_devices.get(box.key)
        return replace(box, status=Status.REMOVED, lane=step.lane if step else self.lanes[1][box.lane])

    @cached_property
    def _steps_of_documents(self) -> Mapping[str, Box]:
        """Document beside a box of 优化前 → that box."""
        return {document_of(key): box for key, box in self._old_boxes.items()}

    @cached_property
    def _steps_of_devices(self) -> Mapping[str, Box]:
        """Diamond and document after and beside a box of 优化后 → that box."""
        return {device: box for key, box in self._new_boxes.items() for device in (decision_of(key), document_of(key))}

    def _flagged(self, box: Box) -> Box:
        """The box with its flags; what has one does not stay as it was."""
        tags = self._tags.get(box.key)
        if not tags:
            return box
        return replace(box, tags=tags, status=Status.CHANGED if box.status is Status.SAME else box.status)


def _steps_of(process: Process) -> dict[str, Step]:
    """Node of a 环节, upper bar of a named block → the step."""
    return {node.key: node.step for node in process.nodes if node.step is not None and node.kind is not NodeKind.JOIN}


def _boxes_of(process: Process) -> dict[str, str]:
    return {step.key: node for node, step in _steps_of(process).items()}


def _under(chart: Chart, keys: Mapping[str, str]) -> Chart:
    """The chart with other keys."""
    return replace(
        chart,
        boxes=tuple(replace(box, key=keys[box.key]) for box in chart.boxes),
        arrows=tuple(replace(arrow, source=keys[arrow.source], target=keys[arrow.target]) for arrow in chart.arrows),
        main=_items(chart.main, keys),
        sides=tuple(Side(keys[side.anchor], _items(side.items, keys), side.left) for side in chart.sides),
    )


def _items(items: Sequence, keys: Mapping[str, str]) -> Sequence:
    found: list[Item] = []
    for item in items:
        if isinstance(item, Parallel):
            branches = tuple(_items(branch, keys) for branch in item.branches)
            found.append(Parallel(keys[item.fork], branches, keys[item.join]))
        else:
            found.append(keys[item])
    return tuple(found)
