"""A report in running text, to be pasted into 汇报 and 工作总结: one paragraph for the whole, one for each matter.

Punctuation is that of Chinese text (GB/T 15834). Nothing but the sentences: no headings, no tables, no signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.documents.punctuation import full_width
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.reports.report import Report

NAME = "汇报"
SUFFIX = "-汇报.txt"


def render(report: Report, style: Style = PLAIN) -> str:  # noqa: ARG001 - a paragraph has no width
    """The paragraphs, an empty line between them."""
    return "\n\n".join(_paragraphs(report)) + "\n"


def _paragraphs(report: Report) -> Iterator[str]:
    if report.briefing:
        yield full_width(report.briefing)
    for inner in report.inner:
        yield from _paragraphs(inner)
