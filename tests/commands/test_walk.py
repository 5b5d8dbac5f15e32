"""``zaizao walk``: a case walked by a script, through a pipe, and by somebody at a terminal."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from rich.cells import cell_len

from processes.errors import CannotBeDone
from tests.commands.conftest import Ran
from tests.declaring import MATTER_FILE, write

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
GOLDEN = Path(__file__).parent / "walks"
FOOD = "hailin/市场监管局/01-食品经营许可证核发(新办).yaml"
PENALTY = "hailin/市场监管局/02-食品安全违法行为行政处罚(一般程序).yaml"
WATER = "edge/水务局/01-取水许可延续.yaml"
ROAD = "hailin/城管局/01-临时占用、挖掘城市道路审批.yaml"


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str | bytes], None]:
    """Puts a text into standard input, as a pipe does."""

    def put(text: str | bytes) -> None:
        content = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))

    return put


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts somebody at the terminal who types these lines; an exception among them is what the keyboard sends."""

    def put(*lines: str | type[BaseException]) -> None:
        waiting = iter(lines)

        def answer(prompt: str) -> str:
            line = next(waiting, EOFError)
            if not isinstance(line, str):
                raise line
            print(f"{prompt}{line}")  # noqa: T201 - what the terminal shows
            return line

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("builtins.input", answer)

    return put


