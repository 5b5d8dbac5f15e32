"""The finished page as a value: every mark with its place, every line with its corners, every label."""

from __future__ import annotations

from dataclasses import dataclass, replace

from renderers.flowcharts.chart import Box, Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_SIZE, NUMBER_RADIUS, Line
from renderers.flowcharts.layout.labelling import Label
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.measure import clean, width
from renderers.flowcharts.sheets.bands import bands, framed
from renderers.flowcharts.sheets.margins import KINDS, foot, head
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

MARGIN = 22.0
"""White around everything, in points."""
LEAST_WIDTH = 470.0
"""Width that the head needs however small the drawing is."""
HEAD_GAP, FOOT_GAP = 26.0, 20.0


@dataclass(frozen=True, slots=True)
class Page:
    """Marks in the order in which they are painted, and lines; everything in points from the upper left corner."""

    title: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]


def page_of(chart: Chart, layout: Layout = Layout.COLUMN) -> Page:
    """The page: head, drawing in the middle, foot."""
    drawing = drawing_of(chart, layout)
    frame = framed(drawing)
    wide = max(LEAST_WIDTH, frame.width)
    above, head_end = head(chart, MARGIN, wide)
    below, foot_end = foot(chart, MARGIN, wide)
    down = MARGIN + head_end + HEAD_GAP - frame.top
    across = MARGIN + wide / 2 - frame.x
    foot_top = down + frame.bottom + FOOT_GAP
    marks = [mark.moved(0, MARGIN) for mark in above]
    marks += [mark.moved(across, down) for mark in bands(drawing)]
    for box in drawing.boxes:
        marks += _marks(box, drawing.rects[box.key].moved(across, down), drawing.figures[box.key].lines)
    marks += [mark.moved(0, foot_top) for mark in below]
    width_all, height_all = wide + 2 * MARGIN, foot_top + foot_end + MARGIN
    page = Mark(Kind.PAGE, Rect(width_all / 2, height_all / 2, width_all, height_all))
    return Page(
        title=clean(chart.title),
        width=width_all,
        height=height_all,
        marks=(page, *marks),
        routes=tuple(_moved(route, across, down) for route in drawing.routes),
        labels=tuple(
            replace(label, route=_moved(label.route, across, down), rect=label.rect.moved(across, down))
            for label in drawing.labels
        ),
    )


def _moved(route: Route, across: float, down: float) -> Route:
    return replace(route, points=tuple((x + across, y + down) for x, y in route.points))


def _marks(box: Box, rect: Rect, lines: tuple[Line, ...]) -> list[Mark]:
    """A box, and its number in a disc at its corner (in the band of a named block: at its left end)."""
    band = box.shape is Shape.BAR and bool(box.name)
    kind = Kind.BAND if band else Kind.MUTED if box.muted else KINDS[box.shape]
    marks = [Mark(kind, rect, lines, key=box.key, status=box.status)]
    if box.number:
        wide = max(2 * NUMBER_RADIUS, width(box.number, DETAIL_SIZE) + 9)
        x, y = (rect.left + 8 + wide / 2, rect.y) if band else (rect.left + wide / 2 - 4, rect.top)
        line = Line(box.number, DETAIL_SIZE, bold=True, down=0.0)
        marks.append(
            Mark(Kind.LETTER if band else Kind.NUMBER, Rect(x, y, wide, 2 * NUMBER_RADIUS), (line,), status=box.status)
        )
    return marks
