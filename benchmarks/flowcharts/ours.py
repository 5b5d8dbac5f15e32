"""Our own drawing as a neutral picture."""

from __future__ import annotations

from benchmarks.flowcharts.picture import Area, Figure, Picture, area, line
from renderers.flowcharts.chart import Box, Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.sheets.page import Page
from renderers.flowcharts.theme import Kind


def drawn(chart: Chart, layout: Layout = Layout.LANES) -> Picture:
    """A chart as we draw it."""
    return picture_of(drawing_of(chart, layout))


def picture_of(drawing: Drawing) -> Picture:
    """A drawing of ours; in the single column there are no lanes to stand out of."""
    return Picture(
        figures={
            box.key: Figure(_area(drawing.rects[box.key]), lane_of(box), box.shape is Shape.DECISION)
            for box in drawing.boxes
        },
        lines=tuple(line(route.arrow.source, route.arrow.target, route.points) for route in drawing.routes),
        labels=tuple(_area(label.rect) for label in drawing.labels),
        lanes=tuple(band.lane.key for band in drawing.bands),
    )


def shown(page: Page) -> Picture:
    """A page as it is seen, cut into columns with connectors if it is long; what the lanes are it does not say."""
    return Picture(
        figures={
            mark.key: Figure(_area(mark.rect), diamond=mark.kind is Kind.DECISION) for mark in page.marks if mark.key
        },
        lines=tuple(line(route.arrow.source, route.arrow.target, route.points) for route in page.routes),
        labels=(
            *(_area(label.rect) for label in page.labels),
            *(_area(mark.rect) for mark in page.marks if mark.kind is Kind.NOTE),
        ),
    )


def lane_of(box: Box) -> str:
    """The lane that a box must stand in; empty for a bar, which reaches over the lanes of its branches."""
    return "" if box.shape is Shape.BAR else box.lane


def _area(rect: Rect) -> Area:
    return area(rect.x, rect.y, rect.width, rect.height)
