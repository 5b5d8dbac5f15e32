"""A change as a share."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.reports.numbers import change_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 3), "−33.3%"),
        (Fraction(1, 2), "−50%"),
        (Fraction(-1, 12), "+8.3%"),
        (Fraction(1), "−100%"),
        (Fraction(0), "不变"),
        (0, "不变"),
    ],
)
def test_what_becomes_less_has_a_minus_and_one_decimal_at_most(share: Fraction | int, text: str) -> None:
    """The true minus, as in the line of a matter; half away from zero."""
    assert change_text(share) == text
