"""The sample projects, checked once, and workbooks read back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from engine.annexes.form import Form
from processes.checking import Checked, check_project
from renderers.forms.xlsx import workbook

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD_ROWS = 7
"""Of 附件6: label, title, sign line and four rows of headings."""


@pytest.fixture(scope="session")
def sample() -> Callable[[str], Checked]:
    """Reads and checks a sample project by the name of its folder."""

    @cache
    def checked(name: str) -> Checked:
        return check_project(SAMPLES / name)

    return checked


@pytest.fixture(scope="session")
def read_back() -> Callable[[Form], list[list[Any]]]:
    """Gives the body of 附件6 as another program reads it from the workbook, 总计 first, the notes left out."""

    def rows(form: Form) -> list[list[Any]]:
        book = CalamineWorkbook.from_filelike(BytesIO(workbook(form)))
        read = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        return [list(row) for row in read[HEAD_ROWS:] if row[1] != ""]

    return rows
