"""时限钟: one limit that runs: how much of it is used, how much was paused, when it ends, and its card.

Rules of counting, each day either counted or not:

- The day from which a limit runs is not counted (民法典 art. 201); working days are those of 行政许可法 art. 82.
- A part of a day needs that day: the budget is the limit rounded up to whole days. Hours are eighths of a working day
  (declaration format §2), so 4小时 and 8小时 have a budget of 1 day, 9小时 of 2.
- A paused day is not counted (行政许可法 art. 45; ``engine.cases.suspensions`` says which days are paused).
- The limit ends with the last day of its budget. If that is a day off, it ends on the next working day (民法典
  art. 203; only a limit in natural days can come there by counting). If the clock is paused just then, it ends with
  the day on which it goes on: who pauses on the last day has that last day when the pause is over. 即时 ends on the
  day on which it begins, worked or not.
- An extension (行政许可法 art. 42) is so many days more of the same budget.
- As long as a pause lasts whose end nobody knows, there is no last day, unless the limit was over before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from engine.cases.cards import USUAL, Card, WarningRule
from engine.cases.counting import Counting
from engine.cases.history import Pause
from engine.cases.suspensions import Span, Suspension, ledger, spans_of
from processes.calendars.calendar import Calendar
from processes.model.limits import DayKind, TimeLimit


@dataclass(frozen=True, slots=True)
class Rules:
    """What the clocks of a city go by: its calendar, whether natural days roll, and when it warns."""

    calendar: Calendar
    roll: bool = True
    warning: WarningRule = USUAL

    def counting(self, limit: TimeLimit) -> Counting:
        """The days of a limit; of one without a unit (无, 即时) working days."""
        return Counting(self.calendar, natural=limit.unit is DayKind.NATURAL, roll=self.roll)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A limit that has run from ``started`` (not counted) to ``ended``, or still runs on ``seen``.

    ``budget``: the days that it grants, None for 无. ``used``: days counted until then; ``over``: those of them after
    ``due``. ``due``: the last day in time; None for 无 and while a pause lasts. ``warns_on``: the first day of the
    yellow card, None likewise. ``missing``: years on the way whose days off are not known: the days are provisional.
    ``extended``: days of the budget that were added to the limit.
    """

    limit: TimeLimit
    started: date
    ended: date | None
    seen: date
    budget: int | None
    used: int
    over: int
    due: date | None
    warns_on: date | None
    suspensions: tuple[Suspension, ...] = ()
    missing: tuple[int, ...] = ()
    extended: int = 0

    @property
    def until(self) -> date:
        """The day up to which days were counted."""
        return self.seen if self.ended is None else self.ended

    @property
    def left(self) -> int | None:
        """Days of the budget that are not used; below 0 when it is overdrawn. ``used + left == budget``."""
        return None if self.budget is None else self.budget - self.used

    @property
    def paused(self) -> int:
        """Days that were not counted because of pauses."""
        return sum(one.days for one in self.suspensions)

    @property
    def is_paused(self) -> bool:
        """Whether it does not run at present."""
        return self.ended is None and any(one.until is None for one in self.suspensions)

    @property
    def is_late(self) -> bool:
        """Whether the last day is over, or was when it ended."""
        return self.due is not None and self.until > self.due

    @property
    def provisional(self) -> bool:
        """Whether a notice of days off that is not there yet may change its last day."""
        return self.due is not None and any(year <= self.due.year for year in self.missing)

    @property
    def is_about(self) -> bool:
        """Whether such a notice may change the number of days used, left or over."""
        return any(year <= self.until.year for year in self.missing)

    @property
    def card(self) -> Card:
        """Red when late; yellow from ``warns_on`` while it runs; green otherwise, and while it is paused."""
        if self.is_late:
            return Card.RED
        running = self.ended is None and self.due is not None
        return Card.YELLOW if running and self.warns_on is not None and self.seen >= self.warns_on else Card.GREEN


def clock_of(  # noqa: PLR0913 - what runs, since when, until when, without what, seen when, by what rules, how much longer
    limit: TimeLimit,
    started: date,
    ended: date | None,
    pauses: Iterable[Pause],
    today: date,
    rules: Rules,
    extended: int = 0,
) -> Clock:
    """The clock as it stands at the end of ``today``, which does not come before ``started``.

    ``extended``: days that have been added to a limit that is one.

    What lies after ``today`` is not looked at: an ``ended`` then is none, a pause then has not begun or not ended.
    Raises ``NoCalendar`` for working days before the first year that is known.
    """
    if ended is not None and ended > today:
        ended = None
    counting = rules.counting(limit)
    until = today if ended is None else ended
    spans = spans_of(pauses, started, until, ended=ended is not None)
    lines = ledger(spans, until, counting)
    used = counting.between(started, until) - sum(line.days for line in lines)
    if limit.amount is None or limit.excluded:
        missing = () if counting.natural else rules.calendar.missing(started, until)
        return Clock(
            limit=limit, started=started, ended=ended, seen=today, budget=None, used=used, over=0, due=None,
            warns_on=None, suspensions=lines, missing=missing,
        )  # fmt: skip
    budget = ceil(limit.days) + extended
    last = _spent(started, budget, spans, counting)
    due = None if last is None else _end(last, spans, counting) if budget else _resumed(last, spans)
    return Clock(
        limit=limit,
        started=started,
        ended=ended,
        seen=today,
        budget=budget,
        used=used,
        over=0 if due is None or until <= due else _unpaused(due, until, spans, counting),
        due=due,
        warns_on=_spent(started, budget - rules.warning.lead(budget), spans, counting),
        suspensions=lines,
        missing=_missing(started, last, due, until, counting) if budget else (),
        extended=extended,
    )


def _spent(start: date, number: int, spans: Sequence[Span], counting: Counting) -> date | None:
    """The ``number``-th counted day after ``start`` that is not paused; None if an endless pause comes before it."""
    for span in spans:
        between = counting.between(start, span.after)
        if between >= number:
            break
        if span.until is None:
            return None
        number -= between
        start = span.until
    return counting.later(start, number)


def _end(day: date, spans: Sequence[Span], counting: Counting) -> date | None:
    """The first day from ``day`` on with which a limit may end: not one off, and not one at whose end it is paused."""
    if not spans and not counting.natural:
        return day  # the last of so many working days is one
    found = _resumed(day, spans)
    while found is not None:
        rolled = counting.end(found)
        resumed = _resumed(rolled, spans)
        if resumed == rolled:
            return rolled
        found = resumed
    return None


def _resumed(day: date, spans: Sequence[Span]) -> date | None:
    """The day itself, or the day on which the clock goes on that is paused at the end of ``day``."""
    for span in spans:
        if span.after <= day:
            if span.until is None:
                return None
            day = max(day, span.until)
    return day


def _unpaused(after: date, until: date, spans: Sequence[Span], counting: Counting) -> int:
    """Counted days after ``after`` up to ``until`` that are not paused."""
    days = counting.between(after, until)
    for span in spans:
        first, last = max(span.after, after), until if span.until is None else min(span.until, until)
        if first < last:
            days -= counting.between(first, last)
    return days


def _missing(start: date, last: date | None, due: date | None, until: date, counting: Counting) -> tuple[int, ...]:
    """The years not known yet that a day of the clock depends on; natural days depend on them by their end alone."""
    calendar = counting.calendar
    if not counting.natural:
        return calendar.missing(start, until if due is None else max(until, due))
    return calendar.missing(last, due) if counting.roll and last is not None and due is not None else ()
