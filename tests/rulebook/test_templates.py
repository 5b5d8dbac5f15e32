"""What ``zaizao init --空`` and ``zaizao new`` write is what the rule book wants to see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cli
from processes.declaration.templates import matter_templates


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_a_template_gives_nothing_to_mend(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a new project, in a new department; what is marked ★ is mentioned."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["init", ".", "--空"]) == 0
    assert cli.run(["new", "取水许可", "--模板", template, "--部门", "水务局"]) == 0
    capsys.readouterr()
    assert cli.run(["check"]) == 0
    assert re.findall(r" (?:错误|警告) (\w+) ", capsys.readouterr().out) == []
