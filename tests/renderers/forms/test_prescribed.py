"""The forms as the plan prescribes them (``tests.prescribed``) beside what two other programs read in the workbooks."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from engine.annexes import city_annexes, department_annexes, matter_annexes
from engine.annexes.form import Card, Form
from processes.checking import Checked, check_project
from renderers.forms.xlsx import workbook
from tests.prescribed import CARD, FORMS, Prescribed

SAMPLE = Path(__file__).parents[3] / "samples" / "hailin"
DEPARTMENT, UNIT = "市场监管局", "海林市市场监督管理局"
PAPER_CODES = {"8": "A3", "9": "A4"}


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The sample, checked."""
    return check_project(SAMPLE)


def filled(checked: Checked, code: str) -> Form | Card | None:
    """The form of 市场监管局, 附件7 of its first matter."""
    assert checked.workspace is not None
    department = checked.workspace.department(DEPARTMENT)
    assert department is not None
    plan, matters = checked.workspace.plan, checked.matters_of(DEPARTMENT)
    if code in matter_annexes():
        return matter_annexes()[code].fill_matter(department, plan, matters[0])
    return department_annexes()[code].fill(department, plan, matters)


def rolled_up(checked: Checked, code: str) -> Form:
    """The form of the whole city."""
    assert checked.workspace is not None
    departments = [(one, checked.matters_of(one.name)) for one in checked.workspace.departments]
    return city_annexes()[code].fill_city(checked.workspace.plan, departments)


def sheet_of(content: bytes) -> Worksheet:
    """The one sheet, as openpyxl reads it."""
    sheet = load_workbook(BytesIO(content)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def said(value: object) -> str:
    """A text without the line breaks that make it fit."""
    return "" if value is None else str(value).replace("\n", "")


def spans(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Rows and columns that each merged cell covers."""
    return {
        (one.min_row, one.min_col): (one.max_row - one.min_row + 1, one.max_col - one.min_col + 1)
        for one in sheet.merged_cells.ranges
    }


def holds_as_prescribed(content: bytes, form: Prescribed, unit: str) -> None:
    """Head, sign line, headings, numbers and notes are where they should be, and nothing else is merged."""
    sheet = sheet_of(content)
    merged = spans(sheet)
    assert (sheet.cell(1, 1).value, said(sheet.cell(2, 1).value)) == (sheet.title, form.title)
    assert sheet.max_column == form.columns
    assert merged.pop((1, 1)) == merged.pop((2, 1)) == (1, form.columns)
    right = next(column for column in range(2, form.columns + 1) if sheet.cell(3, column).value)
    signed = [said(sheet.cell(3, column).value) for column in (1, right)]
    assert signed == [f"单位名称(盖章):{unit}", "主要领导签字:"]
    assert [merged.pop((3, 1), (1, 1)), merged.pop((3, right), (1, 1))] == [
        *((1, right - 1), (1, form.columns - right + 1))
    ]
    assert bool(sheet.cell(3, 1).border.left.style) == (form.sign == "inside")
    top, height = 4, len(form.cells)
    head = {(row, column): (text, down, across) for text, row, column, down, across in form.headings}
    first, last = form.numbers
    head |= {(height, first + number - 1): (str(number), 1, 1) for number in range(1, last + 1)}
    found = {
        (row, column): (text, *merged.pop((top - 1 + row, column), (1, 1)))
        for row in range(1, height + 1)
        for column in range(1, form.columns + 1)
        if (text := said(sheet.cell(top - 1 + row, column).value))
    }
    assert found == head
    assert tuple(sum(row == one for row, _ in found) for one in range(1, height + 1)) == form.cells
    assert sheet.print_title_rows == f"${3 if form.sign == 'inside' else 4}:${top - 1 + height}"
    assert (PAPER_CODES[str(sheet.page_setup.paperSize)], sheet.page_setup.orientation) == (form.paper, "landscape")
    # What is left is the notes: each as wide as the table, the prescribed ones first and numbered.
    assert all(column == 1 and across == (1, form.columns) for (_, column), across in merged.items())
    notes = [said(sheet.cell(row, 1).value) for row, _ in sorted(merged)]
    starts = ["注:"] if form.notes == 1 else ["注:1.", *(f"{number}." for number in range(2, form.notes + 1))]
    for note, start in zip(notes[: form.notes], starts, strict=False):
        assert note.startswith(start)
    assert not any(note[:1].isdigit() for note in notes[form.notes :]), "lines of our own are no 注"
    assert sheet.max_row - len(notes) - top - height + 1 >= form.lines
    read_alike(content, sheet)


def read_alike(content: bytes, sheet: Worksheet) -> None:
    """The second program reads the same texts and merges."""
    other = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    texts = {
        (row, column): said(value).removesuffix(".0")
        for row, values in enumerate(other.to_python(skip_empty_area=False), 1)
        for column, value in enumerate(values, 1)
        if value != ""
    }
    assert texts == {(cell.row, cell.column): text for row in sheet for cell in row if (text := said(cell.value))}
    assert {(first, last) for first, last in other.merged_cell_ranges or ()} == {
        ((one.min_row - 1, one.min_col - 1), (one.max_row - 1, one.max_col - 1)) for one in sheet.merged_cells.ranges
    }


@pytest.mark.parametrize("code", FORMS)
def test_a_departments_form_is_the_prescribed_one(code: str, checked: Checked) -> None:
    """Every heading where the plan has it, merged as there; the notes below, numbered as there."""
    form = filled(checked, code)
    assert form is not None
    holds_as_prescribed(workbook(form), FORMS[code], UNIT)


@pytest.mark.parametrize("code", ["附件3", "附件6", "附件9"])
def test_the_roll_up_of_the_city_has_the_prescribed_grid_too(code: str, checked: Checked) -> None:
    """Its columns are those of the departments."""
    holds_as_prescribed(workbook(rolled_up(checked, code)), FORMS[code], "市编办")


def test_the_card_has_its_20_fields_in_14_rows(checked: Checked) -> None:
    """Labels two grid columns wide, values two or six; upright, without sign line and notes."""
    form = filled(checked, "附件7")
    assert form is not None
    content = workbook(form)
    sheet = sheet_of(content)
    merged = spans(sheet)
    assert (merged.pop((1, 1)), merged.pop((2, 1))) == ((1, 8), (1, 8))
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["附件7", "一次性告知单"]
    expected: dict[tuple[int, int], tuple[int, int]] = {}
    for row, labels in enumerate(CARD, 3):
        for column, label in zip((1, 5), labels, strict=False):
            assert said(sheet.cell(row, column).value) == label
            assert sheet.cell(row, column + 2).value
            expected |= {(row, column): (1, 2), (row, column + 2): (1, 6 if len(labels) == 1 else 2)}
    assert merged == expected
    assert (sheet.max_row, sheet.max_column, sum(map(len, CARD))) == (16, 8, 20)
    assert (PAPER_CODES[str(sheet.page_setup.paperSize)], sheet.page_setup.orientation) == ("A4", "portrait")
    read_alike(content, sheet)
