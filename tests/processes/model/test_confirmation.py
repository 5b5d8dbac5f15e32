"""核对: 是 or 否, and the rest."""

from __future__ import annotations

import re

import pytest

from processes.model.confirmation import ANSWER_PATTERN, confirmation_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("是", (True, "")),
        (" 否 ", (False, "")),
        ("是,6月20日通过验收", (True, "6月20日通过验收")),
        ("是，已发文〔2018〕3号", (True, "已发文〔2018〕3号")),
        ("否(细则正在征求意见)", (False, "细则正在征求意见")),
        ("是(一)和(二)都已完成", (True, "(一)和(二)都已完成")),
        ("否。\n人员没有到位", (False, "人员没有到位")),
        ("是 已完成", (True, "已完成")),
        ("是:", (True, "")),
        *((text, None) for text in ("", "不是", "是否完成", "是的", "已完成", "否决", "yes", "√", "基本是")),
    ],
)
def test_an_answer_is_taken_apart(text: str, found: tuple[bool, str] | None) -> None:
    """A word that only begins with one of the two is no answer; an editor says the same."""
    answer = confirmation_of(text)
    assert (answer and (answer.yes, answer.remark)) == found
    assert bool(re.match(ANSWER_PATTERN, text)) == (found is not None)
