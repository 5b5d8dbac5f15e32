"""``zaizao init``: a project that the other commands accept at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write


@pytest.mark.parametrize(
    ("words", "city", "department", "wanted"),
    [
        ((), "海林市", "市场监管局", {"R203"}),
        (("--空",), "示范县", "水务局", set()),
    ],
)
def test_the_project_is_whole(
    words: tuple[str, ...],
    city: str,
    department: str,
    wanted: set[str],
    tmp_path: Path,
    zaizao: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plan of this city, or one to fill in; checking finds nothing, and the command told next works.

    The stages of this city's plan are over: what a department has to file by then is asked for at once.
    """
    monkeypatch.chdir(tmp_path)
    ran = zaizao("init", "项目", *words)
    assert (ran.code, ran.err) == (0, "")
    assert "已建立项目 项目。" in ran.out
    assert ("标★的改成本地的实际情况" in ran.out) == bool(words)
    monkeypatch.chdir(tmp_path / "项目")
    assert f"城市: {city}" in Path("方案.yaml").read_text("utf-8")
    assert "虚构" not in Path("方案.yaml").read_text("utf-8")
    assert zaizao("check").code == 0
    assert zaizao("new", "取水许可", "--模板", "行政许可", "--部门", department).code == 0
    checked = zaizao("check")
    assert checked.code == int(bool(wanted))
    assert set(re.findall(r" (?:错误|警告) ([A-Z]+\d+) ", checked.out)) == wanted


def test_the_editor_is_told_of_the_schemas(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """By its settings and by the first line of each file; every path leads to a schema."""
    assert zaizao("init", tmp_path).code == 0
    assert zaizao("new", "取水许可", tmp_path, "--部门", "水务局").code == 0
    assert zaizao("new", "合办", tmp_path, "--模板", "联审联批").code == 0
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    assert all((tmp_path / schema).is_file() for schema in settings["yaml.schemas"])
    extensions = json.loads((tmp_path / ".vscode" / "extensions.json").read_text("utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
    files = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.yaml")}
    titles = {}
    for name, path in files.items():
        line = path.read_text("utf-8").partition("\n")[0]
        schema = (path.parent / line.removeprefix("# yaml-language-server: $schema=")).resolve()
        titles[name] = json.loads(schema.read_text("utf-8"))["title"]
    assert titles == {
        "方案.yaml": "方案",
        "水务局/单位.yaml": "单位",
        "水务局/01-取水许可.yaml": "事项",
        "联审联批/01-合办.yaml": "联审联批",
    }


def test_settings_of_ones_own_are_kept(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """The first lines of the files are enough for the editor."""
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("{}", encoding="utf-8")
    assert zaizao("init", tmp_path).code == 0
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == "{}"


def test_a_project_is_not_begun_twice(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Neither over another one nor inside it."""
    before = (project / "方案.yaml").read_bytes()
    ran = zaizao("init", ".")
    assert (ran.code, (project / "方案.yaml").read_bytes()) == (2, before)
    assert "已经是项目文件夹" in ran.err
    ran = zaizao("init", "里面")
    assert ran.code == 2
    assert "在另一个项目" in ran.err
    assert not (project / "里面").exists()


def test_a_folder_in_use_keeps_what_is_in_it(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """Only what is missing is added."""
    (tmp_path / "说明.txt").write_text("别动", encoding="utf-8")
    assert zaizao("init", tmp_path).code == 0
    assert (tmp_path / "说明.txt").read_text("utf-8") == "别动"
    assert (tmp_path / "方案.yaml").is_file()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """No traceback."""
    write(tmp_path, "")
    ran = zaizao("init", tmp_path / "方案.yaml")
    assert ran.code == 2


@pytest.mark.parametrize("first", [(), ("--空",)])
def test_a_plan_nobody_touched_is_exchanged_for_the_other(
    first: tuple[str, ...], tmp_path: Path, zaizao: Callable[..., Ran]
) -> None:
    """Whoever forgot --空 runs it again with it."""
    other = () if first else ("--空",)
    assert zaizao("init", tmp_path / "县", *first).code == 0
    assert zaizao("init", tmp_path / "县", *other).code == 0
    city = "示范县" if other else "海林市"
    assert f"城市: {city}" in (tmp_path / "县" / "方案.yaml").read_text("utf-8")


def test_a_plan_somebody_wrote_in_stays(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """It is told what to do instead."""
    zaizao("init", tmp_path / "县")
    plan = tmp_path / "县" / "方案.yaml"
    plan.write_text(plan.read_text("utf-8") + "# 我的\n", "utf-8")
    ran = zaizao("init", tmp_path / "县", "--空")
    assert (ran.code, plan.read_text("utf-8").endswith("# 我的\n")) == (2, True)
    assert "没有改动。" in ran.err
    assert "先改名或者删掉" in ran.err
