"""How large boxes and labels are for the peers: as large as ours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from renderers.flowcharts.chart import Arrow, Box, Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout import figures
from renderers.flowcharts.layout.layouts import Layout, drawing_of

BAR_WIDTH = 60.0
"""Of a bar without a name: no peer can stretch it over its branches."""


@dataclass(frozen=True)
class Sizes:
    """Sizes (width, height) in points for one chart."""

    chart: Chart

    @cached_property
    def _rects(self) -> dict[str, Rect]:
        return dict(drawing_of(self.chart, Layout.LANES).rects)

    def box(self, key: str) -> tuple[float, float]:
        """The size of a box as we draw it; a bar as wide as its text."""
        box, rect = self.chart.box(key), self._rects[key]
        if box.shape is Shape.BAR:
            return max(BAR_WIDTH, figures.figure(box, BAR_WIDTH).width), rect.height
        return rect.width, rect.height

    @staticmethod
    def label(arrow: Arrow) -> tuple[float, float]:
        """The size of the label of an arrow."""
        figure = figures.label(arrow.label)
        return figure.width, figure.height


def lane_of(box: Box) -> str:
    """The lane that a box must stand in, empty for a bar: a bar reaches over the lanes of its branches."""
    return "" if box.shape is Shape.BAR else box.lane
