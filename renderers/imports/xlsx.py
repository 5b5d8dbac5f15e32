"""The report of an import as a workbook: every cell that was read, what became of it and why; one line a cell."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook  # type: ignore[import-untyped] # it ships no types

from engine.annexes.form import Paper
from processes.model.imported import How
from renderers.forms.lines import line_count
from renderers.forms.writing import CREATED, writable
from renderers.forms.xlsx import HIGHEST_ROW, PAPER_CODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from processes.model.imported import ImportReport

_CELLS = (("文件", 22), ("单元格", 20), ("原文", 46), ("用法", 7), ("事项", 34), ("写到", 18), ("说明", 46))
_COLUMNS = (("文件", 22), ("工作表", 16), ("表头位置", 16), ("表头", 34), ("用法", 7), ("认作", 22), ("说明", 40))
_MATTERS = (("处理", 12), ("文件", 46), ("来自", 30), ("键", 18), ("待补、待核对", 60))
_TINTS = {How.CONFLICT: "#F8CBAD", How.GUESSED: "#FFF2CC", How.LEFT: "#EDEDED"}
"""What has to be looked at, by colour."""
_LONGEST = 32_767
_LINE = 14
"""Points of a line of ten-point type."""


def workbook(report: ImportReport) -> bytes:
    """Three sheets: 格, 列, 事项."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "导入对照表", "created": CREATED})
    cells = [(one.file, one.where, one.text, one.how, one.matter, one.key, one.why) for one in report.cells]
    columns = [(one.file, one.sheet, one.where, one.title, one.how, one.key, one.why) for one in report.columns]
    matters = [
        (one.fate, one.path, one.where, key, what) for one in report.matters for key, what in one.todo or (("", ""),)
    ]
    _sheet(book, "单元格", _CELLS, cells)
    _sheet(book, "列", _COLUMNS, columns)
    _sheet(book, "事项", _MATTERS, matters)
    book.close()
    return buffer.getvalue()


def _sheet(book: Workbook, name: str, heads: tuple[tuple[str, int], ...], rows: Sequence[tuple[str, ...]]) -> None:
    sheet = book.add_worksheet(name)
    face = {"font_name": "宋体", "font_size": 10, "border": 1}
    head = book.add_format(face | {"bold": True, "bg_color": "#EEEEEE", "align": "center"})
    looks = {
        how: book.add_format(face | {"text_wrap": True, "valign": "top", **({"bg_color": tint} if tint else {})})
        for how, tint in (("", ""), *_TINTS.items())
    }
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for line, row in enumerate(rows, 1):
        look = next((looks[text] for text in row if text in _TINTS), looks[""])
        # LibreOffice cuts wrapped text off where the height of its row is not set; a Chinese character is two wide.
        lines = max(line_count(str(text), (width - 1) / 2) for text, (_, width) in zip(row, heads, strict=True))
        sheet.set_row(line, min(lines * _LINE, HIGHEST_ROW))
        for column, text in enumerate(row):
            sheet.write_string(line, column, writable(str(text))[:_LONGEST], look)
    sheet.set_landscape()
    sheet.set_paper(PAPER_CODES[Paper.A4])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
