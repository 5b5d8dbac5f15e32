"""The days that a limit counts: those of one unit, in one calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from processes.calendars.calendar import Calendar
from processes.calendars.missing import TooFar


@dataclass(frozen=True, slots=True)
class Counting:
    """Working days of ``calendar``, or with ``natural`` all days.

    ``roll``: whether a limit in natural days that would end on a day off ends on the next working day (民法典 art. 203;
    whether an authority may use that for its own limit is open, see ``Calendar.add_natural_days``). In years whose days
    off are not known yet weekends alone are taken off; years before the first known raise ``NoCalendar``.
    """

    calendar: Calendar
    natural: bool = False
    roll: bool = True

    def between(self, after: date, until: date) -> int:
        """The counted days after ``after``, up to and including ``until``, which does not come before it."""
        return (until - after).days if self.natural else self.calendar.reckon_count(after, until)

    def later(self, start: date, number: int) -> date:
        """The ``number``-th counted day after ``start``; ``start`` itself for 0."""
        if not self.natural:
            return self.calendar.reckon_working_days(start, number).day
        try:
            return start + timedelta(number)
        except OverflowError as error:
            raise TooFar from error

    def end(self, day: date) -> date:
        """The day on which a limit ends that would end on ``day``."""
        if self.natural:
            return self.calendar.reckon_natural_days(day - timedelta(1), 1, roll=self.roll).day
        return self.calendar.reckon_working_days(day - timedelta(1), 1).day
