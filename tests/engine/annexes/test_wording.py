"""Words that several forms share."""

from __future__ import annotations

import pytest

from engine.annexes.wording import numbered, numeral, steps_text


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
