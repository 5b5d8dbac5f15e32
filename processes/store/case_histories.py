"""All cases with their events at one go, for whoever looks at thousands: two queries, however many they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, select

from processes.model.case import CaseEvent, CaseHead, EventKind
from processes.store.case_reading import heads
from processes.store.case_sealing import names_from
from processes.store.case_tables import HAPPENED, STANDING

_KINDS = {str(kind): kind for kind in EventKind}
_NO_NAMES = "[]"
_SAID = (
    *("kind", "at", "unit", "person", "key", "node", "event", "names"),
    *("reason", "effective", "definition"),
)


def histories(connection: Connection, before: datetime) -> Iterator[tuple[CaseHead, tuple[CaseEvent, ...]]]:
    """Each case, ordered by number, with what happened to it before a moment; what came in later is left out."""
    rows = (
        select(STANDING.c.number.label("case_number"), *(HAPPENED.c[name] for name in _SAID))
        .join(STANDING, STANDING.c.id == HAPPENED.c.case_id)
        .where(HAPPENED.c.at < before)
        .order_by(HAPPENED.c.case_id, HAPPENED.c.number)
    )
    found = {
        number: tuple(_event(row) for row in group)
        for number, group in groupby(connection.execute(rows), key=lambda row: row[0])
    }
    return ((head, found[head.number]) for head in heads(connection, None, None, None) if head.number in found)


def _event(row: Sequence[object]) -> CaseEvent:
    _, kind, at, unit, person, key, node, event, names, reason, effective, definition = row
    assert isinstance(at, datetime)
    assert effective is None or isinstance(effective, date)
    return CaseEvent(
        kind=_KINDS[str(kind)],
        at=at,
        unit=str(unit),
        person=str(person),
        key=str(key),
        node=str(node),
        event=str(event),
        names=() if names == _NO_NAMES else names_from(str(names)),
        reason=str(reason),
        effective=effective,
        definition=str(definition),
    )
