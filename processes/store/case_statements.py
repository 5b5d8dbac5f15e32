"""What is asked and said of cases that are added to, each for any number of them: a group costs as many as one event.

Plain SQL: a session that makes objects of rows is 18 times slower, and even making statements out of expressions takes
longer than running them. Many values are asked about as one text in JSON, which SQLite and PostgreSQL both read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import Row as Found

from processes.model.case import CaseHead
from processes.store import case_sealing
from processes.store.batches import Batch
from processes.store.case_tables import HEAD
from processes.store.connecting import is_postgres

Row = tuple[object, ...]

EVENT = ("case_id", *case_sealing.EVENT)
GONE_ON = ("label", "definition", "version", "marking", "status", "due", "timers", "wakes", "seal", "id")
MESSAGE = ("case_id", "number", "topic", "text")
FIXED = ("department", "matter", "applicant", "received_on")
"""What never changes of a case, beside its number."""

MOVED = ("version", "marking", "due", "timers", "seal", "id")
CHANGED = ("label", "status", "wakes", *MOVED)
"""What of a case changes with each event, and with those that change more. SQLite writes an index anew for each of its
columns that is set, whether it is another value or not; so it is not named where it stays."""
LOOKED_AT = ("number", "id", "seal", "label", "status", "wakes", "version", "definition", *FIXED)
"""What is looked at of a case that goes on; the last ones are as they were seen, or it does not."""

IN_TURN = f"SELECT pg_advisory_xact_lock({0x7A61697A6163})"
"""Groups go one after another on a server, so that no two of them wait for each other; the number is 「zaizac」."""

_CHUNK = 500
"""Batches at once: what is near in time is near in memory, and a server has something to work on."""


def chunks(batches: Sequence[Batch]) -> Iterator[Sequence[Batch]]:
    """Some at once."""
    return (batches[begin : begin + _CHUNK] for begin in range(0, len(batches), _CHUNK))


def fixed(head: CaseHead) -> tuple[str, str, str, str]:
    """The columns ``FIXED``, as text."""
    return head.department, head.matter, head.applicant, str(case_sealing.day_text(head.received_on))


def into(table: str, columns: Iterable[str]) -> str:
    """How a statement begins that adds rows."""
    return f"INSERT INTO {table} ({', '.join(columns)})"


def locked(connection: Connection, numbers: Iterable[str]) -> Sequence[Found[Any]]:
    """Id, seal and the columns of ``HEAD`` of the cases; nobody else adds to them until the end of the transaction."""
    asked = sorted(numbers)
    if len(asked) > 1 and is_postgres(connection.engine):
        connection.exec_driver_sql(IN_TURN)
    return _ask(connection, _LOCK, asked)


_STORED = "SELECT {} FROM standing WHERE number".format(", ".join(("id", "seal", *(column.name for column in HEAD))))  # noqa: S608 - names of ours
_LOCK = (
    f"{_STORED} IN (SELECT value FROM json_each(?))",  # noqa: S608 - as above
    # In one order: who opens cases and who goes on with them may need the same ones.
    f"{_STORED} = ANY(ARRAY(SELECT json_array_elements_text(%s))) ORDER BY id FOR NO KEY UPDATE",
)


def keys_there(connection: Connection, asked: Sequence[tuple[int, str]]) -> Sequence[Found[Any]]:
    """Those of the pairs of a case and a key that there are."""
    return _ask(connection, _KEYS, asked)


_KEYS = tuple(
    f"SELECT happened.case_id, happened.key FROM {asked} AS asked JOIN happened"  # noqa: S608 - as above
    f" ON happened.case_id = {case_id} AND happened.key = {key}"
    for asked, case_id, key in (
        ("json_each(?)", "json_extract(asked.value, '$[0]')", "json_extract(asked.value, '$[1]')"),
        ("json_array_elements(%s)", "(asked.value->>0)::int", "asked.value->>1"),
    )
)


def _ask(connection: Connection, statement: tuple[str, ...], values: object) -> Sequence[Found[Any]]:
    """The answer of SQLite or PostgreSQL to a question about many values."""
    said = statement[is_postgres(connection.engine)]
    return connection.exec_driver_sql(said, (json.dumps(values, ensure_ascii=False),)).all()
