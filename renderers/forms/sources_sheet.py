"""A form as a workbook with a second sheet, 溯源: every cell, how it was computed and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.annexes.form import Paper
from renderers.forms import xlsx
from renderers.forms.tracing import traced
from renderers.forms.writing import writable

if TYPE_CHECKING:
    from engine.annexes.form import Card, Form
    from renderers.forms.tracing import Traced

NAME = "溯源"
SHOWN = 100
"""Sources of one cell that are listed; ``zaizao trace`` lists them all."""

_COLUMNS = (("单元格", 9), ("行", 26), ("栏目", 30), ("内容", 30), ("算法", 26), ("来源", 64))


def workbook(form: Form | Card) -> bytes:
    """The form and its sources as an .xlsx file."""
    return xlsx.workbook(form, lambda book: _add(book, form))


def _add(book: Any, form: Form | Card) -> None:  # noqa: ANN401 - XlsxWriter is not typed
    sheet = book.add_worksheet(NAME)
    face = {"font_name": xlsx.SONG, "font_size": xlsx.BODY_SIZE, "valign": "top", "text_wrap": True, "border": 1}
    plain, heading = book.add_format(face), book.add_format(face | {"font_name": xlsx.HEI})
    for column, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, heading)
    for row, one in enumerate(traced(form).values(), 1):
        for column, text in enumerate(_texts(one)):
            sheet.write_string(row, column, writable(text)[: xlsx.LONGEST_TEXT], plain)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(xlsx.PAPER_CODES[Paper.A4])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _texts(one: Traced) -> tuple[str, ...]:
    """The cells of a row of the sheet."""
    sources = [str(place) for place in one.cell.sources]
    more = [f"等 {len(sources)} 处"] if len(sources) > SHOWN else []
    listed = "\n".join([*sources[:SHOWN], *more]) or "表上的字"
    return one.reference, one.row, one.column, one.text, one.cell.formula, listed
