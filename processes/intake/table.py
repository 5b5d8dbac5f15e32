"""A table from outside: rows of texts that know where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line in the file, and the texts of its cells, each with its column there.

    Of a CSV file columns are characters of the line, of a workbook they are those of the sheet; both count from 1.
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; ``name`` is that of the sheet, empty for a CSV file. Rows without any text are left out."""

    name: str
    rows: tuple[Row, ...]


class Unreadable(Exception):
    """A file is no table, or not one to be opened; the message says why, in Chinese, without a full stop."""
