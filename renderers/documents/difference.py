"""优化对比 on paper: a report as a document that the head of a department can sign.

First the sentences, then the tables, then the changes with their kind, content and detail, one matter after the other.
At the end stand 署名 and the date, which is left blank, and a line for those who drafted, checked and approved it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.annexes.form import Align, Cell
from engine.annexes.wording import numeral
from engine.documents.document import (
    SHORT_BLANK,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Setting,
    Table,
    signature,
)
from engine.reports.report import ColumnKind, Listing
from renderers.forms.lines import ems
from renderers.reports.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.documents.document import Part
    from engine.reports.report import Report
    from engine.reports.report import Table as ReportTable

_CHANGES = "变化清单"
_COLUMNS = (Column("类别", 6.5), Column("变化", 16, Align.LEFT), Column("说明", 16, Align.LEFT))
_NARROWEST, _WIDEST = 4.0, 14.0
"""Of a column, in characters."""
_SIGNED = f"拟稿:{SHORT_BLANK}　　审核:{SHORT_BLANK}　　签发:{SHORT_BLANK}"


def document(report: Report, unit_name: str) -> Document:
    """The paper of ``report``, issued by ``unit_name``: of one matter, of a department, of the city."""
    if report.inner_title:
        title, own = report.title, [_briefing(report), *_tables(report), *_notes(report)]
        sections = [("总体情况", own), *((one.title, list(_inner(one))) for one in report.inner)]
        parts: list[Part] = []
        for number, (name, section) in enumerate(sections, 1):
            parts += [Heading(f"{numeral(number)}、{name}"), *section]
    else:
        title, parts = f"{report.title}\n优化对比情况", [_briefing(report), *_matter(report)]
    return Document(
        title=title, unit_name=unit_name, parts=(*parts, *signature(unit_name), Paragraph(_SIGNED, Setting.NOTE))
    )


def _inner(report: Report) -> Iterator[Part]:
    """A matter, or a department of the city with its matters below."""
    yield _briefing(report)
    if not report.inner_title:
        yield from _matter(report)
        return
    yield from _tables(report)
    yield from _notes(report)
    for number, one in enumerate(report.inner, 1):
        yield Heading(f"({numeral(number)}){one.title}", 2)
        yield from _inner(one)


def _briefing(report: Report) -> Paragraph:
    return Paragraph(report.briefing or report.summary)


def _notes(report: Report) -> Iterator[Part]:
    return (Paragraph(note, Setting.NOTE) for note in report.notes)


def _matter(report: Report) -> Iterator[Part]:
    """The quantities, how many changes of each kind, and all changes in one table under the names of their subjects."""
    yield from _tables(report)
    rows = [row for part in report.parts if isinstance(part, Listing) for row in _changes(part)]
    if rows:
        yield Table(_CHANGES, _COLUMNS, tuple(rows))
    yield from _notes(report)


def _changes(listing: Listing) -> Iterator[Row]:
    yield Row((Cell(listing.title),), strong=True)
    for item in listing.lines:
        said = f"{item.sentence or item.subject}{item.matched}"
        details = ";".join(item.details)
        yield Row((Cell(item.label), Cell(said or details), Cell(details if said else "")))


def _tables(report: Report) -> Iterator[Part]:
    return (_table(part) for part in report.parts if not isinstance(part, Listing))


def _table(table: ReportTable) -> Table:
    texts = [[cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    columns = tuple(
        Column(column.title, _width([column.title, *(row[at] for row in texts)]), _align(column.kind, at))
        for at, column in enumerate(table.columns)
    )
    rows = tuple(
        Row(tuple(Cell(text, cell.sources, cell.formula) for text, cell in zip(said, row, strict=True)))
        for said, row in zip(texts, table.rows, strict=True)
    )
    return Table(table.title, columns, rows)


def _width(texts: Sequence[str]) -> float:
    return min(max(_NARROWEST, *map(ems, texts)), _WIDEST)


def _align(kind: ColumnKind, at: int) -> Align:
    """Numbers and short words in the middle; names, which stand in the first columns, to the left."""
    return Align.CENTRE if kind is not ColumnKind.TEXT or at else Align.LEFT
