"""A form as a PDF, set by typst in the shipped font: the same bytes on every machine, and no font has to be there."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import typst

from renderers import fonts
from renderers.forms.grid import SIGNATURE_FROM, Part, grid
from renderers.forms.page import BORDER, LEADING, NUMBER_SIZE, SPACING, Setting, setting
from renderers.forms.writing import writable
from renderers.typesetting import our_fonts

if TYPE_CHECKING:
    from engine.annexes.form import Card, Form
    from renderers.forms.grid import GridCell

_BOLD = (Part.LABEL, Part.TITLE, Part.HEADING, Part.TOTAL)

_SHEET = b"""\
#let form = json(bytes(sys.inputs.form))
#let on = form.page
#let lines(cell) = cell.lines.map(line => text(line)).join(linebreak())
#let set-in(cell) = text(cell.size * 1pt, weight: if cell.bold { "bold" } else { "regular" }, lines(cell))

#set document(title: form.title, author: form.author)
#set page(
  width: on.width * 1pt,
  height: on.height * 1pt,
  margin: (top: on.top * 1pt, bottom: on.bottom * 1pt, left: on.left * 1pt, right: on.right * 1pt),
  footer-descent: 20pt,
  footer: align(center, text(form.number * 1pt, context [\xe2\x80\x94 #counter(page).display() \xe2\x80\x94])),
)
#set text(font: form.family, lang: "zh", region: "cn", size: form.size * 1pt, cjk-latin-spacing: none)
// A line is as high as in the Word document: its size and the leading.
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: form.leading * 1em, spacing: form.leading * 1em)

#let line-of(line) = block(
  width: 100%,
  above: line.before * 1pt,
  below: line.after * 1pt,
  inset: (y: line.cells.first().size * form.leading / 2 * 1pt),
{
  let cells = line.cells
  if cells.len() > 1 {
    grid(columns: (form.signature * 100%, 1fr), ..cells.map(set-in))
  } else {
    align(if cells.first().centred { center } else { left }, set-in(cells.first()))
  }
})
#let cell-of(cell) = table.cell(
  x: cell.column,
  y: cell.row,
  colspan: cell.columns,
  rowspan: cell.rows,
  align: horizon + if cell.centred { center } else { left },
  breakable: cell.breakable,
  // An empty cell is high enough to write in.
  if cell.lines == ("",) { v(calc.max(form.size, cell.least - 2 * form.gap) * 1pt) } else { set-in(cell) },
)

#for line in form.above { line-of(line) }
#table(
  columns: form.widths.map(width => width * 1pt),
  stroke: form.border * 1pt,
  inset: (x: form.padding * 1pt, y: form.gap * 1pt),
  ..if form.header.len() > 0 { (table.header(..form.header.map(cell-of)),) } else { () },
  ..form.body.map(cell-of),
)
#for line in form.below { line-of(line) }
"""


def document(form: Form | Card) -> bytes:
    """The form as a .pdf file."""
    on = setting(grid(form))
    laid, parted = on.grid, on.parted()
    inside = [cell for cell in laid.cells if cell.bordered]
    value = {
        "title": writable(form.title),
        "author": writable(form.unit_name),
        "page": asdict(on.page),
        "family": fonts.FAMILY,
        "number": NUMBER_SIZE,
        "size": on.size,
        "leading": LEADING - 1,
        "padding": on.padding,
        "gap": on.gap + on.size * (LEADING - 1) / 2,
        "border": BORDER,
        "signature": SIGNATURE_FROM,
        "widths": on.widths,
        "above": _lines_of(on, [cell for cell in laid.cells if cell.row < laid.table]),
        "header": [_cell(on, cell) for cell in inside if cell.row < laid.body],
        "body": [_cell(on, cell, breakable=cell.row in parted) for cell in inside if cell.row >= laid.body],
        "below": _lines_of(on, [cell for cell in laid.cells if not cell.bordered and cell.row >= laid.table]),
    }
    made = typst.compile(
        _SHEET, format="pdf", font_paths=our_fonts(), sys_inputs={"form": json.dumps(value)}, timestamp=0
    )
    assert isinstance(made, bytes)
    return made


def _cell(on: Setting, cell: GridCell, *, breakable: bool = False) -> dict[str, object]:
    return {
        "row": cell.row - on.grid.table,
        "column": cell.column,
        "rows": cell.rows,
        "columns": cell.columns,
        "lines": writable(cell.text).split("\n"),
        "centred": cell.align == "center",
        "bold": cell.part in _BOLD,
        "size": on.size_of(cell.part),
        "least": cell.least_height,
        "breakable": breakable,
    }


def _lines_of(on: Setting, cells: list[GridCell]) -> list[dict[str, object]]:
    """The lines outside of the table, each with its cells."""
    rows: dict[int, list[GridCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return [_line(on, row) for row in rows.values()]


def _line(on: Setting, cells: list[GridCell]) -> dict[str, object]:
    before, after = SPACING[cells[0].part]
    return {"cells": [_cell(on, cell) for cell in cells], "before": before, "after": after}
