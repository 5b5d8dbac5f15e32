"""What a case waits for a day to do."""

from __future__ import annotations

from engine.cases import deeming
from engine.cases.cards import Card
from engine.cases.course import Course
from engine.cases.ledger import Ledger
from engine.cases.timing import days_of_cards
from processes.calendars.calendar import Calendar
from processes.model.case import Timer, TimerKind

_KINDS = {Card.YELLOW: TimerKind.YELLOW, Card.RED: TimerKind.RED}


def timers_of(number: str, course: Course, ledger: Ledger, calendar: Calendar) -> tuple[Timer, ...]:
    """The timers of a case, of each kind the first; days in years whose days off are not known are provisional.

    Whoever looks at the case on that day reckons again.
    """
    days = {card: [day for one, day in days_of_cards(course, ledger) if one is card] for card in _KINDS}
    timers = [Timer(number, _KINDS[card], min(found)) for card, found in days.items() if found]
    if deeming.waits(course):
        timers.append(Timer(number, TimerKind.DEEMED, deeming.day_of_deeming(course, calendar).day))
    return tuple(timers)
