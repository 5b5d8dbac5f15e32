"""An Excel workbook looked at before it is opened: besides what ``zip_scan`` refuses, one with cells too far apart."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from processes.intake.sniff import refuse_others
from processes.intake.table import UNSOLVED, Unreadable
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

_FORMULA = re.compile(
    rb"<(?P<p>(?:\w+:)?)c(?P<facts>\s[^<>]*)?>\s*<(?P=p)f(?:\s[^<>]*)?(?:/>|>(?P<text>[^<]*)</(?P=p)f>)\s*"
    rb"(?:<(?P=p)v\s*/>|<(?P=p)v(?:\s[^<>]*)?>(?P<value>[^<]*)</(?P=p)v>)?\s*</(?P=p)c>"
)
"""A cell with a formula, and what came out of it the last time somebody computed it."""
_TYPE = re.compile(rb"""\st\s*=\s*["'](\w+)["']""")


def scanned(content: bytes) -> bytes:
    """The workbook packed anew, with only the parts that were looked at. Raises ``Unreadable``.

    A formula that has no result, which the reader of workbooks takes for an empty cell, becomes a text that begins with
    ``UNSOLVED``: programs that do not compute write such ones, and lost links leave errors behind.
    """
    refuse_others(content, ".xlsx 工作簿")
    packed = checked(content, WORKBOOK, ".xlsx 工作簿", _wanted)
    with ZipFile(BytesIO(packed)) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    marked = {info: _marked(part) for info, part in parts.items() if _SHEET.fullmatch(info.filename)}
    if all(parts[info] == part for info, part in marked.items()):
        return packed
    anew = BytesIO()
    with ZipFile(anew, "w", ZIP_STORED) as archive:
        for info, part in (parts | marked).items():
            archive.writestr(info, part)
    return anew.getvalue()


def _marked(sheet: bytes) -> bytes:
    return _FORMULA.sub(_solved, sheet) if b"<f" in sheet or b":f" in sheet else sheet


def _solved(cell: re.Match[bytes]) -> bytes:
    """The cell as it is, or as a text where its formula came to nothing; an empty text is a result."""
    facts = cell["facts"] or b""
    kind = _TYPE.search(facts)
    if (kind and kind[1] == b"str") or (cell["value"] and not (kind and kind[1] == b"e")):
        return cell[0]
    prefix, text = cell["p"], cell["text"] or "公式".encode()
    inside = b"<%bis><%bt>%b=%b</%bt></%bis>" % (prefix, prefix, UNSOLVED.encode(), text, prefix, prefix)
    return b'<%bc%b t="inlineStr">%b</%bc>' % (prefix, _TYPE.sub(b"", facts), inside, prefix)


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
