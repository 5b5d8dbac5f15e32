"""The tables of the registry, as SQLModel knows them; the migrations make them, a test compares the two.

Rows are only ever added: ``filed`` is a submission, ``declared`` and ``counted`` belong to it, ``reviewed`` follows it,
``content`` holds each different file once.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, DateTime, Dialect, MetaData, UniqueConstraint
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from processes.model.filing import ReviewState

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
"""How constraints are named, so that a later migration can name the one it drops."""


class Moment(TypeDecorator[datetime]):
    """A time in UTC: SQLite keeps times without a zone, PostgreSQL gives them back in the zone of the session."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """To UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime:  # noqa: ANN401, ARG002 - SQLAlchemy's signature
        """From the database, where what has no zone is in UTC. Raises ``TypeError`` for NULL: all have one."""
        if not isinstance(value, datetime):
            raise TypeError("no time where there must be one")
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(SQLModel):
    """What all tables share. The table of a class is called as the class, in small letters."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


class Content(Table, table=True):
    """A file, or a list in JSON: SHA-256 and size of what it is, and that compressed by zlib."""

    __table_args__ = (CheckConstraint("length(digest) = 64", name="digest"), CheckConstraint("size >= 0", name="size"))

    digest: str = Field(primary_key=True)
    size: int
    packed: bytes


class Filed(Table, table=True):
    """A submission. ``findings`` and ``documents`` are lists in JSON; ``seal`` as in ``sealing.py``."""

    __table_args__ = (
        UniqueConstraint("department", "stage", "version"),
        CheckConstraint("stage >= 1", name="stage"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("errors >= 0 AND warnings >= 0", name="counts"),
        CheckConstraint("length(digest) = 64 AND length(seal) = 64", name="digests"),
        CheckConstraint("department <> ''", name="department"),
    )

    id: int | None = Field(default=None, primary_key=True)
    department: str
    stage: int
    stage_name: str
    version: int
    digest: str
    filed_at: datetime = Field(sa_type=Moment)
    who: str
    errors: int
    warnings: int
    findings: str = Field(foreign_key="content.digest")
    documents: str = Field(foreign_key="content.digest")
    seal: str


class Declared(Table, table=True):
    """A declaration of a submission."""

    filed_id: int = Field(primary_key=True, foreign_key="filed.id")
    path: str = Field(primary_key=True)
    content: str = Field(foreign_key="content.digest")


class Counted(Table, table=True):
    """The figures of a submission as JSON, apart from the rest: roll-ups read them alone."""

    filed_id: int = Field(primary_key=True, foreign_key="filed.id")
    figures: str


class Reviewed(Table, table=True):
    """A review; ``number`` counts 1, 2 … in its submission."""

    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("state IN ({})".format(", ".join(f"'{state}'" for state in ReviewState)), name="state"),
        CheckConstraint(f"state <> '{ReviewState.RETURNED}' OR reasons <> ''", name="reasons"),
        CheckConstraint("length(seal) = 64", name="seal"),
    )

    filed_id: int = Field(primary_key=True, foreign_key="filed.id")
    number: int = Field(primary_key=True)
    state: str
    reviewer: str
    at: datetime = Field(sa_type=Moment)
    reasons: str
    seal: str
