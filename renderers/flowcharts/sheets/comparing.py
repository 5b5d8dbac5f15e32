"""Both versions of a matter side by side: headline numbers on top, before at the left, after at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.cards import cards
from renderers.flowcharts.sheets.columns import columns
from renderers.flowcharts.sheets.fitting import RIM
from renderers.flowcharts.sheets.foot import foot
from renderers.flowcharts.sheets.head import SHORT_LEADING, SHORT_SIZE, TITLE_GAP, title, title_block
from renderers.flowcharts.sheets.laying import Ground
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.sheets.page import FOOT_GAP, HEAD_GAP, LEAST_WIDTH, MARGIN, Page, page_on
from renderers.flowcharts.sheets.paper import EDGES, LEAST, READABLE, Margins, Paper, Sheet
from renderers.flowcharts.sheets.printing import Printing
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart, Comparison
    from renderers.flowcharts.layout.layouts import Layout

GAP = 60.0
"""Between the two charts; the pointer stands in it."""
POINTER = (20.0, 22.0)
CARDS_GAP = 14.0
LYING = (Paper.A4_LANDSCAPE, Paper.A3_LANDSCAPE)
BEFORE, AFTER = "优化前|", "优化后|"
"""What the keys of boxes begin with, which are the same in both charts."""


def comparison_page(comparison: Comparison, layout: Layout) -> Page:
    """The comparison as one picture for the screen."""
    panel, wide = side_by_side(comparison, layout)
    size = wide + 2 * MARGIN, panel.height + 2 * MARGIN
    return page_on(comparison.title, size, panel.block.moved(MARGIN, MARGIN))


def comparison_sheets(
    comparison: Comparison, layout: Layout, margins: Margins = EDGES, *, numbered: bool = True
) -> tuple[Sheet, ...]:
    """Both versions on one sheet that lies on its side; if they cannot be read there, one after the other."""
    panel, wide = side_by_side(comparison, layout)
    sheets = [_ground(paper, margins, panel, wide) for paper in LYING]
    found = next((one for one in sheets if one.scale >= READABLE), sheets[-1])
    if found.scale >= LEAST:
        return (found.sheet(comparison.title, panel, wide, None),)
    return _one_after_the_other(comparison, layout, margins, numbered=numbered)


def _ground(paper: Paper, margins: Margins, panel: Panel, wide: float) -> Ground:
    room = paper.room(margins)
    return Ground(paper, margins, min(1.0, room[0] / (wide + 2 * RIM), room[1] / panel.height))


def _one_after_the_other(
    comparison: Comparison, layout: Layout, margins: Margins, *, numbered: bool
) -> tuple[Sheet, ...]:
    """The sheets of both charts, on the same paper, numbered through; the numbers of the reform stand over each."""
    over = partial(heading, comparison)
    before = Printing(comparison.before, layout, margins, numbered=numbered, over=over)
    after = Printing(comparison.after, layout, margins, numbered=numbered, over=over)
    if before.plan.paper is not after.plan.paper:
        paper = max(before.plan.paper, after.plan.paper, key=list(Paper).index)
        before, after = before.on(paper), after.on(paper)
    return (
        *before.sheets(behind=after.plan.pages),
        *after.sheets(before=before.plan.pages, letters=before.letters),
    )


def side_by_side(comparison: Comparison, layout: Layout) -> tuple[Panel, float]:
    """Everything between the margins, and how wide it is; the drawings of both versions begin level."""
    left = columns(drawing_of(comparison.before, layout))
    right = columns(drawing_of(comparison.after, layout), first=left.letters)
    one, other = max(LEAST_WIDTH, left.width), max(LEAST_WIDTH, right.width)
    wide = one + GAP + other
    above = heading(comparison, wide)
    charts = (comparison.before, comparison.after)
    heads = _half_head(comparison.before, one), _half_head(comparison.after, other)
    drawn_at = above.height + CARDS_GAP + max(panel.height for panel in heads) + HEAD_GAP
    block = above.block
    for head, drawn, x, room, prefix in (
        (heads[0], left, 0.0, one, BEFORE),
        (heads[1], right, one + GAP, other, AFTER),
    ):
        block += head.block.moved(x, above.height + CARDS_GAP)
        block += drawn.block.under(prefix).moved(x + (room - drawn.width) / 2, drawn_at)
    block += Block((_pointer(one + GAP / 2, drawn_at + min(left.height, right.height) / 2),))
    foot_at = drawn_at + max(left.height, right.height) + FOOT_GAP
    below = foot(charts, wide, cut=left.letters + right.letters > 0)
    return Panel(block + below.block.moved(0.0, foot_at), foot_at + below.height), wide


def heading(comparison: Comparison, wide: float) -> Panel:
    """The title of the comparison above its headline numbers."""
    return title(comparison.title, wide).above(cards(comparison.headlines, wide), TITLE_GAP)


def _half_head(chart: Chart, wide: float) -> Panel:
    return title(chart.title, wide, SHORT_SIZE, SHORT_LEADING).above(title_block(chart.facts, wide), TITLE_GAP / 2)


def _pointer(x: float, y: float) -> Mark:
    return Mark(Kind.POINTER, Rect(x, y, *POINTER))
