"""A document as a page that opens anywhere, offline, and prints well: pictures are inline, nothing is loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from engine.annexes.form import Align
from engine.documents.document import Bars, Document, Figures, Heading, Paragraph, Part, Table
from renderers.documents import charts
from renderers.documents.punctuation import full_width
from renderers.flowcharts import theme
from renderers.forms.grid import printed
from renderers.html_document import page

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKS = """
body { font-family: %(fonts)s; color: #1f2d3d; line-height: 1.7; margin: 2em auto; max-width: 62em; padding: 0 1.2em; }
h1 { text-align: center; font-size: 1.7em; line-height: 1.3; margin: .6em 0 1em; }
h2 { font-size: 1.2em; color: #22364d; border-bottom: 2px solid #dfe9f3; padding-bottom: .2em; margin: 1.6em 0 .6em; }
h3 { font-size: 1em; margin: 1.2em 0 .4em; }
.subtitle { text-align: center; color: #5b6776; }
p.body { text-indent: 2em; margin: .4em 0; }
p.flush { margin: .4em 0; }
p.right { text-align: right; margin: .4em 0; }
p.note { color: #5b6776; font-size: .85em; margin: .3em 0; }
.figures { display: grid; grid-template-columns: repeat(var(--across), 1fr); gap: .7em; margin: 1em 0; }
.figure { border: 1px solid #b3c3d4; border-top: 4px solid #2c5d8a; background: #f7fafd; padding: .5em .8em; }
.figure.good { border-top-color: #2f7d4f; }
.figure.bad { border-top-color: #b3261e; }
.figure .label { color: #45566a; font-size: .85em; }
.figure .value { font-size: 1.35em; font-weight: 700; white-space: nowrap; }
.figure .detail { color: #5b6776; font-size: .8em; }
.figure.good .detail { color: #2f7d4f; }
.figure.bad .detail { color: #b3261e; }
svg { display: block; max-width: 100%%; height: auto; margin: .8em auto; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%%; margin: .5em 0 1em; font-size: .88em; }
caption { font-weight: 700; text-align: left; }
th, td { border: 1px solid #b3c3d4; padding: .25em .5em; text-align: center; }
th { background: #dfe9f3; }
td.left { text-align: left; }
tr.strong { background: #f0f5fa; font-weight: 700; }
@media screen and (max-width: 46em) { .figures { --across: 2 !important; } }
@media print {
  body { margin: 0; max-width: none; font-size: 10pt; }
  .figure .value { font-size: 1.1em; }
  .figure, svg, tr { break-inside: avoid; }
  h2, h3, p.note { break-after: avoid; }
  h2.page, h3.page { break-before: page; }
  thead { display: table-header-group; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@page { size: A4 %(way)s; margin: 18mm 15mm; }
"""


def render(document: Document) -> str:
    """The whole page."""
    body = [f"<h1>{escape(document.name)}</h1>"]
    if document.subtitle:
        body.append(f'<p class="subtitle">{escape(document.subtitle)}</p>')
    for part in document.parts:
        body += _part(part)
    looks = _LOOKS % {"fonts": theme.FONT_FAMILY, "way": "landscape" if document.wide else "portrait"}
    return page(document.name, looks, "\n".join(body))


def _part(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            new_page = ' class="page"' if part.new_page else ""
            yield f"<h{part.level + 1}{new_page}>{escape(full_width(part.text))}</h{part.level + 1}>"
        case Paragraph():
            yield f'<p class="{part.setting}">{escape(full_width(part.text))}</p>'
        case Table():
            yield from _table(part)
        case Figures():
            yield f'<div class="figures" style="--across: {part.across}">'
            for one in part.figures:
                yield (
                    f'<div class="figure {one.tone}"><div class="label">{escape(one.label)}</div>'
                    f'<div class="value">{escape(one.value)}</div><div class="detail">{escape(one.detail)}</div></div>'
                )
            yield "</div>"
        case Bars():
            yield charts.to_svg(part)


def _room_to_write(table: Table) -> Iterator[str]:
    """The widths of the columns, if one of them is empty: it is filled in by hand, and would have no room."""
    rows = [row for row in table.rows if not row.is_across(table.columns)]
    blank = [not any(printed(row.cells[index]) for row in rows) for index in range(len(table.columns))]
    if rows and any(blank):
        whole = sum(column.width for column in table.columns)
        widths = (
            f'<col style="width:{column.width / whole:.0%}">' if empty else "<col>"
            for column, empty in zip(table.columns, blank, strict=True)
        )
        yield f"<colgroup>{''.join(widths)}</colgroup>"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="table"><table>'
    if table.title:
        yield f"<caption>{escape(table.title)}</caption>"
    yield from _room_to_write(table)
    yield f"<thead><tr>{''.join(f'<th>{escape(column.title)}</th>' for column in table.columns)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        if row.is_across(table.columns):
            (cell,) = row.cells
            yield f'<tr class="strong"><td class="left" colspan="{len(table.columns)}">{escape(printed(cell))}</td></tr>'
            continue
        cells = (
            f"<td{_left(column.align)}>{escape(printed(cell)).replace(chr(10), '<br>')}</td>"
            for cell, column in zip(row.cells, table.columns, strict=True)
        )
        look = ' class="strong"' if row.strong else ""
        yield f"<tr{look}>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table></div>"


def _left(align: Align) -> str:
    return ' class="left"' if align is Align.LEFT else ""
