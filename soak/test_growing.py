"""Forms of a department with 300 matters beside those of one with 30: ten times as long, in ten times the time."""

from __future__ import annotations

import time
from pathlib import Path

from renderers.forms import docx, pdf, xlsx
from tests.growing import WITH_ROWS, clipped, forms_of_department, holds_on_paper, pages_of


def test_three_hundred_matters(tmp_path: Path) -> None:
    """Headings on every page, no row too low, and no format that takes more than its share of time."""
    thirty, many = forms_of_department(tmp_path / "a", 30), forms_of_department(tmp_path / "b", 300)
    for code in WITH_ROWS:
        few, all_ = pages_of(thirty[code]), pages_of(many[code])
        assert 7 * len(few) <= len(all_) <= 12 * len(few), code
        holds_on_paper(many[code], all_)
        assert clipped(many[code]) == []
        for work in (xlsx.workbook, docx.document, pdf.document):
            spent = []
            for form in (thirty[code], many[code]):
                start = time.process_time()
                work(form)
                spent.append(time.process_time() - start)
            assert spent[1] <= 20 * spent[0] + 0.5, (code, work.__name__, spent)
