"""Numbers of paragraphs, and fees of which not everything is known."""

from __future__ import annotations

import pytest

from engine.annexes.notice_wording import basis_text, conditions_text, fees_text, materials_text, ordinal
from processes.model.matter import Fee


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")]
)
def test_paragraphs_are_numbered_as_in_official_papers(number: int, text: str) -> None:
    """一 to 九十九."""
    assert ordinal(number) == text


@pytest.mark.parametrize(
    ("fee", "text"),
    [
        (Fee(item="工本费", standard="每证4元", basis="《目录》"), "工本费:每证4元(依据:《目录》)"),
        (Fee(item="工本费", standard="每证4元"), "工本费:每证4元"),
        (Fee(item="工本费", basis="《目录》"), "工本费(依据:《目录》)"),
        (Fee(item="工本费"), "工本费"),
    ],
)
def test_a_fee_says_what_is_known_of_it(fee: Fee, text: str) -> None:
    """Item, standard, basis."""
    assert fees_text([fee]) == text


def test_nothing_is_said_to_be_nothing() -> None:
    """无 in every list."""
    assert [basis_text([]), conditions_text([]), fees_text([]), materials_text([])] == ["无"] * 4
