"""A form as an Excel workbook: typefaces and page of an official paper, one sheet, the same bytes for the same form.

Layout after GB/T 9704-2012: 附件6 in 3号黑体 at the top left, the title in 2号小标宋 centred, page numbers as — 1 —.
The fonts are named, not embedded: Word and WPS on an official's computer have them. Font sizes and heights are in
points, widths in pixels of 96 dpi (as Excel reckons them).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from itertools import accumulate
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it ships no types

from engine.annexes.form import Align, Paper
from renderers.forms import record_sheet
from renderers.forms.grid import Grid, GridCell, Part, grid
from renderers.forms.lines import ems, line_count
from renderers.forms.writing import CREATED, writable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.annexes.form import Card, Form

SONG, HEI, TITLE_FACE = "宋体", "黑体", "方正小标宋简体"
BODY_SIZE = 9
"""小五."""
UPRIGHT_SIZE = 12
"""小四 in an upright form, which has room for it."""
LEADING = 1.45
"""Height of a line in font sizes; the loosest of the faces that stand in for 宋体 needs that much."""
ROW_PADDING = 4
HIGHEST_ROW = 409
CELL_PADDING = 7
"""Pixels of a column that its text cannot use."""
POINTS_PER_PIXEL = 0.75
LONGEST_TEXT = 32_767
MEASURE: Mapping[str, str | int] = MappingProxyType({"font_name": "Arial", "font_size": 10})
"""Column widths are counted in digits of this font, 7 pixels each. LibreOffice has one as wide in its place; for
Excel's own it may have none, makes the columns a third wider, and prints everything smaller for it."""
PAPER_CODES: Mapping[Paper, int] = {Paper.A3: 8, Paper.A4: 9}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a part is set."""

    size: float
    face: str = SONG
    bold: bool = False


LOOKS: Mapping[Part, _Look] = {
    Part.LABEL: _Look(16, HEI),
    Part.TITLE: _Look(22, TITLE_FACE),
    Part.SIGN: _Look(12),
    Part.HEADING: _Look(BODY_SIZE, HEI),
    Part.TOTAL: _Look(BODY_SIZE, bold=True),
    Part.BODY: _Look(BODY_SIZE),
    Part.LINE: _Look(BODY_SIZE),
    Part.NOTE: _Look(10),
}
UPRIGHT_LOOKS = {
    part: replace(look, size=UPRIGHT_SIZE) if look.size == BODY_SIZE else look for part, look in LOOKS.items()
}


def workbook(form: Form | Card, more: Callable[[Any], None] | None = None) -> bytes:
    """The form as an .xlsx file; ``more`` adds sheets behind the form's to the XlsxWriter workbook."""
    buffer = BytesIO()
    # Text is text: a name like =1+1 must never become a formula, wherever XlsxWriter guesses types by itself.
    guesses = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)
    # XlsxWriter writes into the mapping of properties: each workbook gets its own, else the second is another file.
    book = Workbook(buffer, {"in_memory": True, "default_format_properties": dict(MEASURE), **guesses})
    book.set_properties({"title": _safe(form.title), "author": _safe(form.unit_name), "created": CREATED})
    _Sheet(book, grid(form)).write()
    if more:
        more(book)
    record_sheet.add(book, form, _safe)
    book.close()
    return buffer.getvalue()


class Sizes:
    """Columns and rows of the sheet; ``starts``: the first sheet row of each grid row, and one behind the last."""

    def __init__(self, laid: Grid) -> None:
        """Reckon them for a layout."""
        self.grid = laid
        self.looks = UPRIGHT_LOOKS if laid.portrait else LOOKS
        self.pixels = _pixels(laid)
        self.heights = self._heights()
        # What is higher than Excel can make a row takes several, each cell merged over all of them.
        self.parts = [ceil(height / HIGHEST_ROW) for height in self.heights]
        self.starts = [0, *accumulate(self.parts)]

    def reference(self, cell: GridCell) -> str:
        """What Excel calls the cell, a merged one by its first: ``H12``."""
        return f"{_letters(cell.column)}{self.starts[cell.row] + 1}"

    def width(self, cell: GridCell) -> int:
        """Pixels a cell covers."""
        if cell.columns == 1:
            return self.pixels[cell.column]
        return sum(self.pixels[cell.column : cell.column + cell.columns])

    def text(self, cell: GridCell) -> str:
        """The text as it is written: a unit in brackets goes to a line of its own when the column is narrow."""
        text = cell.text
        if cell.part is Part.HEADING and ems(text) > _room(self.width(cell), self.looks[cell.part].size):
            return text.replace("(", "\n(")
        return text

    def _heights(self) -> list[float]:
        """Points of each grid row: what its cells need, those over several rows last."""
        heights = [_height(1, BODY_SIZE)] * self.grid.height
        merged_down = []
        for cell in self.grid.cells:
            if cell.rows > 1:
                merged_down.append(cell)
            else:
                heights[cell.row] = max(heights[cell.row], self._needed(cell))
        for cell in sorted(merged_down, key=lambda cell: cell.rows):
            covered = range(cell.row, cell.row + cell.rows)
            missing = self._needed(cell) - sum(heights[row] for row in covered)
            for row in covered if missing > 0 else ():
                heights[row] += missing / cell.rows
        return heights

    def _needed(self, cell: GridCell) -> float:
        """Points that a cell needs; a number is never broken."""
        size, value = self.looks[cell.part].size, cell.content.value
        if not isinstance(value, str):
            return _height(1, size)
        if not value:
            return max(cell.least_height, _height(1, size))
        text = self.text(cell) if cell.part is Part.HEADING else value
        return _height(line_count(text, _room(self.width(cell), size)), size)


