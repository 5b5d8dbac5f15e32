"""What a killed run leaves of a package: whole records are taken up, torn ones made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands._spool import Spool, forget
from processes.errors import CannotBeDone

FIRST = [("示范局/附件6.xlsx", b"form"), ("示范局/附件7/01.docx", b"")]
SECOND = [("示范局/附件8/01.svg", b"<svg/>\n" * 5)]


def filled(folder: Path) -> Path:
    """A spool with two records; where it lies."""
    spool = Spool(folder, "甲.zip")
    spool.put("k1", FIRST)
    spool.put("k2", SECOND)
    return folder / ".甲.zip.未完成"


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    """And what comes later goes behind it."""
    filled(tmp_path / "新")
    spool = Spool(tmp_path / "新", "甲.zip")
    spool.put("k3", [])
    again = Spool(tmp_path / "新", "甲.zip")
    assert [key in again for key in ("k1", "k2", "k3", "k4")] == [True, True, True, False]
    assert again.products("k1") == FIRST
    assert again.products("k2") == SECOND
    assert again.products("k3") == []


def test_a_record_that_was_cut_off_is_made_again(tmp_path: Path) -> None:
    """Wherever: what is before it counts, and what is put then is read again."""
    file = filled(tmp_path)
    content = file.read_bytes()
    first = len(content) - len(Spool(tmp_path, "甲.zip").products("k2")[0][1]) - 32
    first = content.rindex(b'["k2"', 0, first)
    for length in range(0, len(content), 3):
        file.write_bytes(content[:length])
        spool = Spool(tmp_path, "甲.zip")
        assert ("k1" in spool, "k2" in spool) == (length >= first, False)
        spool.put("k2", SECOND)
        again = Spool(tmp_path, "甲.zip")
        assert again.products("k2") == SECOND
        assert "k1" not in again or again.products("k1") == FIRST


def test_a_byte_that_the_disk_lost_is_noticed(tmp_path: Path) -> None:
    """Wherever it was."""
    file = filled(tmp_path)
    content = file.read_bytes()
    for place in range(len(content)):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        spool = Spool(tmp_path, "甲.zip")
        assert not ("k1" in spool and "k2" in spool)


def test_it_is_gone_when_the_package_is_finished(tmp_path: Path) -> None:
    """By the run that finishes it, or by the next one."""
    file = filled(tmp_path)
    forget(tmp_path, ["甲.zip", "乙.zip"])
    assert not file.exists()
    Spool(tmp_path, "甲.zip").remove()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """A file stands where it should be; another folder where the spool should be."""
    (tmp_path / "文件").touch()
    with pytest.raises(CannotBeDone, match="路径中间有一个同名的文件"):
        Spool(tmp_path / "文件", "甲.zip").put("k1", FIRST)
    (tmp_path / ".甲.zip.未完成").mkdir()
    with pytest.raises(CannotBeDone, match="这里是一个文件夹"):
        Spool(tmp_path, "甲.zip")
