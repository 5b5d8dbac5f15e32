"""A CSV file as WPS and Excel save it: commas, semicolons or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from processes.intake.table import Row, Sheet, Unreadable

_DELIMITERS = (",", "\t", ";")
_LOOKED_AT = 20
"""Lines by which the delimiter is told: the first of a list is often a title without any."""


def read_csv(text: str) -> Sheet:
    """The table in a decoded text, with lines and columns as an editor counts them. Raises ``Unreadable``."""
    return Sheet("", tuple(_rows(_reader(text), text.split("\n"))))


def read_as_sheet(text: str) -> Sheet:
    """The same as WPS shows it: a row is a row however many lines a cell has, columns are letters."""
    rows: list[Row] = []
    reader = _reader(text)
    try:
        for number, cells in enumerate(reader, 1):
            if any(map(str.strip, cells)):
                rows.append(Row(number, tuple(map(str.strip, cells)), tuple(range(1, len(cells) + 1))))
    except csv.Error as error:
        raise Unreadable(f"第 {len(rows) + 1} 行起不是 CSV 表格,可能少了引号") from error
    return Sheet("", tuple(rows))


def _reader(text: str) -> Iterator[list[str]]:
    beginning = "\n".join(text.split("\n", _LOOKED_AT)[:_LOOKED_AT])
    return csv.reader(StringIO(text), delimiter=max(_DELIMITERS, key=beginning.count))


def _rows(cells_of: Iterator[list[str]], lines: list[str]) -> Iterator[Row]:
    line = 1
    try:
        for cells in cells_of:
            if any(map(str.strip, cells)):
                yield Row(line, tuple(cells), tuple(_columns(cells, lines[line - 1])))
            line = cells_of.line_num + 1  # type: ignore[attr-defined] # a csv.reader has it
    except csv.Error as error:
        raise Unreadable(f"第 {line} 行起不是 CSV 表格,可能少了引号") from error


def _columns(cells: Iterable[str], line: str) -> Iterator[int]:
    """Where each cell begins in the first line of its row; 1 for what stands in a later line of it."""
    so_far = 0
    for cell in cells:
        found = line.find(cell.partition("\n")[0], so_far)
        yield found + 1 if found >= 0 else 1
        so_far = max(so_far, found + len(cell))
