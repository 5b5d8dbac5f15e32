"""The second sheet of a workbook: where every cell of the form comes from."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from engine.annexes.form import Cell, Column, Form, headings
from processes.model.form_record import SHEET
from processes.model.places import Place
from renderers.forms.sources_sheet import SHOWN, workbook
from renderers.forms.xlsx import workbook as plain

HERE = Place("局/01-甲.yaml", 21, 7)
COLUMNS = (Column("name", "事项名称", "1"), Column("before", "优化前(个)", "2"))


def form(*sources: Place) -> Form:
    """A form of one row."""
    return Form(
        code="附件6",
        label="附件6",
        title="台账",
        unit_name="局",
        headings=headings(COLUMNS, 1),
        columns=COLUMNS,
        header_rows=2,
        rows=((Cell("=甲", sources), Cell(6, sources, "第3栏所列环节数")),),
        total=(Cell("总计"), Cell(6, sources, "和")),
    )


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """Name → rows of each sheet."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_every_cell_is_listed_with_its_origin() -> None:
    """Reference, row, column, content, formula, places; texts are texts."""
    found = sheets(workbook(form(HERE, HERE._replace(line=22))))
    assert list(found) == ["附件6", "溯源", SHEET]
    where = "局/01-甲.yaml:21:7\n局/01-甲.yaml:22:7"
    assert found["溯源"] == [
        ["单元格", "行", "栏目", "内容", "算法", "来源"],
        ["A6", "总计", "第1栏 事项名称", "总计", "", "表上的字"],
        ["B6", "总计", "第2栏 优化前(个)", "6", "和", where],
        ["A7", "=甲", "第1栏 事项名称", "=甲", "", where],
        ["B7", "=甲", "第2栏 优化前(个)", "6", "第3栏所列环节数", where],
    ]


def test_the_form_itself_is_the_same() -> None:
    """The sheet is added behind it."""
    made = form(HERE)
    assert sheets(workbook(made))["附件6"] == sheets(plain(made))["附件6"]
    assert list(sheets(plain(made))) == ["附件6", SHEET]


def test_of_very_many_places_the_first_are_listed() -> None:
    """With their number."""
    many = tuple(Place("局/01-甲.yaml", line, 1) for line in range(1, SHOWN + 51))
    listed = str(sheets(workbook(form(*many)))["溯源"][2][5]).split("\n")
    assert len(listed) == SHOWN + 1
    assert listed[-1] == f"等 {SHOWN + 50} 处"
