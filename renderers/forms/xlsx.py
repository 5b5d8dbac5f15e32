"""A form as an Excel workbook: typefaces and page of an official paper, one sheet, the same bytes for the same form.

Layout after GB/T 9704-2012: 附件6 in 3号黑体 at the top left, the title in 2号小标宋 centred, page numbers as — 1 —.
The fonts are named, not embedded: Word and WPS on an official's computer have them. Font sizes and heights are in
points, widths in pixels of 96 dpi (as Excel reckons them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from engine.annexes.form import NONE_TEXT, Align, Heading, Paper
from processes.model.limits import number_text
from renderers.forms.lines import ems, line_count

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from engine.annexes.form import Cell, Form

SONG, HEI, TITLE_FACE = "宋体", "黑体", "方正小标宋简体"
BODY_SIZE = 9
"""小五."""
LEADING = 1.45
"""Height of a line in font sizes; the loosest of the faces that stand in for 宋体 needs that much."""
ROW_PADDING = 4
HIGHEST_ROW = 409
CELL_PADDING = 7
"""Pixels of a column that its text cannot use."""
POINTS_PER_PIXEL = 0.75
SIGNATURE_FROM = 0.66
"""The part of the table's width at which the signature begins."""
LONGEST_TEXT = 32_767
PAPER_CODES: Mapping[Paper, int] = {Paper.A3: 8, Paper.A4: 9}
CREATED = datetime(2017, 1, 1, tzinfo=UTC)
"""Stands in the properties of the file instead of the clock."""

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def workbook(form: Form) -> bytes:
    """The form as an .xlsx file."""
    buffer = BytesIO()
    # Text is text: a name like =1+1 must never become a formula, wherever XlsxWriter guesses types by itself.
    guesses = dict.fromkeys(("strings_to_formulas", "strings_to_numbers", "strings_to_urls"), False)
    book = Workbook(buffer, {"in_memory": True, **guesses})
    book.set_properties({"title": _safe(form.title), "author": _safe(form.unit_name), "created": CREATED})
    _Sheet(book, form).write()
    book.close()
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Style:
    """How a cell is set."""

    size: float
    face: str = SONG
    align: Align = Align.LEFT
    bold: bool = False
    border: bool = True


LABEL = _Style(16, HEI, border=False)
TITLE = _Style(22, TITLE_FACE, Align.CENTRE, border=False)
SIGN = _Style(12, border=False)
HEADING = _Style(BODY_SIZE, HEI, Align.CENTRE)
NOTE = _Style(10, border=False)


