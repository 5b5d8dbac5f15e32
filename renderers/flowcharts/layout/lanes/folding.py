"""A chart made ready for lanes: what the head of a lane says already, and documents that are a line in their step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Chart, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

MADE = "出具"


def folded(chart: Chart) -> Chart:
    """The chart with documents as a line in the step that makes them, and without holders that are the lane's.

    A document whose fate in the reform is not its step's stays a box of its own.
    """
    boxes = {box.key: box for box in chart.boxes}
    made = {
        arrow.target: arrow.source
        for arrow in chart.arrows
        if arrow.bare and _plain(boxes[arrow.target]) and boxes[arrow.target].status == boxes[arrow.source].status
    }
    names = {lane.key: lane.name for lane in chart.lanes}
    sides = tuple(side for side in chart.sides if side.items[0] not in made)
    return replace(
        chart,
        boxes=tuple(_box(box, made, boxes, names) for box in chart.boxes if box.key not in made),
        arrows=tuple(arrow for arrow in chart.arrows if arrow.target not in made),
        sides=sides,
    )


def _plain(box: Box) -> bool:
    return box.shape is Shape.DOCUMENT and not box.details


def _box(box: Box, made: Mapping[str, str], boxes: Mapping[str, Box], names: Mapping[str, str]) -> Box:
    documents = tuple((f"{MADE}{boxes[key].name}",) for key, step in made.items() if step == box.key)
    name = _bare(names.get(box.lane, ""))
    rows = (tuple(part for part in row if _bare(part) != name) for row in box.details)
    return replace(box, details=(*documents, *(row for row in rows if row)))


def _bare(text: str) -> str:
    """A holder without brackets: a post stands in them in a box and without them in the head of its lane."""
    return text.translate(_NO_BRACKETS)


_NO_BRACKETS = str.maketrans("", "", "()")
