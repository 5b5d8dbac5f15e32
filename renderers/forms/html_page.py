"""A form as a page to look at before it is filed: resting on a cell shows where its content comes from."""

from __future__ import annotations

import re
from html import escape

from engine.annexes.form import NONE_TEXT, Align, Card, Form
from renderers.forms.grid import Grid, GridCell, Part, grid

PIXELS = 7.5
"""Of a character of the widths of columns."""

SHOWN_SOURCES = 12
"""Of a total over many matters, as many as one can take in; ``zaizao trace`` lists them all."""

_UNIT = re.compile(r"\([^()]*\)$")

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
@page {{ size: {paper} {orientation}; margin: 12mm; }}
body {{ margin: 1.5em; font-family: "宋体", SimSun, "Noto Serif CJK SC", serif; color: #111; }}
.sheet {{ width: {width}px; }}
table {{ border-collapse: collapse; font-size: 13px; line-height: 1.45; table-layout: fixed; width: 100%; }}
td, th {{ padding: .2em .35em; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #333; }}
p {{ margin: .3em 0; }}
.center {{ text-align: center; }}
.left {{ text-align: left; }}
.label {{ font: 21px "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }}
.title {{ font: 29px "方正小标宋简体", "Noto Serif CJK SC", serif; margin: .4em; }}
.signs {{ display: flex; }}
.sign {{ font-size: 16px; }}
.unit {{ display: inline-block; }}
.heading {{ font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; font-weight: normal; background: #f3f5f8; }}
.total {{ font-weight: bold; background: #fbf7e8; }}
[title] {{ cursor: help; }}
[title]:hover {{ outline: 2px solid #2b5c8a; }}
.none {{ color: #777; }}
@media print {{ body {{ margin: 0; }} .heading, .total {{ background: none; }} .none {{ color: inherit; }} }}
</style>
</head>
<body>
<div class="sheet">
{above}
<table>
<colgroup>{columns}</colgroup>
<thead>
{head}
</thead>
<tbody>
{body}
</tbody>
</table>
{below}
</div>
</body>
</html>
"""


def page(form: Form | Card) -> str:
    """The whole page; it needs nothing from elsewhere."""
    laid = grid(form)
    rows = _rows(laid)
    foot = next((number for number in range(laid.body, laid.height) if not _bordered(rows[number])), laid.height)
    return _PAGE.format(
        title=escape(f"{laid.code} {laid.title}"),
        paper=laid.paper.value,
        orientation="portrait" if laid.portrait else "landscape",
        width=round(sum(laid.widths) * PIXELS),
        columns="".join(f'<col style="width:{width * PIXELS:.0f}px">' for width in laid.widths),
        above="\n".join(map(_line, rows[: laid.table])),
        head="\n".join(map(_row, rows[laid.table : laid.body])),
        body="\n".join(map(_row, rows[laid.body : foot])),
        below="\n".join(map(_line, rows[foot:])),
    )


def origin(cell: GridCell) -> str:
    """What is shown when one rests on the cell: how it was computed, and the places it comes from."""
    sources = [str(place) for place in cell.content.sources]
    more = [f"等 {len(sources)} 处"] if len(sources) > SHOWN_SOURCES else []
    formula = [f"算法:{cell.content.formula}"] if cell.content.formula else []
    return "\n".join([*formula, *sources[:SHOWN_SOURCES], *more])


def _rows(laid: Grid) -> list[list[GridCell]]:
    """The cells of each row, from the left."""
    rows: list[list[GridCell]] = [[] for _ in range(laid.height)]
    for cell in sorted(laid.cells, key=lambda cell: cell.column):
        rows[cell.row].append(cell)
    return rows


def _bordered(row: list[GridCell]) -> bool:
    return all(cell.bordered for cell in row)


def _line(row: list[GridCell]) -> str:
    """A row above or below the table: one paragraph, or the sign line, whose parts keep their widths."""
    if len(row) == 1:
        return f'<p class="{_looks(row[0])}">{escape(row[0].text)}</p>'
    parts = (f'<p class="{_looks(cell)}" style="flex:{cell.columns}">{escape(cell.text)}</p>' for cell in row)
    return f'<div class="signs">{"".join(parts)}</div>'


def _row(row: list[GridCell]) -> str:
    return f"<tr>{''.join(map(_cell, row))}</tr>"


def _cell(cell: GridCell) -> str:
    tag = "th" if cell.part is Part.HEADING else "td"
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    shown = origin(cell)
    rest = f' title="{escape(shown)}"' if shown else ""
    # A unit in brackets stays in one piece.
    text = _UNIT.sub(r'<span class="unit">\g<0></span>', escape(cell.text)) if tag == "th" else escape(cell.text)
    return f'<{tag} class="{_looks(cell)}"{spans}{rest}>{text}</{tag}>'


def _looks(cell: GridCell) -> str:
    none = " none" if cell.content.value == NONE_TEXT else ""
    return f"{cell.part} {'center' if cell.align is Align.CENTRE else 'left'}{none}"
