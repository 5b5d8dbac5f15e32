"""A report as Markdown (CommonMark with GitHub tables); whatever a name contains prints as it is written."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from engine.reports.report import ColumnKind, Item, Listing, Report, Table
from renderers.documents.punctuation import full_width
from renderers.reports.cells import cell_text
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = "markdown"
SUFFIX = ".md"

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_MAX_LEVEL = 6
"""Markdown has six levels of headings."""


def render(report: Report, style: Style = PLAIN) -> str:  # noqa: ARG001 - the same for every format
    """A heading, the summary line and sentences, notes, tables, changes; then the reports inside, one level deeper."""
    return "\n".join(_report(report, 1))


def _report(report: Report, level: int) -> Iterator[str]:
    yield from _paragraph(f"{_heading(level)} {escape(report.title)}")
    yield from _paragraph(escape(report.summary))
    if report.briefing:
        yield from _paragraph(escape(full_width(report.briefing)))
    if report.notes:
        yield from _block(f"- {escape(note)}" for note in report.notes)
    for part in report.parts:
        yield from _paragraph(f"{_heading(level + 1)} {escape(part.title)}")
        match part:
            case Table():
                yield from _block(_table(part))
            case Listing():
                yield from _block(map(_item, part.lines))
    for inner in report.inner:
        yield from _report(inner, level + 1)


def escape(text: str) -> str:
    """``text`` on one line, with a backslash before every character that Markdown would read as a mark."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _table(table: Table) -> Iterator[str]:
    yield _row(escape(column.title) for column in table.columns)
    yield _row("---" if column.kind is ColumnKind.TEXT else "---:" for column in table.columns)
    for row in table.rows:
        yield _row(escape(cell_text(cell, column)) for cell, column in zip(row, table.columns, strict=True))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _item(item: Item) -> str:
    return f"- {item.sign} **{item.label}** {escape(item.text)}"


def _heading(level: int) -> str:
    return "#" * min(level, _MAX_LEVEL)


def _paragraph(line: str) -> Iterator[str]:
    return _block([line])


def _block(lines: Iterable[str]) -> Iterator[str]:
    return chain(lines, ("",))
