"""时限账: all the clocks of a case on one day: every 环节 and 并联, the promise, the statutory limit.

- An 环节 runs from the day on which the file came to it until the day on which it left; each return to it is a new
  account. Branches of a 并联 run side by side; a named one has a clock of its own besides.
- 一次告知补正 has none: with it the notice is given, and what follows is the applicant's own time.
- The promise and the statutory limit run from the day declared as 起算 (``engine.cases.starting``). The statutory
  limit ends with the decision (行政许可法 art. 42; issuing and delivering has ten days more, art. 44), the promise when
  the last 环节 is left that is counted (nobody waits for 不计环节 such as 通报监管股室), or with the decision too where
  the city says so (口径: 承诺计至).
- An extension makes the statutory limit longer, and the promise by as much if it counts the same days: who could not
  decide in time by the law cannot by the promise. A promise that was late by then stays late.
- A pause stops every clock that runs. A stay at an 环节 whose time is not counted (不计时限) is such a pause for the
  limits around it: the case's and that of the block it is in; the other branches go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from engine.cases.blocks import Block, blocks_of, visits
from engine.cases.clocks import Clock, Rules, clock_of
from engine.cases.history import History, Pause, Stay
from engine.cases.starting import StartDay, StartKind, start_day, start_kind
from processes.compilation.standard import CORRECTION, deciding_step
from processes.model.flow import StepEntry, walk
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import StatutoryLimit
from processes.model.process import Node, NodeKind, Process, Step


@dataclass(frozen=True, slots=True)
class StepClock:
    """The clock of an 环节 or of a named 并联; ``visit`` from 1: the how-many-th time the file is there."""

    step: Step
    visit: int
    clock: Clock


@dataclass(frozen=True, slots=True)
class TotalClock:
    """The clock of the whole case; ``clock`` is None as long as nobody knows when it starts.

    ``runs_from`` is 起算 as declared; ``doubt``: why it may have started on another day, empty if it may not.
    """

    limit: TimeLimit
    runs_from: str
    clock: Clock | None
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All clocks of a case; ``steps`` in the order in which they were entered, blocks after them."""

    steps: tuple[StepClock, ...]
    promise: TotalClock
    statutory: TotalClock

    @property
    def running(self) -> tuple[StepClock, ...]:
        """The 环节 and blocks at which the file is now."""
        return tuple(one for one in self.steps if one.clock.ended is None)

    @property
    def due(self) -> date | None:
        """The last day of the promise; None before it starts, while it is paused and where there is none."""
        return self.promise.clock.due if self.promise.clock else None


@dataclass(frozen=True, slots=True)
class _Milestone:
    """An entry of the main path by its nodes, ``here``, and the nodes of what comes ``before`` it."""

    here: frozenset[str]
    before: frozenset[str]

    def passed_on(self, history: History) -> date | None:
        """The day on which it was left, if the file has not gone back before it since."""
        last: date | None = None
        for stay in history.stays:
            if stay.node in self.here:
                if stay.left is None:
                    return None
                last = stay.left if last is None else max(last, stay.left)
            elif stay.node in self.before:
                last = None
        return last


