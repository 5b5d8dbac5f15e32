"""A chart in print: sheet after sheet, with a head on the first, a short title on others, the legend on the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.columns import beside, neighbour
from renderers.flowcharts.sheets.cutting import Cutter
from renderers.flowcharts.sheets.fitting import Plan, Surroundings, best_plan
from renderers.flowcharts.sheets.foot import NUMBER_ROOM, foot, page_number
from renderers.flowcharts.sheets.head import head, short_head
from renderers.flowcharts.sheets.page import FOOT_GAP, HEAD_GAP, LEAST_WIDTH, page_on
from renderers.flowcharts.sheets.paper import EDGES, Margins, Sheet
from renderers.flowcharts.sheets.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.layouts import Layout
    from renderers.flowcharts.sheets.letters import Place
    from renderers.flowcharts.sheets.parts import Part


def sheets_of(chart: Chart, layout: Layout, margins: Margins = EDGES, *, numbered: bool = True) -> tuple[Sheet, ...]:
    """The sheets of a chart, at least one; ``margins`` are the white at the edges of the paper.

    ``numbered``: each says which page of how many it is.
    """
    printing = Printing(chart, margins, numbered=numbered)
    drawing = drawing_of(chart, layout)
    cutter = Cutter(drawing)
    plan = best_plan(cutter, printing.surroundings(max(LEAST_WIDTH, cutter.width)), margins)
    parts = parts_of(drawing, plan.cuts, _Hinting(plan.columns))
    return printing.sheets(plan, parts)


@dataclass(frozen=True, slots=True)
class _Hinting:
    """What is said beside connectors on pages with so many columns."""

    columns: int

    def __call__(self, place: Place, others: tuple[int, ...]) -> str:
        """转第2页 or 接第1页; 转右栏 on the same page."""
        pages = sorted({other // self.columns + 1 for other in others})
        if pages == [place.part // self.columns + 1]:
            return neighbour(place, others)
        return f"{'转' if place.out else '接'}第{'、'.join(map(str, pages))}页"


@dataclass(frozen=True)
class Printing:
    """What stands around the parts of a chart on paper."""

    chart: Chart
    margins: Margins
    numbered: bool

    def surroundings(self, wide: float) -> Surroundings:
        """How much room that takes."""
        first, other = (self._head(wide, first=first).height + HEAD_GAP for first in (True, False))
        below = foot((self.chart,), wide, cut=True).height + FOOT_GAP
        return Surroundings(wide, first, other, below, self._number_room)

    def sheets(self, plan: Plan, parts: Sequence[Part]) -> tuple[Sheet, ...]:
        """All sheets."""
        pages = [parts[start : start + plan.columns] for start in range(0, len(parts), plan.columns)]
        return tuple(self._sheet(plan, pages, number) for number in range(len(pages)))

    @property
    def _number_room(self) -> float:
        return NUMBER_ROOM if self.numbered else 0.0

    def _head(self, wide: float, *, first: bool) -> Panel:
        return head(self.chart.title, self.chart.facts, wide) if first else short_head(self.chart.title, wide)

    def _sheet(self, plan: Plan, pages: Sequence[Sequence[Part]], number: int) -> Sheet:
        drawn = beside(pages[number])
        wide = max(LEAST_WIDTH, drawn.width)
        above = self._head(wide, first=number == 0)
        top = above.height + HEAD_GAP
        block = above.block + drawn.block.moved((wide - drawn.width) / 2, top)
        bottom = top + drawn.height
        if number == len(pages) - 1:
            below = foot((self.chart,), wide, cut=bool(plan.cuts))
            block += below.block.moved(0.0, bottom + FOOT_GAP)
            bottom += FOOT_GAP + below.height
        return self._on_paper(plan, Panel(block, bottom), wide, f"第{number + 1}页 共{len(pages)}页")

    def _on_paper(self, plan: Plan, panel: Panel, wide: float, text: str) -> Sheet:
        """A panel at the top of a page, in the middle across, the page number at the foot."""
        room = plan.paper.room(self.margins)
        # Where nothing could be cut, a page is higher than planned and made smaller by itself.
        scale = min(plan.scale, room[1] / (panel.height + self._number_room))
        page = room[0] / scale, room[1] / scale
        block = panel.block.moved((page[0] - wide) / 2, 0.0)
        if self.numbered:
            block += Block((page_number(text, page[0] / 2, page[1]),))
        return Sheet(page_on(self.chart.title, page, block), plan.paper, scale, self.margins.left, self.margins.top)
