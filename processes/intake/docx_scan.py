"""A Word document looked at before it is opened; of all its parts only the text itself goes on."""

from __future__ import annotations

from processes.intake.sniff import refuse_others
from processes.intake.table import Unreadable
from processes.intake.zip_scan import checked

DOCUMENT = "word/document.xml"
_MAX_CELLS = 200_000
"""附件6 of 500 matters has 13,500."""


def scanned(content: bytes) -> bytes:
    """The document packed anew with its text alone. Raises ``Unreadable``."""
    refuse_others(content, ".docx 文档")
    return checked(content, DOCUMENT, ".docx 文档", _wanted)


def _wanted(name: str, part: bytes | None) -> bool:
    if part is not None and part.count(b":tc>") > 2 * _MAX_CELLS:
        raise Unreadable(f"表格太大:单元格超过 {_MAX_CELLS // 10000} 万个")
    return name == DOCUMENT
