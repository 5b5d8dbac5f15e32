"""An Excel workbook as tables: looked at first, then read in a process of its own that may fail without harm."""

from __future__ import annotations

from functools import lru_cache

from processes.intake.sandbox import tables
from processes.intake.table import Numbering, Sheet
from processes.intake.xlsx_scan import scanned

_SAME_FILE = 16


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """The visible sheets. Raises ``Unreadable`` for what is no workbook, is too large, or cannot be read."""
    return tuple(sheet for sheet in all_sheets(content) if not sheet.hidden)


def all_sheets(content: bytes) -> tuple[Sheet, ...]:
    """All sheets; of the hidden ones only the names, except for the record in a form of ours. Raises ``Unreadable``."""
    return _sheets(scanned(content))


@lru_cache(_SAME_FILE)
def _sheets(content: bytes) -> tuple[Sheet, ...]:
    return tables("xlsx_worker.py", content, Numbering.LETTERS)
