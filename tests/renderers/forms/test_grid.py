"""The grid that every file format writes: where totals and subtotals stand, and how they are set."""

from __future__ import annotations

from dataclasses import replace

from engine.annexes.form import Align, Cell, Column, Form, headings
from renderers.forms.grid import Grid, Part, grid
from renderers.forms.listing import listing

COLUMNS = (Column("index", "序号"), Column("name", "部门", align=Align.LEFT))
FORM = Form(
    code="附件9",
    label="附件9",
    title="统计表",
    unit_name="市编办",
    headings=headings(COLUMNS, 1),
    columns=COLUMNS,
    header_rows=1,
    rows=((Cell(1), Cell("甲局")), (Cell("小计"), Cell("甲组")), (Cell(2), Cell("乙局"))),
    total=(Cell("合计"), Cell("2个部门")),
    total_first=False,
    subtotals=(1,),
)


def body(laid: Grid) -> list[tuple[str, Part, Align]]:
    """Text, part and setting of the second cell of each row below the headings."""
    return [(cell.text, cell.part, cell.align) for cell in laid.cells if cell.row >= laid.body and cell.column == 1]


def test_subtotals_are_set_like_the_total() -> None:
    """小计 between the rows and 合计 below them, bold and centred; the rows themselves as their columns want."""
    assert body(grid(FORM)) == [
        ("甲局", Part.BODY, Align.LEFT),
        ("甲组", Part.TOTAL, Align.CENTRE),
        ("乙局", Part.BODY, Align.LEFT),
        ("2个部门", Part.TOTAL, Align.CENTRE),
    ]


def test_a_form_that_sums_nothing_up_has_rows_only() -> None:
    """Without subtotals every row is one."""
    assert {part for _, part, _ in body(grid(replace(FORM, subtotals=(), total=None)))} == {Part.BODY}


def test_empty_lines_go_on_with_the_numbers_of_the_rows_where_the_form_wants_it() -> None:
    """附件10 is numbered beforehand, 附件1–5 are not; either way there is nothing else in them."""
    bare = replace(FORM, subtotals=(), total=None, least_rows=5)
    for numbered, numbers in ((False, ["", ""]), (True, ["4", "5"])):
        laid = grid(replace(bare, lines_numbered=numbered))
        lines = [cell for cell in laid.cells if cell.part is Part.LINE]
        assert [cell.text for cell in lines if cell.column == 0] == numbers
        assert {cell.text for cell in lines if cell.column} == {""}
        assert [cell.text for cell in laid.cells if cell.part is Part.BODY and cell.column == 0] == ["1", "小计", "2"]


def test_a_listing_has_the_rows_in_the_order_in_which_they_are_printed() -> None:
    """合计 last where the form prints it last, first where it prints it first."""
    lines = [line for line in listing(FORM).splitlines() if line.startswith("序号: ")]
    assert lines == ["序号: 1", "序号: 小计", "序号: 2", "序号: 合计"]
    first = [line for line in listing(replace(FORM, total_first=True)).splitlines() if line.startswith("序号: ")]
    assert first == ["序号: 合计", "序号: 1", "序号: 小计", "序号: 2"]
