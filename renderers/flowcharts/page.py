"""The finished page as a value: every mark with its place, every line with its corners, every label."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Chart, Shape
from renderers.flowcharts.figures import DETAIL_SIZE, NUMBER_RADIUS, Figure, Line
from renderers.flowcharts.geometry import Rect, around
from renderers.flowcharts.labelling import Label, conflicts
from renderers.flowcharts.lines import Route
from renderers.flowcharts.margins import KINDS, foot, head
from renderers.flowcharts.marks import Mark
from renderers.flowcharts.measure import clean, width
from renderers.flowcharts.placing import placed
from renderers.flowcharts.room import LANE, Room
from renderers.flowcharts.routing import wired
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

MARGIN = 22.0
"""White around everything, in points."""
LEAST_WIDTH = 470.0
"""Width that the head needs however small the drawing is."""
HEAD_GAP, FOOT_GAP = 26.0, 20.0
SPARE_LANES = 6
"""By how many lanes gutters are widened at most for the sake of labels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The drawing proper, around its own origin."""

    rects: Mapping[str, Rect]
    figures: Mapping[str, Figure]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]

    @property
    def conflicts(self) -> int:
        """How many labels stand on something."""
        return conflicts(self.routes, self.labels, tuple(self.rects.values()))

    @property
    def frame(self) -> Rect:
        """The rectangle that holds all of it."""
        lines = (piece.rect for route in self.routes for piece in route.segments)
        numbers = (rect.moved(-NUMBER_RADIUS, -NUMBER_RADIUS) for rect in self.rects.values())
        return around((*self.rects.values(), *numbers, *lines, *(label.rect for label in self.labels)))


@dataclass(frozen=True, slots=True)
class Page:
    """Marks in the order in which they are painted, and lines; everything in points from the upper left corner."""

    title: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]


def drawing_of(chart: Chart) -> Drawing:
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
    return Drawing(rects, room.figures, *wired(room.chart, rects))


def page_of(chart: Chart) -> Page:
    """The page: head, drawing in the middle, foot."""
    drawing = drawing_of(chart)
    frame = drawing.frame
    wide = max(LEAST_WIDTH, frame.width)
    above, head_end = head(chart, MARGIN, wide)
    below, foot_end = foot(chart, MARGIN, wide)
    down = MARGIN + head_end + HEAD_GAP - frame.top
    across = MARGIN + wide / 2 - frame.x
    foot_top = down + frame.bottom + FOOT_GAP
    marks = [mark.moved(0, MARGIN) for mark in above]
    for box in chart.boxes:
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
    marks = [Mark(kind, rect, lines, key=box.key)]
    if box.number:
        wide = max(2 * NUMBER_RADIUS, width(box.number, DETAIL_SIZE) + 9)
        x, y = (rect.left + 8 + wide / 2, rect.y) if band else (rect.left + wide / 2 - 4, rect.top)
        line = Line(box.number, DETAIL_SIZE, bold=True, down=0.0)
        marks.append(Mark(Kind.LETTER if band else Kind.NUMBER, Rect(x, y, wide, 2 * NUMBER_RADIUS), (line,)))
    return marks
