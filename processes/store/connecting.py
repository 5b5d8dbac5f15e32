"""Connections: SQLite as it must be set so that nothing is lost and nobody is turned away, PostgreSQL likewise."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from processes.store.address import Address, is_on_share
from processes.store.failures import BUSY_CODES, CannotOpen, may_succeed_again, sqlite_code

T = TypeVar("T")

_WRITES = "zaizao_writes"
"""Execution option of a transaction that will write: SQLite takes the lock at its beginning."""

_PAUSE = 0.02
"""Seconds between two attempts at what the database refuses without waiting."""

_FIRST_PAUSE, _LAST_PAUSE = 0.0005, 0.008
"""Seconds between two attempts to write to a file: less than an event takes, and less than eight take."""

_CACHE_KIB = 65_536
"""How much of a file a connection may keep in memory."""

_LOG_PAGES = 4000
"""Pages of 4 KiB in the log of a file before they are copied to their places."""

_CONNECT_SECONDS = 10
"""How long a server may take to answer."""

APPLICATION = 0x7A61697A
"""``application_id`` of our files: 「zaiz」. What ``file`` shows, and how we tell ours from others'."""


def engine_of(address: Address, patience: float) -> Engine:
    """The engine for a registry; ``patience``: seconds to wait for others."""
    if address.file is None:
        return _engine_of_server(address, patience)
    engine = create_engine(address.url, connect_args={"timeout": patience}, pool_timeout=patience, hide_parameters=True)
    on_share = is_on_share(address.file)

    # From here on transactions begin where we say so and not where Python's module thinks fit.
    @event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        again_while_busy(lambda: _journal(connection, on_share=on_share), patience)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        # A group of thousands of events is gathered in memory, and the log need not be worked off after each.
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        if writes:
            take_lock(connection.exec_driver_sql, patience)
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def _engine_of_server(address: Address, patience: float) -> Engine:
    """Waits no longer than agreed, and acknowledges only what is on the disk, whatever the server is set to."""
    engine = create_engine(
        address.url,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
        pool_timeout=patience,
        hide_parameters=True,
    )
    wait = f"{max(1, int(patience * 1000))}ms"

    # As with SQLite: a statement outside a transaction that we begin is one by itself.
    @event.listens_for(engine, "connect")
    def _settle(connection: DBAPIConnection, _record: object) -> None:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(
            "SELECT set_config('lock_timeout', %s, false), CASE current_setting('synchronous_commit')"
            " WHEN 'off' THEN set_config('synchronous_commit', 'on', false) END",
            (wait,),
        )
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN" if writes else "BEGIN ISOLATION LEVEL REPEATABLE READ")

    return engine


def _journal(connection: sqlite3.Connection, *, on_share: bool) -> None:
    """WAL for a new file on a disk of this machine, the rollback journal on shares; an existing file keeps what it has.

    Either way a commit waits until it is on the disk: in WAL that is FULL; with a rollback journal the deletion of the
    journal is the commit, so the folder has to be written too: EXTRA.
    """
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if on_share and mode == "wal":
        (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    elif not on_share and pages == 0:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL" if mode == "wal" else "PRAGMA synchronous = EXTRA")


def take_lock(say: Callable[[str], object], patience: float) -> None:
    """Begin a transaction that writes to a file, by ``say``; others are waited for ``patience`` seconds.

    SQLite by itself would wait longer and longer, up to 0.1 s, where the others need a hundredth of it.
    """
    until, pause = time.monotonic() + patience, _FIRST_PAUSE
    say("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                say("BEGIN IMMEDIATE")
            except (sqlite3.OperationalError, OperationalError) as error:
                if sqlite_code(getattr(error, "orig", error)) not in BUSY_CODES or time.monotonic() > until:
                    raise
            else:
                return
            time.sleep(pause * random.uniform(0.5, 1))  # noqa: S311 - so that not all come again at once
            pause = min(pause * 2, _LAST_PAUSE)
    finally:
        say(f"PRAGMA busy_timeout = {int(patience * 1000)}")


def again_while_busy(work: Callable[[], T], patience: float) -> T:
    """What ``work`` gives, tried anew while SQLite refuses without waiting, as it does when the journal is changed."""
    until = time.monotonic() + patience
    while True:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if sqlite_code(error) not in BUSY_CODES or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: committed at the end, or nothing of it happened."""
    with engine.connect() as connection, connection.execution_options(**{_WRITES: True}).begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads: all that it sees is of one moment."""
    with engine.connect() as connection:
        yield connection


def transact(engine: Engine, work: Callable[[Connection], T], patience: float) -> T:
    """``work`` in a transaction that writes, anew when another one was in the way; it is safe to be done twice."""

    def attempt() -> T:
        with writing(engine) as connection:
            return work(connection)

    return again_while_refused(attempt, patience)


def again_while_refused(attempt: Callable[[], T], patience: float) -> T:
    """What ``attempt`` gives, tried anew while nothing was done because another transaction was in the way."""
    until = time.monotonic() + patience
    while True:
        try:
            return attempt()
        except SQLAlchemyError as error:
            if not may_succeed_again(error) or time.monotonic() > until:
                raise
        time.sleep(_PAUSE)


def is_postgres(engine: Engine) -> bool:
    """Whether it is a server."""
    return engine.dialect.name == "postgresql"


def refuse_absent(address: Address, *, create: bool) -> None:
    """Raises ``CannotOpen`` when the folder of the file is not there, or the file itself and it is not to be made."""
    if address.file is None:
        return
    if address.file.is_dir():
        raise CannotOpen(f"登记库“{address.name}”是一个文件夹,请写文件名,如 登记.db。")
    if not address.file.parent.is_dir():
        raise CannotOpen(f"登记库“{address.name}”所在的文件夹不在,请先建好。")
    if not create and not address.file.exists():
        raise CannotOpen(
            f"没有登记库“{address.name}”。还没有单位报送过(zaizao submit)、收过办件(zaizao case start),或者 --登记库 写得不对。"
        )