class Terminal(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def wide(text: str) -> list[str]:
    """The lines that are wider than a page."""
    return [line for line in text.splitlines() if cell_len(line) > 100]


@pytest.mark.parametrize(
    ("name", "file", "view", "lines"),
    [
        ("食品-顺利", FOOD, "后", "收到 全部、下一环节、下一环节、下一环节、下一环节、下一环节"),
        (
            "食品-补正和整改",
            FOOD,
            "前",
            "收到 申请书、材料不齐全、下一环节、收到 全部、下一环节、下一环节、不符合现场要求、下一环节、下一环节",
        ),
        ("食品-不予受理", FOOD, "后", "不予受理、下一环节"),
        (
            "处罚-退回和听证",
            PENALTY,
            "后",
            "下一环节、下一环节、不通过、下一环节、通过、要求听证、下一环节、下一环节、下一环节",
        ),
        ("处罚-移送", PENALTY, "前", "下一环节、涉嫌犯罪、下一环节"),
        ("取水-并联", WATER, "后", "收到 全部、下一环节、材料审查: 下一环节、现场勘验: 下一环节"),
        ("取水-不予许可", WATER, "后", "1、1、1、1、1、1、1、不同意、1"),
        ("道路-修改方案", ROAD, "后", "1、1、1、1、不可行、1、1、1、可行、不同意、1"),
        ("残疾人证-重新评定", "hailin/残联/01-残疾人证核发.yaml", "后", "1、1、对结论有异议、符合残疾标准、1、1、1、1"),
        ("不动产-并联审核", "hailin/国土局/01-不动产转移登记(存量房买卖).yaml", "后", "1、1、税务审核: 下一环节"),
    ],
)
def test_a_script_is_walked_and_its_course_shown(
    name: str,
    file: str,
    view: str,
    lines: str,
    tmp_path: Path,
    zaizao: Callable[..., Ran],
    golden: Callable[[str, Path], None],
) -> None:
    """Every step with holder, limit, what was chosen and the days so far; then the end, or where the case stands."""
    script = tmp_path / "走法.txt"
    script.write_text("\n".join(lines.split("、")), encoding="utf-8")
    ran = zaizao("walk", SAMPLES / file, "--视图", view, "--脚本", script)
    assert (ran.code, ran.err) == (0, "")
    assert wide(ran.out) == []
    golden(f"{lines}\n\n{ran.out}", GOLDEN / f"{name}.txt")


SESSIONS: dict[str, tuple[str, Iterable[str | type[BaseException]]]] = {
    "回车到底": (FOOD, [""] * 6),
    "并联": (WATER, ["", "", "现场勘验: 下一环节", "下一环节", "", "", "退", "q"]),
    "试错": (FOOD, ["?", "材料", "7", "abc", "下一环节", "收到 申请", "材料", "b", "b", "2", EOFError]),
}
"""Name → matter and what is typed."""


@pytest.mark.parametrize("name", SESSIONS)
def test_somebody_walks_at_a_terminal(
    name: str, zaizao: Callable[..., Ran], typed: Callable[..., None], golden: Callable[[str, Path], None]
) -> None:
    """Enter takes the first choice; mistakes are told and asked again; whoever leaves sees where the case stands."""
    file, lines = SESSIONS[name]
    typed(*lines)
    ran = zaizao("walk", SAMPLES / file)
    assert (ran.code, ran.err) == (0, "")
    assert wide(ran.out) == []
    golden(ran.out, GOLDEN / f"终端-{name}.txt")


def test_a_session_is_recorded_and_can_be_replayed(
    project: Path, zaizao: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    """What was undone is not in it; the course is the same."""
    typed("收到 申请书", "", "2", "退", "", "", "", "")
    ran = zaizao("walk", MATTER_FILE, "--记录", "新/走法.txt")
    assert (ran.code, ran.err) == (0, "已写入 新/走法.txt\n")
    assert (project / "新/走法.txt").read_text("utf-8").splitlines() == [
        "# 优化后的走法,用 zaizao walk 事项文件 --脚本 走法.txt 再走一遍",
        "收到 申请书",
        "收到 全部",
        "符合受理条件",
        "下一环节",
        "符合条件",
        "下一环节",
    ]
    again = zaizao("walk", MATTER_FILE, "--script", "新/走法.txt", "--record", "再.txt")
    assert again.code == 0
    assert ran.out.endswith(again.out.partition("\n")[2])
    lines = [(project / name).read_text("utf-8").splitlines()[1:] for name in ("新/走法.txt", "再.txt")]
    assert lines[0] == lines[1]


def test_what_was_walked_is_kept_however_it_ends(
    project: Path, zaizao: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    """Ctrl-C: told in one word, exit code 130, and the record is there."""
    typed("", "", KeyboardInterrupt)
    ran = zaizao("walk", MATTER_FILE, "--记录", "走法.txt")
    assert (ran.code, ran.err) == (130, "\n已写入 走法.txt\n\n已中止。\n")
    assert (project / "走法.txt").read_text("utf-8").splitlines()[1:] == ["收到 全部", "符合受理条件"]


def test_a_record_that_cannot_be_written_is_told_before_anybody_walks(
    project: Path, zaizao: Callable[..., Ran], typed: Callable[..., None]
) -> None:
    """Nothing is asked."""
    typed()
    ran = zaizao("walk", MATTER_FILE, "--记录", f"{MATTER_FILE}/走法.txt")
    assert (ran.code, ran.out) == (CannotBeDone.exit_code, "")
    assert "写不了" in ran.err


def test_a_pipe_is_a_script(project: Path, zaizao: Callable[..., Ran], piped: Callable[[str | bytes], None]) -> None:
    """In UTF-8 or GBK, whatever the console has; an empty one shows where a case begins."""
    outputs = []
    for content in ("收到 全部\n下一环节\n", "收到 全部\r\n下一环节\r\n".encode("gbk"), "\ufeff1\n1"):
        piped(content)
        ran = zaizao("walk", MATTER_FILE)
        assert (ran.code, ran.err) == (0, "")
        outputs.append(ran.out)
    assert len(set(outputs)) == 1
    piped("")
    ran = zaizao("walk", MATTER_FILE)
    assert (ran.code, ran.err) == (0, "")
    assert "【受理】" in ran.out
    assert "序号" not in ran.out


def test_json_for_other_programs(
    project: Path, zaizao: Callable[..., Ran], piped: Callable[[str | bytes], None]
) -> None:
    """The same course; a script that is wrong gives none."""
    piped("收到 全部\n下一环节\n")
    content = json.loads(zaizao("walk", MATTER_FILE, "--格式", "json").out)
    assert [event["脚本"] for event in content["经过"]] == ["收到 全部", "符合受理条件"]
    assert content["现在"][0]["环节"] == "审查"
    piped("没有\n")
    ran = zaizao("walk", MATTER_FILE, "--format", "json")
    assert (ran.code, ran.out) == (2, "")


def test_a_wrong_line_stops_the_walk(
    project: Path, zaizao: Callable[..., Ran], piped: Callable[[str | bytes], None]
) -> None:
    """What happened until there is shown; the message names file and line and says what could stand there."""
    (project / "走法.txt").write_text("收到 全部\n# 注\n同意\n", encoding="utf-8")
    ran = zaizao("walk", MATTER_FILE, "--脚本", "走法.txt", "--记录", "记录.txt")
    assert ran.code == 2
    assert "收到材料" in ran.out
    assert ran.err == ("错误:走法.txt 第3行“同意”:现在没有这个选择。可以写:“符合受理条件”、“不属于受理范围”\n")
    assert not (project / "记录.txt").exists()
    piped("不属于受理范围\n下一环节\n下一环节\n")
    ran = zaizao("walk", MATTER_FILE)
    assert (ran.code, ran.err) == (2, "错误:标准输入 第3行“下一环节”:这个办件已经结束,后面没有可以选的\n")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x81", b"1\x00", b"\x1b[31m", b"1\n" * 600_000])
def test_a_script_that_is_no_text(
    content: bytes, project: Path, zaizao: Callable[..., Ran], piped: Callable[[str | bytes], None]
) -> None:
    """One sentence, whether from a file or from a pipe."""
    (project / "走法.txt").write_bytes(content)
    piped(content)
    for words in (("--脚本", "走法.txt"), ()):
        ran = zaizao("walk", MATTER_FILE, *words)
        assert (ran.code, ran.out) == (2, "")
        assert "读不了脚本" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("示范局/单位.yaml",), 2, "不是事项文件"),
        (("示范局/02-坏.yaml",), 3, "示范局/02-坏.yaml:1:7"),
        ((MATTER_FILE,), 2, "优化后取消,没有流程;可以走 --视图 前"),
        ((MATTER_FILE, "--视图", "前", "--脚本", "没有.txt"), 2, "没有“没有.txt”这个文件"),
        ((MATTER_FILE, "--视图", "前", "--格式", "json"), 2, "--格式 json 要和 --脚本 一起用"),
    ],
)
def test_what_cannot_be_walked(
    words: tuple[str, ...],
    code: int,
    told: str,
    project: Path,
    zaizao: Callable[..., Ran],
    typed: Callable[..., None],
) -> None:
    """Nothing is asked."""
    write(project, "优化后: 取消\n==> 示范局/02-坏.yaml <==\n年办件量: 约200\n优化前: 无\n")
    typed()
    ran = zaizao("walk", *words)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
