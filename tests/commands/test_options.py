"""Options that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran

Run = Callable[..., Ran]
FILE = "示范局/01-示范事项.yaml"


@pytest.mark.parametrize("words", [("simulate", FILE, "--到达", "20"), ("check",), ("diff",)])
def test_the_ending_of_a_file_says_what_is_in_it(project: Path, zaizao: Run, words: tuple[str, ...]) -> None:
    """A page where a page is named, whatever the command shows at the terminal."""
    assert zaizao(*words, "-o", "页.html").code in (0, 1)
    assert (project / "页.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert zaizao(*words, "-o", "数.json").code in (0, 1)
    json.loads((project / "数.json").read_text("utf-8"))


def test_a_format_that_is_named_counts_more_than_the_ending(project: Path, zaizao: Run) -> None:
    """The ending is the user's own affair then; so is a file without one."""
    assert zaizao("check", "-o", "数.html", "--格式", "json").code in (0, 1)
    json.loads((project / "数.html").read_text("utf-8"))
    assert zaizao("check", "-o", "结果").code in (0, 1)
    assert not (project / "结果").read_text("utf-8").startswith(("<", "{"))


def test_an_ending_that_a_command_does_not_know_is_told(project: Path, zaizao: Run) -> None:
    """With those that it knows; nothing is written."""
    ran = zaizao("verify", "-o", "证明.pdf")
    assert (ran.code, ran.err) == (2, "错误:结果不能写成“.pdf”格式;后缀应是 txt 或 json。\n")
    assert not (project / "证明.pdf").exists()


@pytest.mark.parametrize("name", ["方案.yaml", FILE, "新的.yml"])
@pytest.mark.parametrize(
    "words", [("check", "--格式", "json"), ("trace", "--表", "6", "--部门", "示范局", "--单元格", "H9")]
)
def test_no_result_is_written_over_a_declaration(project: Path, zaizao: Run, words: tuple[str, ...], name: str) -> None:
    """Nor where it would be read as one."""
    before = {file: file.read_bytes() for file in project.rglob("*.y*ml")}
    ran = zaizao(*words, "-o", name)
    assert ran.code == 2
    assert ran.err == f"错误:“{name}”是申报文件的名称,结果不能写成申报文件;-o 请换一个后缀。\n"
    assert {file: file.read_bytes() for file in project.rglob("*.y*ml")} == before


@pytest.mark.parametrize(
    "words",
    [
        ("replay", "记录.csv", FILE, "--格式", "json"),
        ("simulate", FILE, "--记录", "记录.csv", "--格式", "json"),
        ("simulate", FILE, "--记录", f"{FILE}=记录.csv", "--格式", "json"),
        ("import", "甲.csv", "./记录.csv", "--部门", "示范局"),
        ("tally", "记录.csv", "--部门", "示范局"),
    ],
)
def test_no_result_is_written_over_what_it_is_made_from(project: Path, zaizao: Run, words: tuple[str, ...]) -> None:
    """By whatever way the file is named."""
    for name in ("甲.csv", "记录.csv"):
        (project / name).write_text("办件,环节,时间\n1,受理,2018-01-01\n", encoding="utf-8")
    (project / "同一个.csv").symlink_to("记录.csv")
    for name in ("记录.csv", "同一个.csv"):
        ran = zaizao(*words, "-o", name)
        assert (ran.code, ran.err) == (2, f"错误:“{name}”是要读的文件,结果不能写在它上面;-o 请换一个名称。\n")
    assert (project / "记录.csv").read_text("utf-8").startswith("办件")


def test_no_result_is_written_over_a_registry(project: Path, zaizao: Run) -> None:
    """Whatever it is called; a file of results is written anew as ever."""
    assert zaizao("submit", "--部门", "示范局", "--阶段", "1", "--登记库", "库.txt").code == 0
    before = (project / "库.txt").read_bytes()
    ran = zaizao("check", "-o", "库.txt")
    assert (ran.code, ran.err) == (2, "错误:“库.txt”是登记库,结果不能写在它上面;-o 请换一个名称。\n")
    assert (project / "库.txt").read_bytes() == before
    for _ in range(2):
        assert zaizao("check", "-o", "结果.txt").code in (0, 1)
