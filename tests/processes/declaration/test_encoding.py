"""Bytes and their encodings: never a guess, never a traceback, always the place."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import Checked, check_project
from processes.declaration.encoding import decode
from processes.declaration.reporting import Reporter
from processes.model.findings import Severity
from tests.declaring import MATTER, MATTER_FILE, position, write

RARE = MATTER.replace("示范事项", "镕㐂㛃𠮷事项").replace("优化后: 不变", "优化后: 不变\n备注: é€")
"""With characters that GBK lacks and GB18030 has; three of them are not in the fonts either."""
UNSHOWN = ["Y107"] * 3


@pytest.fixture
def check(tmp_path: Path) -> Callable[[bytes], Checked]:
    """Checks the small project with these bytes as its matter file."""

    def read(content: bytes) -> Checked:
        (write(tmp_path, "") / MATTER_FILE).write_bytes(content)
        return check_project(tmp_path)

    return read


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        pytest.param(RARE.encode(), UNSHOWN, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + RARE.encode(), UNSHOWN, id="UTF-8 with mark"),
        pytest.param(RARE.encode("gb18030"), ["Y103", *UNSHOWN], id="GB18030"),
        pytest.param(MATTER.encode("gbk"), ["Y103"], id="GBK"),
        pytest.param(codecs.BOM_UTF16_LE + RARE.encode("utf-16-le"), UNSHOWN, id="UTF-16 little"),
        pytest.param(codecs.BOM_UTF16_BE + RARE.encode("utf-16-be"), UNSHOWN, id="UTF-16 big"),
        pytest.param(RARE.replace("\n", "\r\n").encode(), UNSHOWN, id="UTF-8 of Windows"),
        pytest.param(MATTER.replace("\n", "\r\n").encode("gbk"), ["Y103"], id="GBK of Windows"),
    ],
)
def test_what_can_be_read_is_read(content: bytes, codes: list[str], check: Callable[[bytes], Checked]) -> None:
    """The same matter whatever the encoding; only the old ones are mentioned, and never as an error."""
    checked = check(content)
    assert [found.code for found in checked.findings] == codes
    assert all(found.severity is Severity.INFO for found in checked.findings if found.code != "Y107")
    (matter,) = checked.matters
    assert matter.matter.name.endswith("事项")
    assert position(matter.matter.at("subjects")) == "4:6"


def test_a_short_file_in_gbk_is_not_taken_for_another_language(check: Callable[[bytes], Checked]) -> None:
    """Detectors call these bytes Korean."""
    checked = check("名称: 收费".encode("gbk"))
    assert "Y103" in {found.code for found in checked.findings}
    assert checked.texts[MATTER_FILE] == "名称: 收费"


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        pytest.param(b"", "Y105", "1:1", id="empty"),
        pytest.param(b"\n  \n# \n", "Y105", "1:1", id="only comments"),
        pytest.param(codecs.BOM_UTF8, "Y105", "1:1", id="only a mark"),
        pytest.param("名称: 甲\n出具: 乙\n备注: ".encode() + b"\xff\xfe\xff", "Y102", "3:1", id="neither"),
        pytest.param(MATTER.encode()[:-1] + b"\xe4\xb8", "Y102", "16:1", id="cut off in a character"),
        pytest.param(MATTER.encode("utf-16-le"), "Y102", "1:1", id="UTF-16 without mark"),
        pytest.param(codecs.BOM_UTF16_LE + "名称: 甲\n备注: ".encode("utf-16-le") + b"\x00\xd8", "Y102", "2:1", id="half a pair"),
        pytest.param("名称: 甲\n备注: 乙\0丙\n".encode(), "Y104", "2:6", id="NUL"),
        pytest.param("名称: 甲\n备注: 乙\x1b[31m\n".encode(), "Y104", "2:6", id="escape"),
        pytest.param("名称: 甲\n备注: \x7f\n".encode(), "Y104", "2:5", id="delete"),
        pytest.param("名称: 甲\n备注: \ud800\n".encode("utf-8", "surrogatepass"), "Y102", "2:1", id="lone surrogate"),
        pytest.param("名称: 甲\n备注: \ufffe\n".encode(), "Y104", "2:5", id="no character"),
        pytest.param("名称: 甲\n备注: 乙\u2028丙\n".encode(), "Y104", "2:6", id="line separator"),
        pytest.param("名称: 甲\n备注: 乙\x85丙\n".encode(), "Y104", "2:6", id="next line"),
        pytest.param("名称: 甲\u200b\n".encode(), "Y104", "1:6", id="zero width space"),
        pytest.param("名称: 甲\ufeff乙\n".encode(), "Y104", "1:6", id="mark inside"),
        pytest.param("名称: 甲\u202e乙\n".encode(), "Y104", "1:6", id="right to left"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Y102", "1:1", id="a picture"),
        pytest.param(b"PK\x03\x04\x14\0\0\0", "Y104", "1:3", id="a workbook"),
    ],
)
def test_what_cannot_be_read_is_refused(
    content: bytes, code: str, place: str, check: Callable[[bytes], Checked]
) -> None:
    """One finding, at the line where it is; the matter is left out, the project read on."""
    checked = check(content)
    (found,) = checked.findings
    assert (found.code, position(found.place), found.place.file) == (code, place, MATTER_FILE)
    assert checked.workspace is not None
    assert checked.matters == ()


@pytest.mark.parametrize("size", [-1, 0, 1, 1 << 20])
def test_a_file_has_at_most_one_mebibyte(size: int, check: Callable[[bytes], Checked]) -> None:
    """To the byte."""
    content = MATTER.encode()
    content += b"# " + b"x" * ((1 << 20) - len(content) - 2 + size)
    checked = check(content)
    assert [found.code for found in checked.findings] == (["Y101"] if size > 0 else [])


def test_every_file_of_a_project_may_be_in_an_encoding_of_its_own(tmp_path: Path) -> None:
    """They are told one by one."""
    root = write(tmp_path, "")
    for file in root.rglob("*.yaml"):
        file.write_bytes(file.read_text("utf-8").encode("gbk"))
    checked = check_project(root)
    assert [found.code for found in checked.findings] == ["Y103"] * 3
    assert len(checked.matters) == 1


@pytest.mark.parametrize(("char", "told"), [("\u200d", "几个连成一个的表情符号"), ("\u200b", "删掉该处的不可见字符")])
def test_a_joined_emoji_is_called_one(char: str, told: str) -> None:
    """Who typed it sees a picture, and no control character."""
    report = Reporter("甲.yaml")
    assert decode(f"名称: \U0001f469{char}\U0001f467\n".encode(), report) is None
    (finding,) = report.findings
    assert finding.code == "Y104"
    assert told in finding.hint


@pytest.mark.parametrize(
    ("written", "number"),
    [(r"\0", "0000"), (r"\a", "0007"), (r"\e", "001B"), (r"\r", "000D"), (r"\N", "0085"), (r"\u202e", "202E")],
)
@pytest.mark.parametrize("broken", ["", " 乙\n  丙"])
def test_what_no_file_may_hold_is_not_got_past_by_writing_it_as_an_escape(
    written: str, number: str, broken: str, check: Callable[[bytes], Checked]
) -> None:
    """At the text in which it is written, on one line or on several; an escape that shows is one like any other."""
    checked = check(f'{MATTER}备注: "甲{written}{broken}"\n未行使原因: "A\\x41"\n'.encode())
    (found,) = [one for one in checked.findings if one.code == "Y104"]
    assert position(found.place) == f"{MATTER.count(chr(10)) + 1}:5"
    assert found.message == f"双引号里写出了看不见的控制字符(U+{number})"
