"""What ``zaizao init --空`` and ``zaizao new`` write is what the rule book wants to see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cli
from processes.declaration.templates import matter_templates

FOUND = re.compile(r":\d+:\d+ (?:错误|警告|提示) (\w+) ")


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_a_template_gives_nothing_to_mend(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a new project, in a new department; only what is marked ★ is mentioned: no hint is of its own making."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", ".", "--空"]) == 0
    assert cli.run(["new", "取水许可", "--模板", template, "--部门", "水务局"]) == 0
    capsys.readouterr()
    assert cli.run(["check", "--提示"]) == 0
    assert set(FOUND.findall(capsys.readouterr().out)) == {"D118"}


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_beside_others_is_as_clean(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a department with a 行政审批股, which the templates then give steps to."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", ".", "--空"]) == 0
    assert cli.run(["new", "排水许可", "--部门", "水务局"]) == 0
    assert cli.run(["new", "取水许可", "--模板", template, "--部门", "水务局"]) == 0
    capsys.readouterr()
    assert cli.run(["check", "水务局/02-取水许可.yaml", "--提示"]) == 0
    assert set(FOUND.findall(capsys.readouterr().out)) == {"D118"}


@pytest.mark.parametrize("template", matter_templates())
def test_where_the_dates_of_the_plan_are_past_there_is_one_error(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new department of the sample city: what it owes is asked for at once, not in six places."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "."]) == 0
    assert cli.run(["new", "取水许可", "--模板", template, "--部门", "水务局"]) == 0
    capsys.readouterr()
    assert cli.run(["check", "--提示"]) == 1
    owed = "R203" if template == "行政许可" else "R703"
    assert sorted(code for code in FOUND.findall(capsys.readouterr().out) if code != "D118") == [owed]


def test_a_joint_matter_begun_with_its_template_gives_nothing_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Led by the hall, as the help of ``zaizao new`` shows it."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", "."]) == 0
    assert cli.run(["new", "工业项目审批", "--模板", "联审联批", "--部门", "行政服务中心、发改局、规划局、住建局"]) == 0
    capsys.readouterr()
    assert cli.run(["check", "--提示"]) == 0
    assert set(FOUND.findall(capsys.readouterr().out)) == {"D118"}
