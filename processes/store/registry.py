"""登记: the registry of one reform, opened by a URL. Each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from processes.model.filing import (
    Figures,
    FiledDocument,
    FiledFile,
    FiledFinding,
    Filing,
    Receipt,
    Review,
    Submission,
)
from processes.store import appending, reading
from processes.store.address import Address, address_of
from processes.store.connecting import engine_of, refuse_absent, transact
from processes.store.connecting import reading as reading_of
from processes.store.failures import told
from processes.store.migrating import bring_up_to_date
from processes.store.verifying import damages

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds to wait for other writers: 16 at once wait less than 1 (``benchmarks/registry.py``)."""


class Registry:
    """登记: append-only; what it has acknowledged survives kill -9 and loss of power.

    Every method raises ``RegistryError`` (``failures.py``) with a Chinese sentence when the database refuses.
    A submission is named by department (short name), stage (from 1) and version; without version the latest is meant.
    It may be used by several threads.
    """

    def __init__(self, engine: Engine, address: Address, patience: float) -> None:
        self._engine = engine
        self._name = address.name
        self._patience = patience

    @classmethod
    def open(cls, url: str, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """The registry at ``url``, brought up to date.

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
        self.close()

    # ------------------------------------------------------------------------------------------ adding

    def submit(self, filing: Filing) -> Receipt:
        """Keep ``filing`` as the next version of its department and stage.

        The same digest as the latest version is acknowledged again and not kept twice: safe to repeat after a lost
        answer.
        """
        one = appending.prepared(filing)
        return self._write(lambda session: appending.submit(session, one))

    def review(self, department: str, stage: int, event: Review, *, version: int | None = None) -> Submission:
        """Append a review; the submission with it. The last review once more is acknowledged again.

        Raises ``NotFiled`` without such a version, ``NotAllowed`` when the state cannot follow, when 退回 has no
        reasons, or when a later version has been filed.
        """
        return self._write(lambda session: appending.review(session, (department, stage, version), event))

    # ----------------------------------------------------------------------------------------- reading

    def latest(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """The latest version of each department and stage, ordered by department and stage; narrowed when asked."""
        return self._read(lambda session: reading.submissions(session, department, stage, only_latest=True))

    def history(self, department: str | None = None, stage: int | None = None) -> tuple[Submission, ...]:
        """All versions, ordered by department, stage and version."""
        return self._read(lambda session: reading.submissions(session, department, stage, only_latest=False))

    def submission(self, department: str, stage: int, version: int | None = None) -> Submission:
        """One submission. Raises ``NotFiled``."""
        return self._read(
            lambda session: reading.submission_of(session, reading.named(session, department, stage, version))
        )

    def sources(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFile, ...]:
        """The declarations of a submission, ordered by path. Raises ``NotFiled``; ``Damaged`` if one has changed."""
        return self._read(lambda session: reading.sources(session, reading.named(session, department, stage, version)))

    def declared(self) -> Mapping[tuple[str, int], Mapping[str, str]]:
        """Department and stage → path → SHA-256 of the declarations of the latest version, without their content."""
        return self._read(reading.declared)

    def in_force(self, stage: int) -> tuple[tuple[Submission, Mapping[str, str]], ...]:
        """Of each department its latest version that was not sent back: path → SHA-256 of its declarations."""
        return self._read(lambda session: reading.in_force(session, stage))

    def findings(self, department: str, stage: int, version: int | None = None) -> tuple[FiledFinding, ...]:
        """What stood against it when it was filed, in order. Raises ``NotFiled``, ``Damaged``."""
        return self._read(lambda session: reading.findings(session, reading.named(session, department, stage, version)))

    def documents(self, department: str, stage: int, version: int | None = None) -> tuple[FiledDocument, ...]:
        """The manifest of its documents, ordered by path. Raises ``NotFiled``, ``Damaged``."""
        return self._read(
            lambda session: reading.documents(session, reading.named(session, department, stage, version))
        )

    def figures(self, stage: int) -> Mapping[str, Figures]:
        """Department → form → column → number: what roll-ups of ``stage`` add up.

        Of each department the latest version that was not sent back.
        """
        return self._read(lambda session: reading.figures(session, stage))

    def figures_of(self, keys: Iterable[tuple[str, int, int]]) -> Mapping[tuple[str, int, int], Figures]:
        """Department, stage and version → its figures, of those asked for that there are."""
        return self._read(lambda session: reading.figures_of(session, keys))

    def verify(self) -> tuple[str, ...]:
        """Everything that is damaged, one Chinese sentence each; empty if the registry is whole."""
        return self._read(lambda session: tuple(damages(session)))

    def _write(self, work: Callable[[Session], T]) -> T:
        with told(self._name, self._patience):
            return transact(self._engine, work, self._patience)

    def _read(self, work: Callable[[Session], T]) -> T:
        with told(self._name, self._patience), reading_of(self._engine) as session:
            return work(session)
