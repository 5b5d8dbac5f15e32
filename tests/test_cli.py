"""The command line as a whole: help, wrong use, exit codes, the error boundary. All of it speaks Chinese."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import cli
import commands
from commands._groups import GROUPS, OTHERS, grouped
from processes.errors import CannotBeDone, WrongUsage
from tests.declaring import write

ROOT = Path(__file__).parents[1]
NAMES = commands.names()
CHINESE = re.compile("[\u4e00-\u9fff]")
CLICKS_ENGLISH = re.compile(
    r"Usage|Options|Error|Missing|Invalid|Show this|Commands|Arguments|Try |No such|Got |Did you mean|Choose|required|"
    r"default|does not|is not|Aborted|env var|deprecated"
)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Exit code of a command line and all that it says, in Chinese."""

    def run(*words: str) -> tuple[int, str]:
        code = cli.run(list(words))
        out, err = capsys.readouterr()
        text = out + err
        assert CHINESE.search(text)
        assert not CLICKS_ENGLISH.search(re.sub(r"\S*demo-output\S*", "", text)), text
        return code, text

    return run


def options() -> Iterator[tuple[str, click.Option]]:
    """Every option of every command."""
    for name, command in commands.all_acts().items():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                yield name, parameter


def test_there_is_a_command_in_every_file_of_commands() -> None:
    """And no other; names beginning with an underline stay at home, others have a hyphen for it."""
    files = {path.stem.replace("_", "-") for path in (ROOT / "commands").glob("*.py") if not path.stem.startswith("_")}
    assert set(NAMES) == files
    assert {"build", "check", "completion", "demo", "diff", "doctor", "draw", "explain", "fill"} <= files


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("--帮助",)])
def test_the_help_lists_every_command(words: tuple[str, ...], said: Callable[..., tuple[int, str]]) -> None:
    """Each with a line of Chinese; no command at all is wrong use."""
    code, text = said(*words)
    assert code == (0 if words else 2)
    for name in NAMES:
        line = next(line for line in text.splitlines() if line.startswith(f"  {name} "))
        assert CHINESE.search(line)


def test_the_help_has_the_commands_in_the_order_of_the_work(said: Callable[..., tuple[int, str]]) -> None:
    """Each once; one that nobody has put into a group is not lost."""
    text = said("--help")[1]
    places = [text.index(f"\n  {name} ") for name in ("init", "check", "draw", "build", "submit", "case", "doctor")]
    assert places == sorted(places)
    listed = [name for some in grouped(NAMES).values() for name in some]
    assert sorted(listed) == sorted(NAMES)
    assert {name for some in GROUPS.values() for name in some} <= set(NAMES)
    assert grouped(["check", "novel"]) == {"检查申报": ("check",), OTHERS: ("novel",)}


@pytest.mark.parametrize("name", sorted({*NAMES, *commands.all_acts()}))
@pytest.mark.parametrize("option", ["--help", "--帮助", "-h"])
def test_every_command_has_help_with_an_example(name: str, option: str, said: Callable[..., tuple[int, str]]) -> None:
    """What it does, its options, how it is called."""
    code, text = said(*name.split(), option)
    assert code == 0
    assert text.startswith(f"用法: zaizao {name} [选项]")
    assert "例:\n" in text
    assert f"zaizao {name}" in text.split("例:\n")[1]


@pytest.mark.parametrize(
    ("name", "option"), list(options()), ids=lambda part: part if isinstance(part, str) else part.name
)
def test_every_option_has_a_chinese_and_an_english_spelling(name: str, option: click.Option) -> None:
    """And is explained in Chinese."""
    long = [spelling for spelling in option.opts if spelling.startswith("--")]
    assert any(CHINESE.search(spelling) for spelling in long), long
    assert any(re.fullmatch(r"--[a-z-]+", spelling) for spelling in long), long
    assert option.help
    assert CHINESE.search(option.help)


def test_one_thing_has_one_spelling() -> None:
    """An option of one name means the same everywhere."""
    spellings: dict[str, set[str]] = {}
    for _, option in options():
        for spelling in option.opts:
            spellings.setdefault(spelling, set()).add("、".join(sorted(option.opts)))
    assert {spelling: ways for spelling, ways in spellings.items() if len(ways) > 1} == {}