class _Sheet:
    """The one sheet, written from the top down; ``row`` is the next row."""

    def __init__(self, book: Any, form: Form) -> None:  # noqa: ANN401 - XlsxWriter is not typed
        self.book, self.form = book, form
        self.sheet = book.add_worksheet(form.code)
        self.pixels = _pixels(form)
        self.formats: dict[_Style, object] = {}
        self.row = 0

    def write(self) -> None:
        """All of the form, then how the page is printed."""
        for column, pixels in enumerate(self.pixels):
            self.sheet.set_column_pixels(column, column, pixels)
        self._head()
        table = self.row
        self._headings()
        body = self.row
        self._body()
        for note in self.form.notes:
            self._put(note, 0, NOTE, (1, len(self.pixels)))
            self._next(_height(note, sum(self.pixels), NOTE.size))
        self._page(table, body)

    def _head(self) -> None:
        """Label, title and sign line."""
        form, columns = self.form, len(self.pixels)
        self._put(form.label, 0, LABEL, (1, columns))
        self._next(_height(form.label, sum(self.pixels), LABEL.size))
        self._put(form.title, 0, TITLE, (1, columns))
        self._next(_height(form.title, sum(self.pixels), TITLE.size))
        if form.sign_left:
            left = sum(reached <= SIGNATURE_FROM * sum(self.pixels) for reached in accumulate(self.pixels))
            left = min(max(left, 1), columns - 1)
            signer = form.sign_left + form.unit_name
            self._put(signer, 0, SIGN, (1, left))
            self._put(form.sign_right, left, SIGN, (1, columns - left))
            self._next(_height(signer, sum(self.pixels[:left]), SIGN.size) + ROW_PADDING)

    def _headings(self) -> None:
        """The headings with their merges, and the row of column numbers."""
        form, size = self.form, HEADING.size
        numbers = [
            Heading(column.number, form.header_rows - 1, index)
            for index, column in enumerate(form.columns)
            if column.number
        ]
        heights = [size * LEADING + ROW_PADDING] * form.header_rows
        for heading in sorted((*form.headings, *numbers), key=lambda heading: heading.rows):
            # A unit in brackets goes to a line of its own when the column is narrow.
            pixels = sum(self.pixels[heading.column : heading.column + heading.columns])
            text = heading.text if ems(heading.text) <= _room(pixels, size) else heading.text.replace("(", "\n(")
            self._put(text, heading.column, HEADING, (heading.rows, heading.columns), down=heading.row)
            covered = range(heading.row, heading.row + heading.rows)
            missing = _height(text, pixels, size) - sum(heights[row] for row in covered)
            for row in covered if missing > 0 else ():
                heights[row] += missing / heading.rows
        for height in heights:
            self._next(height)

    def _body(self) -> None:
        """The total row in bold, then the rows."""
        total = [(self.form.total, True)] if self.form.total else []
        for cells, bold in (*total, *((row, False) for row in self.form.rows)):
            texts = [_shown(cell) for cell in cells]
            height = max(_height(text, pixels, BODY_SIZE) for text, pixels in zip(texts, self.pixels, strict=True))
            # What is higher than Excel can make a row takes several, each cell merged over all of them.
            parts = ceil(height / HIGHEST_ROW)
            for index, (cell, column) in enumerate(zip(cells, self.form.columns, strict=True)):
                align = Align.CENTRE if bold or cell.value == NONE_TEXT else column.align
                self._put(cell.value, index, _Style(BODY_SIZE, align=align, bold=bold), (parts, 1))
            for _ in range(parts):
                self._next(height / parts)

    def _page(self, table: int, body: int) -> None:
        """Printed one page wide, headings repeated on each page; on the screen, headings and names stay in sight."""
        sheet, form = self.sheet, self.form
        if not form.portrait:
            sheet.set_landscape()
        sheet.set_paper(PAPER_CODES[form.paper])
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(table, body - 1)
        sheet.print_area(0, 0, self.row - 1, len(self.pixels) - 1)
        sheet.set_footer(f'&C&"{SONG}"&14— &P —')
        sheet.freeze_panes(body, min(2, len(self.pixels) - 1))

    def _put(
        self,
        value: str | int | Fraction,
        column: int,
        style: _Style,
        span: tuple[int, int] = (1, 1),
        *,
        down: int = 0,
    ) -> None:
        """A value ``down`` rows below the current one, merged over ``span`` (rows, columns)."""
        row, look = self.row + down, self._format(style)
        if span != (1, 1):
            self.sheet.merge_range(row, column, row + span[0] - 1, column + span[1] - 1, "", look)
        if isinstance(value, str):
            self.sheet.write_string(row, column, _safe(value), look)
        else:
            self.sheet.write_number(row, column, float(value), look)

    def _format(self, style: _Style) -> object:
        if style not in self.formats:
            look = {"font_name": style.face, "font_size": style.size, "bold": style.bold, "align": style.align.value}
            self.formats[style] = self.book.add_format(
                look | {"valign": "vcenter", "text_wrap": True, "border": int(style.border)}
            )
        return self.formats[style]

    def _next(self, height: float) -> None:
        self.sheet.set_row(self.row, round(min(height, HIGHEST_ROW), 1))
        self.row += 1


def _pixels(form: Form) -> list[int]:
    """Column widths as the form wants them, but never too narrow for a number: Excel would show ###."""
    bodies = (*((form.total,) if form.total else ()), *form.rows)
    widths = []
    for index, column in enumerate(form.columns):
        numbers = (_shown(cells[index]) for cells in bodies if not isinstance(cells[index].value, str))
        longest = max((ems(number) for number in numbers), default=0) * BODY_SIZE / POINTS_PER_PIXEL
        widths.append(max(round(column.width * 7) + 5, ceil(longest) + CELL_PADDING))
    return widths


def _shown(cell: Cell) -> str:
    return cell.value if isinstance(cell.value, str) else number_text(cell.value)


def _room(pixels: int, size: float) -> float:
    """Ems of ``size`` points that fit into a line of a cell."""
    return (pixels - CELL_PADDING) * POINTS_PER_PIXEL / size


def _height(text: str, pixels: int, size: float) -> float:
    return line_count(text, _room(pixels, size)) * size * LEADING + ROW_PADDING


def _safe(text: str) -> str:
    """The text as a cell can hold it: what XML forbids replaced, what is too long for Excel cut where one sees it."""
    safe = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return safe if len(safe) <= LONGEST_TEXT else safe[: LONGEST_TEXT - 1] + "…"
