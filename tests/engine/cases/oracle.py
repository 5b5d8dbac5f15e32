"""A limit told day by day: slow, and sharing nothing with what is tested but the words of a pause."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from engine.cases.history import Pause
from processes.model.limits import DayKind, TimeLimit
from tests.processes.calendars.oracle import DAY, days, worked


@dataclass(frozen=True, slots=True)
class Told:
    """What the walk found; ``ledger``: paused days by kind, in the order of the pauses."""

    used: int
    over: int
    due: date | None
    ledger: dict[str, int]


@dataclass(frozen=True, slots=True)
class Walk:
    """A limit of ``budget`` days from ``start``; ``pauses`` are told apart by their kinds."""

    budget: int
    """Days of the limit and those that were added to it."""
    natural: bool
    start: date
    end: date
    pauses: tuple[Pause, ...]
    roll: bool

    def told(self) -> Told:
        """Walk to the end, then to the last day."""
        used, ledger = 0, {pause.kind: 0 for pause in self.pauses}
        for day in days(self.start + DAY, self.end):
            if not self._is_of_unit(day):
                continue
            if taken := self._taken(day):
                ledger[taken] += 1
            else:
                used += 1
        due = self._due()
        over = (
            0
            if due is None
            else sum(self._is_of_unit(day) and not self._taken(day) for day in days(due + DAY, self.end))
        )
        return Told(used, over, due, {kind: number for kind, number in ledger.items() if number})

    def _due(self) -> date | None:
        day, left = self.start, self.budget
        while left or not self._may_end(day):
            if any(pause.until is None and pause.since <= day for pause in self.pauses):
                return None
            day += DAY
            if left and self._is_of_unit(day) and not self._taken(day):
                left -= 1
        return day

    def _may_end(self, day: date) -> bool:
        if any(pause.since <= day and (pause.until is None or day < pause.until) for pause in self.pauses):
            return False
        return not self.budget or day in worked() or (self.natural and not self.roll)

    def _is_of_unit(self, day: date) -> bool:
        return self.natural or day in worked()

    def _taken(self, day: date) -> str:
        """The kind of the pause that began first of those in which the day lies."""
        found = [one for one in self.pauses if one.since < day and (one.until is None or day <= one.until)]
        return min(found, key=lambda one: one.since).kind if found else ""


FIRST, LAST = date(2016, 1, 1).toordinal(), date(2025, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Trial:
    """A limit with pauses, drawn at random."""

    limit: TimeLimit
    started: date
    ended: date | None
    pauses: tuple[Pause, ...]
    today: date
    roll: bool
    extended: int = 0

    @property
    def walk(self) -> Walk:
        """The same for the walk, as far as it is known on ``today``."""
        assert self.limit.amount is not None
        amount = self.limit.amount / 8 if self.limit.unit is DayKind.HOUR else self.limit.amount
        over = self.ended is not None and self.ended <= self.today
        end = self.ended if over and self.ended else self.today
        known = []
        for pause in self.pauses:
            if pause.since > end:
                continue
            open_end = pause.until is None or pause.until > end
            known.append(Pause(pause.kind, pause.since, (end if over else None) if open_end else pause.until))
        return Walk(
            budget=-(-amount.numerator // amount.denominator) + self.extended,
            natural=self.limit.unit is DayKind.NATURAL,
            start=self.started,
            end=end,
            pauses=tuple(known),
            roll=self.roll,
        )


def drawn(chance: random.Random) -> Trial:
    """Limits of 0 to 60 days or hours, some longer by 1 to 30; up to four pauses that overlap, are empty, never end."""
    started = date.fromordinal(chance.randint(FIRST, LAST))
    unit = chance.choice(tuple(DayKind))
    amount = Fraction(
        chance.choice((0, chance.randint(1, 5), chance.randint(1, 60), Fraction(chance.randint(1, 40), 2)))
    )
    limit = TimeLimit(amount, unit if amount else None)
    pauses = []
    for number in range(chance.choice((0, 0, 1, 1, 2, 3, 4))):
        since = started + DAY * chance.randint(-5, 60)
        until = (
            None
            if chance.random() < 0.15
            else since + DAY * chance.choice((0, chance.randint(1, 5), chance.randint(1, 60)))
        )
        pauses.append(Pause(f"第{number}次", since, until))
    ended = started + DAY * chance.randint(0, 120) if chance.random() < 0.4 else None
    today, roll = started + DAY * chance.randint(0, 150), chance.random() < 0.7
    extended = chance.choice((0, 10, 15, chance.randint(1, 30))) if amount else 0
    return Trial(limit, started, ended, tuple(pauses), today, roll, extended)
