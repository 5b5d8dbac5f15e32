"""Run by itself: reads a workbook from standard input and writes its cells to standard output as JSON.

The reader of workbooks may end the whole process it runs in, or ask for all the memory there is; here that is a process
of its own, with little memory and little time. What is written::

    {"sheets": [{"name": …, "hidden": …, "rows": [[line, [text, …], []], …],
                 "merges": [[top, left, bottom, right], …]}, …]}

Lines count from 1, ``left`` and ``right`` from 0.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MAX_TEXT = 32_767
"""Characters of a cell: no workbook has more."""

MAX_LENGTH = 32 << 20
"""Characters of all cells: one text can stand in a million cells and take no room in the file."""

RECORD = "再造底稿"
"""The hidden sheet of our own forms, ``processes.model.form_record.SHEET``: this file imports nothing of ours."""

Value = int | float | str | bool | time | date | datetime | timedelta


def text_of(value: Value) -> str:
    """What a person sees in the cell, more or less."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return str(value).strip()[:MAX_TEXT]


def read(content: bytes) -> list[dict[str, Any]]:
    """The sheets with the rows that hold something, from column A on; of hidden ones only the names, except for the record."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    sheets: list[dict[str, Any]] = []
    length = 0
    for facts in book.sheets_metadata:
        if facts.typ is not SheetTypeEnum.WorkSheet:
            continue
        visible = facts.visible is SheetVisibleEnum.Visible
        if not visible and facts.name != RECORD:
            sheets.append({"name": facts.name, "rows": [], "merges": [], "hidden": True})
            continue
        sheet = book.get_sheet_by_name(facts.name)
        rows: list[tuple[int, list[str], list[int]]] = []
        for line, row in enumerate(sheet.iter_rows(), 1):
            texts = [text_of(value) for value in row]
            if any(texts):
                rows.append((line, texts, []))
                length += sum(map(len, texts))
                if length > MAX_LENGTH:
                    raise ValueError(length)
        merges = [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
        sheets.append({"name": facts.name, "rows": rows, "merges": merges, "hidden": not visible})
    return sheets


if __name__ == "__main__":
    json.dump({"sheets": read(sys.stdin.buffer.read())}, sys.stdout)
