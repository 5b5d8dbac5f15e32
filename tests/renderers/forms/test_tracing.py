"""Cells under the names that a workbook has for them."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineWorkbook

from engine.annexes.form import Align, Card, Cell, Column, Field, Form, headings
from processes.model.places import Place
from renderers.forms.tracing import traced
from renderers.forms.xlsx import workbook

HERE = Place("局/01-甲.yaml", 21, 7)
COLUMNS = (
    Column("index", "序号", width=5),
    Column("name", "事项名称", "1", width=12, align=Align.LEFT),
    Column("before", "减环节 / 优化前(个)", "2", width=5),
)


def form(*names: str, total_first: bool = True, sign_inside: bool = False) -> Form:
    """A form with a row for each name, and a total; three rows at least are printed."""
    return Form(
        code="附件6",
        label="附件6",
        title="台账",
        unit_name="局",
        headings=headings(COLUMNS, 2),
        columns=COLUMNS,
        header_rows=3,
        rows=tuple((Cell(number), Cell(name, (HERE,)), Cell(6, (HERE,), "数")) for number, name in enumerate(names, 1)),
        total=(Cell("总计"), Cell(len(names)), Cell(12, (HERE,), "和")),
        total_first=total_first,
        least_rows=3,
        lines_numbered=True,
        sign_inside=sign_inside,
    )


def shown(form: Form | Card, reference: str) -> object:
    """What another program reads in that cell."""
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(workbook(form))).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    return rows[int(reference[1:]) - 1][ord(reference[0]) - ord("A")]


def test_a_cell_is_found_where_the_workbook_has_it() -> None:
    """Column with its number, row by its name, and the cell itself."""
    found = traced(form("甲", "乙"))
    assert [(one.reference, one.column, one.row, one.text) for one in found.values()][:6] == [
        ("A7", "序号", "总计", "总计"),
        ("B7", "第1栏 事项名称", "总计", "2"),
        ("C7", "第2栏 减环节 / 优化前(个)", "总计", "12"),
        ("A8", "序号", "甲", "1"),
        ("B8", "第1栏 事项名称", "甲", "甲"),
        ("C8", "第2栏 减环节 / 优化前(个)", "甲", "6"),
    ]
    assert (found["C9"].row, found["C9"].cell.formula, found["C9"].cell.sources) == ("乙", "数", (HERE,))
    assert not {"A10", "B10"} & found.keys(), "an empty line is no row of the form, though it is numbered"


def test_every_reference_shows_in_the_workbook_what_is_traced() -> None:
    """Wherever the total stands, with the sign line inside or above, and behind a row that takes several."""
    for made in (
        form("甲", "乙"),
        form("甲", total_first=False),
        form("甲", sign_inside=True),
        form("很长的事项名称" * 300, "乙"),
    ):
        for reference, one in traced(made).items():
            assert str(shown(made, reference)).removesuffix(".0") == one.text


def test_the_fields_of_a_card_are_called_by_their_labels() -> None:
    """附件7 has no columns."""
    card = Card(
        "附件7",
        "附件7",
        "告知单",
        "局",
        (
            (Field("事项名称", Cell("甲", (HERE,))),),
            (Field("法定时限", Cell("20个工作日")), Field("承诺时限", Cell("无"))),
        ),
    )
    found = traced(card)
    assert [(one.column, one.text) for one in found.values()] == [
        ("事项名称", "甲"),
        ("法定时限", "20个工作日"),
        ("承诺时限", "无"),
    ]
    for reference, one in found.items():
        assert shown(card, reference) == one.text
