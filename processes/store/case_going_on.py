"""Cases that go on, the quick way: what nearly every addition is, in as few statements as there can be.

It is for batches that add to cases as somebody has just seen them. All of them are added, or nothing is, and then
``case_appending.py`` says why; both write the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from processes.store import case_file_writing, case_server_writing
from processes.store.batches import Batch
from processes.store.connecting import is_postgres
from processes.store.drivers import transact_plainly


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

    Raises ``IntegrityError`` for a key that a case has already, ``ValueError`` as ``sealed_bytes``.
    """
    writing = case_server_writing if is_postgres(engine) else case_file_writing

    def work(connection: Any) -> bool:  # noqa: ANN401 - as the driver's door gives it
        return bool(writing.write(connection, batches))

    return transact_plainly(engine, work, patience)
