"""Where one deliverable of one department stands on a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Required, TypedDict

from engine.campaign.owing import Facts, NotOwed, Owed, Unclear, debt_of, is_made, known_name
from engine.campaign.terms import Phase, Term
from processes.model.filing import ReviewState, Submission
from processes.rules.loose import is_missing


class State(StrEnum):
    """Where it stands; the worst first, so that the worst of several is the first of them."""

    OVERDUE = "逾期"
    """The last day is over, and nothing valid was filed."""
    RETURNED = "退回"
    """Sent back, still time to file again."""
    MISSING = "未申报"
    """Nothing declared that it could be made of."""
    INCOMPLETE = "缺件"
    """Filed, but not for every matter (附件7, 附件8)."""
    FAULTY = "有问题"
    """Declared, with errors or warnings to mend."""
    ASKED = "需人工确认"
    """A document the program does not make; 单位.yaml does not say that it is there."""
    UNCLEAR = "待定"
    """What is declared does not show whether it concerns the department."""
    READY = "可报送"
    """Declared, nothing to mend, not filed."""
    LATER = "未到期"
    """Of a stage that is not on yet; nothing to file yet."""
    LATE = "逾期报送"
    """Filed after the last day."""
    FILED = "已报送"
    CONFIRMED = "已确认"
    """单位.yaml says that the document is there."""
    NOT_OWED = "不涉及"


DayOf = Callable[[datetime], date]
"""The day of a time where the office is."""

DONE = frozenset((State.FILED, State.LATE, State.CONFIRMED))
ORDER = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What the registry knows on a date of a department and a stage.

    ``latest``: the latest version by then, with the reviews by then; ``first_day``: when the first version was filed,
    ``last_day``: when ``latest`` was (days where the office is). ``changed``: declarations that are no longer what was
    filed, and that nothing filed later holds either; empty as well where ``latest`` is not the newest of all. ``made``:
    deliverable that is made for each matter → how many ``latest`` holds, and how many were owed when it was filed.
    """

    latest: Submission
    first_day: date
    last_day: date
    changed: tuple[str, ...] = ()
    made: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Whether it was not sent back."""
        return self.latest.state is not ReviewState.RETURNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A deliverable of a department on a date.

    ``copies`` are owed, of which ``ready`` could be made; of what was filed, so many were owed and made then. ``late``:
    working days that it was filed late, or is overdue by now. ``filed``: what was filed, if anything was. ``reason``:
    why it is 不涉及 or 待定, what confirms a document.
    ``lying``: what state an overdue one would be in if there were still time.
    """

    department: str
    stage: int
    deliverable: str
    state: State
    copies: int = 0
    ready: int = 0
    late: int = 0
    errors: int = 0
    warnings: int = 0
    filed: Filed | None = None
    reason: str = ""
    lying: State | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """Declarations that have changed since they were filed."""
        return self.filed.changed if self.filed is not None and self.state in DONE else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """Working days after the last day of a stage: of today, and of the day something was filed."""

    today: int
    filing: int = 0


def entry_of(  # noqa: PLR0913 - a department, what it owes, and all that is known of it
    department: str, deliverable: str, term: Term, facts: Facts, filed: Filed | None, late: Lateness, *, registry: bool
) -> Entry:
    """The entry of one deliverable. ``registry``: whether there is one; without, nobody knows what was filed."""
    entry = partial(Entry, department=department, stage=term.number, deliverable=deliverable)
    debt = debt_of(deliverable, facts)
    match debt:
        case NotOwed(reason):
            return entry(state=State.NOT_OWED, reason=reason)
        case Unclear(reason):
            return entry(state=_open(State.UNCLEAR, term), reason=reason)
        case Owed(copies, ready):
            pass
    if not is_made(deliverable):
        said = facts.papers.get(deliverable, "")
        if said and not is_missing(said):
            return entry(state=State.CONFIRMED, copies=1, ready=1, reason=said)
        return entry(copies=1, **_unfiled(State.ASKED, term, late, is_known=True))
    if filed is not None and filed.is_valid:
        return _of_filing(entry, filed, term, late, *filed.made.get(known_name(deliverable), (copies, copies)))
    state = State.RETURNED if filed is not None else _lying(facts, ready)
    is_known = registry or state is State.MISSING
    return entry(
        copies=copies,
        ready=ready,
        errors=facts.errors,
        warnings=facts.warnings,
        filed=filed,
        **_unfiled(state, term, late, is_known=is_known),
    )


def _of_filing(  # noqa: PLR0913 - what was filed, when it was due, how much of it there is
    entry: Callable[..., Entry], filed: Filed, term: Term, late: Lateness, made: int, owed: int
) -> Entry:
    """What is in force: whole, or of fewer matters than were owed; errors are those at filing."""
    entry = partial(
        entry, copies=owed, ready=made, errors=filed.latest.errors, warnings=filed.latest.warnings, filed=filed
    )
    if made < owed:
        return entry(**_unfiled(State.INCOMPLETE, term, late, is_known=True))
    # Who files in time and mends afterwards has not been late.
    is_late = filed.first_day > term.due
    return entry(state=State.LATE if is_late else State.FILED, late=late.filing if is_late else 0)


def worst(entries: Iterable[Entry]) -> State:
    """The state that several deliverables are in together: the worst of them; 不涉及 without any."""
    return min((one.state for one in entries), key=ORDER.__getitem__, default=State.NOT_OWED)


def as_of(versions: Iterable[Submission], day: date, day_of: DayOf) -> tuple[Submission, ...]:
    """The versions of a department and stage that had been filed by the end of ``day``, with the reviews by then."""
    return tuple(_reviewed_by(one, day, day_of) for one in versions if day_of(one.filed_at) <= day)


def _reviewed_by(one: Submission, day: date, day_of: DayOf) -> Submission:
    if not one.reviews or day_of(one.reviews[-1].at) <= day:
        return one
    return replace(one, reviews=tuple(event for event in one.reviews if day_of(event.at) <= day))


def _lying(facts: Facts, ready: int) -> State:
    if not facts.matters and not ready:
        return State.MISSING
    return State.FAULTY if facts.errors or facts.warnings or not ready else State.READY


def _open(state: State, term: Term) -> State:
    """Of a stage that is not on yet nothing is missing yet."""
    return State.LATER if term.phase is Phase.LATER and state is not State.READY else state


class _Unfiled(TypedDict, total=False):
    state: Required[State]
    late: int
    lying: State


def _unfiled(state: State, term: Term, late: Lateness, *, is_known: bool) -> _Unfiled:
    """Overdue once the last day is over, if it ``is_known`` that nothing valid was filed."""
    if term.phase is Phase.OVER and is_known:
        return {"state": State.OVERDUE, "late": late.today, "lying": state}
    was_filed = state in (State.RETURNED, State.INCOMPLETE)
    return {"state": state if was_filed else _open(state, term)}
