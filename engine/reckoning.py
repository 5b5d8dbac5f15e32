"""到期日: the day on which a time limit ends, or the days between two, and what was left out on the way.

The working days are those of the calendar; here stands what a person wants to see to believe the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from processes.calendars.calendar import Calendar, Reckoned
from processes.calendars.deadlines import deadline
from processes.calendars.missing import NoCalendar
from processes.calendars.weekends import weekday_name
from processes.calendars.year import SATURDAY, Year
from processes.model.limits import TimeLimit

PERIOD_LAWS = (
    (date(2021, 1, 1), "《民法典》第二百零一条", "《民法典》第二百零三条"),
    (date(2017, 10, 1), "《民法总则》第二百零一条", "《民法总则》第二百零三条"),
    (date.min, "《民法通则》第一百五十四条", "《民法通则》第一百五十四条"),
)
"""Since when → the article by which the first day is not counted, and that by which a last day off is put off."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Days off in a row, ``first`` to ``last``, with a festival among them; ``basis`` is the notice."""

    first: date
    last: date
    name: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """From ``start``, not counted, to ``end``, counted (with ``back`` the other way round).

    ``limit`` is what was counted, None when both days were given. ``working`` and ``natural`` days lie between; of the
    others, ``rests`` are festivals and ``weekends`` so many plain weekend days; ``worked`` are weekend days worked.
    ``rolled_from``: the day off on which the period would have ended. ``missing``: years whose days off are not known
    yet, so that all of it is provisional. ``own``: years that stand in 日历 files of the user's.
    """

    start: date
    end: date
    limit: TimeLimit | None
    back: bool
    working: int
    natural: int
    rests: tuple[Rest, ...]
    weekends: int
    worked: tuple[date, ...]
    rolled_from: date | None
    missing: tuple[int, ...]
    own: tuple[Year, ...]

    @property
    def start_law(self) -> str:
        """The article by which ``start`` is not counted."""
        return next(article for since, article, _ in PERIOD_LAWS if self.start >= since)

    @property
    def end_law(self) -> str:
        """The article by which a period that ends on a day off ends on the next working day."""
        return next(article for since, _, article in PERIOD_LAWS if self.start >= since)


def spoken(day: date) -> str:
    """A day as it is shown: 2018-02-22(星期四)."""
    return f"{day}({weekday_name(day)})"


def limit_reckoned(  # noqa: PLR0913 - as of ``deadline``
    calendar: Calendar, start: date, limit: TimeLimit, *, roll: bool, provisional: bool = False, back: bool = False
) -> Reckoning | None:
    """When ``limit`` ends; None when it has no end. Parameters and errors as of ``deadline``."""
    found = deadline(calendar, start, limit, roll=roll, provisional=provisional, back=back)
    if found is None:
        return None
    plain = deadline(calendar, start, limit, roll=False, provisional=True, back=back)
    rolled_from = plain.day if plain is not None and plain.day != found.day else None
    return _reckoning(calendar, start, found, limit=limit, back=back, rolled_from=rolled_from)


def days_reckoned(calendar: Calendar, start: date, end: date, *, provisional: bool = False) -> Reckoning:
    """The days after ``start`` up to ``end``, which does not come before it. Raises ``NoCalendar``."""
    missing = calendar.missing(start, end)
    coming = start.year >= calendar.years[0].number
    if missing and not (coming and provisional):
        raise NoCalendar(missing, coming=coming)
    return _reckoning(calendar, start, Reckoned(end, missing), limit=None, back=False, rolled_from=None)


def _reckoning(  # noqa: PLR0913 - what was counted, and how
    calendar: Calendar, start: date, found: Reckoned, *, limit: TimeLimit | None, back: bool, rolled_from: date | None
) -> Reckoning:
    end = found.day
    known = {year.number: year for year in calendar.years}
    # The day that is counted from is left out; by ordinals, as there may be no day beside it.
    first, last = (end.toordinal(), start.toordinal() - 1) if back else (start.toordinal() + 1, end.toordinal())
    days = [date.fromordinal(number) for number in range(first, last + 1)]
    off = [day for day in days if not _works(day, known)]
    rests = tuple(_rests(off, known))
    return Reckoning(
        start=start,
        end=end,
        limit=limit,
        back=back,
        working=len(days) - len(off),
        natural=len(days),
        rests=rests,
        weekends=len(off) - sum((rest.last - rest.first).days + 1 for rest in rests),
        worked=tuple(day for day in days if day.weekday() >= SATURDAY and _works(day, known)),
        rolled_from=rolled_from,
        missing=found.missing,
        own=tuple(known[number] for number in sorted({day.year for day in days} & known.keys()) if known[number].file),
    )


def _works(day: date, known: dict[int, Year]) -> bool:
    year = known.get(day.year)
    return year.is_working_day(day) if year else day.weekday() < SATURDAY


def _rests(off: list[date], known: dict[int, Year]) -> Iterator[Rest]:
    """The rows of days off that have a festival among them, weekends next to it included."""
    for _, group in groupby(enumerate(off), lambda pair: pair[1].toordinal() - pair[0]):
        row = [day for _, day in group]
        named = [year.days_off[day] for day in row if (year := known.get(day.year)) and day in year.days_off]
        if named:
            names, bases = (dict.fromkeys(words) for words in zip(*named, strict=True))
            yield Rest(row[0], row[-1], "、".join(names), "、".join(bases))
