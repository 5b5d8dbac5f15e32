"""The clocks of a case put to use: when its cards are shown, for what, and when to look at it again.

A card belongs to a limit: that of the 环节 (or named 并联) where the file is, 承诺时限, or 法定时限. Each is shown
once, at an 环节 once a visit; a limit that is over when it is looked at is shown red, and not yellow first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from engine.cases.attempt import Attempt
from engine.cases.cards import Card, WarningRule
from engine.cases.clocks import Clock, Rules
from engine.cases.course import Course
from engine.cases.definition import Definition
from engine.cases.ledger import Accounts, Ledger
from engine.cases.times import beijing_day
from processes.calendars.calendar import Calendar
from processes.model.case import CaseEvent, CaseStatus, EventKind

STEP, PROMISE, STATUTORY = "环节时限", "承诺时限", "法定时限"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that runs: whose it is, and at which 环节 (its key, empty for the whole case)."""

    name: str
    step: str
    clock: Clock

    def is_shown(self, course: Course, card: Card) -> bool:
        """Whether the card has been shown for it since it began to run.

        The file may have left a step and come back to it on the day of the card, which was then of the visit before.
        """
        for one in reversed(course.events):
            if one.kind is EventKind.CARDED and (one.reason, one.event, one.node) == (card, self.name, self.step):
                return beijing_day(one.at) >= self.clock.started
            left = course.step_left(one) if self.step else None
            if left is not None and left.key == self.step:
                return False
        return False


def accounts_of(definition: Definition, calendar: Calendar) -> Accounts:
    """What the clocks of a definition go by: the readings that its plan chose, and the days off."""
    switches = definition.switches
    rules = Rules(calendar, roll=switches.natural_end == "顺延", warning=WarningRule(switches.warning))
    return Accounts(
        definition.process, definition.matter.statutory, rules, until_decision=switches.promise_until == "决定"
    )


def running(course: Course, ledger: Ledger) -> tuple[Limit, ...]:
    """The limits that run; none of a case that is closed."""
    if course.status is CaseStatus.CLOSED:
        return ()
    whole = ((PROMISE, ledger.promise.clock), (STATUTORY, ledger.statutory.clock))
    steps = (Limit(STEP, one.step.key, one.clock) for one in ledger.running)
    limits = (*steps, *(Limit(name, "", clock) for name, clock in whole if clock))
    return tuple(one for one in limits if one.clock.budget is not None and one.clock.ended is None)


def kept(course: Course, ledger: Ledger) -> tuple[Limit, ...]:
    """The limits of the whole case that have run out their course, of one that is closed; late ones are red."""
    if course.status is not CaseStatus.CLOSED:
        return ()
    whole = ((PROMISE, ledger.promise.clock), (STATUTORY, ledger.statutory.clock))
    return tuple(Limit(name, "", clock) for name, clock in whole if clock and clock.budget is not None)


def cards_due(course: Course, ledger: Ledger, attempt: Attempt) -> tuple[CaseEvent, ...]:
    """The cards to be shown on the day of ``attempt``, on which ``ledger`` was drawn up, as events."""
    found = []
    for number, limit in enumerate(running(course, ledger), 1):
        card = limit.clock.card
        if card is not Card.GREEN and not limit.is_shown(course, card):
            named = Attempt(unit=attempt.unit, person=attempt.person, at=attempt.at, key=f"{attempt.key}#{number}")
            found.append(named.event(EventKind.CARDED, node=limit.step, event=limit.name, reason=card))
    return tuple(found)


def days_of_cards(course: Course, ledger: Ledger) -> Iterator[tuple[Card, date]]:
    """The days on which cards come to be due."""
    for limit in running(course, ledger):
        clock = limit.clock
        if clock.due is None or limit.is_shown(course, Card.RED):
            continue
        yield Card.RED, clock.due + timedelta(1)
        if clock.warns_on and not clock.is_late and not limit.is_shown(course, Card.YELLOW):
            yield Card.YELLOW, clock.warns_on