@dataclass(frozen=True)
class Accounts:
    """What the clocks of all cases of one definition have in common."""

    process: Process
    statutory: StatutoryLimit
    rules: Rules
    until_decision: bool = False
    """Whether the promise ends with the decision (口径: 承诺计至 决定)."""

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Key → node."""
        return {node.key: node for node in self.process.nodes}

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Key of a node → the 环节 that it is; forks, joins and ends are none."""
        return {node.key: node.step for node in self.process.nodes if node.kind is NodeKind.STEP and node.step}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The named blocks."""
        return blocks_of(self.process)

    @cached_property
    def _decision(self) -> _Milestone:
        """Where it is decided."""
        return self._milestone(deciding_step(self.process.version.entries))

    @cached_property
    def _last_counted(self) -> _Milestone:
        """What the applicant waits for last; none where nothing that is not counted comes after it."""
        counted = [not all(met.entry.uncounted for met in walk((one,))) for one in self.process.version.entries]
        return self._milestone(
            None if all(counted[-1:]) or not any(counted) else len(counted) - 1 - counted[::-1].index(True)
        )

    def _milestone(self, index: int | None) -> _Milestone:
        if index is None:
            return _Milestone(frozenset(), frozenset())
        entries = self.process.version.entries
        here, before = walk(entries[index : index + 1]), walk(entries[:index])
        return _Milestone(self._nodes(met.entry for met in here), self._nodes(met.entry for met in before))

    def _nodes(self, entries: Iterable[StepEntry]) -> frozenset[str]:
        """The nodes of these 环节; of a named block its fork and join."""
        keys = {entry.key for entry in entries}
        return frozenset(
            node.key for node in self.process.nodes if node.step and not node.step.branch and node.step.key in keys
        )

    def ledger(self, history: History, today: date) -> Ledger:
        """All clocks at the end of ``today``; what ``history`` says of later days is not looked at.

        Raises ``NoCalendar`` for days before the first year that is known.
        """
        known = as_known(history, today)
        return Ledger(
            steps=(*self._step_clocks(known, today, known.stays), *self._block_clocks(known, today)),
            promise=self.promise(known, today),
            statutory=self.limit_by_law(known, today),
        )

    def running(self, history: History, today: date) -> tuple[StepClock, ...]:
        """The clocks of the 环节 and blocks at which the file is at the end of ``today``."""
        known = as_known(history, today)
        steps = self._step_clocks(known, today, tuple(stay for stay in known.stays if stay.left is None))
        blocks = (one for one in self._block_clocks(known, today) if one.clock.ended is None)
        return (*steps, *blocks)

    def promise(self, history: History, today: date) -> TotalClock:
        """The clock of 承诺时限."""
        milestone = self._decision if self.until_decision else self._last_counted
        return self._total(self.process.version.limit, history, today, milestone)

    def limit_by_law(self, history: History, today: date) -> TotalClock:
        """The clock of 法定时限."""
        return self._total(self.statutory.limit, history, today, self._decision)

    def decided_on(self, history: History) -> date | None:
        """The day on which it was decided, None before."""
        return self._decision.passed_on(history)

    def _total(self, limit: TimeLimit, history: History, today: date, milestone: _Milestone) -> TotalClock:
        start = self._start(history)
        ended = milestone.passed_on(history) or history.closed_on
        runs_from = self.statutory.runs_from
        if start.day is None or (ended is not None and ended < start.day):
            return TotalClock(limit, runs_from, None, start.doubt if start.day else "")
        pauses = (*history.pauses, *self._excluded(history.stays))
        # It may be known already that a period ends some days from now; until then nothing is used.
        seen = max(today, start.day)
        extended = self._extended(limit, history, start.day, pauses)
        clock = clock_of(limit, start.day, ended, pauses, seen, self.rules, extended)
        return TotalClock(limit, runs_from, clock, start.doubt)

    def _extended(self, limit: TimeLimit, history: History, start: date, pauses: Iterable[Pause]) -> int:
        """The days by which a limit of the whole case has been made longer."""
        extension = history.extension
        if extension is None or not counts_alike(limit, self.statutory.limit):
            return 0
        then = clock_of(limit, start, None, pauses, max(extension.since, start), self.rules)
        return 0 if then.is_late else extension.days

    def _start(self, history: History) -> StartDay:
        return start_day(
            self.statutory.runs_from,
            received=None if self._awaits(history) else history.received_on,
            completed=self._completed(history),
            accepted=history.accepted_on,
            period_ended=history.period_ended,
        )

    def _completed(self, history: History) -> date | None:
        """The day on which the last 补正 before acceptance came in; one that is still open has not."""
        if start_kind(self.statutory.runs_from) is not StartKind.RECEIVED:
            return None
        asked = [stay.left for stay in history.stays if self._is_correction(stay)]
        until = history.accepted_on
        return max((left for left in asked if left and (until is None or left <= until)), default=None)

    def _awaits(self, history: History) -> bool:
        """Whether the applicant has been asked for what is missing and has not brought it yet."""
        return history.accepted_on is None and any(
            stay.left is None and self._is_correction(stay) for stay in history.stays
        )

    def _is_correction(self, stay: Stay) -> bool:
        step = self.steps.get(stay.node)
        return step is not None and step.branch == CORRECTION.name

    def _step_clocks(self, history: History, today: date, wanted: tuple[Stay, ...]) -> Iterator[StepClock]:
        counts: dict[str, int] = {}
        chosen = {id(stay) for stay in wanted}
        for stay in history.stays:
            step = self.steps.get(stay.node)
            if step is None or self._is_correction(stay):
                continue
            counts[stay.node] = counts.get(stay.node, 0) + 1
            if id(stay) in chosen:
                # The time of a hearing does not stop the clock of the hearing itself.
                pauses = [one for one in history.pauses if one.kind != step.limit.excluded]
                clock = clock_of(own_limit(step.limit), stay.entered, stay.left, pauses, today, self.rules)
                yield StepClock(step, counts[stay.node], clock)

    def _block_clocks(self, history: History, today: date) -> Iterator[StepClock]:
        for block in self.blocks:
            pauses = (*history.pauses, *self._excluded(stay for stay in history.stays if stay.node in block.nodes))
            for number, (entered, left) in enumerate(visits(block, history.stays), 1):
                clock = clock_of(own_limit(block.step.limit), entered, left, pauses, today, self.rules)
                yield StepClock(block.step, number, clock)

    def _excluded(self, stays: Iterable[Stay]) -> Iterator[Pause]:
        """The pauses that stays at 环节 are whose time is not counted."""
        for stay in stays if self._not_counted else ():
            if kind := self._not_counted.get(stay.node):
                yield Pause(kind, stay.entered, stay.left)

    @cached_property
    def _not_counted(self) -> Mapping[str, str]:
        """Node → kind of the time that is not counted there."""
        return {key: step.limit.excluded for key, step in self.steps.items() if step.limit.excluded}


def counts_alike(one: TimeLimit, other: TimeLimit) -> bool:
    """Whether days of one limit are days of the other: natural ones, or working days and their hours."""
    return (one.unit is DayKind.NATURAL) == (other.unit is DayKind.NATURAL)


def own_limit(limit: TimeLimit) -> TimeLimit:
    """The limit by which an 环节 itself is measured: of 20工作日不计时限(听证) the 20工作日."""
    return replace(limit, excluded="") if limit.excluded else limit


def as_known(history: History, today: date) -> History:
    """The history as far as it was known at the end of ``today``."""
    if not _reaches_beyond(history, today):
        return history
    return History(
        stays=tuple(
            Stay(one.node, one.entered, _known(one.left, today)) for one in history.stays if one.entered <= today
        ),
        pauses=tuple(
            Pause(one.kind, one.since, _known(one.until, today)) for one in history.pauses if one.since <= today
        ),
        received_on=history.received_on,
        accepted_on=_known(history.accepted_on, today),
        closed_on=_known(history.closed_on, today),
        period_ended=history.period_ended if _known(history.accepted_on, today) else None,
        extension=history.extension if history.extension and history.extension.since <= today else None,
    )


def _reaches_beyond(history: History, today: date) -> bool:
    days = [history.accepted_on, history.closed_on, history.extension.since if history.extension else None]
    days += [day for one in history.stays for day in (one.entered, one.left)]
    days += [day for one in history.pauses for day in (one.since, one.until)]
    return any(day is not None and day > today for day in days)


def _known(day: date | None, today: date) -> date | None:
    return None if day is None or day > today else day
