"""优化对比 on paper: a report as a document that the head of a department can sign.

Of a matter the first page has it all: the sentences, the quantities (in a table too where there is room), the line to
sign on, 署名 and the date; its changes are attached. Of a department or the city the sums come first, then matters or
departments one by one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.annexes.form import Align, Cell
from engine.annexes.wording import numeral
from engine.documents.document import (
    BLANK,
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
from renderers.documents.punctuation import full_width
from renderers.forms.lines import ems
from renderers.reports.cells import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.documents.document import Part
    from engine.reports.report import Report
    from engine.reports.report import Table as ReportTable

_CHANGES, _ATTACHED = "变化清单", "附:优化对比明细"
_COLUMNS = (Column("类别", 7), Column("内容", 33, Align.LEFT))
_NARROWEST, _WIDEST, _SHORT, _AROUND = 4.0, 14.0, 7.0, 1.5
"""Of a column, in characters; the longest text that stands in the middle; room for arrows, which fonts set wide."""
_FOUR = 4
"""减环节, 简程序, 减材料, 压时限: on the page that is signed; hand-overs and the critical path are attached."""
_LONG = 11 * 28
"""Characters of sentences from which on the quantities stand in them and in what is attached alone: of the 22 lines of
28 characters of a page (GB/T 9704) title, table, 署名 and date take eleven, and all that is signed is on one page."""
_TO_SIGN = f"单位负责人(签字):{BLANK}"


def document(report: Report, unit_name: str) -> Document:
    """The paper of ``report``, issued by ``unit_name``: of one matter, of a department, of the city."""
    signed = (Paragraph(_TO_SIGN, Setting.RIGHT), *signature(unit_name))
    if not report.inner_title:
        changes = list(_changes(report))
        attached = [Heading(_ATTACHED, new_page=True), *_quantities(report), *changes] if changes else []
        four = [replace(table, title="", rows=table.rows[:_FOUR]) for table in _quantities(report)]
        if attached and ems(report.briefing) > _LONG:
            four = []
        parts: list[Part] = [_briefing(report), *four, *signed, *attached]
        return Document(title=f"{report.title}\n优化对比情况", unit_name=unit_name, parts=tuple(parts))
    own = [_briefing(report), *_tables(report), *_notes(report)]
    sections = [("总体情况", own), *((one.title, list(_inner(one))) for one in report.inner)]
    parts = []
    for number, (name, section) in enumerate(sections, 1):
        parts += [Heading(f"{numeral(number)}、{name}"), *section]
    return Document(title=report.title, unit_name=unit_name, parts=(*parts, *signed))


def _inner(report: Report) -> Iterator[Part]:
    """A matter, or a department of the city with its matters below."""
    yield _briefing(report)
    if not report.inner_title:
        yield from _quantities(report)
        yield from _changes(report)
        return
    # The sums are in the sentences, and beside those of the others in the table of departments.
    yield from list(_tables(report))[1:]
    yield from _notes(report)
    for number, one in enumerate(report.inner, 1):
        yield Heading(f"({numeral(number)}){one.title}", 2)
        yield from _inner(one)


def _briefing(report: Report) -> Paragraph:
    return Paragraph(report.briefing or report.summary)


def _notes(report: Report) -> Iterator[Part]:
    return (Paragraph(note, Setting.NOTE) for note in report.notes)


def _quantities(report: Report) -> Iterator[Table]:
    """How many changes there are of each kind is left out: one sees it in their table."""
    yield from list(_tables(report))[:1]


def _changes(report: Report) -> Iterator[Part]:
    """The notes, which say how to read it; then all changes of a matter in one table under their subjects."""
    rows = [row for part in report.parts if isinstance(part, Listing) for row in _rows(part)]
    yield from _notes(report)
    if rows:
        yield Table(_CHANGES, _COLUMNS, tuple(rows))


def _rows(listing: Listing) -> Iterator[Row]:
    yield Row((Cell(listing.title),), strong=True)
    for item in listing.lines:
        yield Row((Cell(item.label), Cell(full_width(item.text))))


def _tables(report: Report) -> Iterator[Table]:
    return (_table(part) for part in report.parts if not isinstance(part, Listing))


def _table(table: ReportTable) -> Table:
    texts = [[cell_text(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows]
    columns = tuple(
        _column(column.title, [row[at] for row in texts], number=column.kind is not ColumnKind.TEXT)
        for at, column in enumerate(table.columns)
    )
    rows = tuple(
        Row(tuple(Cell(text, cell.sources, cell.formula) for text, cell in zip(said, row, strict=True)))
        for said, row in zip(texts, table.rows, strict=True)
    )
    return Table(table.title, columns, rows)


def _column(title: str, texts: Sequence[str], *, number: bool) -> Column:
    """As wide as what stands in it; numbers and short words in the middle, names to the left."""
    widest = max(map(ems, (title, *texts)))
    align = Align.CENTRE if number or widest <= _SHORT else Align.LEFT
    return Column(title, min(max(_NARROWEST, widest + _AROUND), _WIDEST), align)
