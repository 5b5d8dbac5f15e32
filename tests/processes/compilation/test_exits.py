"""What the ways out of a step are called."""

from __future__ import annotations

import pytest

from processes.compilation.exits import opposite


@pytest.mark.parametrize(
    ("condition", "label"),
    [
        ("不同意", "同意"),
        ("未通过", "通过"),
        ("材料不齐全", "材料齐全"),
        ("需补充材料", "不需补充材料"),
        ("无异议", "有异议"),
        ("材料齐全", "材料不齐全"),
        ("属于即办件", "不属于即办件"),
        ("情况复杂", "其他情形"),
        ("申请人提出异议", "其他情形"),
        ("意见有分歧", "其他情形"),
        ("不", "其他情形"),
        ("不动产已抵押", "其他情形"),
        ("申请人未成年", "其他情形"),
    ],
)
def test_the_way_not_taken_says_the_opposite_or_nothing(condition: str, label: str) -> None:
    """不 is added or dropped; the 不 of a noun is left alone."""
    assert opposite(condition) == label
