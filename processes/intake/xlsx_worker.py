"""Run by itself: reads a workbook from standard input and writes its cells to standard output as JSON.

The reader of workbooks may end the whole process it runs in, or ask for all the memory there is; here that is a process
of its own, with little memory and little time. What is written::

    {"sheets": [[name, [[line, [text, …]], …]], …]}
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

if sys.platform != "win32":
    import resource

MEMORY = 1 << 30
SECONDS = 20
MAX_TEXT = 1000
"""Characters of a cell that are kept: what is longer is no name."""

Value = int | float | str | bool | time | date | datetime | timedelta


def text_of(value: Value) -> str:
    """What a person sees in the cell, more or less."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()[:MAX_TEXT]


def read(content: bytes) -> list[tuple[str, list[tuple[int, list[str]]]]]:
    """The visible sheets with the rows that hold something, from column A on."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets = []
    for facts in book.sheets_metadata:
        if facts.typ is not SheetTypeEnum.WorkSheet or facts.visible is not SheetVisibleEnum.Visible:
            continue
        rows = []
        for line, row in enumerate(book.get_sheet_by_name(facts.name).iter_rows(), 1):
            texts = [text_of(value) for value in row]
            if any(texts):
                rows.append((line, texts))
        sheets.append((facts.name, rows))
    return sheets


def _limit() -> None:
    """Little memory and little time; Windows has nothing of the kind, and the time-out is all there is."""
    if sys.platform == "win32":
        return
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _limit()
    json.dump({"sheets": read(sys.stdin.buffer.read())}, sys.stdout)
