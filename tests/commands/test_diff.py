"""``zaizao diff``: what the reform changes in a matter, a department, the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write

TWO = "优化后:\n  时限: 9工作日\n==> 住建局/单位.yaml <==\n名称: 住建局\n==> 住建局/01-施工许可.yaml <==\n名称: 施工许可\n"


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("示范局/01-示范事项.yaml",), "示范事项"),
        (("示范局",), "示范局 1 项"),
        (("住建局",), "住建局 1 项"),
        (("--部门", "住建局"), "住建局 1 项"),
        ((".", "--department", "示范局"), "示范局 1 项"),
        (("住建局", "--部门", "示范局"), "示范局 1 项"),
        ((), "示范市 2 个部门 2 项"),
    ],
)
def test_a_target_has_its_report(
    words: tuple[str, ...], begins: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """The first line sums up."""
    write(project, TWO)
    ran = zaizao("diff", *words)
    assert (ran.code, ran.err) == (0, "")
    assert begins in ran.out.splitlines()[0], ran.out[:200]
    assert "\x1b" not in ran.out


def test_the_formats(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Text, Markdown, JSON; shown or written."""
    write(project, TWO)
    assert json.loads(zaizao("diff", "--格式", "json").out)
    assert zaizao("diff", "--format", "markdown").out.startswith("# ")
    shown = zaizao("diff", "--format", "markdown").out
    assert zaizao("diff", "--format", "markdown", "-o", "甲.md").out == ""
    assert (project / "甲.md").read_text("utf-8") == shown


@pytest.mark.parametrize("target", ["联审联批", "联审联批/01-示范项目.yaml"])
def test_a_project_of_several_matters_has_no_report_yet(target: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """It is not mistaken for the whole city or for some department."""
    write(project, f"{TWO}==> 联审联批/01-示范项目.yaml <==\n")
    ran = zaizao("diff", target)
    assert ran.code in (2, 3)
    assert ran.out == ""


def test_what_cannot_be_compared_is_told(project: Path, zaizao: Callable[..., Ran]) -> None:
    """The first error, and how to see all."""
    write(project, "优化后:\n  时限: 3天\n")
    ran = zaizao("diff")
    assert ran.code == 3
    assert "01-示范事项.yaml:2:7" in ran.err
    assert "zaizao check" in ran.err
