"""Copies of papers as clerks write them become the fact in brackets of a declaration."""

from __future__ import annotations

import pytest

from processes.intake.matters.copies import papers_in, with_copies
from processes.intake.matters.texts import names_in

PAPERS = {
    "申请表2份": "申请表(2份)",
    "申请表 2 份": "申请表(2份)",
    "申请表一式两份": "申请表(2份)",
    "申请表（一式三份）": "申请表(3份)",
    "图纸一套": "图纸(1套)",
    "2寸照片4张": "2寸照片(4张)",
    "营业执照复印件2份": "营业执照复印件(2份)",
    "身份证（原件1份，复印件2份）": "身份证(原件1份、复印件2份)",
    "身份证（原件、复印件各一份）": "身份证(原件1份、复印件1份)",
    "身份证原件及复印件各1份": "身份证(原件1份、复印件1份)",
    "身份证原件1份；复印件2份": "身份证(原件1份、复印件2份)",
    "申请表（2份）": "申请表（2份）",
    "申请表(2份、可共享)": "申请表(2份、可共享)",
    "照片4张(2寸)": "照片4张(2寸)",
    "申请书(含诚信承诺)": "申请书(含诚信承诺)",
    "一寸照片": "一寸照片",
    "申请书0份": "申请书0份",
    "报告1份2份": "报告1份2份",
}  # fmt: skip


@pytest.mark.parametrize("written", PAPERS)
def test_copies_go_into_brackets(written: str) -> None:
    """What is no number of copies stays in the name, and so does a number that contradicts another."""
    assert with_copies(written) == PAPERS[written]


LISTS: list[tuple[str, int | None, tuple[str, ...]]] = [
    ("申请书、身份证、户口簿各2份", None, ("申请书(2份)", "身份证(2份)", "户口簿(2份)")),
    ("申请书3份、身份证、户口簿各2份", None, ("申请书(3份)", "身份证(2份)", "户口簿(2份)")),
    ("申请表、身份证原件1份、复印件2份", None, ("申请表", "身份证(原件1份、复印件2份)")),
    ("申请表、身份证原件、复印件各2份", None, ("申请表", "身份证(原件2份、复印件2份)")),
    ("申请书⏎身份证、户口簿各2份", None, ("申请书", "身份证(2份)", "户口簿(2份)")),
    ("1.申请书;2.身份证、户口簿各2份", None, ("申请书", "身份证(2份)", "户口簿(2份)")),
    ("1.申请书;2.身份证、户口簿各2份", 2, ("申请书", "身份证、户口簿(2份)")),
    ("1.申请书;2.身份证各2份", None, ("申请书", "身份证(2份)")),
]


@pytest.mark.parametrize(("written", "count", "papers"), LISTS)
def test_each_holds_for_the_papers_of_its_line(written: str, count: int | None, papers: tuple[str, ...]) -> None:
    """复印件2份 alone is no paper; the number beside the list tells how many a line names."""
    text = written.replace("⏎", "\n")
    assert papers_in(names_in(text, count).items, text, count) == papers
