"""``zaizao check --修复``: files are mended or the difference is shown, then what is left is told."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.errors import CannotBeDone
from tests.commands.conftest import Ran
from tests.declaring import write

FILE = "示范局/01-示范事项.yaml"
WRONG = "备住: 甲\n年办件量: １２\n"
QUIET = ("--选择", "D,Y")


@pytest.fixture
def wrong(project: Path) -> Path:
    """A project with something to mend, CRLF at the ends of lines."""
    write(project, WRONG)
    file = project / FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    return file


def test_files_are_mended_and_the_rest_is_told(wrong: Path, zaizao: Callable[..., Ran]) -> None:
    """What was done goes to standard error; line ends stay."""
    before = wrong.read_bytes()
    ran = zaizao("check", "--修复")
    assert ran.err == f"{FILE}:1 D101 「备住」改为「备注」\n{FILE}:2 全角改半角\n修复了 2 处,1 个文件。\n"
    assert "D101" not in ran.out
    assert wrong.read_bytes() == before.replace("备住".encode(), "备注".encode()).replace("１２".encode(), b"12")
    assert zaizao("check", "--fix").err == "没有可以自动修复的。\n"
    assert zaizao("check", *QUIET) == Ran(0, "没有发现问题。\n", "")


def test_what_was_filled_in_is_told_and_to_be_verified(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Which keys, line by line, and how many; the preview says the same and changes nothing; once is enough."""
    write(project, "出具:  # 甲\n条件:\n法定时限:\n")
    before = (project / FILE).read_text("utf-8")
    told = (
        f"{FILE}:1 D103 「出具」空着没填,写成「无」:请核对是不是确实没有\n"
        f"{FILE}:2 D103 「条件」空着没填,写成「无」:请核对是不是确实没有\n"
    )
    number = "2 处,1 个文件。其中 2 处空着的写成了“无”,请逐处核对。\n"
    seen = zaizao("check", "--修复", "--查看").out
    assert seen.startswith(told)
    assert seen.endswith(f"\n可以修复 {number}")
    assert (project / FILE).read_text("utf-8") == before
    assert zaizao("check", "--修复").err == f"{told}修复了 {number}"
    assert (project / FILE).read_text("utf-8") == before.replace("出具:", "出具: 无").replace("条件:", "条件: 无")
    assert zaizao("check", "--修复").err == "没有可以自动修复的。\n"


def test_only_the_target_is_mended(wrong: Path, project: Path, zaizao: Callable[..., Ran]) -> None:
    """And only what was selected."""
    before = wrong.read_bytes()
    assert "没有可以自动修复的" in zaizao("check", "示范局/单位.yaml", "--修复").err
    assert "没有可以自动修复的" in zaizao("check", "--修复", "--选择", "D103").err
    assert wrong.read_bytes() == before
    assert "修复了 1 处" in zaizao("check", "--修复", *QUIET).err


def test_the_preview_is_a_difference_and_changes_nothing(
    wrong: Path, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Exit code 1 when something would be changed; ``patch`` understands it."""
    wrong.write_bytes(wrong.read_bytes().replace(b"\r\n", b"\n"))
    before = wrong.read_bytes()
    ran = zaizao("check", "--修复", "--查看")
    assert ran.code == 1
    assert f"{FILE}:1 D101 「备住」改为「备注」\n" in ran.out
    assert (
        f"--- {FILE}\t(现在)\n+++ {FILE}\t(修复后)\n@@ -1,4 +1,4 @@\n-备住: 甲\n-年办件量: １２\n+备注: 甲\n" in ran.out
    )
    assert ran.out.endswith("可以修复 2 处,1 个文件。\n")
    assert wrong.read_bytes() == before
    subprocess.run(["patch", "-p0", "--posix"], input=ran.out.encode(), cwd=project, check=True, capture_output=True)  # noqa: S607 - the one on the path
    assert zaizao("check", "--fix", "--preview") == Ran(0, "没有可以自动修复的。\n", "")


def test_a_preview_of_nothing_is_wrong_usage(project: Path, zaizao: Callable[..., Ran]) -> None:
    """It belongs to the mending."""
    assert zaizao("check", "--查看") == Ran(2, "", "错误:--查看 要和 --修复 一起用。\n")


def test_gb18030_becomes_utf_8(wrong: Path, zaizao: Callable[..., Ran]) -> None:
    """And the preview says so."""
    wrong.write_bytes(wrong.read_bytes().decode().encode("gb18030"))
    assert "(编码由 GB18030 改为 UTF-8)" in zaizao("check", "--修复", "--查看").out
    zaizao("check", "--修复")
    assert wrong.read_bytes().decode("utf-8").startswith("备注: 甲\r\n年办件量: 12\r\n")


def test_a_file_that_cannot_be_written_is_told(
    wrong: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 3; the check is made all the same."""

    def refuse(path: Path, content: bytes) -> None:
        raise CannotBeDone("写不了。")

    monkeypatch.setattr("commands._mending.write", refuse)
    ran = zaizao("check", "--修复", *QUIET)
    assert ran.code == 3
    assert ran.err == "错误:写不了。\n没有修复。\n"
    assert " 错误 D101 " in ran.out


def test_a_folder_without_declarations_is_told(project: Path, zaizao: Callable[..., Ran]) -> None:
    """As ``format`` tells it."""
    (project / "空").mkdir()
    ran = zaizao("check", "空", "--修复")
    assert ran.code == 2
    assert "里没有申报文件" in ran.err
