"""Cases that go on, the quick way: what nearly every addition is, in as few statements as there can be.

It is for batches that add to cases as somebody has just seen them. All of them are added, or nothing is, and then
``case_appending.py`` says why; both write the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from processes.model.case import CaseHead
from processes.store import case_file_writing, case_group_writing, case_server_writing, case_single_writing
from processes.store.batches import Batch
from processes.store.case_reading import overtaken
from processes.store.case_sealing import head_of
from processes.store.case_tables import HEAD
from processes.store.connecting import is_postgres
from processes.store.drivers import transact_plainly
from processes.store.failures import Overtaken


def is_plain(batches: Sequence[Batch]) -> bool:
    """Whether the quick way is one for these: each goes on with another case, in the definition that it had."""
    if not all(one.seen_version and not one.definition for one in batches):
        return False
    return bool(batches) and len({one.head.number for one in batches}) == len(batches)


def go_on(engine: Engine, batches: Sequence[Batch], patience: float) -> tuple[CaseHead | Overtaken, ...]:
    """Add all of the batches, which are plain; what became of each. Nothing, if it takes a closer look to say.

    Raises ``IntegrityError`` for a key that a case has already; besides as ``sealed_bytes``.
    """
    is_server = is_postgres(engine)

    def work(connection: Any) -> tuple[CaseHead | Overtaken, ...]:  # noqa: ANN401 - as the driver's door gives it
        if is_server and all(len(one.events) == 1 for one in batches):
            done = case_single_writing.write(connection, batches, patience)
        else:
            driven = case_server_writing if is_server else case_file_writing
            done = case_group_writing.write(driven, connection, batches, patience)
        if done:
            return tuple(one.head for one in batches)
        if len(batches) > 1:
            return ()
        batch = batches[0]
        asked = [one.key for one in batch.events] if is_server else json.dumps([one.key for one in batch.events])
        return _passed_by(batch, connection.execute(_PASSED[is_server], (asked, batch.number)).fetchone())

    return transact_plainly(engine, work, patience)


def _passed_by(batch: Batch, found: Sequence[object] | None) -> tuple[Overtaken, ...]:
    """That somebody else has added to the case, where a look is enough to see that; ``found``: as ``_PASSED`` asks.

    A case only goes on: whoever has seen an earlier version need not wait until nobody else adds to it.
    """
    if found is None:
        return ()
    repeated, *row = found
    head = head_of(row)
    return (overtaken(batch, head),) if head.version > batch.seen_version and not repeated else ()


_PASSED = tuple(
    "SELECT EXISTS (SELECT 1 FROM happened WHERE happened.case_id = standing.id AND happened.key"  # noqa: S608 - names of ours
    f" {among}), {', '.join(column.name for column in HEAD)} FROM standing WHERE number = {number}"
    for among, number in (("IN (SELECT value FROM json_each(?))", "?"), ("= ANY(%s)", "%s"))
)
