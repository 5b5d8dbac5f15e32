"""A form on paper, for the formats that set type themselves (Word, PDF): page, sizes, widths of columns; in points.

Upright pages have the margins of GB/T 9704-2012 (版心 156×225 mm). Tables that lie on their side begin at the binding
edge as that standard wants, with a little more room at the sides; page numbers stand 7 mm below the 版心.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from engine.annexes.form import Paper
from renderers.forms.grid import WRITING_LINE, Part
from renderers.forms.lines import ems, line_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from renderers.forms.grid import Grid, GridCell

MILLIMETRE = 72 / 25.4
PAPERS: Mapping[Paper, tuple[int, int]] = {Paper.A4: (210, 297), Paper.A3: (297, 420)}
LABEL_SIZE, TITLE_SIZE, SIGN_SIZE, NOTE_SIZE, NUMBER_SIZE = 16, 22, 12, 10.5, 14
"""三号, 二号, 小四, 五号, 四号."""
UPRIGHT_SIZES = (12, 10.5)
"""Of the table of an upright form: 小四, or 五号 if only that keeps it on one page."""
LYING_SIZES = (10.5, 9)
"""Of other tables: 五号 where the columns have room for it, else 小五."""
LEADING = 1.4
"""Height of a line in font sizes: set, so that a page holds the same whatever font stands in for ours."""
PADDINGS = (0.5, 0.25)
"""Between the text and the borders at its sides, in font sizes: in an upright form, in others."""
GAP = 0.3
"""Between the lines of a cell and the borders above and below, in font sizes."""
BORDER = 0.5
WHOLE_SHARE = 1 / 3
"""Rows up to this share of the page's height are kept together; higher ones may go on on the next page."""
SPACING: Mapping[Part, tuple[float, float]] = {
    Part.LABEL: (0, LABEL_SIZE * LEADING),
    Part.TITLE: (0, 16),
    Part.SIGN: (0, 4),
    Part.NOTE: (3, 0),
}
"""Above and below a line outside of the table; an empty line between 附件 and the title, which is on the third."""


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
    """How a grid is set on its page: size of the table's type, room around texts, widths of its columns."""

    grid: Grid
    page: Page
    size: float
    padding: float
    widths: tuple[float, ...]

    @property
    def gap(self) -> float:
        """Room above and below the lines of a cell."""
        return self.size * GAP

    def size_of(self, part: Part) -> float:
        """The type size of a part."""
        sizes = {Part.LABEL: LABEL_SIZE, Part.TITLE: TITLE_SIZE, Part.SIGN: SIGN_SIZE, Part.NOTE: NOTE_SIZE}
        return sizes.get(part, self.size)

    def parted(self) -> frozenset[int]:
        """The rows of the table that are too high to be kept together on one page."""
        most = self.page.room[1] * WHOLE_SHARE
        return frozenset(cell.row for cell in self.grid.cells if cell.rows == 1 and self._height(cell) > most)

    def fits_on_a_page(self) -> bool:
        """Whether the whole form does, as far as one can tell without asking the font."""
        return self.spare() >= 0

    def spare(self) -> float:
        """What is left of the height of a single page, with a line to spare; negative where the form is higher."""
        return self.page.room[1] - sum(self.heights()) - self.size * LEADING

    def heights(self) -> list[float]:
        """What each row needs; where a cell reaches over several and they are too low for it, each gets a share."""
        found = [0.0] * self.grid.height
        for cell in sorted(self.grid.cells, key=lambda one: one.rows):
            covered = range(cell.row, cell.row + cell.rows)
            missing = self._height(cell) - sum(found[row] for row in covered)
            for row in covered if missing > 0 else ():
                found[row] += missing / cell.rows
        return found

    def _height(self, cell: GridCell) -> float:
        """What a cell takes."""
        size = self.size_of(cell.part)
        width = sum(self.widths[cell.column : cell.column + cell.columns])
        if not cell.bordered:
            return line_count(cell.text, width / size) * size * LEADING + sum(SPACING.get(cell.part, ()))
        lines = line_count(cell.text, (width - 2 * self.padding) / size)
        return max(cell.least_height, lines * size * LEADING + 2 * self.gap + BORDER)


def setting(laid: Grid) -> Setting:
    """The grid as wide as the page: lying in the largest type that its columns have room for, upright on one page."""
    if laid.portrait:
        return _first(laid, UPRIGHT_SIZES, PADDINGS[0], Setting.fits_on_a_page) or _set(
            laid, UPRIGHT_SIZES[0], PADDINGS[0]
        )
    lying = _first(laid, LYING_SIZES, PADDINGS[1], _has_room) or _set(laid, LYING_SIZES[-1], PADDINGS[1])
    return _without_surplus(lying)


def _without_surplus(one: Setting) -> Setting:
    """Without the empty lines that alone would begin a second page: nobody files a page on which nothing is said."""
    lines = sorted({cell.row for cell in one.grid.cells if cell.part is Part.LINE})
    surplus = ceil(max(-one.spare(), 0) / WRITING_LINE)
    if not 0 < surplus <= len(lines):
        return one
    first, behind = lines[-surplus], lines[-1] + 1
    cells = tuple(
        replace(cell, row=cell.row - surplus) if cell.row >= behind else cell
        for cell in one.grid.cells
        if not first <= cell.row < behind
    )
    return replace(one, grid=replace(one.grid, cells=cells, height=one.grid.height - surplus))


def _first(laid: Grid, sizes: tuple[float, ...], padding: float, suits: Callable[[Setting], bool]) -> Setting | None:
    return next((one for size in sizes if suits(one := _set(laid, size, padding))), None)


def _has_room(one: Setting) -> bool:
    """Whether the columns are as wide as the form wants them."""
    columns = one.grid.widths
    return sum(columns) / 2 * one.size + len(columns) * 2 * one.padding <= one.page.room[0]


def _set(laid: Grid, size: float, padding: float) -> Setting:
    on = page(laid.paper, portrait=laid.portrait)
    return Setting(laid, on, size, size * padding, _widths(laid, size, size * padding, on.room[0]))


def _widths(laid: Grid, size: float, padding: float, room: float) -> tuple[float, ...]:
    """The columns in their proportions, but none too narrow for its numbers: those are never broken."""
    share = room / sum(laid.widths)
    needed: dict[int, float] = {}
    for cell in laid.cells:
        if not isinstance(cell.content.value, str):
            least = ems(cell.text) * size + 2 * padding
            if least > laid.widths[cell.column] * share:
                needed[cell.column] = max(least, needed.get(cell.column, 0))
    others = sum(width for column, width in enumerate(laid.widths) if column not in needed)
    rest = (room - sum(needed.values())) / others
    return tuple(needed.get(column, width * rest) for column, width in enumerate(laid.widths))
