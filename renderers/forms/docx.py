"""A form as a Word document: one table between paragraphs, in the typefaces and on the page of an official paper.

Layout after GB/T 9704-2012: 附件6 in 3号黑体 at the top left, the title in 2号小标宋 on the third line, page numbers as
— 1 —; the table in 仿宋 with its headings in 黑体. WPS takes the widths of columns from ``w:gridCol``, Word from
``w:tcW``.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from engine.annexes.form import Align
from renderers.forms.grid import SIGNATURE_FROM, Part, grid
from renderers.forms.ooxml import FANG, HEI, TITLE_FACE, Type, package, paragraph, run, twips
from renderers.forms.page import BORDER, SPACING, Setting, setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.annexes.form import Card, Form
    from renderers.forms.grid import GridCell

_FACES = {Part.LABEL: HEI, Part.TITLE: TITLE_FACE, Part.HEADING: HEI}
_ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center"}


def document(form: Form | Card) -> bytes:
    """The form as a .docx file."""
    on = setting(grid(form))
    rows = [(row, list(cells)) for row, cells in groupby(sorted(on.grid.cells, key=_position), key=lambda one: one.row)]
    before = [_line(cells, on) for row, cells in rows if row < on.grid.table]
    table = {row: cells for row, cells in rows if any(cell.bordered for cell in cells)}
    after = [_line(cells, on) for row, cells in rows if row >= on.grid.table and row not in table]
    # Word wants a paragraph after a table; an empty one takes no room.
    last = "" if after else paragraph("", Type(FANG, 1))
    body = "".join((*before, _table(table, on), *after, last))
    return package(body, on.page, title=form.title, author=form.unit_name)


def _position(cell: GridCell) -> tuple[int, int]:
    return cell.row, cell.column


def _look(cell: GridCell, on: Setting) -> Type:
    return Type(_FACES.get(cell.part, FANG), on.size_of(cell.part), bold=cell.part is Part.TOTAL)


def _line(cells: Sequence[GridCell], on: Setting) -> str:
    """What stands above or below the table: a line, or the two halves of the sign line."""
    first = cells[0]
    look = _look(first, on)
    stop = f'<w:tabs><w:tab w:val="left" w:pos="{twips(on.page.room[0] * SIGNATURE_FROM)}"/></w:tabs>'
    return paragraph(
        run("\t".join(cell.text.replace("\n", " ") for cell in cells), look),
        look,
        stop if len(cells) > 1 else "",
        align=_ALIGNS[first.align],
        around=SPACING[first.part],
    )


def _table(rows: dict[int, list[GridCell]], on: Setting) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{round(BORDER * 8)}" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    around = {"top": on.gap, "left": on.padding, "bottom": on.gap, "right": on.padding}
    margins = "".join(f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in around.items())
    whole = sum(twips(width) for width in on.widths)
    properties = (
        f'<w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in on.widths)
    heights, parted = on.heights(), on.parted()
    merged_down = [cell for cells in rows.values() for cell in cells if cell.rows > 1]
    body = "".join(
        _row(row, _with_covered(row, cells, merged_down), heights[row], on, whole=row not in parted)
        for row, cells in sorted(rows.items())
    )
    return f"<w:tbl>{properties}<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def _with_covered(row: int, cells: Sequence[GridCell], merged_down: Sequence[GridCell]) -> list[tuple[GridCell, bool]]:
    """The cells of a row from left to right, those that reach down into it included; whether each begins here."""
    reaching = (cell for cell in merged_down if cell.row < row < cell.row + cell.rows)
    return sorted(
        [*((cell, True) for cell in cells), *((cell, False) for cell in reaching)],
        key=lambda pair: pair[0].column,
    )


def _row(row: int, cells: Sequence[tuple[GridCell, bool]], height: float, on: Setting, *, whole: bool) -> str:
    unbroken = "<w:cantSplit/>" if row < on.grid.body or whole else ""
    # Headings merged over several rows are cut off by LibreOffice on every page but the first unless the rows are high.
    set_high = row < on.grid.body or any(cell.least_height for cell, _ in cells)
    high = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if set_high else ""
    repeated = "<w:tblHeader/>" if row < on.grid.body else ""
    properties = f"<w:trPr>{unbroken}{high}{repeated}</w:trPr>"
    return f"<w:tr>{properties}{''.join(_cell(cell, on, begins=begins) for cell, begins in cells)}</w:tr>"


def _cell(cell: GridCell, on: Setting, *, begins: bool) -> str:
    width = sum(twips(one) for one in on.widths[cell.column : cell.column + cell.columns])
    across = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = "" if cell.rows == 1 else '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{properties}{''.join(_paragraphs(cell if begins else None, on))}</w:tc>"


def _paragraphs(cell: GridCell | None, on: Setting) -> Iterator[str]:
    """The lines of a cell; of a covered one, an empty paragraph, which it must have."""
    if cell is None:
        yield "<w:p/>"
        return
    look = _look(cell, on)
    for line in cell.text.split("\n"):
        yield paragraph(run(line, look), look, align=_ALIGNS[cell.align])
