"""A Word document as tables: looked at first, then read in a process of its own that may fail without harm."""

from __future__ import annotations

from processes.intake.docx_scan import scanned
from processes.intake.sandbox import tables
from processes.intake.table import Numbering, Sheet


def read_docx(content: bytes) -> tuple[Sheet, ...]:
    """The tables in order. Raises ``Unreadable`` for what is no document, is too large, or cannot be read."""
    return tables("docx_worker.py", scanned(content), Numbering.COUNTED, plain=True)