def test_the_version(said: Callable[..., tuple[int, str]], capsys: pytest.CaptureFixture[str]) -> None:
    """In both spellings."""
    for option in ("--版本", "--version"):
        assert cli.run([option]) == 0
        assert re.fullmatch(r"zaizao \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("chek",), "没有“chek”这个命令"),
        (("--nope",), "没有“--nope”这个选项"),
        (("check", "--fromat", "json"), "--format"),
        (("check", "--格试", "json"), "--格式"),
        (("build", "--部们", "甲"), "--部门"),
        (("check", "-z"), "没有“-z”这个选项"),
        (("check", "--格式"), "后面要写值"),
        (("check", "--格式", "xml"), "“xml”不是这些之一"),
        (("check", "不存在"), "目标 不对:没有“不存在”这个文件或文件夹。"),
        (("format", ".", "甲", "乙"), "多写了参数"),
        (("check", "--help=1"), "后面不写值"),
        (("build",), "--输出"),
        (("build", ".", "-o", "方案.yaml"), "这里要文件夹"),
        (("fill",), "--表"),
        (("fill", "--表", "99"), "没有“附件99”"),
        (("draw",), "缺少参数 目标"),
        (("draw", "."), "目标应是事项文件、单位文件夹"),
        (("draw", "方案.yaml"), "目标应是事项文件、单位文件夹"),
        (("completion",), "终端"),
        (("completion", "tcsh"), "“tcsh”不是这些之一"),
        (("explain", "R999"), "没有编号“R999”"),
        (("explain", "R420", "S101"), "多写了参数"),
        (("diff", "--部门", "没有局"), "没有“没有局”这个单位"),
        (("diff", "--部门", "住建局"), "“住建局”还没有申报"),
        (("fill", "--表", "6", "--全市", "--部门", "示范局"), "只能写一个"),
        (("check", "说明.txt"), "不是申报文件"),
    ],
)
def test_wrong_use_is_told_in_chinese(
    words: tuple[str, ...],
    told: str,
    said: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 2; what is wrong, and what to look at or write instead."""
    write(tmp_path, "==> 说明.txt <==\n")
    monkeypatch.chdir(tmp_path)
    code, text = said(*words)
    assert code == 2
    assert told in text


@pytest.mark.parametrize("command", ["check", "diff", "build -o 成果", "fill --表 6"])
def test_what_cannot_be_done_is_told_in_chinese(
    command: str, said: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No project around: exit code 3, and how to get one."""
    (tmp_path / "01-甲.yaml").write_text("名称: 甲\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for target in (".", "01-甲.yaml"):
        name, *rest = command.split()
        code, text = said(name, target, *rest)
        assert code == 3
        assert "没有 方案.yaml" in text
        assert "zaizao init" in text
    assert [path.name for path in tmp_path.iterdir()] == ["01-甲.yaml"]


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (WrongUsage("甲"), 2, "错误:甲\n"),
        (CannotBeDone("乙"), 3, "错误:乙\n"),
        (KeyboardInterrupt(), 130, "已中止。\n"),
        (click.Abort(), 130, "已中止。\n"),
        (click.FileError("丙.yaml", "坏了"), 3, "错误:打不开文件“丙.yaml”:坏了\n"),
        (MemoryError(), 3, "错误:内存不够,未能完成。请关掉别的程序,或者一次少做几个部门、几个事项。\n"),
        (PermissionError(13, "denied", "丁"), 3, "错误:用不了“丁”:没有权限,或正被别的程序占用。\n"),
        (OSError(116, "stale", "戊/己.yaml"), 3, "错误:用不了“戊/己.yaml”:网络盘断开了。\n"),
        (OSError(28, "no space"), 3, "错误:结果没有写全:磁盘满了。\n"),
    ],
)
def test_the_boundary(
    error: BaseException, code: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of ending has its exit code and its sentence, on standard error."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("processes.checking.check_project", fail)
    assert cli.run(["check", str(ROOT / "samples" / "hailin")]) == code
    out, err = capsys.readouterr()
    assert (out, err.lstrip("\n")) == ("", told)


def test_a_defect_of_ours_leaves_a_log_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The sentence names the file; the file has the versions and the traceback."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("内部")

    monkeypatch.setattr("processes.checking.check_project", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert cli.run(["check", str(ROOT / "samples" / "hailin")]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    (log,) = tmp_path.glob("zaizao-*.log")
    assert str(log) in err
    text = log.read_text("utf-8")
    assert "ZeroDivisionError: 内部" in text
    assert "Python" in text


def test_a_defect_that_cannot_be_written_down_is_told_in_the_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The disk that is full has no room for a log either."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("内部")

    monkeypatch.setattr("processes.checking.check_project", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "没有"))
    assert cli.run(["check", str(ROOT / "samples" / "hailin")]) == 3
    assert capsys.readouterr().err.endswith("请把这句话告诉开发人员:ZeroDivisionError: 内部\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device without room is Linux's")
def test_an_output_without_room_is_told_and_leaves_no_log(tmp_path: Path) -> None:
    """``zaizao explain > 文件`` on a full disk: the exit code says that not all is there."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TMPDIR": str(tmp_path)}
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "cli", "explain"], env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, result.stderr.decode()) == (3, "错误:结果没有写全:磁盘满了。\n")
    assert list(tmp_path.iterdir()) == []


def test_the_reader_of_the_output_may_go_away() -> None:
    """``| head -1`` is no error."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "cli", "explain"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii", "cp1252"])
def test_a_console_that_cannot_show_a_character_does_not_fail(encoding: str, tmp_path: Path) -> None:
    """A question mark in its place."""
    write(tmp_path, "相对人: 公司𠮷\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "cli", "check"]
    result = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr == b""
    assert b"D105" in result.stdout
    # click takes ASCII for a misconfigured UTF-8.
    result.stdout.decode("utf-8" if encoding == "ascii" else encoding)
