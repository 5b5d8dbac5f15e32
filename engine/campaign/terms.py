"""阶段期限: the last day of a stage, the last working day in it, and where a date stands to them.

Source: 工作方案 二 (“月末”), domain annexes §0.2: 2017-12-31 was a Sunday and 2018-03-31 a Saturday, so that the last
working day before is shown with them. What is filed on the last day itself is in time, worked or not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from processes.calendars.calendar import Calendar
from processes.model.plan import Stage


class Phase(StrEnum):
    """Where a date stands to a stage."""

    OVER = "已到期"
    NOW = "进行中"
    """No stage that is still open ends earlier."""
    LATER = "未到期"
    """Another stage ends first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A stage on ``day``. ``number`` from 1; ``due``: last day; ``last_worked``: last working day up to it.

    ``left``: working days from the date (not counted) to ``due`` (counted); once it is over, minus the working days
    since. ``provisional``: days off of some year on the way are not known yet, weekends alone were taken off.
    """

    day: date
    number: int
    name: str
    deliverables: tuple[str, ...]
    due: date
    last_worked: date
    phase: Phase
    left: int
    provisional: bool = False


def terms_of(stages: Iterable[Stage], calendar: Calendar, day: date) -> tuple[Term, ...]:
    """The stages of a plan on ``day``. Raises ``NoCalendar`` for years before the first that is known."""
    listed = tuple(stages)
    next_due = min((stage.due for stage in listed if stage.due >= day), default=date.max)
    return tuple(_term(number, stage, calendar, day, next_due) for number, stage in enumerate(listed, 1))


def days_late(term: Term, filed: date, calendar: Calendar) -> int:
    """Working days after the last day of the stage up to ``filed``; 0 also for a day off right after it."""
    return max(0, calendar.reckon_count(term.due, filed))


def _term(number: int, stage: Stage, calendar: Calendar, day: date, next_due: date) -> Term:
    is_worked = calendar.reckon_count(stage.due - timedelta(1), stage.due)
    last = stage.due if is_worked else calendar.reckon_working_days(stage.due, -1).day
    phase = Phase.OVER if stage.due < day else Phase.NOW if stage.due == next_due else Phase.LATER
    return Term(
        day=day,
        number=number,
        name=str(stage.name),
        deliverables=tuple(map(str, stage.deliverables)),
        due=stage.due,
        last_worked=last,
        phase=phase,
        left=calendar.reckon_count(day, stage.due),
        provisional=bool(calendar.missing(min(day, last), max(day, stage.due))),
    )