class _Sheet(Sizes):
    """The one sheet."""

    def __init__(self, book: Any, laid: Grid) -> None:  # noqa: ANN401 - XlsxWriter is not typed
        super().__init__(laid)
        self.book = book
        self.sheet = book.add_worksheet(laid.code)
        self.formats: dict[tuple[Part, Align, bool], object] = {}

    def write(self) -> None:
        """All of the form, then how the page is printed."""
        for column, pixels in enumerate(self.pixels):
            self.sheet.set_column_pixels(column, column, pixels)
        for row, (height, parts) in enumerate(zip(self.heights, self.parts, strict=True)):
            for part in range(parts):
                self.sheet.set_row(self.starts[row] + part, round(height / parts, 1))
        for cell in self.grid.cells:
            self._put(cell)
        self._page()

    def _put(self, cell: GridCell) -> None:
        first, last = self.starts[cell.row], self.starts[cell.row + cell.rows] - 1
        right = cell.column + cell.columns - 1
        look = self._format(cell)
        if (first, cell.column) != (last, right):
            self.sheet.merge_range(first, cell.column, last, right, "", look)
        if isinstance(cell.content.value, str):
            self.sheet.write_string(first, cell.column, _safe(self.text(cell)), look)
        else:
            self.sheet.write_number(first, cell.column, float(cell.content.value), look)

    def _format(self, cell: GridCell) -> object:
        key = cell.part, cell.align, cell.bordered
        if key not in self.formats:
            look = self.looks[cell.part]
            face = {"font_name": look.face, "font_size": look.size, "bold": look.bold, "align": cell.align.value}
            self.formats[key] = self.book.add_format(
                face | {"valign": "vcenter", "text_wrap": True, "border": int(cell.bordered)}
            )
        return self.formats[key]

    def _page(self) -> None:
        """Printed one page wide, headings repeated on each page; on the screen, headings and names stay in sight."""
        sheet, laid = self.sheet, self.grid
        body = self.starts[laid.body]
        if not laid.portrait:
            sheet.set_landscape()
        sheet.set_paper(PAPER_CODES[laid.paper])
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        if laid.body > laid.table:
            sheet.repeat_rows(self.starts[laid.table], body - 1)
            sheet.freeze_panes(body, min(2, len(self.pixels) - 1))
        sheet.print_area(0, 0, self.starts[-1] - 1, len(self.pixels) - 1)
        sheet.set_footer(f'&C&"{SONG}"&14— &P —')


def _pixels(laid: Grid) -> list[int]:
    """Column widths as the form wants them, but never too narrow for a number: Excel would show ###."""
    widths = [round(width * 7) + 5 for width in laid.widths]
    for cell in laid.cells:
        if not isinstance(cell.content.value, str):
            needed = ceil(ems(cell.text) * BODY_SIZE / POINTS_PER_PIXEL) + CELL_PADDING
            widths[cell.column] = max(widths[cell.column], needed)
    return widths


def _letters(column: int) -> str:
    """What Excel calls a column: A to Z, then AA."""
    first, last = divmod(column, 26)
    return (_letters(first - 1) if first else "") + chr(ord("A") + last)


def _room(pixels: int, size: float) -> float:
    """Ems of ``size`` points that fit into a line of a cell."""
    return (pixels - CELL_PADDING) * POINTS_PER_PIXEL / size


def _height(lines: int, size: float) -> float:
    """Points of so many lines."""
    return lines * size * LEADING + ROW_PADDING


def _safe(text: str) -> str:
    """The text as a cell can hold it: what is too long for Excel is cut where one sees it."""
    safe = writable(text)
    return safe if len(safe) <= LONGEST_TEXT else safe[: LONGEST_TEXT - 1] + "…"
