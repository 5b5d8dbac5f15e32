"""Departments with any number of generated matters, and their forms."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from benchmarks.generated import write_project
from engine.annexes import department_annexes
from engine.annexes.form import Form
from processes.checking import check_project
from renderers.forms.grid import grid, printed
from renderers.forms.lines import ems
from renderers.forms.pdf import document
from renderers.forms.xlsx import Sizes

WITH_ROWS = ("附件1", "附件2", "附件4", "附件6", "附件10")
"""The forms that have a row, or several, for each of these matters."""


def forms_of_department(root: Path, count: int) -> Mapping[str, Form]:
    """All forms of a department with so many matters."""
    write_project(root, count, per_department=count)
    checked = check_project(root)
    assert checked.workspace is not None
    (department,) = checked.workspace.departments
    plan, matters = checked.workspace.plan, checked.matters_of(department.name)
    assert len(matters) == count
    filled = {code: annex.fill(department, plan, matters) for code, annex in department_annexes().items()}
    return {code: form for code, form in filled.items() if form}


def pages_of(form: Form) -> list[str]:
    """The text of each page of the PDF, without spaces and line breaks."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(document(form))).pages]


def holds_on_paper(form: Form, pages: list[str]) -> None:
    """Every page has its number and, down to the last row, the headings; every text of the table is there, whole."""
    for number, text in enumerate(pages, 1):
        assert f"—{number}—" in text
    name = next(cell.value for cell in form.rows[-1] if isinstance(cell.value, str)) if form.rows else ""
    end = max(number for number, text in enumerate(pages, 1) if _in(name, text))
    for text in pages[:end]:
        for heading in form.headings:
            assert _in(heading.text, text), heading.text
    said = "".join(pages)
    for row in form.rows:
        for cell in row:
            # A high row may be parted where a page ends, but that cuts one item of a list at most.
            items = printed(cell).replace("\n", ";").split(";")
            assert sum(not _in(item, said) for item in items) <= (len(items) > 1), printed(cell)


def _in(piece: str, text: str) -> bool:
    return "".join(piece.split()) in text


def clipped(form: Form) -> list[str]:
    """The texts for which a row of the workbook is too low, reckoned character by character."""
    sizes = Sizes(grid(form))
    found = []
    for cell in sizes.grid.cells:
        size = sizes.looks[cell.part].size
        room = (sizes.width(cell) - 7) * 0.75 / size
        needed = sum(max(1, -(-ems(line) // room)) for line in sizes.text(cell).split("\n")) * size
        if needed > sum(sizes.heights[cell.row : cell.row + cell.rows]):
            found.append(cell.text)
    return found
