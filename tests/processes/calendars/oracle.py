"""Working days by another source and by walking: slow, and sharing nothing with what is tested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import chinese_calendar

DAY = timedelta(1)
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)

LACKING = date(2005, 12, 31)
"""A Saturday worked by the notice for 2006 (国办发明电〔2005〕35号); chinesecalendar 1.11.0 does not know it."""


def days(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Every day from ``first`` to ``last``."""
    while first <= last:
        yield first
        first += DAY


@cache
def worked() -> frozenset[date]:
    """The working days of 2004 to 2026 as chinesecalendar has them."""
    return frozenset(day for day in days() if day == LACKING or chinese_calendar.is_workday(day))


def walk(start: date, number: int) -> date:
    """The ``number``-th working day after (before, if negative) ``start``, day by day."""
    step = DAY if number > 0 else -DAY
    day, left = start, abs(number)
    while left:
        day += step
        assert FIRST <= day <= LAST
        left -= day in worked()
    return day


def walked_count(after: date, until: date) -> int:
    """The working days after ``after``, up to and including ``until``, day by day."""
    return sum(day in worked() for day in days(after + DAY, until))
