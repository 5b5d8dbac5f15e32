"""An Excel workbook looked at before it is opened: besides what ``zip_scan`` refuses, one with cells too far apart."""

from __future__ import annotations

import re

from processes.intake.sniff import refuse_others
from processes.intake.table import Unreadable
from processes.intake.zip_scan import checked

_MAX_ROWS, _MAX_COLUMNS, _MAX_AREA = 100_000, 1_000, 2_000_000
"""Of the cells that hold something: formatting alone often reaches down to the last row."""
_MAX_CELLS = 1_000_000
"""Cells of a sheet, empty ones with a format included; ten thousand matters in 附件6 have 270,000."""
_MAX_MERGES = 100_000

_XML = (".xml", ".rels")
WORKBOOK = "xl/workbook.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*[^/<>])?>")
"""A cell that is not closed at once: an empty one with a format is."""
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,4})([0-9]{1,9})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["']([0-9]{1,9})["']""")


def scanned(content: bytes) -> bytes:
    """The workbook packed anew, with only the parts that were looked at. Raises ``Unreadable``."""
    refuse_others(content, ".xlsx 工作簿")
    return checked(content, WORKBOOK, ".xlsx 工作簿", _wanted)


def _wanted(name: str, part: bytes | None) -> bool:
    """The XML of the workbook; pictures and macros are left behind."""
    if part is not None and _SHEET.fullmatch(name):
        _measure(part)
    return name.lower().endswith(_XML)


def _measure(sheet: bytes) -> None:
    """The cells with content must not lie so far apart that the empty ones between them fill the memory."""
    if sheet.count(b"<c ") + sheet.count(b":c ") > _MAX_CELLS or sheet.count(b"mergeCell ") > _MAX_MERGES:
        raise Unreadable(f"表格太大:一张工作表的单元格超过 {_MAX_CELLS // 10000} 万个")
    rows, columns, unplaced = 0, 0, False
    for cell in _CELL.finditer(sheet):
        reference = _REFERENCE.search(cell.group())
        if reference is None:
            unplaced = True
        else:
            columns, rows = max(columns, _column(reference[1])), max(rows, int(reference[2]))
    if unplaced:
        rows = max(rows, *(int(found[1]) for found in _ROW.finditer(sheet)), 0)
    if rows > _MAX_ROWS or columns > _MAX_COLUMNS or rows * columns > _MAX_AREA:
        raise Unreadable(f"表格太大:有内容的单元格到了第 {rows} 行、第 {columns} 列")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
