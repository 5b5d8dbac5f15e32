"""A case on the board: where its file lies, who has it, and how its limits stand at the end of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.cases.cards import Card
from engine.cases.clocks import Clock
from engine.cases.history import History, Stay
from engine.cases.ledger import Accounts, StepClock, TotalClock, as_known
from processes.compilation.standard import CORRECTION
from processes.model.case import CaseStatus
from processes.model.process import HolderKind, NodeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A case to be put on the board: what never changes of it, what it runs on, and its history until then."""

    number: str
    department: str
    matter: str
    applicant: str
    accounts: Accounts
    history: History


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
    def is_paused(self) -> bool:
        """Whether its limits stand still: it has been paused, or lies at an 环节 whose time is not counted."""
        if self.closed_on:
            return False
        whole = (one for one in self.measures if one.scope is not Scope.STEP)
        return self.status is CaseStatus.PAUSED or any(one.clock.is_paused for one in whole)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for papers of the applicant and nothing else."""
        return bool(self.spots) and all(spot.waiting for spot in self.spots)

    @property
    def provisional(self) -> bool:
        """Whether a notice of days off that is not there yet may change one of its last days."""
        return any(one.clock.provisional for one in self.measures)

    def is_due(self, day: date) -> bool:
        """Whether a limit of it ends on ``day``."""
        return self.closed_on is None and any(one.clock.due == day for one in self.measures)


def entry_of(case: Seen, day: date) -> Entry:
    """How a case stands at the end of ``day``."""
    known, accounts = as_known(case.history, day), case.accounts
    promise = accounts.promise(known, day)
    law = accounts.limit_by_law(known, day)
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
        yield Measure(Scope.STEP, one.clock, one.step.name, one.step.held_by)


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
        yield Spot(node.step.name, node.step.held_by, stay.entered, holders or (department,), waiting)


_SCOPES = tuple(Scope)


def _gravity(one: Measure) -> tuple[int, int, date, int]:
    """The worst card first; of those that are not green the gravest limit, of the others what ends first."""
    grave, rank = _SCOPES.index(one.scope), one.clock.card.rank
    return -rank, grave if rank else 0, one.clock.due or date.max, -grave
