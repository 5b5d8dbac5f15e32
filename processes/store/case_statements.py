"""The statements by which cases are added to, each for any number of rows: a group costs as many as a single event.

Plain SQL: a session that makes objects of rows is 18 times slower, and even making statements out of expressions takes
longer than running them. Many values go as one text in JSON, which SQLite and PostgreSQL both read.
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
Rows = Sequence[Row]

EVENT = ("case_id", *case_sealing.EVENT)
GONE_ON = ("label", "definition", "version", "marking", "status", "due", "timers", "wakes", "seal", "id")
MESSAGE = ("case_id", "number", "topic", "text")
FIXED = ("department", "matter", "applicant", "received_on")
"""What never changes of a case, beside its number."""

_CHUNK = 500
"""Batches at once, so that few of them are in memory; and while a server works on them the next ones are made."""

IN_TURN = f"SELECT pg_advisory_xact_lock({0x7A61697A6163})"
"""Groups go one after another on a server, so that no two of them wait for each other; the number is 「zaizac」."""

_KINDS = {
    **dict.fromkeys(("case_id", "id", "number", "version"), "int"),
    **dict.fromkeys(("effective", "due", "wakes"), "date"),
    "at": "timestamptz",
}
"""What a column is in PostgreSQL, if it is no text."""


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


def write(connection: Connection, events: Rows, cases: Rows, messages: Rows) -> None:
    """Add events and messages, and let the cases go on: rows of the columns ``EVENT``, ``GONE_ON``, ``MESSAGE``."""
    given = ((EVENT, events), (MESSAGE, messages), (GONE_ON, cases))
    if is_postgres(connection.engine):
        if events:
            connection.exec_driver_sql(_WRITE_ON_SERVER, tuple(_objects(columns, rows) for columns, rows in given))
        return
    for statement, (_, rows) in zip(_WRITE, given, strict=True):
        if rows:
            connection.exec_driver_sql(statement, list(rows))


def _insert(table: str, columns: Sequence[str]) -> tuple[str, str]:
    begun, marks = into(table, columns), ", ".join("?" for _ in columns)
    return f"{begun} VALUES ({marks})", f"{begun} SELECT * FROM {_given(columns)}"  # noqa: S608 - as above


def _given(columns: Iterable[str]) -> str:
    """The rows that a statement of PostgreSQL is given, as a table."""
    kinds = ", ".join(f"{column} {_KINDS.get(column, 'text')}" for column in columns)
    return f"json_to_recordset(%s) AS given ({kinds})"


_ADD_EVENTS, _ADD_MESSAGES = _insert("happened", EVENT), _insert("posted", MESSAGE)
_HERE = ", ".join(f"{name} = ?" for name in GONE_ON[:-1])
_ON_SERVER = ", ".join(f"{name} = given.{name}" for name in GONE_ON[:-1])
_WRITE = (_ADD_EVENTS[0], _ADD_MESSAGES[0], f"UPDATE standing SET {_HERE} WHERE id = ?")  # noqa: S608 - as above
_WRITE_ON_SERVER = (
    f"WITH events AS ({_ADD_EVENTS[1]}), messages AS ({_ADD_MESSAGES[1]}) "  # noqa: S608 - as above
    f"UPDATE standing SET {_ON_SERVER} FROM {_given(GONE_ON)} WHERE standing.id = given.id"
)


def _objects(columns: Sequence[str], rows: Rows) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False)


def _ask(connection: Connection, statement: tuple[str, ...], values: object) -> Sequence[Found[Any]]:
    """The answer of SQLite or PostgreSQL to a question about many values."""
    said = statement[is_postgres(connection.engine)]
    return connection.exec_driver_sql(said, (json.dumps(values, ensure_ascii=False),)).all()
