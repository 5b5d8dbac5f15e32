"""Cases on a server, many at once, as ``case_group_writing.Driven``.

What is added streams to it (COPY), and it adds while the next rows are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from processes.store.case_statements import IN_TURN, LOOKED_AT, Row

_KINDS = {**dict.fromkeys(("id", "version"), "int"), **dict.fromkeys(("due", "wakes"), "date")}
"""What a column of ``standing`` is in PostgreSQL, if it is no text."""


def begin(connection: Any, patience: float) -> None:  # noqa: ANN401, ARG001 - as of a file; psycopg may not be there to name it
    """A transaction; groups go one after another, each waits as long as the connection was told to."""
    with connection.pipeline():
        connection.execute("BEGIN")
        connection.execute(IN_TURN)


def look(connection: Any, numbers: Sequence[str]) -> Iterable[Row]:  # noqa: ANN401 - as above
    """As ``Driven.look``; the cases are locked in the order of their rows."""
    found: Iterable[Row] = connection.execute(_LOOK, (list(numbers),))
    return found


_AS_TEXT = frozenset(("wakes", "received_on"))
_LOOK = "SELECT {} FROM standing WHERE number = ANY(%s) ORDER BY id FOR NO KEY UPDATE".format(  # noqa: S608 - names of ours
    ", ".join(f"{name}::text" if name in _AS_TEXT else name for name in LOOKED_AT)
)


def put(connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Row]]) -> None:  # noqa: ANN401 - as above
    """As ``Driven.put``; while the server adds some rows, the next ones are made."""
    with connection.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as stream:
        for some in rows:
            for row in some:
                stream.write_row(row)


def move(connection: Any, columns: Sequence[str], rows: Iterable[Row]) -> None:  # noqa: ANN401 - as above
    """As ``Driven.move``."""
    connection.execute(_moving(tuple(columns)), [list(column) for column in zip(*rows, strict=True)])


@cache
def _moving(columns: tuple[str, ...]) -> str:
    changed = ", ".join(f"{name} = given.{name}" for name in columns[:-1])
    given = ", ".join(f"%s::{_KINDS.get(name, 'text')}[]" for name in columns)
    return (
        f"UPDATE standing SET {changed} FROM unnest({given}) AS given({', '.join(columns)})"  # noqa: S608 - as above
        f" WHERE standing.{columns[-1]} = given.{columns[-1]}"
    )
