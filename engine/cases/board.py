"""办件看板: how all cases stand at the end of a day, and which limits have run out or are about to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from engine.cases.cards import Card
from engine.cases.entries import Entry, Seen, entry_of


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
        """Those whose limits stand still."""
        return sum(one.is_paused for one in self.entries)

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


def _urgency(one: Entry) -> tuple[date, str]:
    due = one.measures[0].clock.due if one.measures else None
    return due or date.max, one.number


def _number(one: Entry) -> str:
    return one.number
