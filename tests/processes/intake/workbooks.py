"""Workbooks made by hand, part by part, for what no office program writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook  # type: ignore[import-untyped] # XlsxWriter has no types

Rows = Sequence[Sequence[object]]

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"


def sheet(inside: str) -> str:
    """The XML of a sheet around its rows."""
    return f"<worksheet {MAIN}><sheetData>{inside}</sheetData></worksheet>"


def inline(reference: str, text: str) -> str:
    """A cell with its text in it."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def packed(rows: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of one sheet with these rows, and more parts, or other ones."""
    with ZipFile(BytesIO(workbook({"表": []}))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in {**parts, SHEET: sheet(rows), **(more or {})}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def workbook(sheets: Mapping[str, Rows], *, hidden: str = "") -> bytes:
    """As an office program writes it."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for line, row in enumerate(rows):
                page.write_row(line, 0, row)
            if name == hidden:
                page.hide()
    return stream.getvalue()
