"""The working days of a run as dates, for limits in natural days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from engine.simulation.routing import Floats
from processes.calendars.calendar import Calendar


@dataclass(frozen=True, slots=True, eq=False)
class WorkedDays:
    """Working day number 0 is the first of ``year``; ``number`` are those of the year."""

    calendar: Calendar
    year: int
    number: int

    def ordinals(self, days: Floats) -> Floats:
        """Numbers of working days (whole, from 0) → ordinals of their dates; far ahead by weekends alone."""
        unique, places = np.unique(days, return_inverse=True)
        eve = date(self.year - 1, 12, 31)
        dates = [self.calendar.reckon_working_days(eve, int(day) + 1).day.toordinal() for day in unique]
        return np.array(dates, dtype=np.float64)[places]


def worked_days(calendar: Calendar, year: int) -> WorkedDays:
    """The working days from the beginning of ``year``. Raises ``NoCalendar`` for a year that is not known."""
    number = calendar.count_working_days(date(year - 1, 12, 31), date(year, 12, 31))
    return WorkedDays(calendar, year, number)
