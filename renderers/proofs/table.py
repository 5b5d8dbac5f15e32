"""Verdicts in columns, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

_NAME_WIDTH = 36


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table, the head underlined; the first column is cut where it is too long."""
    lines = [head, *((_cut(name), *others) for name, *others in rows)]
    widths = [max(cell_len(row[column]) for row in lines) for column in range(len(head))]
    for number, row in enumerate(lines):
        cells = (set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
        if not number:
            yield "─" * (sum(widths) + 2 * (len(widths) - 1))


def _cut(name: str) -> str:
    return name if cell_len(name) <= _NAME_WIDTH else f"{set_cell_size(name, _NAME_WIDTH - 2).rstrip()}…"
