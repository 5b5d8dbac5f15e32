"""A report for a terminal or a pipe. Signs and words carry the meaning, colour only repeats it.

Widths are East Asian: a Chinese character takes two cells. Without colour there is not a single escape sequence.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from engine.reports.report import ColumnKind, Item, Listing, Report, Sign, Table
from renderers.console import printed
from renderers.grids import Side, print_grid
from renderers.lines import broken
from renderers.reports.cells import cell_text
from renderers.reports.style import PLAIN, Style

NAME = "terminal"
SUFFIX = ".txt"

_COLOURS = {
    Sign.GONE: "red",
    Sign.NEW: "green",
    Sign.KEPT: "dim",
    Sign.MERGED: "cyan",
    Sign.SPLIT: "cyan",
    Sign.REGROUPED: "cyan",
}
_OTHER_COLOUR = "yellow"

_LEAST_ROOM, _NARROW = 14, 4
"""Cells for the text beside its word; where there are fewer, it stands below, set in by so many."""


def render(report: Report, style: Style = PLAIN) -> str:
    """The summary line, the notes, tables and changes; then the reports inside, each below a rule."""
    return printed(lambda console: _print(console, report), style)


def _print(console: Console, report: Report) -> None:
    for line in broken(report.summary, console.width):
        console.print(Text(line, style="bold"))
    for note in report.notes:
        for line in broken(note, console.width):
            console.print(Text(line))
    for part in report.parts:
        console.print()
        console.print(Text(part.title, style="bold"))
        match part:
            case Table():
                _print_table(console, part)
            case Listing():
                _print_items(console, part.lines)
    for inner in report.inner:
        console.print()
        console.print(Text("─" * console.width, style="dim"))
        _print(console, inner)


def _print_table(console: Console, table: Table) -> None:
    sides: list[Side] = ["left" if column.kind is ColumnKind.TEXT else "right" for column in table.columns]
    heads = [column.title for column in table.columns]
    rows = [[cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    print_grid(console, sides, heads, rows)


def _print_items(console: Console, items: tuple[Item, ...]) -> None:
    """One change a paragraph, ``− 取消 …``; further lines stand below its text."""
    indent = max(cell_len(f"  {item.sign} {item.label} ") for item in items)
    narrow = console.width - indent < _LEAST_ROOM
    for item in items:
        head, colour = f"  {item.sign} {item.label}", _COLOURS.get(item.sign, _OTHER_COLOUR)
        lines = broken(item.text, console.width - (_NARROW if narrow else indent))
        if narrow:
            console.print(Text(head, style=colour))
        for number, line in enumerate(lines):
            before = " " * _NARROW if narrow else " " * indent if number else set_cell_size(head, indent)
            console.print(Text(before, style=colour).append(line, style="default"))
