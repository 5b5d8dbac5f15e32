"""What a case waits for a day to do, and what happens when the day has come."""

from __future__ import annotations

from collections.abc import Iterator

from engine.cases import deeming
from engine.cases.course import Course
from processes.calendars.calendar import Calendar
from processes.model.case import Timer, TimerKind


def timers_of(number: str, course: Course, calendar: Calendar) -> tuple[Timer, ...]:
    """The timers of a case; days in years whose days off are not known yet are looked at again then."""
    return tuple(_timers(number, course, calendar))


def _timers(number: str, course: Course, calendar: Calendar) -> Iterator[Timer]:
    if deeming.waits(course):
        yield Timer(number, TimerKind.DEEMED, deeming.day_of_deeming(course, calendar).day)
