"""What a form of ours remembers of its making, so that an edited one can be told from the declaration of then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SHEET = "再造底稿"
"""The very hidden sheet behind a form: Excel and WPS do not offer it, and keep it when the form is saved."""

MARK = "zaizao-form"
"""The first cell of that sheet; beside it stands the form's code."""

TOTAL = "总计"
"""Stands for the file in the row of a total."""


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """A row, or a card, as it was made: the file of its matter (or ``TOTAL``), and its texts by key of the column."""

    file: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A form as it was made."""

    code: str
    rows: tuple[RecordedRow, ...]
