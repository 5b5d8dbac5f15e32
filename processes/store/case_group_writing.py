"""Cases that go on by any number of events: looked at, then events, cases and messages are written together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from processes.store.batches import Batch
from processes.store.case_sealing import after, day_text, event_rows
from processes.store.case_statements import CHANGED, EVENT, MESSAGE, MOVED, Row, chunks, fixed


class Driven(Protocol):
    """A database as it is driven: ``case_file_writing`` or ``case_server_writing``."""

    def begin(self, connection: Any, patience: float) -> None:  # noqa: ANN401 - as the driver's door gives it
        """A transaction that writes; others are waited for so many seconds."""

    def look(self, connection: Any, numbers: Sequence[str]) -> Iterable[Row]:  # noqa: ANN401 - as above
        """The columns ``LOOKED_AT`` of those cases that are there, days as text; nobody else adds to them now."""

    def put(self, connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Row]]) -> None:  # noqa: ANN401 - as above
        """Add rows to a table, some at once."""

    def move(self, connection: Any, columns: Sequence[str], rows: Iterable[Row]) -> None:  # noqa: ANN401 - as above
        """Let cases go on: the last column of each row is the id of the case, the others are what changes."""


def write(driven: Driven, connection: Any, batches: Sequence[Batch], patience: float) -> bool:  # noqa: ANN401 - as the driver's door gives it
    """Add all of the batches in one transaction; False if they cannot all be added: then nothing was.

    Raises ``NotText`` and ``UnicodeEncodeError`` as ``sealed_bytes``.
    """
    driven.begin(connection, patience)
    found = {str(row[0]): row for row in driven.look(connection, [one.number for one in batches])}
    done = all(_is_as_seen(one, found.get(one.number)) for one in batches)
    if done:
        going = _Going(found)
        driven.put(connection, "happened", EVENT, map(going.events, chunks(batches)))
        for columns, rows in ((MOVED, going.moved), (CHANGED, going.changed)):
            if rows:
                driven.move(connection, columns, rows)
        if going.messages:
            driven.put(connection, "posted", MESSAGE, (going.messages,))
    connection.execute("COMMIT" if done else "ROLLBACK")
    return done


def _is_as_seen(batch: Batch, row: Row | None) -> bool:
    """Whether the case in ``row`` (``LOOKED_AT``) is there, and as whoever adds to it has seen it."""
    return row is not None and row[6:] == (batch.seen_version, batch.head.definition, *fixed(batch.head))


@dataclass(slots=True)
class _Going:
    """What is to be written of cases beside their events, gathered on the way: ``MOVED``, ``CHANGED``, ``MESSAGE``.

    ``found``: number of a case → how it stood, ``LOOKED_AT``.
    """

    found: Mapping[str, Row]
    moved: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)

    def events(self, batches: Sequence[Batch]) -> list[Row]:
        """The rows of the events of some batches."""
        events = list[Row]()
        for batch in batches:
            head = batch.head
            _, case_id, seal, *before = self.found[head.number][:6]
            timers, wakes, state, told = after(batch)
            rows = event_rows(batch, state, told, str(seal))
            events += [(case_id, *row) for row in rows]
            gone = head.version, f"{head.marking:x}", day_text(head.due), timers, rows[-1][-1], case_id
            if before == [head.label, head.status, wakes]:
                self.moved.append(gone)
            else:
                self.changed.append((str(head.label), str(head.status), wakes, *gone))
            self.messages += [(case_id, head.version, one.topic, one.text) for one in batch.messages]
        return events
