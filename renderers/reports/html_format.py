"""A report as a page that opens anywhere, offline, and prints well; also as a fragment to stand in another page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from engine.reports.report import ColumnKind, Item, Listing, Report, Sign, Table
from renderers.documents.punctuation import full_width
from renderers.reports.cells import cell_text
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "html"
SUFFIX = ".html"

_MAX_LEVEL = 6
"""HTML has six levels of headings."""

_TONES = {
    Sign.GONE: "gone",
    Sign.NEW: "new",
    Sign.KEPT: "kept",
}
"""Class of the signs that have a colour of their own; the sign itself tells them apart without it."""

_LOOKS = """
.zaizao { font-family: "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1b2a41; line-height: 1.6; }
.zaizao h1, .zaizao h2, .zaizao h3, .zaizao h4, .zaizao h5, .zaizao h6 { line-height: 1.3; margin: 1.2em 0 .4em; }
.zaizao section section { border-top: 1px solid #d5dce6; margin-top: 1.6em; break-inside: avoid-page; }
.zaizao .summary { font-weight: 600; }
.zaizao .briefing { text-indent: 2em; }
.zaizao table { border-collapse: collapse; margin: .4em 0 1em; }
.zaizao th, .zaizao td { border: 1px solid #b8c4d6; padding: .2em .7em; text-align: left; vertical-align: top; }
.zaizao th { background: #e3edf6; }
.zaizao .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.zaizao ul { padding-left: 1.2em; }
.zaizao .changes { list-style: none; padding-left: 0; }
.zaizao .changes li { padding-left: 8em; text-indent: -8em; }
.zaizao .changes b { display: inline-block; min-width: 8em; text-indent: 0; color: #2b5c8a; }
.zaizao .changes .gone b { color: #b3261e; }
.zaizao .changes .new b { color: #1e7a3c; }
.zaizao .changes .kept b { color: #5b6675; }
"""

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 2em auto; max-width: 62em; padding: 0 1em; }}
@media print {{ body {{ margin: 0; max-width: none; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def render(report: Report, style: Style = PLAIN) -> str:  # noqa: ARG001 - the same for every place
    """The whole page."""
    return _PAGE.format(title=escape(report.title), body=fragment(report))


def fragment(report: Report) -> str:
    """The report with its own looks, which touch nothing around it."""
    return "\n".join((f"<style>{_LOOKS}</style>", '<div class="zaizao">', *_report(report, 1), "</div>"))


def _report(report: Report, level: int) -> Iterator[str]:
    yield "<section>"
    yield _heading(report.title, level)
    yield f'<p class="summary">{escape(report.summary)}</p>'
    if report.briefing:
        yield f'<p class="briefing">{escape(full_width(report.briefing))}</p>'
    if report.notes:
        yield "<ul>"
        yield from (f"<li>{escape(note)}</li>" for note in report.notes)
        yield "</ul>"
    for part in report.parts:
        yield _heading(part.title, level + 1)
        match part:
            case Table():
                yield from _table(part)
            case Listing():
                yield '<ul class="changes">'
                yield from map(_item, part.lines)
                yield "</ul>"
    for inner in report.inner:
        yield from _report(inner, level + 1)
    yield "</section>"


def _table(table: Table) -> Iterator[str]:
    looks = ["" if column.kind is ColumnKind.TEXT else ' class="number"' for column in table.columns]
    heads = (f"<th{look}>{escape(column.title)}</th>" for look, column in zip(looks, table.columns, strict=True))
    yield "<table>"
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = (
            f"<td{look}>{escape(cell_text(cell, column))}</td>"
            for look, cell, column in zip(looks, row, table.columns, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _item(item: Item) -> str:
    tone = _TONES.get(item.sign, "changed")
    return f'<li class="{tone}"><b>{item.sign} {item.label}</b> {escape(item.text)}</li>'


def _heading(title: str, level: int) -> str:
    tag = f"h{min(level, _MAX_LEVEL)}"
    return f"<{tag}>{escape(title)}</{tag}>"
