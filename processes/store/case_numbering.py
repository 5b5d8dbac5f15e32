"""A new case under the next free number, which is looked for in the transaction that opens it: none is left out.

On a server those who take numbers do so one after another.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, select

from processes.model.case import CaseHead
from processes.store.batches import Batch
from processes.store.case_appending import append
from processes.store.case_tables import STANDING
from processes.store.connecting import is_postgres
from processes.store.failures import NumberTaken

_IN_TURN = f"SELECT pg_advisory_xact_lock({0x7A61697A616E})"
"""Who has this lock takes the next number; its own is 「zaizan」."""


def open_next(
    connection: Connection, number_of: Callable[[int], str], batch_of: Callable[[str], Batch], tried: list[str]
) -> CaseHead:
    """Open the case of ``batch_of`` the first free of the numbers ``number_of`` 1, 2, 3 …; how it stands.

    ``tried``: the numbers that were taken by this same call before its answer was lost, to which that of now is added.
    """
    if is_postgres(connection.engine):
        connection.exec_driver_sql(_IN_TURN)
    number = tried[-1] if tried else _free(connection, number_of)
    while True:
        tried.append(number)
        (outcome,) = append(connection, (batch_of(number),), careful=False)
        if isinstance(outcome, CaseHead):
            return outcome
        # Somebody who chose his number has just chosen this one.
        assert isinstance(outcome, NumberTaken)
        number = _free(connection, number_of)


def _free(connection: Connection, number_of: Callable[[int], str]) -> str:
    """Next to the last one, found by doubling and halving: as if there were no gaps, for only chosen ones leave any."""

    def taken(position: int) -> bool:
        there = select(STANDING.c.id).where(STANDING.c.number == number_of(position))
        return connection.scalar(there) is not None

    low, high = 0, 1
    while taken(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(middle) else (low, middle)
    return number_of(high)
