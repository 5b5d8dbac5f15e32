"""``zaizao diff``: what the reform changes in a matter, a department, the project."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

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


def test_the_sentences_alone(project: Path, zaizao: Callable[..., Ran]) -> None:
    """One paragraph for the department, one for each of its matters."""
    write(project, "优化后:\n  时限: 9工作日\n")
    ran = zaizao("diff", "示范局", "--格式", "汇报")
    assert ran.code == 0
    assert [part[:6] for part in ran.out.split("\n\n")] == ["示范局共梳理", "“示范事项”"]


@pytest.mark.parametrize(
    ("words", "title", "unit"),
    [
        (("示范局/01-示范事项.yaml",), "示范事项优化对比情况", "示范局"),
        (("--部门", "示范局"), "示范局工作流程优化对比", "示范局"),
        ((".",), "示范市工作流程优化对比", "市编办"),
    ],
)
def test_a_paper_to_sign(
    words: tuple[str, ...], title: str, unit: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Of a matter, a department, the city; issued by whose it is."""
    write(project, "优化后:\n  时限: 9工作日\n")
    ran = zaizao("diff", *words, "--格式", "docx", "-o", "甲.docx")
    assert (ran.code, ran.out) == (0, "")
    with ZipFile(project / "甲.docx") as archive:
        properties = archive.read("docProps/core.xml").decode()
    assert f"<dc:title>{title}</dc:title>" in properties
    assert f"{unit}</dc:creator>" in properties


def test_a_paper_needs_a_file(project: Path, zaizao: Callable[..., Ran]) -> None:
    """It is nothing to be shown in a terminal."""
    write(project, "优化后:\n  时限: 9工作日\n")
    ran = zaizao("diff", "--格式", "docx")
    assert (ran.code, ran.out) == (2, "")
    assert "docx 要写 -o" in ran.err


@pytest.mark.parametrize("format_name", ["docx", "汇报"])
def test_papers_name_no_secret_matter(format_name: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """Its numbers are in the sums, and stand under another name."""
    write(project, "涉密: 秘密级\n优化后:\n  时限: 9工作日\n")
    for target in ("示范局", "示范局/01-示范事项.yaml"):
        assert zaizao("diff", target, "--格式", format_name, "-o", "甲").code == 0
        content = (project / "甲").read_bytes()
        if format_name == "docx":
            with ZipFile(project / "甲") as archive:
                content = b"".join(archive.read(name) for name in archive.namelist())
        assert "示范事项" not in content.decode("utf-8", "ignore")
        assert "涉密事项" in content.decode("utf-8", "ignore")


@pytest.mark.parametrize("option", ["--退出码", "--exit-code"])
@pytest.mark.parametrize(
    ("declared", "asked", "not_asked"),
    [
        ("优化后: 不变\n", 0, 0),
        ("优化后:\n  时限: 9工作日\n", 1, 0),
        ("优化后:\n  取消: 无上位法\n", 1, 0),
        ("优化后:\n  时限: 3天\n", 2, 3),
    ],
)
def test_the_exit_code_says_whether_anything_differs(
    option: str, declared: str, asked: int, not_asked: int, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """0 nothing, 1 something, 2 an error, as git does it; and only if asked for."""
    write(project, declared)
    for target in (".", "示范局/01-示范事项.yaml"):
        assert zaizao("diff", target, option).code == asked
        assert zaizao("diff", target).code == not_asked


def test_the_help_says_what_the_exit_codes_mean(zaizao: Callable[..., Ran]) -> None:
    """All three of them."""
    said = "".join(zaizao("diff", "--help").out.split())
    assert "0优化前后没有变化,1有变化,2出错" in said


def test_a_department_without_matters_has_a_paper_too(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Its sums are 0, and nothing differs."""
    write(project, "优化后:\n  时限: 9工作日\n==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n")
    ran = zaizao("diff", "--部门", "住建局", "--格式", "docx", "-o", "甲.docx", "--退出码")
    assert (ran.code, ran.err) == (0, "已写入 甲.docx\n")
    with ZipFile(project / "甲.docx") as archive:
        assert "示范市住建局" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize("words", [(".",), ("示范局",), ("--部门", "示范局")])
def test_what_has_errors_is_not_left_out_in_silence(
    words: tuple[str, ...], project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Whoever signs has to know that there are matters that are in none of the sums."""
    write(project, "优化后:\n  时限: 9工作日\n==> 示范局/02-另一事项.yaml <==\n名称: 另一事项\n优化后:\n  时限: 3天\n")
    ran = zaizao("diff", *words)
    assert ran.code == 0
    assert "示范局/02-另一事项.yaml:3:7 " in ran.err
    assert "有错、没有计入的事项 1 项:示范局/02-另一事项.yaml。" in ran.out
    paper = zaizao("diff", *words, "--格式", "汇报")
    assert "。另有1项的申报有错，没有计入。\n" in paper.out
    assert "02-另一事项" not in paper.out


def test_errors_of_other_departments_are_not_told(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Nor those of a department that the plan is not for."""
    outside = "==> 住建局/单位.yaml <==\n名称: 住建局\n范围外: 是\n"
    broken = "==> 住建局/01-施工许可.yaml <==\n名称: 施工许可\n优化后:\n  时限: 3天\n"
    write(project, f"优化后:\n  时限: 9工作日\n{outside}{broken}")
    for words in ((".",), ("示范局",), ("--部门", "示范局")):
        ran = zaizao("diff", *words)
        assert ran.err == ""
        assert "没有计入" not in ran.out


def test_what_is_shown_of_secret_matters_is_marked(project: Path, zaizao: Callable[..., Ran]) -> None:
    """All formats but the papers name them."""
    write(project, "涉密: 秘密级\n优化后:\n  时限: 9工作日\n")
    assert "涉密(秘密级),不得公开" in zaizao("diff", "示范局/01-示范事项.yaml").out
    assert "列有涉密事项 1 项,不得公开" in zaizao("diff", "--格式", "markdown").out
    assert "不得公开" not in zaizao("diff", "示范局", "--格式", "汇报").out
