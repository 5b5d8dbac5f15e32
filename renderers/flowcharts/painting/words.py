"""The chart said in words, for whoever cannot see it: what a screen reader reads, and what pointing at it shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import INTERPUNCT, Comparison, Item, Parallel, Shape, Status, keys_of
from renderers.flowcharts.measure import clean
from renderers.flowcharts.sheets.comparing import AFTER, BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from renderers.flowcharts.chart import Arrow, Box, Chart, Headline, Sequence

_WORK = (Shape.PROCESS, Shape.SUBPROCESS)
_STEPS = (*_WORK, Shape.TERMINAL)
"""Symbols that are stations of the way; the others say something about it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture shows: the whole of it, and each box by its key."""

    description: str
    boxes: Mapping[str, str]
    names: Mapping[str, str]
    """Boxes by name alone, for the lines between them."""

    def with_connectors(self, letters: Mapping[str, str]) -> Words:
        """The same with the connectors of a page, which no chart has, by their letters."""
        named = {key: f"{Shape.CONNECTOR.value}{text}" for key, text in letters.items()}
        return replace(self, boxes={**self.boxes, **named}, names={**self.names, **named}) if named else self

    def line(self, arrow: Arrow) -> str:
        """What a line joins, and when it is taken."""
        ends = f"{self.names.get(arrow.source, '')} → {self.names.get(arrow.target, '')}"
        label = clean(arrow.label)
        return f"{ends}：{label}{_changed(arrow.status)}" if label else f"{ends}{_changed(arrow.status)}"


def words_of(what: Chart | Comparison) -> Words:
    """The words for one chart, or for both versions side by side, where the keys of boxes say of which they are."""
    if isinstance(what, Comparison):
        before, after = _words(what.before, BEFORE), _words(what.after, AFTER)
        numbers = "；".join(map(_headline, what.headlines))
        return Words(
            description="\n".join((f"{numbers}。", before.description, after.description)),
            boxes={**before.boxes, **after.boxes},
            names={**before.names, **after.names},
        )
    return _words(what)


def _words(chart: Chart, prefix: str = "") -> Words:
    return Words(
        # Beside 优化后 a removed 环节 is one of 优化前; in a chart of both it is one no more.
        description=_description(chart, [box for box in chart.boxes if prefix or box.status is not Status.REMOVED]),
        boxes={f"{prefix}{box.key}": _box(box) for box in chart.boxes},
        names={f"{prefix}{box.key}": _name(box) for box in chart.boxes},
    )


def _headline(one: Headline) -> str:
    change = f"（{clean(one.change)}）" if one.change else ""
    return f"{clean(one.name)}：{clean(one.before)} → {clean(one.after)}{change}"


def _name(box: Box) -> str:
    return clean(box.name) or box.shape.value


def _box(box: Box) -> str:
    """Number, name, holder and limit, and what the reform does to it: 「3 审查，行政审批股 · 5个工作日（调整）」."""
    kind = "" if box.shape in (*_STEPS, Shape.BAR) else f"{box.shape.value}："
    head = " ".join(part for part in (box.number, _name(box)) if part)
    rows = (INTERPUNCT.join(map(clean, row)) for row in box.details)
    return kind + "，".join((head, *rows)) + _changed(box.status, box.tags)


def _changed(status: Status | None, tags: Iterable[str] = ()) -> str:
    said = [] if status in (None, Status.SAME) else [str(status)]
    said += map(clean, tags)
    return f"（{'、'.join(said)}）" if said else ""


def _description(chart: Chart, standing: Iterable[Box]) -> str:
    """Head, lanes, number of 环节 that are ``standing``, main path in order, what is beside it, what changes, notes."""
    boxes = {box.key: box for box in chart.boxes}
    counted = {box.number for box in standing if box.number.isdecimal()}
    beside = [boxes[key] for side in chart.sides for key in keys_of(side.items) if boxes[key].shape in _WORK]
    said = [
        "；".join(f"{clean(name)}：{clean(value)}" for name, value in chart.facts),
        f"泳道{len(chart.lanes)}条，从左到右：{'、'.join(clean(lane.name) for lane in chart.lanes)}"
        if chart.lanes
        else "",
        f"环节{len(counted)}个",
        f"主路：{_way(chart.main, boxes)}",
        f"支路上：{'、'.join(map(_name, beside))}" if beside else "",
        *_changes(chart),
        *map(clean, chart.notes),
    ]
    return "。".join(part.removesuffix("。") for part in said if part) + "。"


def _way(items: Sequence, boxes: Mapping[str, Box]) -> str:
    return " → ".join(part for item in items if (part := _station(item, boxes)))


def _station(item: Item, boxes: Mapping[str, Box]) -> str:
    if isinstance(item, Parallel):
        branches = "；".join(_way(branch, boxes) for branch in item.branches)
        fork = boxes[item.fork]
        return f"{' '.join(filter(None, (fork.number, clean(fork.name))))}同时办（{branches}）"
    box = boxes[item]
    return _box(box) if box.shape in _STEPS else ""


def _changes(chart: Chart) -> Iterable[str]:
    for status in (Status.REMOVED, Status.ADDED, Status.CHANGED):
        named = [_name(box) for box in chart.boxes if box.status is status and box.shape in _STEPS]
        if named:
            yield f"{status}{len(named)}个：{'、'.join(named)}"
