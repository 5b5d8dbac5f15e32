"""Results are written beside their place and renamed: the old file or the new one, never half of one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from commands._files import emit, write
from processes.errors import CannotBeDone


def test_a_file_is_written_and_its_folders_made(tmp_path: Path) -> None:
    """Nothing else is left there."""
    write(tmp_path / "甲" / "乙" / "丙.txt", b"\x00\xff")
    assert (tmp_path / "甲" / "乙" / "丙.txt").read_bytes() == b"\x00\xff"
    assert [path.name for path in (tmp_path / "甲" / "乙").iterdir()] == ["丙.txt"]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """With the rights that files have here."""
    old = os.umask(0o022)
    try:
        for content in (b"old", b"new"):
            write(tmp_path / "甲", content)
    finally:
        os.umask(old)
    assert (tmp_path / "甲").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "甲").stat().st_mode) == 0o644


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_device_or_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """As /dev/stdout and /dev/null are."""
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    ear = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "甲".encode())
    assert os.read(ear, 10) == "甲".encode()
    os.close(ear)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [one.name for one in tmp_path.iterdir()] == ["管道"]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), PermissionError(13, "denied"), KeyboardInterrupt()]
)
def test_a_write_that_fails_leaves_the_old_file(
    step: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing beside it; the system's refusal is told in a sentence."""
    write(tmp_path / "甲", b"old")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(step, fail)
    with pytest.raises(CannotBeDone if isinstance(error, OSError) else KeyboardInterrupt) as raised:
        write(tmp_path / "甲", b"new")
    if isinstance(error, OSError):
        assert "甲" in str(raised.value)
        assert "WPS" in str(raised.value) or not isinstance(error, PermissionError)
    monkeypatch.undo()
    assert (tmp_path / "甲").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["甲"]


def test_where_a_folder_should_be_is_a_file(tmp_path: Path) -> None:
    """It is told, in Chinese."""
    (tmp_path / "甲").write_text("文件")
    with pytest.raises(CannotBeDone, match="写不了") as raised:
        write(tmp_path / "甲" / "乙", b"")
    assert not any("a" <= letter <= "z" for letter in str(raised.value).replace(str(tmp_path), "").lower())


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), FileExistsError(17, "No usable temporary file name")])
def test_a_folder_in_which_nothing_may_be_written_is_not_blamed_on_wps(
    error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows tries many names before it gives up, and calls it by another name than Linux."""

    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr("tempfile.mkstemp", fail)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(CannotBeDone, match=r"没有权限在这个文件夹里写文件.*换一个文件夹") as raised:
        write(tmp_path / "甲", b"")
    assert "WPS" not in str(raised.value)


def test_text_is_shown_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an output it is shown as it is."""
    emit("甲\n", None)
    assert capsys.readouterr().out == "甲\n"
    emit("甲\n", tmp_path / "乙.txt")
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"已写入 {tmp_path / '乙.txt'}\n")
    assert (tmp_path / "乙.txt").read_bytes() == "甲\n".encode()
