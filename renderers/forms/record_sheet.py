"""The very hidden sheet that says what a form said when it was made (``processes.model.form_record``).

``zaizao merge`` holds an edited form against it. The first row has ``MARK`` and the form's code, the second the keys of
the columns (for a card the labels), each other one the file of a matter and the texts of its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.annexes.form import Card
from processes.model.form_record import MARK, SHEET, TOTAL
from renderers.forms.grid import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.annexes.form import Cell, Form

RECORDED = ("附件4", "附件5", "附件6", "附件7")
"""The forms that a department edits and ``zaizao merge`` reads."""


def add(book: Any, form: Form | Card, safe: Callable[[str], str]) -> None:  # noqa: ANN401 - XlsxWriter is not typed
    """Put the sheet behind the others; ``safe`` makes a text one that a cell can hold."""
    if form.code not in RECORDED:
        return
    sheet = book.add_worksheet(SHEET)
    for line, texts in enumerate(_lines(form)):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(line, column, safe(text))
    sheet.very_hidden()


def _lines(form: Form | Card) -> Iterator[tuple[str, ...]]:
    yield MARK, form.code
    if isinstance(form, Card):
        fields = [field for row in form.rows for field in row]
        yield "", *(field.label for field in fields)
        yield _file(fields[0].cell), *(printed(field.cell) for field in fields)
        return
    yield "", *(column.key for column in form.columns)
    if form.total is not None:
        yield TOTAL, *(printed(cell) for cell in form.total)
    name = next((at for at, column in enumerate(form.columns) if column.key == "name"), 0)
    for row in form.rows:
        yield _file(row[name]), *(printed(cell) for cell in row)


def _file(name: Cell) -> str:
    """Where the name of the matter was declared."""
    return name.sources[0].file if name.sources else ""
