"""Cases in a file of SQLite, as ``case_group_writing.Driven``.

Row by row: each statement is made ready once for all rows (``executemany``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from processes.store.case_statements import LOOKED_AT, Row, into
from processes.store.connecting import take_lock


def begin(connection: Any, patience: float) -> None:  # noqa: ANN401 - as the driver's door gives it
    """A transaction that writes, with the lock on the file; others are waited for ``patience`` seconds."""
    take_lock(connection.execute, patience)


def look(connection: Any, numbers: Sequence[str]) -> Iterable[Row]:  # noqa: ANN401 - as above
    """As ``Driven.look``, under the lock on the file."""
    found: Iterable[Row] = connection.execute(_LOOK, (json.dumps(numbers, ensure_ascii=False),))
    return found


_LOOK = f"SELECT {', '.join(LOOKED_AT)} FROM standing WHERE number IN (SELECT value FROM json_each(?))"  # noqa: S608 - names of ours


def put(connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Row]]) -> None:  # noqa: ANN401 - as above
    """As ``Driven.put``."""
    for some in rows:
        connection.executemany(_adding(table, tuple(columns)), some)


def move(connection: Any, columns: Sequence[str], rows: Iterable[Row]) -> None:  # noqa: ANN401 - as above
    """As ``Driven.move``."""
    connection.executemany(_moving(tuple(columns)), rows)


@cache
def _adding(table: str, columns: tuple[str, ...]) -> str:
    return f"{into(table, columns)} VALUES ({', '.join('?' for _ in columns)})"


@cache
def _moving(columns: tuple[str, ...]) -> str:
    changed = ", ".join(f"{column} = ?" for column in columns[:-1])
    return f"UPDATE standing SET {changed} WHERE {columns[-1]} = ?"  # noqa: S608 - as above
