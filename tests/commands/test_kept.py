"""Papers that people fill in: the next draft does not take away what they wrote."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from commands._kept import edited, write_paper
from tests.commands.conftest import Ran

PAPERS = [
    ("document", "示范局", "--文种", "工作总结", "-o", "总结.docx"),
    ("fill", "示范局", "--表", "6", "-o", "附件6.xlsx"),
    ("fill", "示范局", "--表", "6", "-o", "附件6.docx"),
    ("draw", "示范局/01-示范事项.yaml", "-o", "图.docx"),
    ("report", "示范局", "-o", "情况.docx"),
    ("checklist", ".", "-o", "清单.docx"),
    ("status", ".", "-o", "进度.xlsx"),
    ("diff", "示范局", "-o", "对比.docx"),
]


def saved_by_another(file: Path, *, clock: bool, dates: bool) -> None:
    """As an office program saves a document: it notes when (``clock``), and dates the parts (``dates``)."""
    with zipfile.ZipFile(file) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    if clock:
        properties = parts["docProps/core.xml"]
        parts["docProps/core.xml"] = properties.replace(
            b"2017-01-01T00:00:00Z</dcterms:m", b"2018-02-01T08:00:00Z</dcterms:m"
        )
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            date = (2018, 2, 1, 8, 0, 0) if dates else (1980, 1, 1, 0, 0, 0)
            archive.writestr(zipfile.ZipInfo(name, date), content)


@pytest.mark.parametrize("words", PAPERS, ids=lambda words: f"{words[0]}-{words[-1]}")
def test_a_paper_of_ours_is_made_anew_where_it_stands(
    words: tuple[str, ...], project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Nobody wrote in it: made twice, there is one, and nothing is told of another."""
    for _ in range(2):
        ran = zaizao(*words)
        assert ran.code == 0
        assert "没有覆盖" not in ran.err
    assert not list(project.rglob("*(新)*"))
    assert not edited(Path(words[-1]))


@pytest.mark.parametrize(("clock", "dates"), [(True, False), (False, True)])
@pytest.mark.parametrize("words", PAPERS, ids=lambda words: f"{words[0]}-{words[-1]}")
def test_what_an_office_program_saved_stays(
    words: tuple[str, ...], clock: bool, dates: bool, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """The new one is beside it, and both are named."""
    zaizao(*words)
    paper = Path(words[-1])
    saved_by_another(paper, clock=clock, dates=dates)
    before = paper.read_bytes()
    ran = zaizao(*words)
    beside = paper.with_stem(f"{paper.stem}(新)")
    assert (ran.code, paper.read_bytes()) == (0, before)
    assert f"“{paper}”填过、改过,没有覆盖;新的写在“{beside}”。" in ran.err
    assert f"已写入 {beside}" in ran.out + ran.err
    assert beside.is_file()


def test_a_workbook_that_was_edited_stays(project: Path, zaizao: Callable[..., Ran]) -> None:
    """附件6 as the department sent it back must not be lost to the next 附件6."""
    zaizao("fill", "示范局", "--表", "6", "-o", "附件6.xlsx")
    book = load_workbook("附件6.xlsx")
    book.worksheets[0]["A1"] = "单位改过"
    book.save("附件6.xlsx")
    zaizao("fill", "示范局", "--表", "6", "-o", "附件6.xlsx")
    assert load_workbook("附件6.xlsx").worksheets[0]["A1"].value == "单位改过"


def test_the_new_one_may_be_filled_in_too(tmp_path: Path) -> None:
    """A third is written beside the second."""
    for name in ("稿.docx", "稿(新).docx"):
        (tmp_path / name).write_bytes(b"no document of ours")
    assert write_paper(tmp_path / "稿.docx", b"new").name == "稿(新)(新).docx"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("稿.docx", b"", False),
        ("稿.docx", b"PK", True),
        ("稿.html", b"<html>", True),
    ],
)
def test_what_is_no_document_is_somebodys(name: str, content: bytes, expected: bool, tmp_path: Path) -> None:
    """Only an empty file can be lost without loss."""
    (tmp_path / name).write_bytes(content)
    assert edited(tmp_path / name) == expected


def test_pages_and_pictures_are_replaced(tmp_path: Path) -> None:
    """Nobody fills in a page."""
    (tmp_path / "报告.html").write_bytes(b"old")
    assert write_paper(tmp_path / "报告.html", b"new").read_bytes() == b"new"
