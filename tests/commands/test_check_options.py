"""``zaizao check``: formats, choice of codes, the day of the law, several targets, and what is only counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from commands._target import Target, examined
from processes.checking import Checked
from tests.commands.conftest import Ran
from tests.declaring import write

WRONG = "终审: 国家终审\n备住: 甲\n"
ACCEPTED = "==> 方案.yaml <==\n规则:\n  R309: 警告\n  R302: 提示\n==> 示范局/01-示范事项.yaml <==\n终审: 国家终审\n说明:\n  R309: 报省厅\n"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("--选择", "R309"), {"D101", "R309"}),
        (("--select", "r3,S"), {"D101", "R309"}),
        (("--选择", "R3", "--忽略", "R309"), {"D101"}),
        (("--ignore", "R", "--ignore", "D"), {"D101"}),
    ],
)
def test_codes_are_chosen(words: tuple[str, ...], codes: set[str], project: Path, zaizao: Callable[..., Ran]) -> None:
    """What cannot be read is told all the same."""
    write(project, WRONG)
    found = {item["编号"] for item in json.loads(zaizao("check", "--格式", "json", *words).out)}
    assert {code for code in found if code in {"D101", "R309"} or code[0] not in "DR"} == codes


def test_a_code_that_is_none_is_wrong_usage(project: Path, zaizao: Callable[..., Ran]) -> None:
    """With a suggestion."""
    ran = zaizao("check", "--选择", "R42O")
    assert (ran.code, ran.out) == (2, "")
    assert "没有以“R42O”开头的编号。是不是「R4" in ran.err


@pytest.mark.parametrize("day", ["2018-01-31", "２０１８-1-31"])
def test_the_law_of_a_day(day: str, project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    """It is handed to the rules."""
    asked: list[object] = []

    def examined_on(target: Target, *, day: date | None, wanted: Callable[[str], bool] | None, frozen: None) -> Checked:
        asked.append(day)
        return examined(target, day=day, wanted=wanted, frozen=frozen)

    monkeypatch.setattr("commands.check.examined", examined_on)
    zaizao("check", "--日期", day)
    zaizao("check")
    assert [str(one) for one in asked] == ["2018-01-31", "None"]


def test_a_day_that_is_none_is_wrong_usage(project: Path, zaizao: Callable[..., Ran]) -> None:
    """How it is written is told."""
    ran = zaizao("check", "--date", "2018")
    assert (ran.code, ran.err) == (2, "错误:“2018”不是日期;写成 年-月-日,如 2018-01-31。\n")


def test_hints_and_accepted_findings_are_counted_until_asked_for(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Both switches list them; what is not filled in is always listed."""
    write(project, ACCEPTED.replace("终审: 国", "# ★\n终审: 国"))
    assert " 提示 D118 " in zaizao("check", "--选择", "D").out
    write(project, ACCEPTED)
    only = ("--选择", "R309,R302")
    counted = zaizao("check", *only).out
    assert counted == (
        "提示 1 处:R302 1;加 --提示 全部列出。\n已说明理由 1 处;加 --已说明 列出。\n发现 2 处:提示 1、已说明理由 1。\n"
    )
    assert " 提示 R302 " in zaizao("check", "--提示", *only).out
    assert " 警告 R309 " in zaizao("check", "--accepted", *only).out
    assert "加 --" not in zaizao("check", "--hints", "--已说明", *only).out


def test_several_targets_are_checked_together(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Each finding is told once, in order of place."""
    write(project, "==> 示范局/01-示范事项.yaml <==\n公开: yes\n==> 示范局/02-另.yaml <==\n公开: no\n名称: 另\n")
    files = ("示范局/02-另.yaml", "示范局/01-示范事项.yaml", "示范局")
    found = json.loads(zaizao("check", *files, "--格式", "json", "--选择", "D").out)
    assert [(item["文件"], item["编号"]) for item in found] == [(files[1], "D109"), (files[0], "D109")]


def test_targets_of_two_projects_are_wrong_usage(project: Path, tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """Equal paths would be confused."""
    write(tmp_path / "另一个", "")
    ran = zaizao("check", project, tmp_path / "另一个")
    assert (ran.code, ran.err) == (2, "错误:几个目标要在同一个项目里。\n")


@pytest.mark.parametrize(
    ("format_name", "begins"),
    [("json", "["), ("sarif", '{\n "$schema"'), ("github", "::error file=示范局/"), ("html", "<!DOCTYPE html>")],
)
def test_every_format_tells_the_same_and_gives_the_same_exit_code(
    format_name: str, begins: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Both spellings of the option, shown or written."""
    write(project, WRONG)
    ran = zaizao("check", "--格式", format_name)
    assert ran.code == 1
    assert ran.out.startswith(begins)
    assert "备住" in ran.out
    zaizao("check", "--format", format_name, "-o", "结果")
    assert (project / "结果").read_text("utf-8") == ran.out


def test_sarif_offers_the_mend(project: Path, zaizao: Callable[..., Ran]) -> None:
    """As ``--修复`` would write it."""
    write(project, WRONG)
    (run,) = json.loads(zaizao("check", "--格式", "sarif").out)["runs"]
    (fix,) = (one for result in run["results"] for one in result.get("fixes", ()))
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "备注"}
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 3}
