"""版式: the layouts there are."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.column import drawing as column
from renderers.flowcharts.layout.lanes import drawing as lanes

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.drawing import Drawing


class Layout(StrEnum):
    """版式: swim-lanes by holder, or a single column as the platforms of 2015 to 2018 took it."""

    LANES = "泳道"
    COLUMN = "单列"


@lru_cache(maxsize=16)
def drawing_of(chart: Chart, layout: Layout) -> Drawing:
    """The drawing of a chart in a layout; screen and paper ask for the same one, one after the other."""
    match layout:
        case Layout.LANES if chart.lanes:
            return lanes.drawn(chart)
        case _:
            return column.drawn(chart)
