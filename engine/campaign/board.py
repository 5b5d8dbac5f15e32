"""进度表: every deliverable of every department of the plan on a date, with the counts that leaders ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from engine.campaign.owing import Facts
from engine.campaign.standing import DONE, ORDER, Entry, Filed, Lateness, State, entry_of, worst
from engine.campaign.terms import Term, days_late, terms_of
from processes.calendars.calendar import Calendar
from processes.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Row:
    """A department: its group in the plan, whether it has declared anything, its entries as the deliverables stand."""

    group: str
    department: str
    is_declared: bool
    entries: tuple[Entry, ...]

    def of_stage(self, number: int) -> tuple[Entry, ...]:
        """The entries of a stage."""
        return tuple(one for one in self.entries if one.stage == number)

    @property
    def changed(self) -> tuple[str, ...]:
        """Declarations that have changed since they were filed, each once."""
        return tuple(sorted({file for one in self.entries for file in one.changed}))


@dataclass(frozen=True, slots=True)
class Count:
    """How many are in which state; 不涉及 is not counted as owed."""

    states: Mapping[State, int]

    @property
    def owed(self) -> int:
        """Everything but 不涉及."""
        return sum(number for state, number in self.states.items() if state is not State.NOT_OWED)

    @property
    def done(self) -> int:
        """Filed or confirmed."""
        return sum(number for state, number in self.states.items() if state in DONE)

    def of(self, *states: State) -> int:
        """How many are in one of the states."""
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True, kw_only=True)
class Board:
    """The campaign of ``city`` on ``day``: ``rows`` in the plan's order.

    ``has_registry``: without one it shows only what is declared, and nobody knows what was filed.
    """

    city: str
    plan_name: str
    recipient: str
    day: date
    terms: tuple[Term, ...]
    rows: tuple[Row, ...]
    has_registry: bool

    @cached_property
    def deliverables(self) -> tuple[tuple[Term, str], ...]:
        """Every deliverable with its stage, as the columns of the board."""
        return tuple((term, name) for term in self.terms for name in term.deliverables)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Row, ...]], ...]:
        """The rows by the groups of the plan."""
        return tuple((name, tuple(rows)) for name, rows in groupby(self.rows, key=lambda row: row.group))

    def by_stage(self, term: Term) -> Count:
        """Departments by the state of all that they owe in a stage."""
        return Count(self._stages[term.number])

    def by_form(self, term: Term, deliverable: str) -> Count:
        """Departments by the state of one deliverable."""
        return Count(self._forms[term.number, deliverable])

    def entries_of(self, term: Term, deliverable: str) -> tuple[Entry, ...]:
        """One deliverable of every department."""
        place = self.deliverables.index((term, deliverable))
        return tuple(row.entries[place] for row in self.rows)

    def departments_in(self, term: Term) -> Mapping[State, tuple[Row, ...]]:
        """State → the departments whose stage is in it, the worst state first."""
        found: dict[State, list[Row]] = {}
        for row in self.rows:
            found.setdefault(worst(row.of_stage(term.number)), []).append(row)
        return {state: tuple(found[state]) for state in sorted(found, key=ORDER.__getitem__)}

    @property
    def is_behind(self) -> bool:
        """Whether anything is overdue or was sent back."""
        return any(one.state in (State.OVERDUE, State.RETURNED) for row in self.rows for one in row.entries)

    @cached_property
    def _stages(self) -> Mapping[int, Counter[State]]:
        return {term.number: Counter(worst(row.of_stage(term.number)) for row in self.rows) for term in self.terms}

    @cached_property
    def _forms(self) -> Mapping[tuple[int, str], Counter[State]]:
        found = {(term.number, name): Counter[State]() for term, name in self.deliverables}
        for row in self.rows:
            for one in row.entries:
                found[one.stage, one.deliverable][one.state] += 1
        return found


def board_of(  # noqa: PLR0913 - the plan, what is declared, what is filed, and when
    plan: Plan,
    facts: Mapping[str, Facts],
    filed: Mapping[tuple[str, int], Filed],
    *,
    day: date,
    calendar: Calendar,
    has_registry: bool,
    wanted: Callable[[str, int], bool] = lambda _department, _stage: True,
) -> Board:
    """The board of the departments and stages ``wanted``.

    ``facts``: department → what it declares; who is missing has declared nothing. ``filed``: department and stage →
    what is known of it. Raises ``NoCalendar`` for stages before the first year that is known.
    """
    every = terms_of(plan.stages, calendar, day)
    terms = tuple(term for term in every if any(wanted(name, term.number) for name in plan.departments))
    today = {term.number: days_late(term, day, calendar) for term in terms}

    def entries(name: str) -> Iterable[Entry]:
        own = facts.get(name, _NOTHING)
        for term in terms:
            known = filed.get((name, term.number))
            filing = days_late(term, known.first_day, calendar) if known else 0
            late = Lateness(today=today[term.number], filing=filing)
            for deliverable in term.deliverables:
                yield entry_of(name, deliverable, term, own, known, late, registry=has_registry)

    return Board(
        city=plan.city,
        plan_name=plan.name,
        recipient=plan.recipient,
        day=day,
        terms=terms,
        rows=tuple(
            Row(group.name, str(name), name in facts, tuple(entries(name)))
            for group in plan.groups
            for name in group.departments
            if any(wanted(name, term.number) for term in terms)
        ),
        has_registry=has_registry,
    )


_NOTHING = Facts()
