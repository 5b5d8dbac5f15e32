"""Cases that go on, the quick way: what nearly every addition is, in as few statements as there can be.

It is for batches that add to cases as somebody has just seen them. All of them are added, or nothing is, and then
``case_appending.py`` says why; both write the same. With SQLite the cases are looked at under the lock on the file. A
server does all of it in one statement: the rows are changed that are still at the version which was seen, and get
their seal there (``case_sealing.seal_of``); of what it changed, it adds the events.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Engine

from processes.model.case import CaseHead
from processes.store.batches import Batch
from processes.store.case_sealing import after, event_rows, moment_text, said_of, said_text
from processes.store.case_statements import EVENT, FIXED, GONE_ON, IN_TURN, MESSAGE, Row
from processes.store.connecting import is_postgres
from processes.store.drivers import at_once, transact_plainly

_CHUNK = 500
"""Batches in a statement to a server: while it works on them the next ones are made."""


def is_plain(engine: Engine, batches: Sequence[Batch]) -> bool:
    """Whether the quick way is one for these: each goes on with another case, in the definition that it had.

    On a server each brings one event: of several the second would need the seal of the first.
    """
    single = is_postgres(engine)
    if not all(one.seen_version and not one.definition and (len(one.events) == 1 or not single) for one in batches):
        return False
    return bool(batches) and len({one.head.number for one in batches}) == len(batches)


def go_on(engine: Engine, batches: Sequence[Batch], patience: float) -> bool:
    """Add all of the batches, which are plain; False if they cannot all be added: then nothing was.

    Raises ``IntegrityError`` for a key that a case has already, ``ValueError`` as ``said_text``.
    """
    work = _on_server if is_postgres(engine) else _in_file
    return transact_plainly(engine, lambda connection: work(connection, batches), patience)


# --------------------------------------------------------------------------------------------- SQLite


def _in_file(connection: Any, batches: Sequence[Batch]) -> bool:  # noqa: ANN401 - as the driver's door gives it
    connection.execute("BEGIN IMMEDIATE")
    asked = json.dumps([one.head.number for one in batches], ensure_ascii=False)
    found = {row[0]: row for row in connection.execute(_LOOKED_AT, (asked,))}
    events, moved, changed, messages = list[Row](), list[Row](), list[Row](), list[Row]()
    for batch in batches:
        head = batch.head
        row = found.get(head.number)
        if row is None or row[6:] != (batch.seen_version, head.definition, *_fixed(head)):
            connection.rollback()
            return False
        _, case_id, seal, *before = row[:6]
        timers, wakes, state, told = after(batch)
        rows = event_rows(batch, state, told, seal)
        events += [(case_id, *row) for row in rows]
        due = None if head.due is None else head.due.isoformat()
        gone = head.version, f"{head.marking:x}", due, timers, rows[-1][-1], case_id
        if before == [head.label, head.status, wakes]:
            moved.append(gone)
        else:
            changed.append((str(head.label), str(head.status), wakes, *gone))
        messages += [(case_id, head.version, one.topic, one.text) for one in batch.messages]
    for statement, given in ((_HAPPENED, events), (_MOVED, moved), (_CHANGED, changed), (_POSTED, messages)):
        if given:
            connection.executemany(statement, given)
    connection.commit()
    return True


def _fixed(head: CaseHead) -> tuple[str, str, str, str]:
    """The columns ``FIXED``, as text."""
    return head.department, head.matter, head.applicant, head.received_on.isoformat()


def _into(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)})"


def _added(table: str, columns: Sequence[str]) -> str:
    return f"{_into(table, columns)} VALUES ({', '.join('?' for _ in columns)})"


def _set(columns: Sequence[str]) -> str:
    return f"UPDATE standing SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"  # noqa: S608 - as below


_SEEN = ("version", "definition", *FIXED)
"""What a case must still be as it was seen."""
_LOOKED_AT = (
    f"SELECT number, id, seal, label, status, wakes, {', '.join(_SEEN)} FROM standing"  # noqa: S608 - names of ours
    " WHERE number IN (SELECT value FROM json_each(?))"
)
_HAPPENED, _POSTED = _added("happened", EVENT), _added("posted", MESSAGE)
_ALWAYS = ("version", "marking", "due", "timers", "seal")
_MOVED = _set(_ALWAYS)
# An index is written anew for each column that is set, whether it is another value or not.
_CHANGED = _set(("label", "status", "wakes", *_ALWAYS))


# --------------------------------------------------------------------------------------------- PostgreSQL


def _on_server(connection: Any, batches: Sequence[Batch]) -> bool:  # noqa: ANN401 - as above
    told = any(one.messages for one in batches)
    if len(batches) == 1:
        with at_once(connection):
            return bool(connection.execute(_ONE[told], _given(batches[0])).rowcount)
    with connection.pipeline():
        connection.execute(IN_TURN)
        answers = [
            connection.execute(_MANY[told], tuple(map(list, zip(*map(_given, chunk), strict=True))))
            for chunk in _chunks(batches)
        ]
    if sum(answer.rowcount for answer in answers) < len(batches):
        connection.rollback()
        return False
    connection.commit()
    return True


def _chunks(batches: Sequence[Batch]) -> Iterator[Sequence[Batch]]:
    return (batches[begin : begin + _CHUNK] for begin in range(0, len(batches), _CHUNK))


def _given(batch: Batch) -> tuple[str | bytes, ...]:
    """The columns ``_GIVEN`` of a batch of one event: a day that there is not is empty."""
    head, (event,) = batch.head, batch.events
    timers, wakes, state, told = after(batch)
    version, *said = said_of(head.version, event, state)
    due = "" if head.due is None else head.due.isoformat()
    return (
        said_text((version, *said), told).encode(),
        str(version),
        *(one or "" for one in said),
        *(str(head.label), head.definition, f"{head.marking:x}", str(head.status), due, timers, wakes or ""),
        *(told, head.number, *_fixed(head)),
    )


_SAID = EVENT[2:-1]
_GIVEN = (
    *("sealed", "version", *_SAID),
    *("label", "pinned", "marking", "status", "due", "timers", "wakes", "told", "case_number", *FIXED),
)
_AS_KEPT = {
    **dict.fromkeys(("effective", "due", "wakes", "received_on"), "NULLIF(given.{}, '')::date"),
    "version": "given.{}::int",
    "at": "given.{}::timestamptz",
}
"""How a column comes out of the text that is given, if it is no text."""


def _kept(column: str) -> str:
    return _AS_KEPT.get(column, "given.{}").format(column)


def _on_server_said(given: str, *, told: bool) -> str:
    """The statement for what ``given`` selects."""
    gone_on = ", ".join(f"{name} = {_kept('pinned' if name == 'definition' else name)}" for name in GONE_ON[:-2])
    seen = {name: _kept(name) for name in FIXED} | {"version": f"{_kept('version')} - 1", "definition": "given.pinned"}
    # Said like this, no index is asked for it: found is the case by its number, not all of its department.
    same = " AND ".join(f"standing.{name} IS NOT DISTINCT FROM {value}" for name, value in seen.items())
    happened = ", ".join(_kept(name).replace("given.", "gone.") for name in _SAID)
    messages = (
        f", posted AS ({_into('posted', MESSAGE)}"
        " SELECT gone.id, gone.version, one.pair->>0, one.pair->>1"
        " FROM gone, json_array_elements(gone.told::json) WITH ORDINALITY AS one(pair, place) ORDER BY gone.id, place)"
    )
    return (
        f"WITH given AS ({given}), gone AS (UPDATE standing SET {gone_on},"  # noqa: S608 - names of ours
        " seal = encode(sha256(given.sealed || convert_to(standing.seal, 'UTF8')), 'hex') FROM given"
        f" WHERE standing.number = given.case_number AND {same}"
        f" RETURNING standing.id, standing.version, standing.seal, {', '.join(f'given.{name}' for name in (*_SAID, 'told'))})"
        f"{messages if told else ''} {_into('happened', EVENT)}"
        f" SELECT gone.id, gone.version, {happened}, gone.seal FROM gone"
    )


_ONE_GIVEN = "SELECT {}".format(
    ", ".join(f"{'%b::bytea' if name == 'sealed' else '%s::text'} AS {name}" for name in _GIVEN)
)
_MANY_GIVEN = "SELECT * FROM unnest({}) AS one({})".format(
    ", ".join("%b::bytea[]" if name == "sealed" else "%b::text[]" for name in _GIVEN), ", ".join(_GIVEN)
)
_ONE = tuple(_on_server_said(_ONE_GIVEN, told=told) for told in (False, True))
_MANY = tuple(_on_server_said(_MANY_GIVEN, told=told) for told in (False, True))
