"""``zaizao target``: a department or the city, in words or for a program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import papers
from tests.commands.conftest import Ran
from tests.declaring import write

Run = Callable[..., Ran]


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ((), "示范市:承担行政审批事项的部门"),
        (("示范局", "--全市"), "示范市:承担行政审批事项的部门"),
        ((".", "--部门", "住建局"), "住建局:行政审批事项"),
        ((".", "--department", "示范市示范局"), "示范局:行政审批事项"),
        (("示范局",), "示范局:行政审批事项"),
    ],
)
def test_a_department_or_the_city(words: tuple[str, ...], begins: str, project: Path, zaizao: Run) -> None:
    """By option or by target; text if nothing is said."""
    write(project, papers.CITY)
    ran = zaizao("target", *words)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(begins)


def test_numbers_for_a_program(project: Path, zaizao: Run) -> None:
    """10→10 days, 4→4 环节: 4 days and 2 环节 too many."""
    content = json.loads(zaizao("target", "示范局", "--格式", "json").out)
    days = content["时限(天)"][0]
    assert [row["还差"] for row in content["合计"]] == [4, 2, 2]
    assert (days["事项"], days["最多可留"], days["建议再减"]) == ("示范事项", 6, 4)


def test_the_table_can_be_written(project: Path, zaizao: Run) -> None:
    """As Markdown."""
    ran = zaizao("target", ".", "--format", "md", "-o", "差距.md")
    assert ran.code == 0, ran.err
    assert (project / "差距.md").read_text("utf-8").startswith("# 示范市各部门距缩减三分之一的差距\n")


def test_department_and_city_exclude_each_other(project: Path, zaizao: Run) -> None:
    """Exit code 2."""
    assert zaizao("target", ".", "--部门", "示范局", "--全市").code == 2
