"""A chart drawn in one column."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.column.placing import placed
from renderers.flowcharts.layout.column.room import LANE, Room
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.routing import wired

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart

SPARE_LANES = 6
"""By how many lanes gutters are widened at most for the sake of labels."""


def drawn(chart: Chart) -> Drawing:
    """The drawing of a chart in one column: the narrowest in which no label stands on anything.

    How wide the gutters are is settled before there are lines: with room for the widest label, but not for every line
    that comes to pass beside it. Where that was too little the columns move apart, lane by lane.
    """
    best = _drawn(Room(chart))
    for lanes in range(1, SPARE_LANES + 1):
        if not best.conflicts:
            break
        best = min(best, _drawn(Room(chart, lanes * LANE)), key=attrgetter("conflicts"))
    return best


def _drawn(room: Room) -> Drawing:
    rects = placed(room)
    return Drawing(room.chart.boxes, rects, room.figures, *wired(room.chart, rects))
