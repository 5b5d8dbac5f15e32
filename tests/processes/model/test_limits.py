"""时限 as a value."""

from __future__ import annotations

from fractions import Fraction

import pytest

from processes.model.limits import IMMEDIATE, NO_LIMIT, DayKind, TimeLimit, number_text


@pytest.mark.parametrize(
    ("limit", "days", "kind", "text", "official"),
    [
        (TimeLimit(Fraction(20), DayKind.WORKING), 20, DayKind.WORKING, "20工作日", "20个工作日"),
        (TimeLimit(Fraction(60), DayKind.NATURAL), 60, DayKind.NATURAL, "60自然日", "60个自然日"),
        (TimeLimit(Fraction(12), DayKind.HOUR), Fraction(3, 2), DayKind.WORKING, "12小时", "12个小时"),
        (TimeLimit(Fraction(1, 8), DayKind.WORKING), Fraction(1, 8), DayKind.WORKING, "0.125工作日", "0.125个工作日"),
        (IMMEDIATE, 0, None, "即时", "即时办结"),
        (NO_LIMIT, 0, None, "无", "无"),
        (TimeLimit(None, None, "听证"), 0, None, "不计时限(听证)", "不计时限(听证)"),
        (TimeLimit(Fraction(20), DayKind.WORKING, "招标"), 0, None, "20工作日不计时限(招标)", "不计时限(招标)"),
    ],
)
def test_a_limit(limit: TimeLimit, days: Fraction, kind: DayKind | None, text: str, official: str) -> None:
    """What it counts, and how it is written and printed."""
    assert (limit.days, limit.day_kind, str(limit), limit.official) == (days, kind, text, official)


def test_none_at_once_and_not_counted_are_told_apart() -> None:
    """Three different things that all count 0."""
    excluded = TimeLimit(None, None, "听证")
    assert [(one.is_none, one.is_immediate) for one in (NO_LIMIT, IMMEDIATE, excluded)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (3, "3"),
        (Fraction(1, 2), "0.5"),
        (Fraction(99, 8), "12.375"),
        (Fraction(10), "10"),
        (Fraction(100, 3), "33.333333"),
    ],
)
def test_a_number_as_people_write_it(number: Fraction | int, text: str) -> None:
    """No trailing zeros."""
    assert number_text(number) == text
