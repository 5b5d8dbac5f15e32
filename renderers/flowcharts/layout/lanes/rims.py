"""What stands out above a box while rows move: the disc with its number and its flags, which no label may touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.layout.attached import attached
from renderers.flowcharts.layout.lanes.constraints import Ref
from renderers.flowcharts.layout.lanes.things import Sort, Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.geometry import Rect


def rims(chart: Chart, rects: Mapping[str, Rect], upper_side: Callable[[str], Ref]) -> Iterator[Thing]:
    """Discs and flags on the upper edges of the boxes; they move with ``upper_side``."""
    for box in chart.boxes:
        rect = rects[box.key]
        for place in attached(box, rect):
            if place.top < rect.top:
                side, now, across = upper_side(box.key), (place.top, place.bottom), (place.left, place.right)
                low, high = (Ref(side.name, side.off + y - rect.top) for y in now)
                yield Thing(Sort.RIM, low, high, now, across)
