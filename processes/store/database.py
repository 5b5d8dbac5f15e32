"""What the registry and the book of cases share: one database, opened by a URL and brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from processes.store.address import Address, address_of
from processes.store.connecting import engine_of, reading, refuse_absent, transact
from processes.store.failures import SPOILT, Damaged, is_broken, told
from processes.store.migrating import bring_up_to_date

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds to wait for other writers: 16 at once wait less than 1 (``benchmarks/registry.py``)."""


class Database:
    """A database in use. It may be used by several threads.

    Every method raises ``RegistryError`` (``failures.py``) with a Chinese sentence when the database refuses, and
    ``NotText`` for a text that no database keeps.
    """

    def __init__(self, engine: Engine, address: Address, patience: float) -> None:
        self._engine = engine
        self._name = address.name
        self._patience = patience

    @classmethod
    def connect(cls, url: str, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """The database at ``url``, brought up to date.

        ``url``: the path of a file, ``sqlite:///登记.db``, or ``postgresql://…``. Without ``create`` a file that is
        not there is refused. ``patience``: seconds to wait for other writers. Raises ``RegistryError``; ``WrongUsage``
        for a URL that means nothing.
        """
        address = address_of(url)
        refuse_absent(address, create=create)
        with told(address.name, patience):
            engine = engine_of(address, patience)
            try:
                bring_up_to_date(engine, address, patience)
            except BaseException:
                engine.dispose()
                raise
        return cls(engine, address, patience)

    @property
    def name(self) -> str:
        """What the user knows it by: the path, or server and database."""
        return self._name

    def close(self) -> None:
        """Give back the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it. What failed on what a broken file gave is told as ``Damaged``."""
        try:
            if isinstance(error, (ValueError, TypeError, *SPOILT)) and self._is_broken():
                raise self._damaged() from error
        finally:
            self.close()

    def _write(self, work: Callable[[Session], T]) -> T:
        """``work`` in a transaction; done twice, as when an answer is lost, it must add nothing the second time."""

        def write(connection: Connection) -> T:
            with Session(connection) as session:
                result = work(session)
                session.flush()
                return result

        return self._write_plainly(write)

    def _write_plainly(self, work: Callable[[Connection], T]) -> T:
        """As ``_write``, without a session."""

        def write(connection: Connection) -> T:
            try:
                return work(connection)
            except UnicodeEncodeError:
                raise
            except (ValueError, TypeError, *SPOILT) as error:
                if not is_broken(connection):
                    raise
                raise self._damaged() from error

        return self._again(lambda: transact(self._engine, write, self._patience))

    def _read(self, work: Callable[[Session], T]) -> T:
        """``work`` in a transaction that sees everything as it was at one moment."""

        def read(connection: Connection) -> T:
            with Session(connection) as session:
                return work(session)

        return self._read_plainly(read)

    def _read_plainly(self, work: Callable[[Connection], T]) -> T:
        """As ``_read``, without a session. Raises ``Damaged`` for a value that could never have been written."""

        def read() -> T:
            with reading(self._engine) as connection:
                try:
                    return work(connection)
                except UnicodeEncodeError:
                    # It was asked for, it has not been read.
                    raise
                except (ValueError, TypeError) as error:
                    raise self._damaged() from error
                except SPOILT as error:
                    if not is_broken(connection):
                        raise
                    raise self._damaged() from error

        return self._again(read)

    def _is_broken(self) -> bool:
        with reading(self._engine) as connection:
            return is_broken(connection)

    def _damaged(self) -> Damaged:
        return Damaged(f"登记库“{self._name}”里有读不出来的记录:文件已损坏,或者被别的程序改过。请用备份恢复。")

    def _again(self, attempt: Callable[[], T]) -> T:
        """``attempt``, once more on a new connection when the old one was cut."""
        with told(self._name, self._patience):
            try:
                return attempt()
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                return attempt()
