"""Answers typed into a table: what WPS saves is read, what cannot be counted is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.declaration.answers_file import COLUMNS, blank_table, read_answers
from processes.errors import CannotBeDone
from processes.model.answers import Answer, Role

MATTERS = ("许可(新办)", "备案")
TABLE = """答卷编号,身份,事项,要件多,环节多,程序多,时限长,效率低,无谓证明,意见
1,服务对象,许可（新办）,√,,,,,是,"材料太多,
还要复印"
1,服务对象,备案
,,,,,,,,,
2,第三方专家,备案,□,0,否,1,,,
"""
READ = (
    Answer(2, "1", Role.USER, "许可(新办)", ("要件多", "无谓证明"), "材料太多,\n还要复印"),
    Answer(4, "1", Role.USER, "备案"),
    Answer(6, "2", Role.EXPERT, "备案", ("时限长",)),
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TABLE.encode(), id="UTF-8"),
        pytest.param(TABLE.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(TABLE.replace("√", "1").encode("gbk"), id="GBK"),
        pytest.param(TABLE.replace("\n", "\r\n").encode(), id="Windows"),
        pytest.param(TABLE.encode("utf-16"), id="UTF-16"),
    ],
)
def test_what_wps_saves_is_read(content: bytes) -> None:
    """Brackets of either width in a name; empty rows pass; a cell of several lines counts as it stands."""
    answers, wrong = read_answers(content, "答卷.csv", MATTERS)
    assert wrong == ()
    assert answers == READ


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_other_marks_between_cells(mark: str) -> None:
    """Unicode 文本 has tabs; some systems save semicolons. Columns stand in any order, under other names too."""
    text = "事项名称,编号,身份,材料多\n备案,7,专家,√\n".replace(",", mark)
    assert read_answers(text.encode(), "答卷.csv", MATTERS) == ((Answer(2, "7", Role.EXPERT, "备案", ("要件多",)),), ())


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (",服务对象,备案", "第 3 行:“答卷编号”没有填"),
        ("9,路人,备案", "第 3 行:身份“路人”应是服务对象或专家"),
        ("9,专家,许可(新办", "第 3 行:没有事项“许可(新办”,是不是“许可(新办)”"),
        ("9,专家,别的", "第 3 行:没有事项“别的”"),
        ("9,专家,备案,很多", "第 3 行:“要件多”写的是“很多”,应写 √ 或空着"),
        ("1,专家,许可(新办)", "第 3 行:答卷编号“1”前面的身份是服务对象"),
        ("1,服务对象,备案", "第 3 行:答卷编号“1”对这个事项已经在第 2 行答过"),
    ],
)
def test_a_row_that_cannot_be_counted_is_told_and_left_out(row: str, complaint: str) -> None:
    """The others count."""
    text = f"答卷编号,身份,事项,要件多\n1,服务对象,备案\n{row}\n5,专家,备案\n"
    answers, wrong = read_answers(text.encode(), "答卷.csv", MATTERS)
    assert wrong == (complaint,)
    assert [answer.line for answer in answers] == [2, 4]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("答卷编号,身份\n", "“答卷.csv”第一行缺少列:事项;"),
        ("", "“答卷.csv”第一行缺少列:答卷编号、身份、事项;"),
        ("答卷编号,身份,事项,颜色\n", "“答卷.csv”的列“颜色”不认识;"),
        ("答卷编号,编号,身份,事项\n", "“答卷.csv”有两列“答卷编号”。"),
        (f"答卷编号,身份,事项\n{'x' * 140_000}\n", "“答卷.csv”第 2 行不是 CSV 表格的一行"),
        ("\0", "“答卷.csv”读不了:"),
    ],
)
def test_what_is_no_table_of_answers_is_refused(text: str, complaint: str) -> None:
    """With the headings that are wanted."""
    with pytest.raises(CannotBeDone, match="^" + complaint.replace("(", r"\(")):
        read_answers(text.encode(), "答卷.csv", MATTERS)


def test_the_blank_table_can_be_read_back() -> None:
    """It has all columns, and a line for each matter."""
    text = blank_table(MATTERS)
    assert text.splitlines()[0] == ",".join(COLUMNS)
    answers, wrong = read_answers(text.encode("utf-8-sig"), "答卷.csv", MATTERS)
    assert ([answer.matter for answer in answers], wrong) == (list(MATTERS), ())


@given(st.lists(st.lists(st.sampled_from(["1", "服务对象", "专家", "备案", "√", "", "甲"]), max_size=12), max_size=12))
def test_every_row_is_counted_or_told(rows: list[list[str]]) -> None:
    """None is lost without a word, but empty ones."""
    text = "\n".join([",".join(COLUMNS), *(",".join(row) for row in rows)])
    answers, wrong = read_answers(text.encode(), "答卷.csv", MATTERS)
    assert len(answers) + len(wrong) == sum(any(row) for row in rows)
