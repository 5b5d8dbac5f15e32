"""Actual days against promised ones: of each step, of the whole, and how long files wait before a step is begun.

A step lasts from the day on which the file comes to it — the last step before it was done; in a JOIN the last branch —
to the day on which it is done; the first day is not counted (民法典 art. 201). Which steps come before it is known
from the alignment: tokens carry the time at which they were put down. What lies in a step that is 不计时限
(行政许可法 art. 45) is not counted in the whole. A part of a day that is promised needs that day, as in
``engine.cases``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from math import ceil

from engine.conformance.moves import Move
from processes.calendars.calendar import Calendar
from processes.model.limits import DayKind, TimeLimit
from processes.model.log import Event, Trace
from processes.model.process import Process, Step


@dataclass(slots=True)
class Days:
    """Days that a step, or the whole, took: ``taken`` in order of size, one for each time it was measured.

    ``waited``: days from its coming to its being begun, where the log says so. ``promised``: the days of ``limit``
    rounded up, None for 无 and 不计时限.
    """

    limit: TimeLimit
    taken: list[int] = field(default_factory=list)
    waited: list[int] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    """The cases that took more than was promised, one for each time."""

    @property
    def unit(self) -> DayKind:
        """工作日, or 自然日 where the limit is in them."""
        return DayKind.NATURAL if self.limit.unit is DayKind.NATURAL else DayKind.WORKING

    @property
    def promised(self) -> int | None:
        """The days granted."""
        return None if self.limit.amount is None or self.limit.excluded else ceil(self.limit.days)

    @property
    def mean(self) -> float:
        """The average; 0 where nothing was measured."""
        return sum(self.taken) / len(self.taken) if self.taken else 0.0

    @property
    def mean_wait(self) -> float | None:
        """The average wait; None where the log says nothing of it."""
        return sum(self.waited) / len(self.waited) if self.waited else None

    @property
    def late_share(self) -> float:
        """The part that was late."""
        return len(self.late) / len(self.taken) if self.taken else 0.0

    def quantile(self, share: float) -> int:
        """The least number of days within which at least that share was done."""
        if not self.taken:
            return 0
        return sorted(self.taken)[max(0, ceil(share * len(self.taken)) - 1)]

    def add(self, days: int, case: str) -> None:
        """One more measurement."""
        self.taken.append(days)
        if self.promised is not None and days > self.promised:
            self.late.append(case)


@dataclass(slots=True)
class Times:
    """Of all cases. ``steps``: key → days, in the order of the process; ``missing``: years without a calendar."""

    process: Process
    calendar: Calendar
    total: Days = field(init=False)
    steps: dict[str, Days] = field(init=False)
    missing: set[int] = field(default_factory=set)
    _by_node: dict[str, Step] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Nothing is measured yet."""
        self.total = Days(self.process.version.limit)
        self.steps = {step.key: Days(step.limit) for step in self.process.steps}
        self._by_node = {node.key: node.step for node in self.process.nodes if node.step is not None}

    def add(self, trace: Trace, at: Sequence[int], moves: Sequence[Move]) -> None:
        """A case, with the moves of its way; ``at``: index in the word → index of the event."""
        events = trace.events
        if any(event.ended is None for event in events):
            return
        excluded = 0
        for step, laid, event in self._stays(trace, at, moves):
            assert event.ended is not None
            came = laid or event.started
            if came is None or came > event.ended:
                continue
            days = self._days(came, event.ended, self.steps[step.key].unit)
            self.steps[step.key].add(days, trace.case)
            if step.limit.excluded:
                excluded += self._days(came, event.ended, self.total.unit)
            if event.started is not None and came <= event.started <= event.ended:
                self.steps[step.key].waited.append(self._days(came, event.started, self.steps[step.key].unit))
        first, last = events[0].started or events[0].ended, events[-1].ended
        if first is not None and last is not None and first <= last:
            self.total.add(max(0, self._days(first, last, self.total.unit) - excluded), trace.case)

    def _stays(
        self, trace: Trace, at: Sequence[int], moves: Sequence[Move]
    ) -> Iterator[tuple[Step, datetime | None, Event]]:
        """Every step done as declared, when the file came to it, and its event."""
        logged = (trace.events[index] for index in at)
        laid: dict[int, datetime | None] = {}
        for move in moves:
            event = next(logged) if move.logged else None
            if move.arc is None:
                continue
            one = move.arc.transition
            came = max((time for place in _places(one.takes) if (time := laid.get(place))), default=None)
            left = came
            if event is not None:
                left = event.ended
                if one.node in self._by_node:
                    yield self._by_node[one.node], came, event
            laid |= dict.fromkeys(_places(one.gives), left)

    def _days(self, after: datetime, until: datetime, unit: DayKind) -> int:
        one, other = after.date(), until.date()
        if unit is DayKind.NATURAL:
            return (other - one).days
        return self._working(one, other)

    def _working(self, one: date, other: date) -> int:
        self.missing |= set(self.calendar.missing(one, other))
        return self.calendar.reckon_count(one, other)


def _places(mask: int) -> Iterator[int]:
    """The bits of a set of places."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit
