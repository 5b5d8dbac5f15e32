"""Connections as the drivers give them, ``sqlite3`` and ``psycopg``: the one door past SQLAlchemy.

An event costs the disk half a millisecond. What SQLAlchemy does around the statements takes as long again, and more
than a server needs for them. So what is done for every event of every case goes straight to the driver: fixed
statements, nothing else (``case_going_on.py``). The pool is the same, and so are the errors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from processes.store.connecting import again_while_refused

T = TypeVar("T")


def transact_plainly(engine: Engine, work: Callable[[Any], T], patience: float) -> T:
    """``work`` with a connection outside any transaction, anew when another one was in the way.

    What ``work`` has begun and not committed is rolled back.
    """

    def attempt() -> T:
        with _connection(engine) as connection:
            return work(connection)

    return again_while_refused(attempt, patience)


@contextmanager
def _connection(engine: Engine) -> Iterator[Any]:
    """A connection of the pool. Raises what the driver raises as SQLAlchemy does: ``DBAPIError``."""
    driver, pooled = engine.dialect.loaded_dbapi, None
    try:
        pooled = engine.raw_connection()
        yield pooled.driver_connection
    except driver.Error as error:
        cut = engine.dialect.is_disconnect(error, None if pooled is None else pooled.dbapi_connection, None)
        if cut and pooled is not None:
            pooled.invalidate(error)
            # The others are most likely cut as well.
            engine.dispose()
        raise _as_told(engine, error, cut=cut) from error
    except Exception:
        raise
    except BaseException as error:
        # Interrupted in the middle of an answer.
        if pooled is not None:
            pooled.invalidate(error)
        raise
    finally:
        if pooled is not None:
            pooled.close()


@contextmanager
def driver_of(connection: Connection) -> Iterator[Any]:
    """The driver's connection within a transaction of SQLAlchemy. Raises what the driver raises as SQLAlchemy does."""
    dialect, pooled = connection.engine.dialect, connection.connection
    try:
        yield pooled.driver_connection
    except dialect.loaded_dbapi.Error as error:
        cut = dialect.is_disconnect(error, pooled.dbapi_connection, None)
        if cut:
            connection.invalidate(error)
            connection.engine.dispose()
        raise _as_told(connection.engine, error, cut=cut) from error


def _as_told(engine: Engine, error: Exception, *, cut: bool) -> DBAPIError:
    told = DBAPIError.instance(
        statement=None,
        params=None,
        orig=error,
        dbapi_base_err=engine.dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=cut,
        dialect=engine.dialect,
    )
    assert isinstance(told, DBAPIError)
    return told
