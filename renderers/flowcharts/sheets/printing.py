"""A chart in print: on as few sheets as it can be read on, of the smallest paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.body import block_of
from renderers.flowcharts.sheets.cutting import Cutter, Heights
from renderers.flowcharts.sheets.foot import NUMBER_ROOM, foot, page_number
from renderers.flowcharts.sheets.head import head, short_head
from renderers.flowcharts.sheets.page import FOOT_GAP, HEAD_GAP, LEAST_WIDTH, page_on
from renderers.flowcharts.sheets.paper import EDGES, READABLE, Margins, Paper, Sheet
from renderers.flowcharts.sheets.parts import Part, parts_of, whole

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.layouts import Layout
    from renderers.flowcharts.sheets.letters import Place
    from renderers.flowcharts.sheets.strips import Strip

_STEP = 0.05
"""Between two scales that are tried."""


def sheets_of(chart: Chart, layout: Layout, margins: Margins = EDGES, *, numbered: bool = True) -> tuple[Sheet, ...]:
    """The sheets of a chart, at least one; ``margins`` are the white at the edges of the paper.

    ``numbered``: each says which page of how many it is.
    """
    return _Printing(chart, layout, margins, numbered=numbered).sheets()


@dataclass(frozen=True, slots=True)
class _Plan:
    """The chart on one paper at one scale, cut here and there; ``fits``: nothing is higher than its page."""

    paper: Paper
    scale: float
    cuts: tuple[Strip, ...]
    fits: bool

    @property
    def ideal(self) -> bool:
        """Whether no later paper can be better: one page that can be read."""
        return self.fits and not self.cuts and self.scale >= READABLE

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """What can be read before what cannot, few pages before many, small paper before large; less is better."""
        missing = max(0, round((READABLE - self.scale) * 100))
        return not self.fits, missing, len(self.cuts), list(Paper).index(self.paper)


class _Printing:
    """One chart on its way to paper."""

    def __init__(self, chart: Chart, layout: Layout, margins: Margins, *, numbered: bool) -> None:
        self.chart, self.margins, self.numbered = chart, margins, numbered
        self.drawing = drawing_of(chart, layout)
        (self.whole,) = whole(self.drawing)
        self.wide = max(LEAST_WIDTH, self.whole.frame.width)
        self.cutter = Cutter(self.drawing)

    def sheets(self) -> tuple[Sheet, ...]:
        plan = self._best()
        parts = parts_of(self.drawing, plan.cuts, hint)
        return tuple(self._sheet(plan, parts, number) for number in range(len(parts)))

    # --- which paper

    def _best(self) -> _Plan:
        plans: list[_Plan] = []
        for paper in Paper:
            plans.append(self._on(paper))
            if plans[-1].ideal:
                break
        return min(plans, key=attrgetter("rank"))

    def _on(self, paper: Paper) -> _Plan:
        """The fewest pages of a paper, and of all scales with so few pages the largest."""
        widest = min(1.0, paper.room(self.margins)[0] / self.wide)
        least = min(widest, READABLE)
        steps = range(int((widest - least) / _STEP) + 1)
        plans = [self._plan(paper, scale) for scale in (*(widest - _STEP * step for step in steps), least)]
        return min(plans, key=lambda plan: (not plan.fits, len(plan.cuts), -plan.scale))

    def _plan(self, paper: Paper, scale: float) -> _Plan:
        heights = self._heights(paper, scale)
        cuts = self.cutter.cuts(heights)
        return _Plan(paper, scale, cuts, self.cutter.fit(cuts, heights))

    def _heights(self, paper: Paper, scale: float) -> Heights:
        """The room for parts of the drawing at a scale, in points of the drawing."""
        page = paper.room(self.margins)[1] / scale - NUMBER_ROOM * self.numbered - HEAD_GAP
        first, between = page - self.heads[0].height, page - self.heads[1].height
        last, only = (one.height + FOOT_GAP for one in (self.feet[1], self.feet[0]))
        return Heights(first, between, between - last, first - only)

    # --- what is on a page

    @cached_property
    def heads(self) -> tuple[Panel, Panel]:
        """That of the first page, and of the others."""
        first = head(self.chart.title, self.chart.facts, self.wide)
        return first, short_head(self.chart.title, self.wide)

    @cached_property
    def feet(self) -> tuple[Panel, Panel]:
        """That of a chart on one page, and on several."""
        alone, cut = (foot((self.chart,), self.wide, cut=cut) for cut in (False, True))
        return alone, cut

    def _sheet(self, plan: _Plan, parts: tuple[Part, ...], number: int) -> Sheet:
        part, last = parts[number], number == len(parts) - 1
        above = self.heads[number > 0]
        top = above.height + HEAD_GAP
        frame = part.frame
        body = block_of(part).moved(self.wide / 2 - frame.x, top - frame.top)
        block, bottom = above.block + body, top + frame.height
        if last:
            below = self.feet[len(parts) > 1]
            block += below.block.moved(0.0, bottom + FOOT_GAP)
            bottom += FOOT_GAP + below.height
        room = plan.paper.room(self.margins)
        # Where nothing could be cut, a page is higher than planned and made smaller by itself.
        scale = min(plan.scale, room[1] / (bottom + NUMBER_ROOM * self.numbered))
        wide, high = room[0] / scale, room[1] / scale
        block = block.moved((wide - self.wide) / 2, 0.0)
        if self.numbered:
            block += Block((page_number(number + 1, len(parts), wide / 2, high),))
        return Sheet(
            page_on(self.chart.title, (wide, high), block), plan.paper, scale, self.margins.left, self.margins.top
        )


def hint(place: Place, others: tuple[int, ...]) -> str:
    """转第2页 or 接第1页."""
    return f"{'转' if place.out else '接'}第{'、'.join(str(other + 1) for other in others)}页"
