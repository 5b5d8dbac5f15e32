"""Fixers are found by a walk; and what is one slip."""

from __future__ import annotations

import pytest

from processes.declaration.repairs import one_slip
from processes.fixes.fixer import fixers


def test_every_fixer_is_found_and_says_what_it_does() -> None:
    """In the order of the modules' names."""
    assert [fixer.name for fixer in fixers()] == ["依据按效力层级排列", "全角改半角", "去掉行末空格"]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("时限", "时限", False),
        ("时线", "时限", True),
        ("时", "时限", True),
        ("时限时", "时限", True),
        ("限时", "时限", True),
        ("支线", "时限", False),
        ("年件办量", "年办件量", True),
        ("办年件量", "年办件量", True),
        ("年量件办", "年办件量", False),
        ("甲", "乙", True),
        ("", "甲", True),
        ("", "", False),
        ("甲乙丙丁", "甲乙", False),
    ],
)
def test_one_slip(one: str, other: str, slip: bool) -> None:
    """A character too many, too few, another, or two swapped; either way round."""
    assert one_slip(one, other) is slip
    assert one_slip(other, one) is slip
