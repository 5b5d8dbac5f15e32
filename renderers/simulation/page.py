"""A simulation as a page that opens anywhere, offline: the picture first, then every number and every assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers import html_document
from renderers.reports import html_format

if TYPE_CHECKING:
    from engine.reports.report import Report
    from renderers.timelines import Picture

_LOOKS = """
body { margin: 2em auto; max-width: 62em; padding: 0 1em; }
figure { margin: 0 0 1em; }
figure svg { width: 100%; height: auto; border: 1px solid #d5dce6; }
.zaizao table { font-size: .95em; }
@media print { body { margin: 0; max-width: none; } figure { break-inside: avoid; } }
"""


def page(report: Report, picture: Picture) -> str:
    """The whole page."""
    _, _, svg = picture.svg.partition("?>") if picture.svg.startswith("<?xml") else ("", "", picture.svg)
    body = f"<figure>{svg.strip()}</figure>\n{html_format.fragment(report)}"
    return html_document.page(report.title, _LOOKS, body)
