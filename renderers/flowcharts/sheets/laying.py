"""A panel laid on a sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.blocks import Block
from renderers.flowcharts.sheets.fitting import RIM
from renderers.flowcharts.sheets.foot import NUMBER_ROOM, page_number
from renderers.flowcharts.sheets.page import page_on
from renderers.flowcharts.sheets.paper import Sheet

if TYPE_CHECKING:
    from renderers.flowcharts.sheets.blocks import Panel
    from renderers.flowcharts.sheets.paper import Margins, Paper


@dataclass(frozen=True, slots=True)
class Ground:
    """A paper, its margins, and the scale at which pages are to stand on it."""

    paper: Paper
    margins: Margins
    scale: float

    def sheet(self, title: str, panel: Panel, wide: float, number: tuple[int, int] | None) -> Sheet:
        """A panel ``wide`` points wide at the top of the page, in the middle across; the page number at the foot.

        What is higher or wider than the page is made smaller. ``number`` is that of the sheet and of all; a sheet
        that is the only one says none.
        """
        room = self.paper.room(self.margins)
        several = number is not None and number[1] > 1
        high = panel.height + (NUMBER_ROOM if several else 0.0)
        scale = min(self.scale, room[0] / (wide + 2 * RIM), room[1] / high)
        size = room[0] / scale, room[1] / scale
        block = panel.block.moved((size[0] - wide) / 2, 0.0)
        if number is not None and several:
            block += Block((page_number(*number, size[0] / 2, size[1]),))
        return Sheet(page_on(title, size, block), self.paper, scale, self.margins.left, self.margins.top)
