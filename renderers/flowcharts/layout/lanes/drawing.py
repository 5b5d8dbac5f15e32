"""A chart drawn in lanes."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.lanes.folding import folded
from renderers.flowcharts.layout.lanes.measures import Measures
from renderers.flowcharts.layout.lanes.planning import Choices, planned
from renderers.flowcharts.layout.routing import wired

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart

SPARE = 14.0
"""By how much gutters are widened at a time where lines or labels have no room."""
MOST_SPARE = 5


def drawn(chart: Chart) -> Drawing:
    """The drawing of a chart in lanes: the narrowest in which no label stands on anything."""
    ready = folded(chart)
    plan = planned(ready, Choices())
    best = _drawn(Measures(ready, plan))
    for times in range(1, MOST_SPARE + 1):
        if not best.conflicts:
            break
        best = min(best, _drawn(Measures(ready, plan, times * SPARE)), key=attrgetter("conflicts"))
    return best


def _drawn(measures: Measures) -> Drawing:
    rects = measures.rects()
    routes, labels = wired(measures.chart, rects)
    return Drawing(measures.chart.boxes, rects, measures.figures, routes, labels, measures.bands)
