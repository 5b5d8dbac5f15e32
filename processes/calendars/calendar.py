"""Working days and natural days added and counted.

A day counted from is never counted itself: 开始的当日不计入,自下一日开始计算 (民法典 art. 201, since 2021-01-01;
民法总则 art. 201, since 2017-10-01; before that 民法通则 art. 154). Working days are those of the State Council's
notices, without statutory holidays (行政许可法 art. 82; 行政强制法 art. 69; 行政处罚法 of 2021, art. 85).

Every question is one look into two arrays made beforehand: day → how many working days come before it, and number →
that working day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from processes.calendars.missing import NoCalendar, TooFar
from processes.calendars.packaged import packaged_years
from processes.calendars.weekends import nth_weekday, weekdays_until
from processes.calendars.year import SATURDAY, Year, declared_year
from processes.model.calendar import CalendarYear


class Reckoned(NamedTuple):
    """A day that was counted to; ``missing`` are the years on the way whose days off are not known yet.

    In those every weekday was taken for a working day, so the day is provisional: it may come to be another one.
    """

    day: date
    missing: tuple[int, ...] = ()

    @property
    def provisional(self) -> bool:
        """Whether a notice that is not there yet may move the day."""
        return bool(self.missing)


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is worked in ``years`` (in order, each once); ``calendar_of`` makes it.

    The methods that give a day or a number raise ``NoCalendar`` as soon as a year between start and end is not known;
    those that give a ``Reckoned`` go on with weekends alone and say so, but never into years before the first, whose
    notices are all out.
    """

    years: tuple[Year, ...]
    _first: int = field(init=False, compare=False, repr=False)
    """The ordinal of the first day."""
    _before: tuple[int, ...] = field(init=False, compare=False, repr=False)
    """Day, counted from the first → working days before it; one more than days, so that the next entry includes it."""
    _worked: tuple[date, ...] = field(init=False, compare=False, repr=False)
    """The working days, in order."""
    _gaps: frozenset[int] = field(init=False, compare=False, repr=False)
    """Years between the first and the last that are not known; in the arrays they have weekends alone."""

    def __post_init__(self) -> None:
        """Make the arrays."""
        known = {year.number: year for year in self.years}
        first, last = self.years[0].number, self.years[-1].number
        start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
        days = [date.fromordinal(number) for number in range(start, end + 1)]
        worked = [
            year.is_working_day(day) if (year := known.get(day.year)) else day.weekday() < SATURDAY for day in days
        ]
        object.__setattr__(self, "_first", start)
        object.__setattr__(self, "_before", tuple(accumulate(worked, initial=0)))
        object.__setattr__(self, "_worked", tuple(day for day, works in zip(days, worked, strict=True) if works))
        object.__setattr__(self, "_gaps", frozenset(range(first, last + 1)) - known.keys())

    def year(self, number: int) -> Year | None:
        """What is known of a year."""
        return next((year for year in self.years if year.number == number), None)

    def missing(self, one: date, other: date) -> tuple[int, ...]:
        """The years from the earlier to the later day that are not known, in order."""
        low, high = sorted((one.year, other.year))
        first, last = self.years[0].number, self.years[-1].number
        return tuple(year for year in range(low, high + 1) if not first <= year <= last or year in self._gaps)

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is worked. Raises ``NoCalendar``."""
        self._known(day, day)
        at = day.toordinal() - self._first
        return self._before[at + 1] > self._before[at]

    def add_working_days(self, start: date, number: int) -> date:
        """The ``number``-th working day after ``start``, which itself is not counted, worked or not.

        0 gives ``start`` as it is (即时); a negative number the so-many-th working day before ``start``. Raises
        ``NoCalendar``.
        """
        at = start.toordinal() - self._first
        if at < 0 or number <= 0 or self._gaps:
            return self._certain(self.reckon_working_days(start, number))
        try:
            return self._worked[self._before[at + 1] + number - 1]
        except IndexError:
            return self._certain(self.reckon_working_days(start, number))

    def add_to_each(self, starts: Sequence[date], number: int) -> list[date]:
        """``add_working_days`` of many days at once, in their order, in about half the time. Raises ``NoCalendar``."""
        if not starts or number <= 0 or self._gaps or min(starts).toordinal() < self._first:
            return [self.add_working_days(start, number) for start in starts]
        before, worked, further = self._before, self._worked, number - 1
        shift = self._first - 1
        try:
            return [worked[before[start.toordinal() - shift] + further] for start in starts]
        except IndexError:
            return [self.add_working_days(start, number) for start in starts]

    def reckon_working_days(self, start: date, number: int) -> Reckoned:
        """As ``add_working_days``, going on into years that are not known yet."""
        if number == 0:
            return Reckoned(start)
        self._not_before(start)
        # The number of the working day that is wanted, from 1 on.
        wanted = number + (self._until(start.toordinal()) if number > 0 else self._until(start.toordinal() - 1) + 1)
        if wanted < 1:
            raise NoCalendar((self.years[0].number - 1,), coming=False)
        day = self._nth(wanted)
        return Reckoned(day, self.missing(start, day))

    def count_working_days(self, after: date, until: date) -> int:
        """Working days after ``after``, up to and including ``until``; negative when ``until`` comes first.

        ``count_working_days(day, add_working_days(day, n)) == n`` for n ≥ 0, and for n < 0 when ``day`` is worked.
        Raises ``NoCalendar``.
        """
        self._known(after, until)
        return self.reckon_count(after, until)

    def reckon_count(self, after: date, until: date) -> int:
        """As ``count_working_days``; in the years that are ``missing(after, until)`` weekdays are counted."""
        self._not_before(min(after, until))
        return self._until(until.toordinal()) - self._until(after.toordinal())

    def add_natural_days(self, start: date, number: int, *, roll: bool) -> date:
        """The ``number``-th day after ``start``, which itself is not counted; negative: before it.

        ``roll``: a period of at least a day that would end on a day off ends on the next working day: 期间的最后一日
        是法定休假日的,以法定休假日结束的次日为期间的最后一日 (民法典 art. 203, 民法总则 art. 203, 民法通则 art. 154).
        That is the rule of private law; administrative law has no general one. For what the applicant has to do it is
        applied by analogy; whether an authority may use it for its own limit in 自然日 is open, so that the caller has
        to say. Limits in working days never end on a day off. What is counted backwards is not rolled: the rule is on
        the end. Raises ``NoCalendar`` only if the day off has to be known.
        """
        return self._certain(self.reckon_natural_days(start, number, roll=roll))

    def reckon_natural_days(self, start: date, number: int, *, roll: bool) -> Reckoned:
        """As ``add_natural_days``, going on into years that are not known yet."""
        try:
            end = start + timedelta(number)
        except OverflowError as error:
            raise TooFar from error
        if not roll or number <= 0:
            return Reckoned(end)
        self._not_before(end)
        day = self._nth(self._until(end.toordinal() - 1) + 1)
        return Reckoned(day, self.missing(end, day))

    def last_working_day_on_or_before(self, day: date) -> date:
        """``day`` if it is worked, else the working day before it: 2017-12-31 → 2017-12-29. Raises ``NoCalendar``."""
        self._known(day, day)
        wanted = self._until(day.toordinal())
        if wanted < 1:
            raise NoCalendar((self.years[0].number - 1,), coming=False)
        found = self._nth(wanted)
        self._known(found, day)
        return found

    def _until(self, ordinal: int) -> int:
        """Working days up to and including a day that is not before the first (the day before it: none)."""
        at = ordinal - self._first + 1
        if at < len(self._before):
            return self._before[at]
        return len(self._worked) + weekdays_until(ordinal) - weekdays_until(self._last)

    def _nth(self, number: int) -> date:
        """The working day of that number, from 1 on."""
        if number <= len(self._worked):
            return self._worked[number - 1]
        try:
            return date.fromordinal(nth_weekday(number - len(self._worked) + weekdays_until(self._last)))
        except (OverflowError, ValueError) as error:
            raise TooFar from error

    @property
    def _last(self) -> int:
        """The ordinal of the last day."""
        return self._first + len(self._before) - 2

    def _not_before(self, day: date) -> None:
        if day.toordinal() < self._first:
            raise NoCalendar(tuple(range(day.year, self.years[0].number)), coming=False)

    def _known(self, one: date, other: date) -> None:
        self._not_before(min(one, other))
        missing = self.missing(one, other)
        if missing:
            raise NoCalendar(missing, coming=True)

    @staticmethod
    def _certain(reckoned: Reckoned) -> date:
        if reckoned.missing:
            raise NoCalendar(reckoned.missing, coming=True)
        return reckoned.day


def calendar_of(declared: Iterable[CalendarYear] = ()) -> Calendar:
    """The calendar of the program's years and those that the user declares, which stand in place of the program's."""
    years = {year.number: year for year in packaged_years()}
    for own in declared:
        replaced = years.get(own.year)
        years[own.year] = declared_year(own, replaced.basis if replaced else "")
    return Calendar(tuple(years[number] for number in sorted(years)))
