"""A chart in print: sheet after sheet, with a head on the first, a short title on others, the legend on the last."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.sheets.blocks import Panel
from renderers.flowcharts.sheets.columns import beside, neighbour
from renderers.flowcharts.sheets.cutting import Cutter
from renderers.flowcharts.sheets.fitting import Surroundings, best_plan
from renderers.flowcharts.sheets.foot import NUMBER_ROOM, foot
from renderers.flowcharts.sheets.head import head, short_head
from renderers.flowcharts.sheets.laying import Ground
from renderers.flowcharts.sheets.marks import Turn
from renderers.flowcharts.sheets.page import FOOT_GAP, HEAD_GAP, LEAST_WIDTH
from renderers.flowcharts.sheets.paper import EDGES, Margins, Paper, Sheet
from renderers.flowcharts.sheets.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.layouts import Layout
    from renderers.flowcharts.sheets.letters import Place
    from renderers.flowcharts.sheets.parts import Part

OVER_GAP = 16.0
"""Between the head of a comparison and that of a chart."""


def sheets_of(chart: Chart, layout: Layout, margins: Margins = EDGES, *, numbered: bool = True) -> tuple[Sheet, ...]:
    """The sheets of a chart, at least one; ``margins`` are the white at the edges of the paper.

    ``numbered``: each says which page of how many it is.
    """
    return Printing(chart, layout, margins, numbered=numbered).sheets()


@dataclass(frozen=True, slots=True)
class _Hinting:
    """What is said beside connectors: the first part is on page ``first`` (from 0), so many columns are on each."""

    columns: int
    first: int

    def __call__(self, place: Place, others: tuple[int, ...]) -> str | Turn:
        """转第2页 or 接第1页; 转右栏 on the same page."""
        pages = sorted({self.first + other // self.columns + 1 for other in others})
        if pages == [self.first + place.part // self.columns + 1]:
            return neighbour(place, others)
        return Turn("转" if place.out else "接", tuple(pages))


class Printing:
    """A chart on its way to paper; ``over`` stands above its own head, given the width."""

    def __init__(
        self,
        chart: Chart,
        layout: Layout,
        margins: Margins,
        *,
        numbered: bool = True,
        over: Callable[[float], Panel] | None = None,
    ) -> None:
        """Choose the paper."""
        self.chart, self.margins, self.numbered, self.over = chart, margins, numbered, over
        self.drawing = drawing_of(chart, layout)
        self.cutter = Cutter(self.drawing)
        self.wide = max(LEAST_WIDTH, self.cutter.width)
        self.plan = best_plan(self.cutter, self._surroundings(self.wide), margins)

    def on(self, paper: Paper) -> Printing:
        """The same on that paper."""
        made = copy(self)
        made.plan = best_plan(self.cutter, self._surroundings(self.wide), self.margins, (paper,))
        return made

    def sheets(self, before: int = 0, behind: int = 0, letters: int = 0) -> tuple[Sheet, ...]:
        """All sheets, where there are others before and behind them and so many letters have been used."""
        columns = self.plan.columns
        parts = parts_of(self.drawing, self.plan.cuts, _Hinting(columns, before), letters)
        pages = [parts[start : start + columns] for start in range(0, len(parts), columns)]
        total = before + len(pages) + behind
        return tuple(
            self._sheet(page, (before + number, total), first=number == 1, last=number == len(pages))
            for number, page in enumerate(pages, 1)
        )

    def _surroundings(self, wide: float) -> Surroundings:
        """How much room is needed around the drawing."""
        first, other = (self._head(wide, first=first).height + HEAD_GAP for first in (True, False))
        below = foot((self.chart,), wide, cut=True).height + FOOT_GAP
        return Surroundings(wide, first, other, below, self._number_room)

    @property
    def letters(self) -> int:
        """How many letters connectors may need."""
        return sum(len(cut.crossings) for cut in self.plan.cuts)

    @property
    def _number_room(self) -> float:
        return NUMBER_ROOM if self.numbered else 0.0

    def _head(self, wide: float, *, first: bool) -> Panel:
        if not first:
            return short_head(self.chart.title, wide)
        own = head(self.chart.title, self.chart.facts, wide)
        return own if self.over is None else self.over(wide).above(own, OVER_GAP)

    def _sheet(self, page: Sequence[Part], number: tuple[int, int], *, first: bool, last: bool) -> Sheet:
        drawn = beside(page)
        wide = max(self.wide, drawn.width)
        body = Panel(drawn.block.moved((wide - drawn.width) / 2, 0.0), drawn.height)
        panel = self._head(wide, first=first).above(body, HEAD_GAP)
        if last:
            panel = panel.above(foot((self.chart,), wide, cut=bool(self.plan.cuts)), FOOT_GAP)
        ground = Ground(self.plan.paper, self.margins, self.plan.scale)
        return ground.sheet(self.chart.title, panel, wide, number if self.numbered else None)
