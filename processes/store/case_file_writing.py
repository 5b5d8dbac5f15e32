"""Cases that go on in a file of SQLite: looked at under the lock on the file, then written row by row.

Each statement is made ready once for all rows of a chunk (``executemany``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from processes.store.batches import Batch
from processes.store.case_sealing import after, day_text, event_rows
from processes.store.case_statements import EVENT, FIXED, MESSAGE, Row, chunks, fixed, into
from processes.store.connecting import take_lock


def write(connection: Any, batches: Sequence[Batch], patience: float) -> bool:  # noqa: ANN401 - as the driver's door gives it
    """Add all of the batches; False if they cannot all be added: then nothing was."""
    take_lock(connection.execute, patience)
    if not all(_write_chunk(connection, chunk) for chunk in chunks(batches)):
        connection.rollback()
        return False
    connection.commit()
    return True


def _write_chunk(connection: Any, batches: Sequence[Batch]) -> bool:  # noqa: ANN401 - as above
    """Add those of a chunk, if all of their cases are as they were seen."""
    asked = json.dumps([one.head.number for one in batches], ensure_ascii=False)
    found = {row[0]: row for row in connection.execute(_LOOKED_AT, (asked,))}
    events, moved, changed, messages = list[Row](), list[Row](), list[Row](), list[Row]()
    for batch in batches:
        head = batch.head
        row = found.get(head.number)
        if row is None or row[6:] != (batch.seen_version, head.definition, *fixed(head)):
            return False
        _, case_id, seal, *before = row[:6]
        timers, wakes, state, told = after(batch)
        rows = event_rows(batch, state, told, seal)
        events += [(case_id, *row) for row in rows]
        gone = head.version, f"{head.marking:x}", day_text(head.due), timers, rows[-1][-1], case_id
        if before == [head.label, head.status, wakes]:
            moved.append(gone)
        else:
            changed.append((str(head.label), str(head.status), wakes, *gone))
        messages += [(case_id, head.version, one.topic, one.text) for one in batch.messages]
    for statement, given in ((_HAPPENED, events), (_MOVED, moved), (_CHANGED, changed), (_POSTED, messages)):
        if given:
            connection.executemany(statement, given)
    return True


def _added(table: str, columns: Sequence[str]) -> str:
    return f"{into(table, columns)} VALUES ({', '.join('?' for _ in columns)})"


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
