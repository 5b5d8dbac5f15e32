"""办件看板: how all cases stand at the end of a day, and which limits have run out or are about to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from engine.cases.cards import Card
from engine.cases.clocks import Clock
from engine.cases.history import History, Stay
from engine.cases.ledger import Accounts, StepClock, TotalClock, as_known
from processes.compilation.standard import CORRECTION
from processes.model.case import CaseStatus
from processes.model.process import HolderKind, NodeKind, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A case to be put on the board: what never changes of it, what it runs on, and its history until then.

    ``period_ended``: the day on which the period for applications ended, where somebody has told.
    """

    number: str
    department: str
    matter: str
    applicant: str
    accounts: Accounts
    history: History
    period_ended: date | None = None


class Scope(StrEnum):
    """Whose limit it is, the gravest first."""

    STATUTORY = "法定时限"
    PROMISE = "承诺时限"
    STEP = "环节时限"


@dataclass(frozen=True, slots=True)
class Measure:
    """A limit of a case that is looked at: of the whole, or of the 环节 ``step`` that ``holder`` has in hand."""

    scope: Scope
    clock: Clock
    step: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the file lies since a day, and who has it: units and posts, and the ``departments`` that these belong to.

    ``waiting``: it waits for papers of the applicant.
    """

    step: str
    holder: str
    since: date
    departments: tuple[str, ...] = ()
    waiting: bool = False

    def is_with(self, department: str) -> bool:
        """Whether a department has it, or a body whose name begins with its name (公安局交警大队)."""
        return any(name.startswith(department) for name in self.departments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A case on the board; ``measures``: the limits that run (of one that is closed those it had), the worst first.

    ``doubt``: why the limits of the whole case may run from another day, empty if they may not.
    """

    number: str
    department: str
    matter: str
    applicant: str
    received_on: date
    accepted_on: date | None
    closed_on: date | None
    status: CaseStatus
    spots: tuple[Spot, ...]
    measures: tuple[Measure, ...]
    due: date | None
    doubt: str = ""

    @property
    def card(self) -> Card:
        """That of the worst limit."""
        return self.measures[0].clock.card if self.measures else Card.GREEN

    @property
    def faults(self) -> tuple[Measure, ...]:
        """The limits that are not green, the worst first."""
        return tuple(one for one in self.measures if one.clock.card is not Card.GREEN)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for papers of the applicant and nothing else."""
        return bool(self.spots) and all(spot.waiting for spot in self.spots)

    @property
    def provisional(self) -> bool:
        """Whether a notice of days off that is not there yet may change its days."""
        return any(one.clock.provisional for one in self.measures)

    def is_due(self, day: date) -> bool:
        """Whether a limit of it ends on ``day``."""
        return self.closed_on is None and any(one.clock.due == day for one in self.measures)


@dataclass(frozen=True)
class Row:
    """The cases of a department, or all of them; counted at the end of ``day``."""

    department: str
    day: date
    entries: tuple[Entry, ...]

    @property
    def received(self) -> int:
        """All that have come in."""
        return len(self.entries)

    @cached_property
    def open(self) -> int:
        """Not closed, the paused ones among them."""
        return sum(one.closed_on is None for one in self.entries)

    @cached_property
    def paused(self) -> int:
        """Those whose clock has been stopped."""
        return sum(one.status is CaseStatus.PAUSED for one in self.entries)

    @cached_property
    def waiting(self) -> int:
        """Those that wait for papers of the applicant."""
        return sum(one.is_waiting for one in self.entries)

    @cached_property
    def due(self) -> int:
        """Those of which a limit ends on the day."""
        return sum(one.is_due(self.day) for one in self.entries)

    @cached_property
    def yellow(self) -> int:
        """Open ones with a yellow card."""
        return sum(one.card is Card.YELLOW for one in self.entries)

    @cached_property
    def red(self) -> int:
        """Open ones with a red card."""
        return sum(one.card is Card.RED and one.closed_on is None for one in self.entries)

    @property
    def closed(self) -> int:
        """Those that have come to an end."""
        return self.received - self.open

    @cached_property
    def closed_late(self) -> int:
        """超时办结."""
        return sum(one.card is Card.RED and one.closed_on is not None for one in self.entries)

    @property
    def overdue_share(self) -> float:
        """Late ones, open or closed, of all that have come in; 0 without any."""
        return (self.red + self.closed_late) / self.received if self.received else 0.0


@dataclass(frozen=True, kw_only=True)
class Board:
    """Cases at the end of ``day``: a row for each department that has any, in the order given.

    ``department``: the one that is looked at alone, else empty; ``guests`` are then the cases of others that lie there.
    """

    city: str
    day: date
    rows: tuple[Row, ...]
    department: str = ""
    guests: tuple[Entry, ...] = ()

    @cached_property
    def total(self) -> Row:
        """All of them."""
        return Row("", self.day, tuple(one for row in self.rows for one in row.entries))

    def with_card(self, card: Card) -> tuple[Entry, ...]:
        """Open cases, those of others that lie here among them: the longest overdue first, or what is due first."""
        found = (one for one in (*self.total.entries, *self.guests) if one.card is card and one.closed_on is None)
        return tuple(sorted(found, key=_urgency))

    @cached_property
    def closed_late(self) -> tuple[Entry, ...]:
        """超时办结, the longest overdue first."""
        found = (one for one in self.total.entries if one.card is Card.RED and one.closed_on is not None)
        return tuple(sorted(found, key=_urgency))

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The years whose days off are not known yet and that some day on the board depends on."""
        entries = (*self.total.entries, *self.guests)
        return tuple(sorted({year for one in entries for measure in one.measures for year in measure.clock.missing}))


