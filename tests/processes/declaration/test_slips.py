"""Habits of writing lists that change how many things there are."""

from __future__ import annotations

import pytest

from processes.declaration.slips import slip_in_line, slip_in_name
from processes.declaration.step_rows import with_bars


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("申请书，身份证", "逗号"),
        ("申请书,身份证", "逗号"),
        ("申请书；身份证", "分号"),
        ("1、申请书;2、身份证", "编号"),
        ("1.申请书、2.身份证", "编号"),
        ("(1)申请书、（2）身份证", "编号"),
        ("①申请书②身份证", "编号"),
        ("申请书 身份证", "空格"),
        ("申请书\t身份证", "空格"),
        ("申请书、照片 2张", "份数"),
        ("申请书、照片(两张)", "份数"),
        ("申请书、照片（复印件一份）", "份数"),
    ],
)
def test_what_is_no_list_of_the_format_is_told(text: str, word: str) -> None:
    """By what stands there in the place of 、, or before or behind the names."""
    slip = slip_in_line(text, copies=True)
    assert slip is not None
    assert word in slip.message


@pytest.mark.parametrize(
    "text",
    [
        "申请书、身份证",
        "申请书(原件1份、复印件2份)、照片(2张)",
        "《甲,乙;丙》、申请书(含承诺,签字)",
        "3.15投诉登记表",
        "5年、10年的账册",
        "12345热线记录",
        "A4 纸质申请书",
        "GB 50016 验收报告",
        "二张村证明、三份协议书",
    ],
)
def test_what_is_right_is_not_told(text: str) -> None:
    """Marks within brackets and titles, numbers that belong to the name, blanks beside Latin letters."""
    assert slip_in_line(text, copies=True) is None


@pytest.mark.parametrize(("name", "told"), [("1、受理", True), ("(4)发证", True), ("照片两张", True), ("审核，复核", False)])
def test_a_name_on_a_line_of_its_own_may_hold_a_comma(name: str, told: bool) -> None:
    """Not a number before it, though, nor copies behind it."""
    assert (slip_in_name(name, copies=True) is not None) == told


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("受理\t综合股\t1工作日\t形式审查", "受理 | 综合股 | 1工作日 | 形式审查"),
        ("审核，综合股，5个工作日，初审、复核，会签", "审核 | 综合股 | 5个工作日 | 初审、复核、会签"),
        ("受理  3天", "受理 | 3天"),
        ("发证", ""),
        ("受理 综合股 形式审查", ""),
        ("受理 综合股 1工作日 2工作日", ""),
        ("甲 乙 丙 丁 1工作日", ""),
    ],
)  # fmt: skip
def test_a_row_out_of_a_spreadsheet_is_written_as_it_should_be(text: str, row: str) -> None:
    """Where its only limit shows which cell is which."""
    assert with_bars(text) == row
