"""Forms of departments with one matter and with thirty: longer, and otherwise the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from renderers.forms import docx, xlsx
from tests.growing import WITH_ROWS, clipped, forms_of_department, holds_on_paper, pages_of


@pytest.mark.parametrize("count", [1, 30])
def test_a_form_has_room_for_what_it_holds(count: int, tmp_path: Path) -> None:
    """On every page of the PDF the headings and its number; in the workbook no row too low, in Word every row."""
    forms = forms_of_department(tmp_path / "p", count)
    assert {"附件1", "附件2", "附件3", "附件4", "附件5", "附件6", "附件9", "附件10"} == set(forms)
    for code, form in forms.items():
        assert len(form.rows) >= (count if code in WITH_ROWS else 0)
        pages = pages_of(form)
        assert len(pages) > 1 or count == 1 or code not in WITH_ROWS, code
        holds_on_paper(form, pages)
        assert clipped(form) == []
        sheet = CalamineWorkbook.from_filelike(BytesIO(xlsx.workbook(form))).get_sheet_by_index(0)
        assert sheet.height >= len(form.rows)
        assert len(docx.document(form)) > 1000
