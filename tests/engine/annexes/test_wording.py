"""Words that several forms share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes.wording import numbered, numeral, promise_places, promise_text, steps_text
from tests.declaring import Declared


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
    ],
)
def test_numerals_are_written_as_official_papers_write_them(number: int, text: str) -> None:
    """附件4 注6: 序号用大写数字; 十 and not 一十 in front."""
    assert numeral(number) == text


def test_only_several_texts_are_numbered() -> None:
    """Nothing is 无, or what the column says for nothing."""
    assert [numbered([]), numbered([], "不收费"), numbered(["甲"]), numbered(["甲", "乙"])] == [
        *("无", "不收费", "甲", "1.甲\n2.乙")
    ]


def test_steps_are_joined_by_arrows() -> None:
    """办理程序 of 附件1 and 附件2."""
    assert [steps_text([]), steps_text(["受理"]), steps_text(["受理", "送达"])] == ["无", "受理", "受理→送达"]


@pytest.mark.parametrize(
    ("steps", "printed"),
    [
        (("听证 | 综合股 | 不计时限(听证) | 听证",), "8个工作日(不含听证时间)"),
        (("听证 | 综合股 | 15工作日不计时限(听证) | 听证",), "8个工作日(不含听证时间15个工作日)"),
        (("征求意见 | 综合股 | 不计时限(《示范法》第九条) | 征求意见",), "8个工作日(不含征求意见时间)"),
        (("复核 | 综合股 | 1工作日 | 抽样、检验复核(不计时限)",), "8个工作日(不含检验复核时间)"),
        (
            ("取样 | 综合股 | 不计时限(检测) | 取样", "化验 | 综合股 | 不计时限(检测) | 化验(不计时限)"),
            "8个工作日(不含检测时间、化验时间)",
        ),
        (
            ("检测 | 综合股 | 不计时限(检测) | 检测", "听证 | 综合股 | 不计时限(听证) | 听证"),
            "8个工作日(不含听证时间、检测时间)",
        ),
        (("复核 | 综合股 | 1工作日 | 复核",), "8个工作日"),
    ],
)
def test_what_the_promise_leaves_out_is_told(
    steps: tuple[str, ...], printed: str, declare: Callable[[str], Declared]
) -> None:
    """行政许可法 art. 45 wants it told in writing: each act once, with its days where they are declared."""
    rows = "".join(f"    - {row}\n" for row in steps)
    text = f"优化后:\n  时限: 8工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 登记\n{rows}"
    process = declare(text).checked_matter.after
    assert process is not None
    assert promise_text(process) == printed
    assert {place.line for place in promise_places(process)} == {
        2,
        *(range(5, 5 + len(steps)) if "不含" in printed else ()),
    }


def test_where_there_is_no_limit_nothing_is_left_out(declare: Callable[[str], Declared]) -> None:
    """无 is no number of days."""
    text = (
        "优化后:\n  时限: 无\n  流程:\n    - 受理 | 综合股 | 无 | 登记\n    - 听证 | 综合股 | 不计时限(听证) | 听证\n"
    )
    process = declare(text).checked_matter.after
    assert process is not None
    assert promise_text(process) == "无"
