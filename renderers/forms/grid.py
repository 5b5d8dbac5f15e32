"""A form laid out on a grid, from the label at the top to the notes at the foot; every file format writes the same.

Rows and columns count from 0. What is written where is decided here once; how a part looks is each format's affair.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from engine.annexes.form import NONE_TEXT, Align, Card, Cell, Form, Heading, Paper
from processes.model.limits import number_text
from processes.model.quick import quick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGNATURE_FROM = 0.66
"""The part of the table's width at which the signature begins."""

WRITING_LINE = 22.5
"""Points that an empty line is high at least: 8 mm, whole pixels, what a hand needs to write on it."""

_CARD_WIDTHS = (11.2, 11.2, 13.1, 13.1, 10.7, 10.7, 13.1, 13.1)
"""The 8 grid columns of 附件7: a label takes two, a value two or six; in a workbook they fill the width of the page."""
_CARD_LABEL, _CARD_VALUE = 2, 2


class Part(StrEnum):
    """What a cell of the grid is part of."""

    LABEL = "label"
    TITLE = "title"
    SIGN = "sign"
    HEADING = "heading"
    TOTAL = "total"
    BODY = "body"
    LINE = "line"
    """Of an empty line to write on."""
    NOTE = "note"


@quick
@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands at (``row``, ``column``) over ``rows`` × ``columns``; ``bordered`` as part of the table."""

    row: int
    column: int
    content: Cell
    part: Part
    rows: int = 1
    columns: int = 1
    align: Align = Align.LEFT
    bordered: bool = True

    @property
    def text(self) -> str:
        """The content as printed."""
        return printed(self.content)

    @property
    def least_height(self) -> float:
        """Points that the cell is high at least, whatever its text needs."""
        return WRITING_LINE if self.part is Part.LINE else 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A laid-out form. ``widths`` of the columns as in ``form.Column``; ``cells`` from the top down.

    The table begins at row ``table``, its body at row ``body``: the rows between are repeated on every page.
    """

    code: str
    title: str
    unit_name: str
    widths: tuple[float, ...]
    height: int
    cells: tuple[GridCell, ...]
    table: int
    body: int
    paper: Paper
    portrait: bool


def printed(cell: Cell) -> str:
    """``20``, ``0.5``, or the text of the cell."""
    return cell.value if isinstance(cell.value, str) else number_text(cell.value)


def grid(form: Form | Card) -> Grid:
    """The layout of a form."""
    return _card(form) if isinstance(form, Card) else _table(form)


class _Layout:
    """A grid being filled from the top down; ``row`` is the next row."""

    def __init__(self, widths: Sequence[float]) -> None:
        self.widths = tuple(widths)
        self.cells: list[GridCell] = []
        self.row = 0

    def line(self, text: str, part: Part, align: Align = Align.LEFT) -> None:
        """A row that is one cell without border."""
        whole = len(self.widths)
        self.cells.append(GridCell(self.row, 0, Cell(text), part, columns=whole, align=align, bordered=False))
        self.row += 1

    def sign(self, left: str, right: str, *, inside: bool) -> None:
        """The sign line: the unit on the left, the leader's signature on the right."""
        reached = accumulate(self.widths)
        split = sum(width <= SIGNATURE_FROM * sum(self.widths) for width in reached)
        split = min(max(split, 1), len(self.widths) - 1)
        for column, text, columns in ((0, left, split), (split, right, len(self.widths) - split)):
            self.cells.append(GridCell(self.row, column, Cell(text), Part.SIGN, columns=columns, bordered=inside))
        self.row += 1

    def finish(self, form: Form | Card, table: int, body: int, *, paper: Paper, portrait: bool) -> Grid:
        """The grid."""
        return Grid(
            form.code,
            form.title,
            form.unit_name,
            self.widths,
            self.row,
            tuple(self.cells),
            table,
            body,
            paper,
            portrait,
        )


def _table(form: Form) -> Grid:
    layout = _Layout([column.width for column in form.columns])
    layout.line(form.label, Part.LABEL)
    layout.line(form.title, Part.TITLE, Align.CENTRE)
    table = layout.row
    if form.sign_left:
        layout.sign(form.sign_left + form.unit_name, form.sign_right, inside=form.sign_inside)
        table = table if form.sign_inside else layout.row
    layout.cells += _headings(form, layout.row)
    body = layout.row = layout.row + form.header_rows
    totals = [(form.total, Part.TOTAL)] if form.total else []
    rows = [(row, Part.TOTAL if index in form.subtotals else Part.BODY) for index, row in enumerate(form.rows)]
    lines = [(_line(form, number), Part.LINE) for number in range(len(form.rows) + 1, form.least_rows + 1)]
    ordered = [*totals, *rows, *lines] if form.total_first else [*rows, *lines, *totals]
    for cells, part in ordered:
        for index, (cell, column) in enumerate(zip(cells, form.columns, strict=True)):
            centred = part is Part.TOTAL or cell.value == NONE_TEXT
            align = Align.CENTRE if centred else column.align
            layout.cells.append(GridCell(layout.row, index, cell, part, align=align))
        layout.row += 1
    for note in form.notes:
        layout.line(note, Part.NOTE)
    return layout.finish(form, table, body, paper=form.paper, portrait=form.portrait)


def _line(form: Form, number: int) -> tuple[Cell, ...]:
    """An empty line, the ``number``-th below the headings."""
    first = Cell(number if form.lines_numbered else "")
    return first, *(Cell("") for _ in form.columns[1:])


def _headings(form: Form, top: int) -> Iterator[GridCell]:
    """The headings with their merges, and the row of column numbers."""
    numbers = [
        Heading(column.number, form.header_rows - 1, index)
        for index, column in enumerate(form.columns)
        if column.number
    ]
    for one in (*form.headings, *numbers):
        yield GridCell(top + one.row, one.column, Cell(one.text), Part.HEADING, one.rows, one.columns, Align.CENTRE)


def _card(card: Card) -> Grid:
    layout = _Layout(_CARD_WIDTHS)
    layout.line(card.label, Part.LABEL)
    layout.line(card.title, Part.TITLE, Align.CENTRE)
    table = layout.row
    for fields in card.rows:
        column = 0
        for field in fields:
            wide = _CARD_VALUE if len(fields) > 1 else len(_CARD_WIDTHS) - _CARD_LABEL
            label = GridCell(layout.row, column, Cell(field.label), Part.HEADING, 1, _CARD_LABEL, Align.CENTRE)
            value = GridCell(layout.row, column + _CARD_LABEL, field.cell, Part.BODY, 1, wide, field.align)
            layout.cells += (label, value)
            column += _CARD_LABEL + wide
        layout.row += 1
    for note in card.notes:
        layout.line(note, Part.NOTE)
    return layout.finish(card, table, table, paper=Paper.A4, portrait=True)
