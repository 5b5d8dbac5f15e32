"""Mending: what is mended and how, what is left alone, and the proof that nothing else is declared afterwards."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest

from processes.declaration.commented import read_commented
from processes.declaration.folder import declaration_files
from processes.declaration.matter_keys import MATTER
from processes.declaration.shapes import Shape
from processes.fixes.mending import Mended, mend, mend_file
from processes.fixes.reading import read
from tests.canonical import data_of
from tests.declaring import MATTER as SMALL
from tests.declaring import MATTER_FILE, lay_over
from tests.scribbling import documents, sample_matters
from tests.untidy import Untidy

SAMPLES = Path(__file__).parents[3] / "samples"
PROJECTS = [root for root in sorted(SAMPLES.iterdir()) if (root / "方案.yaml").is_file()]
FILES = [(root, file, shape) for root in PROJECTS for file, shape in declaration_files(root).items()]


def mended(text: str) -> Mended:
    """The small matter with a text laid over it, mended; twice is the same as once."""
    one = mend(lay_over(SMALL, text).encode(), MATTER_FILE, MATTER)
    assert mend(one.content, MATTER_FILE, MATTER).done == ()
    return one


def first_lines(one: Mended, number: int) -> str:
    """What the first lines of a file have become."""
    return "\n".join(one.after.split("\n")[:number]) + "\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("# 不要: 相对人\n相对 人: 企业\n", "# 不要: 相对人\n相对人: 企业\n", "D101 「相对 人」改为「相对人」"),
        ("年办件: 3  # 甲\n", "年办件量: 3  # 甲\n", "D101 「年办件」改为「年办件量」"),
        ("办年件量: 3\n", "年办件量: 3\n", "D101 「办年件量」改为「年办件量」"),
        ("监施管措: 甲\n", "监施管措: 甲\n", ""),
        ("年件办量: 3\n", "年办件量: 3\n", "D101 「年件办量」改为「年办件量」"),
        ("备注：甲\n", "备注: 甲\n", "Y202 「：」改为「: 」"),
        ("备注:甲\n", "备注: 甲\n", "Y209 「:」改为「: 」"),
        ("# 不要: 条件\n条件：\n  - 甲\n", "# 不要: 条件\n条件:\n  - 甲\n", "Y202 「：」改为「:」"),
        ("条件:\n  -甲\n  - 乙\n", "条件:\n  - 甲\n  - 乙\n", "Y203 「-」改为「- 」"),
        ("# 不要: 条件\n条件:\n　- 甲\n", "# 不要: 条件\n条件:\n  - 甲\n", "Y204 「　」改为「  」"),
        ("# 不要: 依据\n依据:\n \u00a0法律: 甲\n", "# 不要: 依据\n依据:\n  法律: 甲\n", "Y204 「\u00a0」改为「 」"),
        ("出具:  # 甲\n", "出具: 无  # 甲\n", "D103 「出具」空着没填,写成「无」:请核对是不是确实没有"),
        ("出具: ~  # 甲\n", "出具: 无  # 甲\n", "D103 「出具」写的「~」等于没填,写成「无」:请核对是不是确实没有"),
        ('出具: "null"\n', '出具: "无"\n', "D103 「出具」写的「null」等于没填,写成「无」:请核对是不是确实没有"),
        ("条件:\n# 甲\n", "条件: 无\n# 甲\n", "D103 「条件」空着没填,写成「无」:请核对是不是确实没有"),
        ("年办件量: １２\n", "年办件量: 12\n", " 全角改半角"),
        ("备注: 甲 \t\n", "备注: 甲\n", " 去掉行末空格"),
        (
            "依据:\n  # 丙\n  规章: 甲\n  法律: 乙\n",
            "依据:\n  # 丙\n  规章: 甲\n  法律: 乙\n",
            "",
        ),
        (
            "依据:\n  规范性文件: 甲\n  # 丙\n  法律:\n    - 乙\n    # 丁\n    - 戊\n  行政法规: 己\n",
            "依据:\n  # 丙\n  法律:\n    - 乙\n    # 丁\n    - 戊\n  行政法规: 己\n  规范性文件: 甲\n",
            " 依据按效力层级排列",
        ),
        ("依据: {规范性文件: 甲, 法律: 乙}\n", "依据: {规范性文件: 甲, 法律: 乙}\n", ""),
    ],
)
def test_what_is_mended_and_how(before: str, after: str, told: str) -> None:
    """A key that is one slip away, colons and dashes, an empty required cell, widths, blanks, the order of ranks."""
    one = mended(before)
    assert first_lines(one, after.count("\n")) == after
    assert [f"{done.code} {done.what}" for done in one.done] == ([told] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        "优化前:\n  时线: 3工作日\n",  # 时限 and 支线 are both one slip away
        "备住: 甲\n备注: 乙\n",  # the key is there
        "年办件: 很多\n",  # what stands there cannot be read under that key
        "优化后:\n  材料:\n",  # not required: no statement that there are none
        "法定时限:\n",  # 无 would say that the law sets none
        "年办件量:\n",
        "# ２ 个 \n名称: 甲（２）｜乙\n",  # names are printed as typed; this one cannot be one
        "备注: |\n  甲  \n  时限：２\n",  # inside of a text
        '备注: "甲  "\n',
        "备注: |\n  　　甲: 乙\n  　　- 丙\n备注: 丁\n",  # paragraphs of a text begin like this
        "备注：甲\n出具: &a 乙\n",  # still cannot be read
        "出具: 甲\n出具: 乙\n备住: 丙\n",  # says a thing twice
    ],
)
def test_what_is_left_alone(text: str) -> None:
    """Where there is no way, or more than one, to mend it."""
    kept = {done.what for done in mended(text).done}
    assert kept <= {"去掉行末空格"}


ROWS = "  时限: 1工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 形式审查\n  材料: 申请书\n"


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (f"# 不要: 条件\n优化前:\n{ROWS}  条件:\n", f"# 不要: 条件\n优化前:\n{ROWS}  条件: 无\n", [7]),
        (f"条件: 甲\n优化前:\n{ROWS}  条件:\n", f"条件: 甲\n优化前:\n{ROWS}  条件:\n", []),
        (f"条件:\n优化前:\n{ROWS}  条件: 甲\n", f"条件:\n优化前:\n{ROWS}  条件: 甲\n", []),
        (f"条件:\n优化前:\n{ROWS}  条件:\n", f"条件: 无\n优化前:\n{ROWS}  条件:\n", [1]),
        (f"优化前:\n{ROWS}优化后:\n  条件:\n", f"优化前:\n{ROWS}优化后:\n  条件:\n", []),
        (f"条 件: 乙\n优化前:\n{ROWS}  条件: 甲\n", f"条 件: 乙\n优化前:\n{ROWS}  条件: 甲\n", []),
    ],
)
def test_what_may_stand_in_two_places_is_filled_in_one(before: str, after: str, lines: list[int]) -> None:
    """条件 of the matter or of 优化前; in both it would be refused, and 优化后 need not say it."""
    one = mended(before)
    assert first_lines(one, after.count("\n")) == after
    assert [done.place.line for done in one.done] == lines


EMPTY = "".join(f"{key.name}:\n" for key in MATTER.keys if key.name not in ("优化前", "优化后"))


def test_of_all_keys_the_needed_ones_that_may_be_none_are_filled() -> None:
    """No other key gets a 无: either it would be refused there, or it need not be said, or it is a limit."""
    one = mended(f"# 全文\n{EMPTY}优化前:\n  时限:\n  流程:\n  材料:\n  出处:\n优化后:\n  时限:\n  材料:\n")
    filled = [line.removesuffix(": 无") for line in one.after.split("\n") if line.endswith(": 无")]
    assert filled == ["依据", "相对人", "出具", "条件", "  材料"]
    assert [done.place.line for done in one.done] == [
        number for number, line in enumerate(one.after.split("\n"), 1) if line.endswith(": 无")
    ]


def test_a_slip_seen_inside_a_text_is_none() -> None:
    """What looks like one where nothing could be read yet turns out to be a line of a text."""
    one = mended("备注: |\n  时限：２\n条件：无\n# 不要: 条件\n")
    assert first_lines(one, 3) == "备注: |\n  时限：２\n条件: 无\n"
    assert [done.place.line for done in one.done] == [3]


def test_only_the_codes_wanted_are_mended() -> None:
    """An empty code stands for what no rule asks for."""
    content = lay_over(SMALL, "备住: 甲  \n出具:\n").encode()
    for wanted in ("D101", "D103", ""):
        one = mend(content, MATTER_FILE, MATTER, lambda code, wanted=wanted: code == wanted)  # type: ignore[misc] # mypy cannot infer a default
        assert {done.code for done in one.done} == {wanted}
    assert mend(content, MATTER_FILE, MATTER, lambda _: False).content == content


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "after", "told"),
    [
        ("utf-8", "utf-8", ""),
        ("utf-8-sig", "utf-8-sig", ""),
        ("gb18030", "utf-8", "GB18030"),
        ("utf-16", "utf-8", "UTF-16"),
    ],
)
def test_line_ends_and_marks_stay_and_the_encoding_becomes_utf_8(
    ends: str, encoding: str, after: str, told: str
) -> None:
    """A BOM stays a BOM; the last line need not end."""
    text = lay_over(SMALL, "备住: 甲\n").rstrip("\n").replace("\n", ends)
    one = mend(text.encode(encoding), MATTER_FILE, MATTER)
    assert one.content == text.replace("备住", "备注").encode(after)
    assert one.encoding == told
    assert mend(one.content, MATTER_FILE, MATTER).done == ()


def test_mixed_line_ends_stay_where_they_are() -> None:
    """Line by line."""
    text = lay_over(SMALL, "备住: 甲\n").replace("\n", "\r\n", 3)
    assert mend(text.encode(), MATTER_FILE, MATTER).content.decode() == text.replace("备住", "备注")


def test_an_encoding_that_is_not_to_be_changed_stays() -> None:
    """Whoever ignores Y103 keeps GB18030."""
    text = lay_over(SMALL, "备住: 甲\n")
    one = mend(text.encode("gb18030"), MATTER_FILE, MATTER, lambda code: code != "Y103")
    assert one.content == text.replace("备住", "备注").encode("gb18030")


@pytest.mark.parametrize("content", [b"\xff\xff\xff", b"", "名称: 甲".encode("utf-16-le"), codecs.BOM_UTF8])
def test_what_cannot_be_read_is_left_alone(content: bytes) -> None:
    """Not a byte is changed."""
    one = mend(content, MATTER_FILE, MATTER)
    assert (one.content, one.done) == (content, ())


def test_a_file_that_is_not_there_is_left_alone(tmp_path: Path) -> None:
    """Nothing is made in its place."""
    assert mend_file(tmp_path, "无.yaml", MATTER).done == ()


@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_the_samples_need_no_mending(root: Path, file: str, shape: Shape) -> None:
    """They are as they should be."""
    assert mend_file(root, file, shape).done == ()


@pytest.mark.parametrize(("root", "file", "shape"), FILES, ids=[f"{root.name}/{file}" for root, file, _ in FILES])
def test_however_untidy_the_mended_declares_the_same(root: Path, file: str, shape: Shape) -> None:
    """Any style: same values, no comment lost, and mended twice is mended once."""
    data = data_of((root / file).read_text("utf-8"))
    for seed in range(3):
        untidy = Untidy(random.Random(f"{file} {seed}"))  # noqa: S311 - nothing secret
        text = untidy.document(data)
        one = mend(text.encode(), file, shape)
        assert read(one.after, file, shape).values == read(text, file, shape).values
        assert read_commented(one.after).comments() == sorted(untidy.comments)
        again = mend(one.content, file, shape)
        assert (again.done, again.content) == ((), one.content)


def test_a_slip_in_a_key_is_taken_back_or_left() -> None:
    """One character dropped, doubled or swapped anywhere in a key: the key that was there, or no other."""
    dice = random.Random(5)  # noqa: S311 - nothing secret
    mends = 0
    for text in sample_matters() * 3:
        lines = text.split("\n")
        keys = [index for index, line in enumerate(lines) if ": " in line and line.split(":")[0].strip().isalpha()]
        number = dice.choice(keys)
        key, colon, rest = lines[number].partition(":")
        at = dice.randrange(len(key) - len(key.lstrip()), len(key))
        slip = dice.choice((key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:]))
        broken = "\n".join((*lines[:number], slip + colon + rest, *lines[number + 1 :]))
        one = mend(broken.encode(), MATTER_FILE, MATTER)
        if any(done.code == "D101" for done in one.done):
            assert one.after == text
            mends += 1
    assert mends


def test_documents_of_any_kind_are_mended_once() -> None:
    """Mutations of good ones and scribbles: no error more than before, and nothing left to do."""
    for content in documents(sample_matters(), 300, seed=4):
        one = mend(content, MATTER_FILE, MATTER)
        again = mend(one.content, MATTER_FILE, MATTER)
        assert (again.done, again.content) == ((), one.content)
        if not one.done:
            assert one.content == content
