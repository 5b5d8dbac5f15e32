"""``zaizao replay``: formats, problems written into the declaration, exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import cli

SAMPLES = Path(__file__).parents[2] / "samples"
LOG = SAMPLES / "logs" / "食品经营许可办件.csv"
FILE = "市场监管局/01-食品经营许可证核发(新办).yaml"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code, what was shown, what was said on the side."""
    code = cli.run(["replay", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample matter in a project of its own."""
    (tmp_path / "市场监管局").mkdir()
    for name in ("方案.yaml", "市场监管局/单位.yaml", FILE):
        shutil.copy(SAMPLES / "hailin" / name, tmp_path / name)
    return tmp_path / FILE


def test_json_has_every_way_and_the_page_needs_nothing_from_outside(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """40 cases; the columns that were taken are said on the side."""
    code, out, err = run(capsys, str(LOG), str(file), "--格式", "json")
    found = json.loads(out)
    assert code == 0
    assert err == "列:办件=“受理号”,环节=“办理环节”,时间=“完成日期”,人员=“承办科室”(不对的用 --列 写明)\n"
    assert sum(way["件数"] for way in found["走法"]) == found["办件数"] == 40
    assert found["退回"][0]["从"] == "告知整改"
    _, page, _ = run(capsys, str(LOG), str(file), "--格式", "html")
    assert "http" not in page
    assert page.count('<tr><td class="number">') == len(found["走法"])


def test_problems_are_shown_first_and_written_when_asked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once: the second time there is nothing to add."""
    before = file.read_text(encoding="utf-8")
    _, out, _ = run(capsys, str(LOG), str(file), "--写入问题清单", "--查看")
    assert "+  - 问题: 「复审」常被跳过不办" in out
    assert file.read_text(encoding="utf-8") == before
    _, out, _ = run(capsys, str(LOG), str(file), "--写入问题清单")
    assert out.startswith("已写入 ")
    after = file.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert "  - 问题: 「复审」常被跳过不办" in added
    assert [line for line in after.splitlines() if line not in added] == before.splitlines()
    _, out, _ = run(capsys, str(LOG), str(file), "--写入问题清单")
    assert "没有要加的问题" in out


def test_rows_that_cannot_be_read_and_logs_of_something_else_are_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit codes 1 and 3."""
    log = tmp_path / "办件.csv"
    log.write_text("办件编号,环节,时间\nA1,受理,昨天\nA2,受理,2018-03-01\n", encoding="utf-8")
    code, _, err = run(capsys, str(log), str(file))
    assert code == 1
    assert "第 2 行“时间”写的“昨天”不是时间" in err
    log.write_text("办件编号,环节\nA1,买菜\n", encoding="utf-8")
    code, _, err = run(capsys, str(log), str(file))
    assert code == 3
    assert "没有一个名称与流程的环节对得上:记录里是“买菜”" in err
    assert run(capsys, str(LOG), str(file), "--查看")[0] == 2


def test_a_log_behind_the_matter_is_told_where_it_goes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the line as it should have been."""
    code, _, err = run(capsys, str(file), str(LOG))
    assert (code, err) == (2, f"错误:办理记录写在前面,事项文件写在后面:zaizao replay {LOG} {file}\n")
