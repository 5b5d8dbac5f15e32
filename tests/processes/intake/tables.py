"""Workbooks from drawings: one line a row, bars between cells.

``<`` goes on to the left (merged), ``^`` up, ``⏎`` breaks a line inside a cell; ``== 名称`` begins another sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from xlsxwriter import Workbook  # type: ignore[import-untyped] # XlsxWriter has no types

_SHEET = re.compile(r"^== (.+)$", re.MULTILINE)
Drawn = list[list[str]]


def drawn(text: str) -> bytes:
    """The workbook as an office program writes it."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        for name, rows in _sheets(text):
            page = book.add_worksheet(name)
            width = max(map(len, rows))
            for line, row in enumerate(rows):
                for at, cell in enumerate(row):
                    if cell in ("<", "^"):
                        continue
                    right = next((end for end in range(at + 1, width) if not _is(rows, line, end, "<")), width) - 1
                    below = next((end for end in range(line + 1, len(rows)) if not _is(rows, end, at, "^")), len(rows)) - 1
                    if (right, below) != (at, line):
                        page.merge_range(line, at, below, right, "")
                    value = cell.replace("⏎", "\n")
                    page.write(line, at, float(value) if re.fullmatch(r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]+)?", value) else value)
    return stream.getvalue()


def texts(text: str) -> Iterator[str]:
    """Every text of a drawing, as it is read."""
    for _, rows in _sheets(text):
        yield from (cell.replace("⏎", "\n") for row in rows for cell in row if cell not in ("", "<", "^"))


def _is(rows: Drawn, line: int, at: int, mark: str) -> bool:
    return at < len(rows[line]) and rows[line][at] == mark


def _sheets(text: str) -> Iterator[tuple[str, Drawn]]:
    first, *others = _SHEET.split(text)
    named = [("Sheet1", first), *zip(others[::2], others[1::2], strict=True)]
    for name, part in named:
        if part.strip():
            yield name, [[cell.strip() for cell in line.split("|")] for line in part.strip("\n").split("\n")]
