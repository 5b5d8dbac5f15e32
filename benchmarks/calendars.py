"""Working days added, beside a walk day by day and beside chinesecalendar, in one run.

    python -m benchmarks.calendars [additions]

Prints additions a second, call by call and many at once (goal: at least 1,000,000), their ratio to a walk over a set
of working days and to ``chinese_calendar.find_workday``, and what making the calendar costs. The limits are 1 to 60
working days from days of 2006 to 2025, the same for all. Each side's best of the rounds, in processor seconds, sides in
turn; the slow ones do a part of the additions. That all agree is checked before anything is timed.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import chinese_calendar

from processes.calendars.calendar import Calendar, calendar_of
from processes.calendars.packaged import packaged_years

ROUNDS = 7
SLOW, SLOWEST = 50, 2000
"""The walk and the package do one addition in so many."""
AT_ONCE = 20
"""Working days that are added to all starts at once (行政许可法 art. 42)."""
DAY = timedelta(1)
FIRST, LAST = date(2006, 1, 1), date(2025, 12, 31)

Additions = list[tuple[date, int]]


def one_by_one(calendar: Calendar, additions: Additions) -> list[date]:
    """A call for each."""
    add = calendar.add_working_days
    return [add(start, number) for start, number in additions]


def walked(worked: frozenset[date], additions: Additions) -> list[date]:
    """Day by day, over a set made beforehand."""
    ends = []
    for start, number in additions:
        day, left = start, number
        while left:
            day += DAY
            left -= day in worked
        ends.append(day)
    return ends


def with_package(additions: Additions) -> list[date]:
    """By chinesecalendar: its zeroth working day from tomorrow on is the first after today."""
    return [chinese_calendar.find_workday(number - 1, start + DAY) for start, number in additions]


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes, the garbage collector off."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    span = (LAST - FIRST).days
    additions = [(FIRST + DAY * chance.randint(1, span), chance.randint(1, 60)) for _ in range(count)]
    calendar = calendar_of()
    days = (FIRST + DAY * number for number in range(span + 200))
    worked = frozenset(day for day in days if calendar.is_working_day(day))
    few, fewest = additions[::SLOW], additions[::SLOWEST]
    starts = [start for start, _ in additions]
    assert one_by_one(calendar, few) == walked(worked, few)
    assert one_by_one(calendar, fewest) == with_package(fewest)
    rounds = [
        (
            seconds(lambda: one_by_one(calendar, additions)) / len(additions),
            seconds(lambda: calendar.add_to_each(starts, AT_ONCE)) / len(additions),
            seconds(lambda: walked(worked, few)) / len(few),
            seconds(lambda: with_package(fewest)) / len(fewest),
        )
        for _ in range(ROUNDS)
    ]
    single, batch, walk, package = (min(times) for times in zip(*rounds, strict=True))
    print(
        f"{len(additions)} additions, chinesecalendar {chinese_calendar.__version__}, Python {sys.version.split()[0]}"
    )
    print(f"call by call: {1 / single:,.0f} additions/s  (goal >= 1,000,000)")
    print(f"many at once: {1 / batch:,.0f} additions/s  (goal >= 1,000,000)")
    print(f"a walk over a set: {1 / walk:,.0f}/s; {walk / single:.0f} times as long as a call")
    print(f"chinesecalendar: {1 / package:,.0f}/s; {package / single:,.0f} times as long as a call")
    packaged_years.cache_clear()
    print(f"reading the years and making the calendar: {seconds(calendar_of) * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
