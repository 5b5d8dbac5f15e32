"""A chart made ready for lanes: what the head of a lane says already, and documents that are a line in their step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import MADE, Box, Chart, Lane, Shape, Status

if TYPE_CHECKING:
    from collections.abc import Container, Mapping


def folded(chart: Chart) -> Chart:
    """The chart with documents as a line in the step that makes them, and without holders that are the lane's.

    A document whose fate in the reform is not its step's stays a box of its own, but for one that stays as it was in a
    step that goes on.
    """
    boxes = {box.key: box for box in chart.boxes}
    made = {
        arrow.target: arrow.source
        for arrow in chart.arrows
        if arrow.bare and _plain(boxes[arrow.target]) and _alike(boxes[arrow.target].status, boxes[arrow.source].status)
    }
    heads = {lane.key: _said(lane) for lane in chart.lanes}
    sides = tuple(side for side in chart.sides if side.items[0] not in made)
    return replace(
        chart,
        boxes=tuple(_box(box, made, boxes, heads.get(box.lane, ())) for box in chart.boxes if box.key not in made),
        arrows=tuple(arrow for arrow in chart.arrows if arrow.target not in made),
        sides=sides,
    )


def _alike(document: Status | None, step: Status | None) -> bool:
    return document is step or (document is Status.SAME and step is Status.CHANGED)


def _plain(box: Box) -> bool:
    return box.shape is Shape.DOCUMENT and not box.details


def _said(lane: Lane) -> tuple[str, ...]:
    """The holders that the head of a lane names: of both versions, of one of them."""
    texts = (lane.name, lane.was, f"{lane.was} → {lane.name}")
    return tuple(map(_plainly, texts))


def _plainly(text: str) -> str:
    """A holder without the signs between unit and post, which a head leaves out."""
    return text.translate(_SIGNS)


_SIGNS = str.maketrans("", "", "/()")


def _box(box: Box, made: Mapping[str, str], boxes: Mapping[str, Box], said: Container[str]) -> Box:
    documents = tuple((f"{MADE}{boxes[key].name}",) for key, step in made.items() if step == box.key)
    rows = (tuple(part for part in row if _plainly(part) not in said) for row in box.details)
    return replace(box, details=(*documents, *(row for row in rows if row)))