def board_of(cases: Iterable[Seen], day: date, *, city: str, departments: Iterable[str], department: str = "") -> Board:
    """The board at the end of ``day``; cases that came in later are left out.

    ``departments``: the order of the rows; others come after them, by name. With ``department`` only its row, and the
    cases of others that it holds a step of. Raises ``NoCalendar`` for days before the first year that is known.
    """
    entries: dict[str, list[Entry]] = {}
    for case in cases:
        if case.history.received_on <= day:
            entries.setdefault(case.department, []).append(entry_of(case, day))
    order = {name: place for place, name in enumerate(departments)}
    names = sorted(entries, key=lambda name: (order.get(name, len(order)), name))
    rows = (Row(name, day, tuple(sorted(entries[name], key=_number))) for name in names)
    if not department:
        return Board(city=city, day=day, rows=tuple(rows))
    own, others = [], []
    for row in rows:
        if row.department == department:
            own.append(row)
        else:
            others += [one for one in row.entries if any(spot.is_with(department) for spot in one.spots)]
    return Board(
        city=city, day=day, rows=tuple(own) or (Row(department, day, ()),), department=department, guests=tuple(others)
    )


def entry_of(case: Seen, day: date) -> Entry:
    """How a case stands at the end of ``day``."""
    known, accounts = as_known(case.history, day), case.accounts
    promise = accounts.promise(known, day, case.period_ended)
    law = accounts.limit_by_law(known, day, case.period_ended)
    running = () if known.closed_on else accounts.running(known, day)
    paused = any(one.until is None for one in known.pauses)
    return Entry(
        number=case.number,
        department=case.department,
        matter=case.matter,
        applicant=case.applicant,
        received_on=known.received_on,
        accepted_on=known.accepted_on,
        closed_on=known.closed_on,
        status=CaseStatus.CLOSED if known.closed_on else CaseStatus.PAUSED if paused else CaseStatus.OPEN,
        spots=() if known.closed_on else tuple(_spots(accounts, known.stays, case.department)),
        measures=tuple(sorted(_measures(law, promise, running), key=_gravity)),
        due=promise.clock.due if promise.clock else None,
        doubt=promise.doubt,
    )


def _measures(law: TotalClock, promise: TotalClock, running: Iterable[StepClock]) -> Iterator[Measure]:
    if law.clock:
        yield Measure(Scope.STATUTORY, law.clock)
    if promise.clock:
        yield Measure(Scope.PROMISE, promise.clock)
    for one in running:
        yield Measure(Scope.STEP, one.clock, one.step.name, _holders(one.step))


def _spots(accounts: Accounts, stays: Iterable[Stay], department: str) -> Iterator[Spot]:
    for stay in stays:
        node = accounts.nodes.get(stay.node)
        if stay.left is not None or node is None or node.kind not in (NodeKind.STEP, NodeKind.JOIN):
            continue
        if node.step is None:
            yield Spot("并联汇合", "", stay.entered, (department,))
            continue
        waiting = node.step.branch == CORRECTION.name
        holders = tuple(holder.unit for holder in node.step.holders if holder.kind is HolderKind.DEPARTMENT)
        yield Spot(node.step.name, _holders(node.step), stay.entered, holders or (department,), waiting)


def _holders(step: Step) -> str:
    return "、".join(map(str, step.holders))


_SCOPES = tuple(Scope)


def _gravity(one: Measure) -> tuple[int, int, date, int]:
    """The worst card first; of those that are not green the gravest limit, of the others what ends first."""
    grave, rank = _SCOPES.index(one.scope), one.clock.card.rank
    return -rank, grave if rank else 0, one.clock.due or date.max, -grave


def _urgency(one: Entry) -> tuple[date, str]:
    due = one.measures[0].clock.due if one.measures else None
    return due or date.max, one.number


def _number(one: Entry) -> str:
    return one.number
