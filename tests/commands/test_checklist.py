"""``zaizao checklist``: shown, written, of one department or of all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import engine.examining
from processes.model.findings import Severity
from processes.rules.rule import Rule, Scope
from tests import papers
from tests.commands.conftest import Ran, text_of
from tests.declaring import write

Run = Callable[..., Ran]

ASKED = Rule(
    code="R421",
    name="四零服务",
    severity=Severity.INFO,
    scope=Scope.DEPARTMENT,
    quote="以“四零”服务为目标",
    source="工作方案 二(三)1",
    why="",
    mend="",
    question="是否公开承诺?",
)


@pytest.fixture(autouse=True)
def one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule book with one question."""
    book = {code: rule for code, rule in engine.examining.rule_book().items() if not rule.question}
    monkeypatch.setattr(engine.examining, "rule_book", lambda: {**book, "R421": ASKED})


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ((), ["示范局", "住建局"]),
        (("示范局",), ["示范局"]),
        ((".", "--部门", "示范市住建局"), ["住建局"]),
        (("示范局", "--department", "住建局"), ["住建局"]),
        (("示范局/01-甲类许可.yaml",), ["示范局"]),
    ],
)
def test_the_departments_meant(words: tuple[str, ...], names: list[str], project: Path, zaizao: Run) -> None:
    """By target or by option."""
    write(project, papers.CITY)
    ran = zaizao("checklist", *words, "--格式", "json")
    assert ran.code == 0, ran.err
    assert [one["名称"] for one in json.loads(ran.out)["单位"]] == names


def test_an_answer_recorded_is_shown(project: Path, zaizao: Run) -> None:
    """Text if nothing is said."""
    write(project, "==> 示范局/单位.yaml <==\n核对:\n  R421: 是,有承诺牌\n")
    ran = zaizao("checklist")
    assert ran.code == 0
    assert "[是] R421  是否公开承诺?\n           情况:有承诺牌\n" in ran.out


@pytest.mark.parametrize("suffix", ["docx", "html", "json", "txt"])
def test_the_suffix_says_the_format(suffix: str, project: Path, zaizao: Run) -> None:
    """Each holds the question."""
    ran = zaizao("checklist", "示范局", "-o", f"清单.{suffix}")
    assert ran.code == 0, ran.err
    content = (project / f"清单.{suffix}").read_bytes()
    assert "是否公开承诺?" in (text_of(content) if suffix == "docx" else content.decode())


def test_a_department_without_matters_has_a_list_too(project: Path, zaizao: Run) -> None:
    """It may be inspected before it declares anything."""
    (project / "示范局" / "01-示范事项.yaml").unlink()
    assert zaizao("checklist", "示范局").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--格式", "docx"), "docx 要写 -o 文件名.docx"),
        (("-o", "清单.pdf"), "核对清单不能写成“.pdf”格式"),
        (("--部门", "卫计委"), "没有“卫计委”这个单位"),
    ],
)
def test_wrong_usage_is_told(words: tuple[str, ...], said: str, project: Path, zaizao: Run) -> None:
    """Exit code 2."""
    ran = zaizao("checklist", ".", *words)
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_a_folder_that_is_no_department_is_told(project: Path, zaizao: Run) -> None:
    """Exit code 2."""
    (project / "联审联批").mkdir()
    assert zaizao("checklist", "联审联批").code == 2


def test_a_project_that_cannot_be_read_is_told(project: Path, zaizao: Run) -> None:
    """Exit code 3, with the first error."""
    (project / "方案.yaml").write_text("名称: 甲\n", encoding="utf-8")
    ran = zaizao("checklist")
    assert (ran.code, "没有可用的事项" in ran.err) == (3, True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("checklist",), 3, "错误:这里还没有单位:先用 zaizao new 新建一个事项,单位一并建立。\n"),
        (
            ("checklist", "--部门", "住建局"),
            2,
            "错误:“住建局”还没有申报。还没有单位申报,先用 zaizao new 新建一个事项。\n",
        ),
        (("diff",), 3, "错误:这里还没有事项:先用 zaizao new 新建一个(zaizao new --help 看写法)。\n"),
        (("target",), 3, "错误:这里还没有事项:先用 zaizao new 新建一个(zaizao new --help 看写法)。\n"),
    ],
)
def test_a_project_just_begun_is_told_what_comes_next(
    words: tuple[str, ...], code: int, said: str, project: Path, zaizao: Run
) -> None:
    """Nothing is wrong in it, and so there is nothing to look up with ``zaizao check``."""
    shutil.rmtree(project / "示范局")
    assert zaizao(*words) == (code, "", said)
