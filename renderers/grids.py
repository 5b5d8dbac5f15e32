"""Tables in a terminal: columns as wide as their widest cell, a rule below the heads.

A table that fits is put together here: a city has hundreds of them, and rich measures and wraps each cell of each line
several times, which took most of the time of a report. One that is wider than the console is left to rich, which
narrows the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

Side = Literal["left", "right"]
Row = Sequence[str]
"""The cells of a line, each of one or more lines of text."""

_GAP = " " * 3
_RULE = "─"


def print_grid(console: Console, sides: Sequence[Side], heads: Row, rows: Sequence[Row]) -> None:
    """The table; ``sides`` says of each column where its text stands."""
    widths = [
        max(cell_len(line) for cell in column for line in cell.split("\n")) for column in zip(heads, *rows, strict=True)
    ]
    width = sum(widths) + len(_GAP) * (len(widths) - 1)
    if width > console.width:
        console.print(_narrowed(sides, heads, rows))
        return
    lines = (line for row in rows for line in _lines(row, sides, widths))
    _print_lines(console, _lines(heads, sides, widths), "bold")
    _print_lines(console, (_RULE * width, *lines))


def _lines(row: Row, sides: Sequence[Side], widths: Sequence[int]) -> Iterator[str]:
    for texts in zip_longest(*(cell.split("\n") for cell in row), fillvalue=""):
        yield _GAP.join(map(_filled, texts, sides, widths))


def _filled(text: str, side: Side, width: int) -> str:
    room = " " * (width - cell_len(text))
    return room + text if side == "right" else text + room


def _print_lines(console: Console, lines: Iterator[str] | Sequence[str], style: str = "") -> None:
    console.print(Text("\n".join(lines), style=style), no_wrap=True, overflow="ignore", crop=False)


def _narrowed(sides: Sequence[Side], heads: Row, rows: Sequence[Row]) -> Table:
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for head, side in zip(heads, sides, strict=True):
        grid.add_column(Text(head), justify=side, overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    return grid
