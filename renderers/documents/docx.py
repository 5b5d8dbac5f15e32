"""A document in Word, laid out as an official paper (GB/T 9704-2012).

Title in 2号小标宋, text in 3号仿宋 with lines 29 pt apart (22 to a page), 一、 in 黑体, (一) in 楷体, — 1 — below.
Tables are set smaller; their headings are repeated on every page. Charts are pictures.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from engine.annexes.form import Align, Paper
from engine.documents.document import Bars, Document, Figure, Figures, Heading, Paragraph, Setting, Table, Tone
from renderers.documents import charts
from renderers.documents.punctuation import full_width
from renderers.flowcharts.measure import width, wrap
from renderers.flowcharts.painting.raster import to_png
from renderers.forms import pictures
from renderers.forms.grid import printed
from renderers.forms.lines import ems
from renderers.forms.ooxml import FANG, HEI, KAI, TITLE_FACE, Type, package, paragraph, run, twips
from renderers.forms.page import BORDER, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.annexes.form import Cell
    from engine.documents.document import Column, Part, Row
    from renderers.forms.page import Page

_TITLE, _TEXT, _TABLE, _NOTE = Type(TITLE_FACE, 22), Type(FANG, 16), 10.5, Type(FANG, 12)
_TABLE_TITLE = Type(HEI, 14)
_PITCH = 29
"""版心 225 mm high has 22 lines."""
_HEADINGS = {1: Type(HEI, 16), 2: Type(KAI, 16)}
_TONES = {Tone.PLAIN: "2C5D8A", Tone.GOOD: "2F7D4F", Tone.BAD: "B3261E"}
_GAP, _PADDING = 3.0, 2.0
_SHORT_TABLE = 8
"""Rows of a table that is kept on one page."""
_SHORT_HEADING = 4
"""Characters of a heading that is not broken."""
_KEEP, _NEW_PAGE = "<w:keepNext/>", "<w:pageBreakBefore/>"
_JUSTIFIED, _RIGHT, _CENTRE, _LEFT = "both", "right", "center", "left"
_CHART_HEIGHT = 0.9
"""Of the page, at most."""


def render(document: Document) -> bytes:
    """The .docx file."""
    on = page(Paper.A4, portrait=not document.wide)
    writer = _Writer(on)
    lines = _title_lines(document, on.room[0])
    below = 0 if document.subtitle else 20
    body = [
        _paragraph(line, _TITLE, align=_CENTRE, pitch=34, around=(0, 0 if number < len(lines) else below))
        for number, line in enumerate(lines, 1)
    ]
    if document.subtitle:
        body.append(_paragraph(document.subtitle, Type(KAI, 16), align=_CENTRE, pitch=_PITCH, around=(0, 14)))
    body += [
        writer.part(part, signed=isinstance(after, Paragraph) and after.setting is Setting.RIGHT)
        for part, after in zip_longest(document.parts, document.parts[1:])
    ]
    if document.parts and isinstance(document.parts[-1], Table | Figures):
        # Word wants a paragraph after a table; an empty one takes no room.
        body.append(paragraph("", Type(FANG, 1)))
    return package("".join(body), on, title=document.name, author=document.unit_name, pictures=writer.pictures)


def _title_lines(document: Document, room: float) -> list[str]:
    """Broken by meaning where the title says so, else into lines of about equal length: no last word stands alone."""
    if width(document.name, _TITLE.size) <= room:
        return [document.name]
    return [line for part in document.title.split("\n") for line in wrap(part, _TITLE.size, room)]


class _Writer:
    """The parts of a document, and the pictures they need."""

    def __init__(self, on: Page) -> None:
        self.on = on
        self.pictures: list[bytes] = []

    def part(self, part: Part, *, signed: bool = False) -> str:
        """The XML of a part; a table above the 署名 (``signed``) goes with it, which never stands on a page alone."""
        match part:
            case Heading():
                look = _HEADINGS[part.level]
                properties = _KEEP + _NEW_PAGE if part.new_page else _KEEP
                return _paragraph(
                    full_width(part.text),
                    look,
                    properties,
                    pitch=_PITCH,
                    indent=2,
                    outline=part.level - 1,
                    around=(4, 0),
                )
            case Paragraph():
                return _text(part)
            case Table():
                title = (
                    [_paragraph(part.title, _TABLE_TITLE, _KEEP, align=_CENTRE, around=(6, 4))] if part.title else []
                )
                return "".join((*title, _table(part, self.on, signed=signed), _space(_KEEP if signed else "")))
            case Figures():
                return _figures(part, self.on) + _space()
            case Bars():
                self.pictures.append(to_png(charts.to_svg(part)))
                wide, high = self.on.room
                return pictures.placed(
                    self.pictures[-1],
                    (wide, high * _CHART_HEIGHT),
                    name="图表",
                    says=part.title,
                    number=len(self.pictures),
                )


def _paragraph(  # noqa: PLR0913 - how it looks
    text: str,
    look: Type,
    properties: str = "",
    *,
    align: str = _LEFT,
    around: tuple[float, float] = (0, 0),
    pitch: float = 0,
    indent: int = 0,
    outline: int | None = None,
) -> str:
    return paragraph(
        run(text, look), look, properties, align=align, around=around, pitch=pitch, indent=indent, outline=outline
    )


def _text(part: Paragraph) -> str:
    text = full_width(part.text)
    match part.setting:
        case Setting.BODY:
            return _paragraph(text, _TEXT, align=_JUSTIFIED, pitch=_PITCH, indent=2)
        case Setting.FLUSH:
            return _paragraph(text, _TEXT, align=_JUSTIFIED, pitch=_PITCH)
        case Setting.RIGHT:
            # 署名 and date are set in from the right; the date keeps to the 署名.
            return _paragraph(f"{text}    ", _TEXT, _KEEP, align=_RIGHT, pitch=_PITCH)
        case Setting.NOTE:
            return _paragraph(text, _NOTE, align=_JUSTIFIED, pitch=18, indent=2, around=(0, 4))


def _space(properties: str = "") -> str:
    """A little room below a table."""
    return paragraph("", Type(FANG, 1), properties, around=(0, 8))


def _table(table: Table, on: Page, *, signed: bool) -> str:
    widths = _widths(table, on.room[0])
    head = _row(
        [_cell([column.title], wide, Type(HEI, _TABLE), _CENTRE, keep=True) for column, wide in _beside(table, widths)],
        head=True,
    )
    short = len(table.rows) <= _SHORT_TABLE
    last = len(table.rows) - 1
    rows = [
        _body_row(row, table.columns, widths, keep=short and (signed or number < last))
        for number, row in enumerate(table.rows)
    ]
    return _grid(widths, [head, *rows])


def _beside(table: Table, widths: Sequence[int]) -> list[tuple[Column, int]]:
    return list(zip(table.columns, widths, strict=True))


def _widths(table: Table, room: float) -> list[int]:
    """The columns in their proportions, but none too narrow for a short heading on one line."""
    around = 2 * _PADDING + BORDER
    least = [min(ems(column.title), _SHORT_HEADING) * _TABLE + around for column in table.columns]
    wanted = [column.width * _TABLE + around for column in table.columns]
    narrow: set[int] = set()
    while True:
        rest = room - sum(least[at] for at in narrow)
        share = rest / sum(wanted[at] for at in range(len(wanted)) if at not in narrow)
        more = {at for at in range(len(wanted)) if at not in narrow and wanted[at] * share < least[at]}
        if not more or len(narrow | more) == len(wanted):
            return [twips(least[at] if at in narrow else wanted[at] * share) for at in range(len(wanted))]
        narrow |= more


def _body_row(row: Row, columns: tuple[Column, ...], widths: Sequence[int], *, keep: bool) -> str:
    look = Type(FANG, _TABLE, bold=row.strong)
    if row.is_across(columns):
        (cell,) = row.cells
        return _row([_cell([printed(cell)], sum(widths), look, _LEFT, keep=True, across=len(columns))])
    return _row(
        [
            _cell(printed(cell).split("\n"), wide, look, _alignment(cell, column), keep=keep)
            for cell, column, wide in zip(row.cells, columns, widths, strict=True)
        ]
    )


def _alignment(cell: Cell, column: Column) -> str:
    return _LEFT if column.align is Align.LEFT and isinstance(cell.value, str) else _CENTRE


def _row(cells: Sequence[str], *, head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(  # noqa: PLR0913 - how it looks
    lines: Sequence[str], wide: int, look: Type, align: str, *, keep: bool, across: int = 1
) -> str:
    """A cell over so many columns; the row of one with ``keep`` stays on the page of the next."""
    tied = _KEEP if keep else ""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{''.join(_paragraph(line, look, tied, align=align) for line in lines)}</w:tc>"


def _figures(part: Figures, on: Page) -> str:
    """Headline numbers side by side: what it is, the number, what became of it."""
    across, figures = part.across, part.figures
    wide = twips(on.room[0] / across)
    filled = [*figures, *[Figure("", "")] * (-len(figures) % across)]
    rows = [filled[start : start + across] for start in range(0, len(filled), across)]
    return _grid([wide] * across, [_row([_figure(one, wide) for one in row]) for row in rows])


def _figure(one: Figure, wide: int) -> str:
    properties = f'<w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    room = wide / 20 - 2 * _PADDING
    size = max(min(16, room / max(ems(one.value), 1)), 9)
    lines = (
        (one.label, Type(HEI, 10.5, colour="45566A")),
        (one.value, Type(HEI, int(size * 2) / 2, bold=True, colour=_TONES[one.tone])),
        (one.detail, Type(FANG, 9)),
    )
    text = "".join(_paragraph(line, look, align=_CENTRE) for line, look in lines)
    return f"<w:tc>{properties}{text}</w:tc>"


def _grid(widths: Sequence[int], rows: Sequence[str]) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{round(BORDER * 8)}" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{twips(size)}" w:type="dxa"/>'
        for side, size in (("top", _GAP), ("left", _PADDING), ("bottom", _GAP), ("right", _PADDING))
    )
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )
    columns = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
