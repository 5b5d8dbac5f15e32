"""优化前 is frozen once it was filed: what ``check``, ``build`` and ``submit`` say of a change."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commands._frozen import laid_out
from processes.model.filing import FiledFile
from processes.store.failures import Damaged
from tests.commands.conftest import Ran
from tests.commands.filing import LONGER, MATTER, OURS, Zaizao, change, submit


def test_before_is_frozen_once_it_was_filed(campaign: Path, zaizao: Zaizao) -> None:
    """Checking and filing tell it, in whatever they are asked; a reason settles it; going back mends it."""
    text = (campaign / MATTER).read_text(encoding="utf-8")
    submit(zaizao)
    only = ("--选择", "N212")
    assert zaizao("check", ".", *only).code == 0
    change(campaign, LONGER)
    for target in (".", "示范局", MATTER):
        ran = zaizao("check", target, *only)
        assert ran.code == 1
        assert f"{MATTER}:2:3 警告 N212 「示范事项」的优化前和第二阶段报送的第1版不一样:" in ran.out
        assert "时限 10→14工作日" in ran.out
    assert "警告 N212" in submit(zaizao, 3).out
    change(campaign, f"{LONGER}说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    ran = zaizao("check", ".", *only)
    assert (ran.code, "已说明" in ran.out) == (0, True)
    (campaign / MATTER).write_text(text, encoding="utf-8")
    assert zaizao("check", ".", *only).code == 0


def test_what_was_sent_back_is_not_frozen(campaign: Path, zaizao: Zaizao) -> None:
    """Until it is filed anew."""
    submit(zaizao)
    zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--退回", "时限写少了")
    change(campaign, LONGER)
    assert zaizao("check", ".", "--选择", "N212").code == 0
    submit(zaizao)
    change(campaign, LONGER.replace("14工作日", "15工作日").replace("9工作日", "10工作日"))
    assert "第二阶段报送的第2版" in zaizao("check", ".", "--选择", "N212").out


def test_a_matter_that_was_deleted_is_missed(campaign: Path, zaizao: Zaizao) -> None:
    """A cancelled one stays declared."""
    change(campaign, "==> 示范局/02-取水.yaml <==\n名称: 取水许可\n")
    submit(zaizao)
    (campaign / "示范局/02-取水.yaml").unlink()
    ran = zaizao("check", ".", "--选择", "N212")
    assert "示范局/单位.yaml:1:5 警告 N212 第二阶段报送的第1版里的「取水许可」现在没有了" in ran.out


def test_a_registry_that_cannot_be_asked_does_not_keep_from_checking(campaign: Path, zaizao: Zaizao) -> None:
    """It is said that this one question was left out; whether a reason is needed, nobody can know then."""
    change(campaign, f"{LONGER}说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    (campaign / "登记.db").write_bytes(b"x" * 9000)
    ran = zaizao("check", ".")
    assert ran.err.startswith("没有查优化前改没改过(N212):“登记.db”不是登记库。")
    assert "N212" not in ran.out
    ran = zaizao("build", ".", "-o", campaign.parent / "成果")
    assert (ran.code, ran.err.startswith("没有查优化前改没改过(N212):")) == (0, True)


@pytest.mark.parametrize("command", [("status",), ("submit", *OURS, "--阶段", "3")])
def test_a_registry_that_must_be_asked_is_told_once(command: tuple[str, ...], campaign: Path, zaizao: Zaizao) -> None:
    """What cannot go on without it says so; that a question was left out, too, would say the same again."""
    (campaign / "登记.db").write_bytes(b"x" * 9000)
    ran = zaizao(*command)
    assert ran == Ran(3, "", "错误:“登记.db”不是登记库。请换一个文件;原来是登记库的,可能已损坏,请用备份恢复。\n")


@pytest.mark.parametrize("command", [("status",), ("submit", *OURS, "--阶段", "3")])
def test_what_need_not_read_a_damaged_filing_says_what_it_left_out(
    command: tuple[str, ...], campaign: Path, zaizao: Zaizao
) -> None:
    """What was filed in stage 2 cannot be read, everything else can: the board is shown, stage 3 is filed."""
    submit(zaizao)
    change(campaign, LONGER)
    with closing(sqlite3.connect(campaign / "登记.db", isolation_level=None)) as other:
        other.execute("DROP TRIGGER content_no_update")
        other.execute("UPDATE content SET packed = '123'")
    ran = zaizao(*command)
    assert ran.code == 0
    assert ran.err.count("损坏") == 1
    assert ran.err.startswith("没有查优化前改没改过(N212):登记库里示范局第2阶段第1版的“")


def test_a_reason_is_not_called_idle_where_there_is_no_registry(campaign: Path, zaizao: Zaizao) -> None:
    """The declarations may be checked on another machine."""
    change(campaign, "说明:\n  N212: 2017年的清单把审查写少了,已报市编办\n")
    assert "D119" not in zaizao("check", ".").out
    submit(zaizao)
    assert "说明里的 N212 没有用上" in zaizao("check", ".").out


def test_without_a_registry_no_database_is_imported(
    campaign: Path, zaizao: Zaizao, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Checking stays as quick as it was."""
    monkeypatch.setitem(__import__("sys").modules, "processes.store.registry", None)
    assert zaizao("check", ".", "--选择", "N212").code == 0


def test_build_writes_it_among_the_findings(campaign: Path, zaizao: Zaizao) -> None:
    """Also when nothing but the registry has changed since the last time."""
    made = campaign.parent / "成果"

    def built() -> str:
        assert zaizao("build", ".", "-o", made).code == 0
        return (made / "检查结果.txt").read_text(encoding="utf-8")

    change(campaign, LONGER)
    submit(zaizao)
    change(campaign, LONGER.replace("14工作日", "15工作日").replace("9工作日", "10工作日"))
    assert "警告 N212 「示范事项」的优化前和第二阶段报送的第1版不一样:" in built()
    assert zaizao("review", *OURS, "--阶段", "2", "--审核人", "李四", "--退回", "时限写少了").code == 0
    assert "N212" not in built()


@pytest.mark.parametrize("path", ["../外面.yaml", "/外面.yaml", "示范局/../../外面.yaml"])
def test_a_file_that_lies_outside_of_what_was_filed_is_never_written(path: str) -> None:
    """Somebody has put it into the registry; the folder is temporary, what is beside it is not."""
    with pytest.raises(Damaged, match="不在申报文件夹里"), laid_out([FiledFile(path, b"x")]):
        pass
