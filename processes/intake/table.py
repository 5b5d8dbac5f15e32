"""A table from outside: rows of texts that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Numbering(StrEnum):
    """How the cells of a table are called."""

    LETTERS = "Sheet1!C5"
    """As in a workbook."""
    COUNTED = "表格1第5行第3格"
    """As one counts in a Word document, or in a text."""


class Spot(NamedTuple):
    """Where a cell stands: a clerk finds it by this.

    ``line`` and ``column`` count from 1; line 0 is text outside of tables.
    """

    file: str
    sheet: str
    line: int
    column: int
    numbering: Numbering = Numbering.LETTERS

    def __str__(self) -> str:
        """``Sheet1!C5``, ``表格1第5行第3格``; the file is said by whoever reads several."""
        if not self.line:
            return self.sheet
        if self.numbering is Numbering.LETTERS:
            return f"{self.sheet}!{letters(self.column)}{self.line}".removeprefix("!")
        return f"{self.sheet}第{self.line}行第{self.column}格"

    @property
    def full(self) -> str:
        """With the file: ``附件6.xlsx 的 Sheet1!C5``."""
        return f"{self.file} 的 {self}"


def letters(column: int) -> str:
    """What a workbook calls a column, counted from 1: A, Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line in the file, and the texts of its cells, each with its column there.

    Of a CSV file columns are characters of the line, of a workbook they are those of the sheet, of a Word document the
    cells as one counts them; all count from 1.
    """

    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]

    def cell(self, at: int) -> str:
        """The text of a cell; empty where the row is shorter."""
        return self.cells[at] if at < len(self.cells) else ""

    def column(self, at: int) -> int:
        """Where that cell stands; 1 where the row is shorter."""
        return self.columns[at] if at < len(self.columns) else 1


UNSOLVED = "\ue000"
"""What a workbook is read through puts before a formula that has no result; no text begins with it (private use)."""


class Formula(NamedTuple):
    """A cell with a formula but no result, never computed or an error: line and index as in ``Merge``."""

    line: int
    at: int
    text: str


class Merge(NamedTuple):
    """Cells made one: lines as in ``Row.line``, indexes of cells as in ``Row.cells``, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    def cells(self) -> Iterator[tuple[int, int]]:
        """Line and index of every cell it covers."""
        return ((line, at) for line in range(self.top, self.bottom + 1) for at in range(self.left, self.right + 1))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``name`` is that of the sheet, empty for a CSV file. Rows without any text are left out.

    ``before`` are the lines of text that stand over it in a document, ``after`` those below the last table of one.
    """

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    numbering: Numbering = Numbering.LETTERS
    hidden: bool = False
    formulas: tuple[Formula, ...] = ()


class Unreadable(Exception):
    """A file is no table, or not one to be opened; the message says why, in Chinese, without a full stop."""
