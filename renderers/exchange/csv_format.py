"""The long table as CSV that Excel and WPS open by a double click: UTF-8 with its mark, nothing taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from engine.exchange.long_table import COLUMNS, long_table
from processes.model.process import CheckedMatter

ENDING = ".csv"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet reckon a cell (OWASP, CSV Injection)."""


def render(matters: Iterable[CheckedMatter]) -> bytes:
    """The table of these matters, headings first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in long_table(matters):
        writer.writerow(map(safe, row.cells))
    return buffer.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """``text`` with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text
