"""Paper: how large it is, how much of it may be printed on, and where on it a page stands; in points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.figures import DETAIL_SIZE

if TYPE_CHECKING:
    from renderers.flowcharts.sheets.page import Page

MILLIMETRE = 72 / 25.4
READABLE = 7.0 / DETAIL_SIZE
"""The smallest scale at which pages stand on paper if there is any choice: units and limits in 7 pt (between 六号, 7.5,
and 小六, 6.5), names of 环节 in 8.4 pt. With 六号 43 of the 50 sample charts in lanes would need A3 or two sheets."""
TIGHT = 6.5 / DETAIL_SIZE
"""The smallest for what need not be cut then: to see the whole at once is worth 小六."""
LEAST = 6.0 / DETAIL_SIZE
"""The smallest for both versions on one sheet, names of 环节 in 7.2 pt: what is to be compared should lie side by side,
and each version is printed by itself in 附件8."""


@dataclass(frozen=True, slots=True)
class Margins:
    """White at the edges of the paper."""

    top: float
    right: float
    bottom: float
    left: float


EDGES = Margins(*(side * MILLIMETRE for side in (12.0, 10.0, 12.0, 10.0)))
"""More than the 4.2 mm that office printers leave blank, and room to punch; a chart is no text with a 版心."""


class Paper(Enum):
    """Width and height in points; sides in mm by ISO 216 (GB/T 148-1997). The order is that of preference."""

    A4_PORTRAIT = (210 * MILLIMETRE, 297 * MILLIMETRE)
    A4_LANDSCAPE = (297 * MILLIMETRE, 210 * MILLIMETRE)
    A3_LANDSCAPE = (420 * MILLIMETRE, 297 * MILLIMETRE)

    @property
    def width(self) -> float:
        """Width in points."""
        return self.value[0]

    @property
    def height(self) -> float:
        """Height in points."""
        return self.value[1]

    @property
    def sheets(self) -> int:
        """How many sheets of A4 it is as large as."""
        return 2 if self is Paper.A3_LANDSCAPE else 1

    def room(self, margins: Margins) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - margins.left - margins.right, self.height - margins.top - margins.bottom


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in print: ``scale`` times its size, its upper left corner at (``left``, ``top``) of the paper."""

    page: Page
    paper: Paper
    scale: float
    left: float
    top: float

    def without_turns(self) -> Sheet:
        """The same without the texts that say numbers of sheets."""
        marks = tuple(mark for mark in self.page.marks if mark.turn is None)
        return replace(self, page=replace(self.page, marks=marks))
