"""``zaizao document``: a document of a department or of the city, as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands.document import KINDS
from tests import papers
from tests.commands.conftest import Ran
from tests.declaring import write

Run = Callable[..., Ran]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_a_department(kind: str, project: Path, zaizao: Run) -> None:
    """Into 单位/文书 unless -o says where; the help tells all kinds."""
    write(project, papers.CITY)
    ran = zaizao("document", ".", "--文种", kind, "--部门", "示范局")
    assert ran.code == 0, ran.err
    file = project / "示范局" / "文书" / f"{kind}.docx"
    assert ran.out == f"已写入 {Path('示范局', '文书', f'{kind}.docx')}\n"
    assert file.read_bytes().startswith(b"PK")
    assert kind in zaizao("document", "--help").out


@pytest.mark.parametrize("words", [(), (".", "--全市"), ("住建局", "--city")])
def test_those_of_the_city(words: tuple[str, ...], project: Path, zaizao: Run) -> None:
    """事项目录 and 进驻清单; the others are a department's."""
    write(project, papers.CITY)
    for kind in ("事项目录", "进驻清单"):
        assert zaizao("document", *words, "--kind", kind).code == 0
        assert (project / "全市" / "文书" / f"{kind}.docx").is_file()
    ran = zaizao("document", *words, "--kind", "工作总结")
    assert (ran.code, "工作总结是单位的" in ran.err) == (2, True)


@pytest.mark.parametrize(("name", "begins"), [("甲.docx", b"PK"), ("甲.html", b"<!DOCTYPE"), ("甲.md", b"# ")])
def test_the_ending_says_the_format(name: str, begins: bytes, project: Path, zaizao: Run) -> None:
    """Of those there are."""
    write(project, papers.CITY)
    for option in ("-o", "--输出", "--output"):
        assert zaizao("document", "示范局", "--文种", "问卷", option, f"{option}/{name}").code == 0
        assert (project / option / name).read_bytes().startswith(begins)
    ran = zaizao("document", "示范局", "--文种", "问卷", "-o", "甲.pdf")
    assert (ran.code, "后缀应是 docx、html 或 md" in ran.err) == (2, True)


def test_what_does_not_concern_a_department_is_told(project: Path, zaizao: Run) -> None:
    """Without 行政审批事项 nothing enters the hall."""
    write(project, "类型: 公共服务事项\n种类: 其他\n")
    ran = zaizao("document", "示范局", "--文种", "进驻清单")
    assert (ran.code, "示范局不涉及进驻清单" in ran.err) == (2, True)
