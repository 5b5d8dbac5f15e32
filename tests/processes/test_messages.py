"""The gallery of messages: what ``zaizao check`` says to one slip after the other, word for word.

Each slip is a file of ``messages/``, laid over the small project of ``tests/declaring.py``; what is said to it stands
beside it. Slips that are no text are made here. Messages are meant to be read: see the folder when you change one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import check_project, guards
from processes.declaration.refusals import REFUSALS
from renderers.findings.explanation import Explained
from renderers.findings.terminal import render
from tests.declaring import MATTER, MATTER_FILE, Declared, write
from tests.processes.gallery import PAGE, page

FOLDER = Path(__file__).parent / "messages"
WRITTEN = sorted(file.stem for file in FOLDER.glob("*.yaml"))
MADE: dict[str, bytes | None] = {
    "Y101-too-large": b"# " + b"a" * (1 << 20),
    "Y102-neither-utf-8-nor-gbk": "名称: 示范\n出具: ".encode() + b"\xff\xff\n",
    "Y102-utf-16-without-a-mark": MATTER.encode("utf-16-le"),
    "Y102-utf-16-cut-off": codecs.BOM_UTF16_LE + MATTER.encode("utf-16-le")[:-1],
    "Y103-gbk": MATTER.encode("gbk"),
    "Y104-bell": MATTER.replace("许可证", "许可\a证").encode(),
    "Y217-long-text": MATTER.replace("许可证", "证" * 10_001).encode(),
    "F103-unreadable": None,
}
"""Bytes of the matter file; None for a file that opens and cannot be read."""

ELSEWHERE = {"D119", "D120", "Y219"}
"""Told by the rule book (``tests/rulebook``), and after 500 others: see below."""

UNREADABLE = Path("/proc/self/mem")


@pytest.fixture
def said(tmp_path: Path) -> Callable[[str], str]:
    """What ``zaizao check`` says to a slip."""

    def check(name: str) -> str:
        if name in MADE:
            content = MADE[name]
            file = write(tmp_path, "") / MATTER_FILE
            file.unlink()
            if content is None:
                if not UNREADABLE.exists():
                    pytest.skip("this system has no such file")
                file.symlink_to(UNREADABLE)
            else:
                file.write_bytes(content)
        else:
            write(tmp_path, (FOLDER / f"{name}.yaml").read_bytes().decode())
        checked = check_project(tmp_path)
        return render(checked.findings, checked.texts, {})

    return check


@pytest.mark.parametrize("name", [*WRITTEN, *MADE])
def test_the_message_is_the_one_reviewed(
    name: str, said: Callable[[str], str], golden: Callable[[str, Path], None]
) -> None:
    """Place, severity, code, what is wrong, the line with what is at fault, how to mend it."""
    text = said(name)
    assert f" {name.partition('-')[0]} " in text
    golden(text, FOLDER / f"{name}.txt")


def test_every_code_has_a_message_here() -> None:
    """A new rule or refusal comes with what it says."""
    shown = {name.partition("-")[0] for name in (*WRITTEN, *MADE)}
    assert {*shown, *ELSEWHERE} == {*REFUSALS, *guards()}


def test_a_file_with_too_many_slips_is_not_listed_to_the_end(declare: Callable[[str], Declared]) -> None:
    """The first 500, and that there are more."""
    declared = declare("".join(f"栏目{number}: 值\n" for number in range(600)))
    assert declared.codes == ["D101"] * 500 + ["Y219"]
    assert declared.found("Y219").message == "这个文件的问题超过 500 处,后面的不再列出"


def test_every_text_belongs_to_a_slip() -> None:
    """Nothing is left over from a slip that was renamed."""
    assert {file.stem for file in FOLDER.glob("*.txt")} == {*WRITTEN, *MADE}


def test_the_page_of_all_messages_is_made_from_them(golden: Callable[[str, Path], None]) -> None:
    """Every code and every slip, in the words of the program."""
    every: dict[str, Explained] = {**REFUSALS, **{code: module.RULE for code, module in guards().items()}}
    text = page(every, FOLDER)
    assert all(f"## {code} " in text for code in every)
    golden(text, PAGE)


@pytest.mark.parametrize("name", [*WRITTEN, *MADE])
def test_no_message_is_in_english(name: str) -> None:
    """Names of files and encodings, and what is quoted from the declaration, are all the Latin letters there are."""
    said = (FOLDER / f"{name}.txt").read_text("utf-8")
    ours = " ".join(line for line in said.splitlines() if "│" not in line)
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"「[^」]*」|[^ ]+\.(?:ya?ml|csv|xlsx?)", "", ours)))
    assert words <= {"UTF", "GBK", "GB", "MiB", "yes", "yaml", "WPS", "Excel", "CSV", "csv", "xls", "xlsx"}
