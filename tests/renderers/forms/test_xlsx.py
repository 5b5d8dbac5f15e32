"""Forms as workbooks: read back, taken apart, made twice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from engine.annexes.form import Align, Card, Cell, Column, Form, Paper, headings
from renderers.forms.grid import grid
from renderers.forms.xlsx import HIGHEST_ROW, MEASURE, Sizes, workbook

COLUMNS = (
    Column("index", "序号", width=5),
    Column("name", "事项名称", "1", width=16, align=Align.LEFT),
    Column("before", "减环节 / 优化前(个)", "2", width=5),
    Column("listed", "减环节 / 减少前有哪些环节", "3", width=16, align=Align.LEFT),
)
HEAD_ROWS = 3
"""Label, title, sign line."""


def form(*names: str | int | Fraction, **facts: object) -> Form:
    """A small form with one row for every name."""
    rows = tuple(
        (Cell(number), Cell(name), Cell(Fraction(1, 2)), Cell("1.受理;2.审查")) for number, name in enumerate(names, 1)
    )
    return Form(
        **{  # type: ignore[arg-type]
            "code": "附件6",
            "label": "附件6",
            "title": "海林市工作流程优化对比台账",
            "unit_name": "海林市市场监督管理局",
            "headings": headings(COLUMNS, 2),
            "columns": COLUMNS,
            "header_rows": 3,
            "rows": rows,
            "total": (Cell("总计"), Cell(len(rows)), Cell(0), Cell("——")),
            "notes": ("注:1.不能空项。", "2." + "很长的说明" * 20),
            "paper": Paper.A3,
            **facts,
        }
    )


def cells(form: Form) -> list[list[Any]]:
    """The sheet as another program reads it."""
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(form)))
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


def part(form: Form, name: str) -> str:
    """One XML file out of the workbook."""
    with ZipFile(BytesIO(workbook(form))) as archive:
        return archive.read(name).decode("utf-8")


def heights(form: Form) -> list[float]:
    """Row heights in points."""
    return [float(height) for height in re.findall(r'<row [^>]* ht="([\d.]+)"', part(form, "xl/worksheets/sheet1.xml"))]


def test_the_sheet_reads_back_as_the_form() -> None:
    """Label, title, sign line, headings, numbers, total, rows, notes; numbers are numbers."""
    read = cells(form("食品经营许可证核发"))
    assert read == [
        ["附件6", "", "", ""],
        ["海林市工作流程优化对比台账", "", "", ""],
        ["单位名称(盖章):海林市市场监督管理局", "", "", "主要领导签字:"],
        ["序号", "事项名称", "减环节", ""],
        ["", "", "优化前\n(个)", "减少前有哪些环节"],
        ["", "1", "2", "3"],
        ["总计", 1.0, 0.0, "——"],
        [1.0, "食品经营许可证核发", 0.5, "1.受理;2.审查"],
        ["注:1.不能空项。", "", "", ""],
        ["2." + "很长的说明" * 20, "", "", ""],
    ]


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", "https://example.org", "12", " 前后空格 ", "_x0041_", "<&\"'>"]
)
def test_text_stays_text(name: str) -> None:
    """No formula, no link, no number is guessed from a text."""
    assert cells(form(name))[HEAD_ROWS + 4][1] == name
    sheet = part(form(name), "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_merged_texts_stay_texts_too() -> None:
    """Title, unit and notes are written into merged cells."""
    read = cells(form("甲", title="=1+1", notes=("=2+2",), sign_left="", header_rows=3))
    assert read[1][0] == "=1+1"
    assert read[-1][0] == "=2+2"


@pytest.mark.parametrize("character", ["\ud800", "\x00", "\x1b", "\uffff"])
def test_a_character_that_no_file_can_hold_does_not_spoil_it(character: str) -> None:
    """The rest of the text stays, in the properties too."""
    made = form(f"甲{character}乙", title=f"台{character}账")
    assert cells(made)[HEAD_ROWS + 4][1] == "甲\ufffd乙"
    assert ">台\ufffd账<" in part(made, "docProps/core.xml")


def test_a_text_too_long_for_excel_is_cut_where_one_sees_it() -> None:
    """32,767 characters are the most a cell can hold."""
    read = next(row[1] for row in cells(form("长" * 40_000))[HEAD_ROWS + 4 :] if row[0])
    assert len(read) == 32_767
    assert read.endswith("长…")


@given(
    name=st.text(
        alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
        min_size=1,
        max_size=40,
    )
)
def test_any_name_reads_back(name: str) -> None:
    """Whatever an analyst may type."""
    assert cells(form(name))[HEAD_ROWS + 4][1] == name


def test_a_form_without_sign_line_and_total_is_shorter() -> None:
    """附件7 has neither."""
    assert [row[0] for row in cells(form("甲", sign_left="", total=None, notes=()))] == [
        *("附件6", "海林市工作流程优化对比台账", "序号", "", "", 1.0),
    ]


def test_the_page_is_that_of_an_official_table() -> None:
    """A3 landscape, one page wide, headings repeated, page number, headings and names frozen."""
    sheet = part(form("甲"), "xl/worksheets/sheet1.xml")
    assert 'paperSize="8"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "— &amp;P —" in sheet
    assert '<pane xSplit="2" ySplit="6"' in sheet
    names = part(form("甲"), "xl/workbook.xml")
    assert "'附件6'!$4:$6" in names or "附件6!$4:$6" in names
    portrait = part(form("甲", portrait=True, paper=Paper.A4), "xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in portrait
    assert "landscape" not in portrait


def test_typefaces_are_those_of_official_papers() -> None:
    """GB/T 9704: label 3号黑体, title 2号小标宋."""
    styles = part(form("甲"), "xl/styles.xml")
    fonts = set(re.findall(r'<font>(?:<b/>)?<sz val="([\d.]+)"/>.*?<name val="([^"]+)"', styles))
    assert {("16", "黑体"), ("22", "方正小标宋简体"), ("9", "黑体"), ("9", "宋体")} <= fonts


def test_every_cell_of_the_table_has_a_border() -> None:
    """Those covered by merges too, so that no line is missing in print."""
    made = form("甲", "乙")
    sheet, styles = part(made, "xl/worksheets/sheet1.xml"), part(made, "xl/styles.xml")
    looks = re.findall(r'<xf [^>]*borderId="(\d+)"', styles.partition("<cellXfs")[2])
    rows = re.findall(r"<row .*?</row>", sheet)[HEAD_ROWS:-2]
    bordered = [[looks[int(style)] != "0" for style in re.findall(r'<c r="\w+" s="(\d+)"', row)] for row in rows]
    assert bordered == [[True] * 4] * 6


def test_rows_are_as_high_as_their_longest_cell() -> None:
    """Long lists are not clipped; a number that is long widens its column instead."""
    low, high = heights(form("甲"))[7], heights(form("很长的事项名称" * 10))[7]
    assert high > 5 * low
    widths = re.findall(r'<col [^>]*width="([\d.]+)"', part(form("甲", total=None), "xl/worksheets/sheet1.xml"))
    wide = form("甲", total=(Cell("总计"), Cell(1), Cell(1234567), Cell("——")))
    wider = re.findall(r'<col [^>]*width="([\d.]+)"', part(wide, "xl/worksheets/sheet1.xml"))
    assert float(wider[2]) > float(widths[2])


def test_what_is_higher_than_excel_can_make_a_row_takes_several() -> None:
    """Nothing is lost: the cells of such a row are merged over the rows it takes."""
    made = form("很长的事项名称" * 100, "乙")
    assert max(heights(made)) <= HIGHEST_ROW
    rows = [row for row in cells(made)[HEAD_ROWS + 4 :] if row[0]]
    assert [row[1] for row in rows[:2]] == ["很长的事项名称" * 100, "乙"]
    assert sum(heights(made)) > 2 * HIGHEST_ROW


SCRIPT = """
import hashlib, sys
from engine.annexes.form import Cell, Column, Form, headings
from renderers.forms.xlsx import workbook
columns = (Column("index", "序号"), Column("name", "减环节 / 优化前", "1"), Column("other", "减环节 / 优化后", "2"))
form = Form(
    code="附件6", label="附件6", title="台账", unit_name="某局", headings=headings(columns, 2), columns=columns,
    header_rows=3, rows=tuple((Cell(i), Cell(f"事项{i}"), Cell(i % 7)) for i in range(50)), notes=("注",),
)
sys.stdout.write(hashlib.sha256(workbook(form)).hexdigest())
"""


def test_the_bytes_depend_on_nothing_but_the_form(tmp_path: Path) -> None:
    """Neither on the clock, the time zone, the folder nor the hash seed."""
    home = Path(__file__).parents[3]
    digests = set()
    for number, (seed, zone) in enumerate([("0", "UTC"), ("1", "Asia/Shanghai"), ("2", "America/New_York")]):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(home)}
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, cwd=folder, capture_output=True, check=True, text=True
        )
        digests.add(run.stdout)
    assert len(digests) == 1
    assert re.fullmatch("[0-9a-f]{64}", digests.pop())


def test_two_workbooks_of_one_form_are_equal() -> None:
    """In one process too."""
    assert workbook(form("甲", "乙")) == workbook(form("甲", "乙"))


def test_properties_carry_no_clock() -> None:
    """Title and unit are there, the date is fixed."""
    core = part(form("甲"), "docProps/core.xml")
    assert "海林市工作流程优化对比台账" in core
    assert "海林市市场监督管理局" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2017-01-01T00:00:00Z"}


def test_empty_lines_have_room_for_a_hand() -> None:
    """22.5 points, though a line of print needs less."""
    made = heights(form("甲", total=None, notes=(), least_rows=3))
    assert made[-3] < 22.5
    assert made[-2:] == [22.5, 22.5]


def test_a_card_fills_the_width_of_its_page(a_card: Callable[..., Card]) -> None:
    """All of what lies between the margins of A4, within a hundredth, in type as large as on other papers."""
    between = (210 / 25.4 - 2 * 0.4) * 96
    assert 0.99 * between < sum(Sizes(grid(a_card())).pixels) < between
    sheet = load_workbook(BytesIO(workbook(a_card()))).active
    assert sheet is not None
    assert [sheet.cell(row, 1).font.sz for row in (1, 2, 3)] == [16, 22, 12]


def test_columns_are_measured_in_a_font_that_every_office_has() -> None:
    """Seven pixels a digit in Excel; LibreOffice makes columns a third wider where it lacks the font."""
    first = re.search(r'<font><sz val="(\d+)"/>.*?<name val="(\w+)"/>', part(form("甲"), "xl/styles.xml"))
    assert first is not None
    assert first.groups() == ("10", "Arial")
    assert dict(MEASURE) == {"font_name": "Arial", "font_size": 10}, "no workbook changes the next one"
