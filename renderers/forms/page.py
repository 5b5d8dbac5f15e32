"""A form on paper, for the formats that set type themselves (Word, PDF): page, sizes, widths of columns; in points.

Upright pages have the margins of GB/T 9704-2012 (版心 156×225 mm). Tables that lie on their side begin at the binding
edge as that standard wants, with a little more room at the sides; page numbers stand 7 mm below the 版心.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.annexes.form import Paper
from renderers.forms.grid import Part
from renderers.forms.lines import ems, line_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.forms.grid import Grid, GridCell

MILLIMETRE = 72 / 25.4
PAPERS: Mapping[Paper, tuple[int, int]] = {Paper.A4: (210, 297), Paper.A3: (297, 420)}
LABEL_SIZE, TITLE_SIZE, SIGN_SIZE, NOTE_SIZE, NUMBER_SIZE = 16, 22, 12, 10.5, 14
"""三号, 二号, 小四, 五号, 四号."""
UPRIGHT_SIZE = 12
"""Of the table of an upright form: 小四."""
LYING_SIZES = (10.5, 9)
"""Of other tables: 五号 where the columns have room for it, else 小五."""
LEADING = 1.4
"""Height of a line in font sizes: set, so that a page holds the same whatever font stands in for ours."""
PADDING = 0.25
"""Between the text and the border at its side, in font sizes."""
LEAST_ROW = 2.2
"""The least height of a row, in font sizes."""
WHOLE_SHARE = 1 / 3
"""Rows up to this share of the page's height are kept together; higher ones may go on on the next page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins; ``number`` is how far the page number stands from the lower edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number: float

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - self.left - self.right, self.height - self.top - self.bottom


def page(paper: Paper, *, portrait: bool) -> Page:
    """The page of a form."""
    short, long = (side * MILLIMETRE for side in PAPERS[paper])
    top, bottom, left, right, number = (
        side * MILLIMETRE for side in ((37, 35, 28, 26, 23) if portrait else (28, 26, 20, 20, 14))
    )
    width, height = (short, long) if portrait else (long, short)
    return Page(width, height, top, bottom, left, right, number)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a grid is set on its page: size of the table's type, widths of its columns."""

    grid: Grid
    page: Page
    size: float
    widths: tuple[float, ...]

    def size_of(self, part: Part) -> float:
        """The type size of a part."""
        sizes = {Part.LABEL: LABEL_SIZE, Part.TITLE: TITLE_SIZE, Part.SIGN: SIGN_SIZE, Part.NOTE: NOTE_SIZE}
        return sizes.get(part, self.size)

    def keeps_together(self, row: int) -> bool:
        """Whether a row of the table is low enough to stand on one page."""
        lines = max((self._lines(cell) for cell in self.grid.cells if cell.row == row and cell.rows == 1), default=1)
        return lines * self.size * LEADING <= self.page.room[1] * WHOLE_SHARE

    def _lines(self, cell: GridCell) -> int:
        width = sum(self.widths[cell.column : cell.column + cell.columns])
        return line_count(cell.text, width / self.size - 2 * PADDING)


def setting(laid: Grid) -> Setting:
    """The grid as wide as the page, in the largest type that its columns have room for."""
    on = page(laid.paper, portrait=laid.portrait)
    room = on.room[0]
    sizes = (UPRIGHT_SIZE,) if laid.portrait else LYING_SIZES
    wanted = sum(laid.widths) / 2 + len(laid.widths) * 2 * PADDING
    size = next((size for size in sizes if wanted * size <= room), sizes[-1])
    return Setting(laid, on, size, _widths(laid, size, room))


def _widths(laid: Grid, size: float, room: float) -> tuple[float, ...]:
    """The columns in their proportions, but none too narrow for its numbers: those are never broken."""
    share = room / sum(laid.widths)
    needed: dict[int, float] = {}
    for cell in laid.cells:
        if not isinstance(cell.content.value, str):
            least = (ems(cell.text) + 2 * PADDING) * size
            if least > laid.widths[cell.column] * share:
                needed[cell.column] = max(least, needed.get(cell.column, 0))
    others = sum(width for column, width in enumerate(laid.widths) if column not in needed)
    rest = (room - sum(needed.values())) / others
    return tuple(needed.get(column, width * rest) for column, width in enumerate(laid.widths))
