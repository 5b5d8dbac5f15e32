"""Cases that go on on a server by one event each, in one statement.

It changes those rows that are still at the version which was seen, makes their seals (as ``case_sealing.seal_of``), and
of what it changed it adds the events. A row that somebody else is changing is waited for and looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from processes.store.batches import Batch
from processes.store.case_sealing import after, day_text, said_of, sealed_bytes
from processes.store.case_server_writing import begin
from processes.store.case_statements import EVENT, FIXED, GONE_ON, MESSAGE, chunks, fixed, into


def write(connection: Any, batches: Sequence[Batch], patience: float) -> bool:  # noqa: ANN401 - psycopg may not be there to name it
    """Add all of the batches, outside any transaction; False if they cannot all be added: then nothing was.

    One alone is a statement alone, which is a transaction by itself: the server is asked once.
    """
    told = any(one.messages for one in batches)
    if len(batches) == 1:
        return bool(connection.execute(_ONE[told], _given(batches[0])).rowcount)
    begin(connection, patience)
    with connection.pipeline():
        answers = [
            connection.execute(_MANY[told], tuple(map(list, zip(*map(_given, chunk), strict=True))))
            for chunk in chunks(batches)
        ]
    done: bool = sum(answer.rowcount for answer in answers) == len(batches)
    connection.execute("COMMIT" if done else "ROLLBACK")
    return done


def _given(batch: Batch) -> tuple[str | bytes, ...]:
    """The columns ``_GIVEN`` of a batch of one event: a day that there is not is empty."""
    head, (event,) = batch.head, batch.events
    timers, wakes, state, told = after(batch)
    version, *said = said_of(head.version, event, state)
    due = day_text(head.due) or ""
    return (
        sealed_bytes((version, *said), told),
        str(version),
        *(one or "" for one in said),
        *(str(head.label), head.definition, f"{head.marking:x}", str(head.status), due, timers, wakes or ""),
        *(told, head.number, *fixed(head)),
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


def _statement(given: str, *, told: bool) -> str:
    """The statement for what ``given`` selects."""
    gone_on = ", ".join(f"{name} = {_kept('pinned' if name == 'definition' else name)}" for name in GONE_ON[:-2])
    seen = {name: _kept(name) for name in FIXED} | {"version": f"{_kept('version')} - 1", "definition": "given.pinned"}
    # Said like this, no index is asked for it: found is the case by its number, not all of its department.
    same = " AND ".join(f"standing.{name} IS NOT DISTINCT FROM {value}" for name, value in seen.items())
    given_on = ", ".join(f"given.{name}" for name in (*_SAID, "told"))
    happened = ", ".join(_kept(name).replace("given.", "gone.") for name in _SAID)
    messages = (
        f", posted AS ({into('posted', MESSAGE)}"  # noqa: S608 - names of ours
        " SELECT gone.id, gone.version, one.pair->>0, one.pair->>1"
        " FROM gone, json_array_elements(gone.told::json) WITH ORDINALITY AS one(pair, place) ORDER BY gone.id, place)"
    )
    return (
        f"WITH given AS ({given}), gone AS (UPDATE standing SET {gone_on},"  # noqa: S608 - as above
        " seal = encode(sha256(given.sealed || convert_to(standing.seal, 'UTF8')), 'hex') FROM given"
        f" WHERE standing.number = given.case_number AND {same}"
        f" RETURNING standing.id, standing.version, standing.seal, {given_on})"
        f"{messages if told else ''} {into('happened', EVENT)}"
        f" SELECT gone.id, gone.version, {happened}, gone.seal FROM gone"
    )


_ONE_GIVEN = "SELECT {}".format(
    ", ".join(f"{'%b::bytea' if name == 'sealed' else '%s::text'} AS {name}" for name in _GIVEN)
)
_MANY_GIVEN = "SELECT * FROM unnest({}) AS one({})".format(  # noqa: S608 - as above
    ", ".join("%b::bytea[]" if name == "sealed" else "%b::text[]" for name in _GIVEN), ", ".join(_GIVEN)
)
_ONE = tuple(_statement(_ONE_GIVEN, told=told) for told in (False, True))
_MANY = tuple(_statement(_MANY_GIVEN, told=told) for told in (False, True))
