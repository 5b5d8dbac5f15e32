"""The finished page as a value: every mark with its place, every line with its corners, every label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.measure import clean
from renderers.flowcharts.sheets.blocks import Panel
from renderers.flowcharts.sheets.columns import columns
from renderers.flowcharts.sheets.foot import foot
from renderers.flowcharts.sheets.head import head
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.layout.layouts import Layout
    from renderers.flowcharts.layout.lines import Route
    from renderers.flowcharts.sheets.blocks import Block

MARGIN = 22.0
"""White around everything on the screen, in points."""
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


def page_on(title: str, size: tuple[float, float], block: Block) -> Page:
    """A page of that width and height with everything in the block on it."""
    wide, high = size
    ground = Mark(Kind.PAGE, Rect(wide / 2, high / 2, wide, high))
    return Page(clean(title), wide, high, (ground, *block.marks), block.routes, block.labels)


def page_of(chart: Chart, layout: Layout) -> Page:
    """The chart as one picture for the screen: head, drawing in the middle, foot; a long one in columns."""
    drawn = columns(drawing_of(chart, layout))
    wide = max(LEAST_WIDTH, drawn.width)
    body = Panel(drawn.block.moved((wide - drawn.width) / 2, 0.0), drawn.height)
    panel = head(chart.title, chart.facts, wide).above(body, HEAD_GAP)
    panel = panel.above(foot((chart,), wide, cut=drawn.letters > 0), FOOT_GAP)
    size = wide + 2 * MARGIN, panel.height + 2 * MARGIN
    return page_on(chart.title, size, panel.block.moved(MARGIN, MARGIN))
