"""The record in a form of ours, read back (``renderers.forms.record_sheet`` says how it is written)."""

from __future__ import annotations

from processes.intake.forms.vocabulary import label
from processes.intake.opening import Opened
from processes.model.form_record import MARK, SHEET, FormRecord, RecordedRow

_HEAD = 2
"""Rows above the rows of the form."""
_CARD = "附件7"


def record_of(opened: Opened) -> FormRecord | None:
    """What the form said when it was made; None for one that does not tell, or of which the record was spoilt."""
    sheet = next((one for one in opened.sheets if one.name == SHEET), None)
    if sheet is None or len(sheet.rows) < _HEAD or sheet.rows[0].cell(0) != MARK:
        return None
    code = sheet.rows[0].cell(1)
    keys = [_key(text, code) for text in sheet.rows[1].cells[1:]]
    rows = []
    for row in sheet.rows[_HEAD:]:
        cells = {key: row.cell(at) for at, key in enumerate(keys, 1) if key}
        rows.append(RecordedRow(row.cell(0), cells))
    return FormRecord(code, tuple(rows))


def _key(text: str, code: str) -> str:
    """The key of a column; of a card the label gives it."""
    if code != _CARD:
        return text
    found = label(text)
    return found.key if found else ""
