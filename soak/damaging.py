"""A 登记库 to be damaged, the ways to damage it, and the commands that are then run on it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import NamedTuple

import cli
from tests.declaring import MATTER_FILE

STAGES = """==> 方案.yaml <==
阶段:
  - “两集中三到位”改革阶段 | 2017-12-31 | 调整意见、附件1
  - 流程再造梳理评估阶段 | 2017-12-31 | 附件4、附件5
"""
CASE = "20180301-0001"
BY = ("--单位", "综合股", "--人员", "张三")
LEADER = ("--单位", "业务股/审查岗", "--人员", "李四")
REVIEW = ("review", "--部门", "示范局", "--审核人", "李四", "--确认", "--阶段")

READERS: tuple[tuple[str, ...], ...] = (
    ("history", "--格式", "json"),
    ("history", "--部门", "示范局", "--阶段", "2", "--比较", "1", "2"),
    ("status", "--日期", "2018-01-10"),
    ("check", ".", "--选择", "N212"),
    ("board", "--日期", "2018-03-05"),
    ("case", "list"),
    ("case", "show", CASE, "--日期", "2018-03-05"),
    ("history", "--核验"),
)
"""What only looks. What they say of a registry that is whole is what they must say of one that is said to be whole."""

WRITERS: tuple[tuple[str, ...], ...] = (
    ("submit", "--部门", "示范局", "--阶段", "1", "--经办", "张三"),
    (*REVIEW, "2"),
    ("case", "start", MATTER_FILE, "--申请人", "王五", "--视图", "前", *BY, "--日期", "2018-03-02"),
    ("case", "pause", CASE, "检验", *LEADER, "--日期", "2018-03-02"),
    ("case", "fire", CASE, "联审", *LEADER, "--日期", "2018-03-02"),
    ("case", "tick", "--日期", "2018-03-12"),
    ("case", "migrate", MATTER_FILE, "--视图", "前", *BY, "--日期", "2018-03-02"),
)
"""What adds something."""

VERIFY = ("audit", "verify")
OUR_WORDS = re.compile(r"zaizao [a-z -]+|--[a-z-]+|[\w-]+\.(?:db|yaml)|zaizao")
ENGLISH = re.compile("[A-Za-z]{3,}")


class Ran(NamedTuple):
    """What a command line did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def run(*words: str) -> Ran:
    """Run a command line here."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.run(list(words))
    return Ran(code, out.getvalue(), err.getvalue())


def complaints(words: tuple[str, ...], ran: Ran) -> Iterator[str]:
    """What is wrong with the way in which a command met a damaged registry."""
    name = " ".join(words)
    if ran.code not in (0, 1, 2, 3):
        yield f"{name}: exit code {ran.code}"
    if "程序出错" in ran.err or "Traceback" in ran.err + ran.out:
        yield f"{name}: a defect of the program: {ran.err}"
    if ran.code in (2, 3) and not (ran.err + ran.out).strip():
        yield f"{name}: not told"
    if ENGLISH.search(OUR_WORDS.sub("", ran.err)):
        yield f"{name}: not Chinese: {ran.err}"


def lay(file: Path, content: bytes) -> None:
    """The file with this content, and no journal beside it."""
    for one in file.parent.glob(f"{file.name}-*"):
        one.unlink()
    file.write_bytes(content)


def truncated(content: bytes, dice: Random) -> bytes:
    """Cut off anywhere: a copy that was interrupted."""
    return content[: dice.randrange(1, len(content))]


def flipped(content: bytes, dice: Random) -> bytes:
    """Some bits are others: a disk that forgets."""
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 3, 30, 300))):
        found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
    return bytes(found)


def zeroed(content: bytes, dice: Random) -> bytes:
    """A page is empty: a disk that lost a block."""
    at = dice.randrange(len(content) // 4096) * 4096
    return content[:at] + bytes(4096) + content[at + 4096 :]


def swapped(content: bytes, dice: Random) -> bytes:
    """Two pages in each other's place: a file system that was mended."""
    one, other = sorted(dice.sample(range(len(content) // 4096), 2))
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def scribbled(content: bytes, dice: Random) -> bytes:
    """A text of the records is another one, of the same length: somebody with an editor for bytes."""
    word = dice.choice(
        ["示范局", "张三", "李四", "草拟", "审核", "受理", "seal", "INSERT", "BEFORE", "TEXT", "VARCHAR"]
    ).encode()
    places = [match.start() for match in re.finditer(re.escape(word), content)]
    if not places:
        return content
    at = dice.choice(places)
    return content[:at] + dice.randbytes(len(word)) + content[at + len(word) :]


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (truncated, flipped, zeroed, swapped, scribbled)
