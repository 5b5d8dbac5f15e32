"""A hundred thousand additions of working days, each equal to a walk day by day over another source."""

from __future__ import annotations

import random
from datetime import date

from processes.calendars.calendar import calendar_of
from tests.processes.calendars.oracle import walk, walked_count

ADDITIONS = 100_000


def test_a_hundred_thousand_additions_equal_the_walk() -> None:
    """One by one, many at once, backwards, and counted."""
    calendar = calendar_of()
    chance = random.Random(2018)  # noqa: S311 - a sample, no secret
    first, last = date(2005, 1, 1).toordinal(), date(2025, 9, 1).toordinal()
    starts = [date.fromordinal(chance.randint(first, last)) for _ in range(ADDITIONS)]
    for start in starts:
        number = chance.randint(-60, 60)
        end = walk(start, number)
        assert calendar.add_working_days(start, number) == end, (start, number)
        low, high = sorted((start, end))
        assert calendar.count_working_days(low, high) == walked_count(low, high), (low, high)
    number = chance.randint(1, 60)
    assert calendar.add_to_each(starts, number) == [walk(start, number) for start in starts]
