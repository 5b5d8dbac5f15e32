"""A form as a value, neutral of any file format: headings with merges, columns, rows of cells, notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from processes.model.quick import quick

if TYPE_CHECKING:
    from processes.model.places import Place

NOT_SUMMED = "——"
"""Two em dashes (U+2014): a cell of a total row that cannot be summed."""

NONE_TEXT = "无"
"""What 附件4 and 附件6 注1 want in a cell that does not apply."""

LEVEL = " / "
"""Between the levels of a column's title: ``放权力 / 是否在本次优化中 / 取消``."""


@quick
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what is printed, where it comes from, and how it was computed.

    ``value`` is a text, or a number (int or Fraction) printed as a number. ``sources`` are the places of every
    declaration that contributes; ``formula`` says the rule in the form's own column numbers, e.g. ``第7栏-第8栏``.
    """

    value: str | int | Fraction
    sources: tuple[Place, ...] = ()
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A header cell, from (``row``, ``column``) on, counted from 0, over ``rows`` × ``columns`` grid cells."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Align(StrEnum):
    """How the body cells of a column are set."""

    CENTRE = "center"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Column:
    """A grid column: ``number`` as printed in the number row, empty if unnumbered.

    ``title`` is the full path of headings, its levels parted by ``LEVEL``. ``width`` in characters of the default font
    (a Chinese character counts 2).
    """

    key: str
    title: str
    number: str = ""
    width: float = 8
    align: Align = Align.CENTRE


class Paper(StrEnum):
    """Paper of a form; all are printed landscape unless ``Form.portrait``."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form. ``label`` stands top left (附件6), ``title`` centred, the sign line above the table.

    ``header_rows`` is the number of grid rows the headings cover (the number row included); ``total`` is printed
    before ``rows`` (after them if not ``total_first``) when present; ``notes`` below the table, already numbered.
    ``subtotals`` are the indexes of those ``rows`` that sum up the ones above them and are printed like the total.
    ``sign_inside`` makes the sign line the first row of the table (附件3–5). The prescribed forms come with empty lines
    to write on: a form with fewer rows than ``least_rows`` is printed with empty ones below, which are no rows of it;
    with ``lines_numbered`` their 序号 goes on from that of the rows.
    """

    code: str
    label: str
    title: str
    unit_name: str
    headings: tuple[Heading, ...]
    columns: tuple[Column, ...]
    header_rows: int
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    total_first: bool = True
    subtotals: tuple[int, ...] = ()
    least_rows: int = 0
    lines_numbered: bool = False
    notes: tuple[str, ...] = ()
    paper: Paper = Paper.A4
    portrait: bool = False
    sign_left: str = "单位名称(盖章):"
    sign_right: str = "主要领导签字:"
    sign_inside: bool = False

    def column(self, key: str) -> tuple[Cell, ...]:
        """The cells of the rows in the column of that key; none where the form has no such column."""
        found = [index for index, column in enumerate(self.columns) if column.key == key]
        return tuple(row[index] for row in self.rows for index in found)


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled cell of a card."""

    label: str
    cell: Cell
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Card:
    """A form of labelled cells instead of columns (附件7), upright on A4, one for each matter.

    Each row has one field, as wide as the table, or two side by side.
    """

    code: str
    label: str
    title: str
    unit_name: str
    rows: tuple[tuple[Field] | tuple[Field, Field], ...]
    notes: tuple[str, ...] = ()


def headings(columns: tuple[Column, ...], levels: int) -> tuple[Heading, ...]:
    """The header cells over ``columns``: ``levels`` rows of titles, neighbours of the same level merged.

    A title with fewer levels reaches down over the rest; where columns are numbered, one without a number (序号)
    reaches down through the row of numbers too.
    """
    numbered = any(column.number for column in columns)
    paths = [column.title.split(LEVEL) for column in columns]
    found = []
    for level in range(levels):
        for path, run in groupby(range(len(columns)), key=lambda index: paths[index][: level + 1]):
            covered = list(run)
            if len(path) <= level:
                continue
            is_last = len(paths[covered[0]]) == level + 1
            down = numbered and not columns[covered[0]].number
            rows = levels - level + down if is_last else 1
            found.append(Heading(path[level], level, covered[0], rows, len(covered)))
    return tuple(found)


def plain(number: Fraction | int) -> Fraction | int:
    """A whole number as an int, so that it is printed and compared as one."""
    return number.numerator if number.denominator == 1 else number


def nothing_row(columns: tuple[Column, ...], sources: tuple[Place, ...]) -> tuple[Cell, ...]:
    """A row that says 无 throughout: a form that has to be filed with nothing in it (零报告) is not left blank."""
    return (Cell(NONE_TEXT, sources),) * len(columns)
