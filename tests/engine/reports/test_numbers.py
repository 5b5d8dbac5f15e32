"""Quantities as words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.diff.compare import Difference
from engine.reports.numbers import change_text, percent_text, quantity_text, sides_text

Build = Callable[..., Difference]


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 3), "33.3%"),
        (Fraction(2, 13), "15.4%"),
        (Fraction(1, 16), "6.3%"),
        (Fraction(-1, 16), "-6.3%"),
        (Fraction(1), "100.0%"),
        (Fraction(0), "0.0%"),
        (None, "——"),
    ],
)
def test_a_share_has_one_decimal_rounded_half_away_from_zero(share: Fraction | None, text: str) -> None:
    """附件3 wants per cent; a base of 0 gives two em dashes."""
    assert percent_text(share) == text


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((6, 4), "环节 6→4(减2,33.3%)"),
        ((4, 5), "环节 4→5(增1,25.0%)"),
        ((0, 2), "环节 0→2(增2)"),
        ((4, 4), "环节 4(不变)"),
    ],
)
def test_a_count_says_whether_it_fell_or_rose(steps: tuple[int, int], text: str, difference: Build) -> None:
    """The sign is a word."""
    assert quantity_text(difference(steps=steps).steps) == text


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (("20工作日", "13工作日"), "时限 20→13工作日(减7,35.0%)"),
        (("20工作日", "20工作日"), "时限 20工作日(不变)"),
        (("10工作日", "即时"), "时限 10工作日→即时办结(减10,100.0%)"),
        (("即时", "即时"), "时限 即时办结(不变)"),
        (("1工作日", "4小时"), "时限 1→0.5工作日(减0.5,50.0%)"),
        (("无", "10工作日"), "时限 无→10工作日(原无时限)"),
        (("10工作日", "无"), "时限 10工作日→无(优化后无时限)"),
        (("无", "无"), "时限 无"),
        (("20自然日", "10工作日"), "时限 20自然日→10工作日(单位不同,不相减)"),
    ],
)
def test_a_time_names_its_kind_of_day_and_why_nothing_was_subtracted(
    limits: tuple[str, str], text: str, difference: Build
) -> None:
    """即时办结 and 无 are words, not 0."""
    assert quantity_text(difference(limits=limits).time_limit) == text


def test_the_sides_alone_have_no_brackets(difference: Build) -> None:
    """For the cells of a table."""
    one = difference()
    assert [sides_text(delta) for delta in one.deltas] == ["6→4", "9→6", "7→3", "20→13工作日"]


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
