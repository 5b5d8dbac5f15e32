"""Weekdays counted without a calendar: Monday to Friday, for years whose days off nobody knows yet.

Day 1 of Python's ordinals, 0001-01-01, is a Monday, so whole weeks are multiples of seven.
"""

from __future__ import annotations

from datetime import date

_WORKING, _WEEK = 5, 7


def weekdays_until(ordinal: int) -> int:
    """How many weekdays there are up to and including the day of that ordinal."""
    weeks, rest = divmod(ordinal, _WEEK)
    return _WORKING * weeks + min(rest, _WORKING)


def nth_weekday(number: int) -> int:
    """The ordinal of the ``number``-th weekday (from 1); what ``weekdays_until`` counts back."""
    weeks, rest = divmod(number - 1, _WORKING)
    return _WEEK * weeks + rest + 1


def weekday_name(day: date) -> str:
    """星期一 to 星期日."""
    return f"星期{'一二三四五六日'[day.weekday()]}"
