"""The file formats in which a form can be written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from renderers.forms import docx, html_page, pdf, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.annexes.form import Card, Form

FORMATS: Mapping[str, Callable[[Form | Card], bytes]] = MappingProxyType(
    {
        ".xlsx": xlsx.workbook,
        ".docx": docx.document,
        ".pdf": pdf.document,
        ".html": lambda form: html_page.page(form).encode(),
    }
)
"""What writes a form, by the ending of the file."""
