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
