"""``zaizao report``: a department or the city, shown or written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import papers
from tests.commands.conftest import Ran
from tests.declaring import write

Run = Callable[..., Ran]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ((), "# 示范市工作流程再造情况报告"),
        ((".", "--全市"), "# 示范市工作流程再造情况报告"),
        (("住建局", "--city"), "# 示范市工作流程再造情况报告"),
        ((".", "--部门", "住建局"), "# 示范市住建局工作流程再造情况报告"),
        ((".", "--department", "示范市示范局"), "# 示范市示范局工作流程再造情况报告"),
        (("示范局",), "# 示范市示范局工作流程再造情况报告"),
        (("示范局/01-甲类许可.yaml",), "# 示范市示范局工作流程再造情况报告"),
    ],
)
def test_a_department_or_the_city(words: tuple[str, ...], title: str, project: Path, zaizao: Run) -> None:
    """By option or by target; Markdown if nothing is said."""
    write(project, papers.CITY)
    ran = zaizao("report", *words)
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0] == title


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("-o", "甲.html"), "甲.html", b"<!DOCTYPE html>"),
        (("--输出", "甲.docx"), "甲.docx", b"PK"),
        (("--output", "甲.md"), "甲.md", "# 示范市".encode()),
        (("--格式", "html", "-o", "甲.txt"), "甲.txt", b"<!DOCTYPE html>"),
        (("--format", "docx", "-o", "甲"), "甲", b"PK"),
    ],
)
def test_the_format_follows_from_the_ending(
    words: tuple[str, ...], name: str, begins: bytes, project: Path, zaizao: Run
) -> None:
    """Unless --格式 is written."""
    write(project, papers.CITY)
    ran = zaizao("report", *words)
    assert ran.code == 0, ran.err
    assert f"已写入 {name}" in ran.err
    assert (project / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--部门", "示范局", "--全市"), "--部门 和 --全市 只能写一个"),
        (("-o", "甲.pdf"), "报告不能写成“.pdf”格式"),
        (("--格式", "docx"), "docx 要写 -o"),
        (("--部门", "发改局"), "“发改局”还没有申报"),
    ],
)
def test_wrong_usage_is_told(words: tuple[str, ...], said: str, project: Path, zaizao: Run) -> None:
    """Exit code 2."""
    write(project, papers.CITY)
    ran = zaizao("report", *words)
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_what_does_not_hold_together_is_told_and_not_counted(project: Path, zaizao: Run) -> None:
    """A department all of whose matters are broken is 申报不完整, not 0; alone it has no report."""
    write(project, f"{papers.CITY}==> 住建局/01-施工许可.yaml <==\n优化后:\n  时限: 3天\n")
    city = zaizao("report", ".")
    assert "| 住建局 | 申报不完整 | —— |" in city.out
    assert "另有1个事项的申报不完整，没有计入。" in city.out
    alone = zaizao("report", ".", "--部门", "住建局")
    assert alone.code == 2
    assert "住建局没有可用的事项" in alone.err
