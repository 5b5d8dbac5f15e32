"""The tables of the cases, beside those of ``tables.py`` in the same database.

Rows are only ever added, but for those of ``standing``, which go on to a later version and no other way
(``guarding.py``). They say nothing that the events do not; ``case_verifying.py`` holds the two together.

A file has the CHECKs of ``Standing`` and ``Happened`` and the reference from one to the other; a server has not:
PostgreSQL reads each CHECK anew for each statement, a tenth of what a single event takes with the disk, and looks the
case of each event up once more, a fifth of what one in a group takes. What they refuse, ``Batch`` and the statements
refuse, and the audit finds what a stray hand has written past them.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from processes.model.case import CaseStatus
from processes.model.matter import VersionLabel
from processes.store.tables import Moment, Table


def _among(column: str, values: type[CaseStatus | VersionLabel]) -> CheckConstraint:
    return CheckConstraint("{} IN ({})".format(column, ", ".join(f"'{one}'" for one in values)), name=column)


class Defined(Table, table=True):
    """A file of a definition that cases are pinned to; ``definition`` is ``digest_of`` of all its files."""

    __table_args__ = (CheckConstraint("length(definition) = 64", name="definition"),)

    definition: str = Field(primary_key=True)
    path: str = Field(primary_key=True)
    content: str = Field(foreign_key="content.digest")


class Standing(Table, table=True):
    """How a case stands (``CaseHead``).

    ``marking`` in hexadecimal: it may have more bits than an integer has here. ``timers``: a list of kind and day in
    JSON; ``wakes``: the first of these days. ``seal``: that of the last event.
    """

    __table_args__ = (
        _among("label", VersionLabel),
        _among("status", CaseStatus),
        CheckConstraint("number <> '' AND department <> ''", name="names"),
        CheckConstraint("length(definition) = 64", name="definition"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("length(seal) = 64", name="seal"),
        UniqueConstraint("number"),
        Index(None, "department", "matter"),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: str
    department: str
    matter: str
    applicant: str
    received_on: date
    label: str
    definition: str
    version: int
    marking: str
    status: str = Field(index=True)
    due: date | None
    timers: str
    wakes: date | None = Field(index=True)
    seal: str


class Happened(Table, table=True):
    """A ``CaseEvent``, the ``number``-th of its case.

    ``names`` is a list in JSON. ``state``: how the case stood afterwards, as JSON, empty where others happened in the
    same breath. ``seal`` as in ``case_sealing.py``.
    """

    __table_args__ = (
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("kind <> '' AND key <> ''", name="names"),
        CheckConstraint("length(seal) = 64", name="seal"),
        UniqueConstraint("case_id", "key"),
    )

    case_id: int = Field(primary_key=True, foreign_key="standing.id")
    number: int = Field(primary_key=True)
    kind: str
    at: datetime = Field(sa_type=Moment)
    unit: str
    person: str
    key: str
    node: str
    event: str
    names: str
    reason: str
    effective: date | None
    definition: str
    state: str
    seal: str


class Posted(Table, table=True):
    """A ``Message``, written with the event ``number`` of its case."""

    id: int | None = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="standing.id")
    number: int
    topic: str
    text: str


class Delivered(Table, table=True):
    """That all messages up to ``upto`` have been sent."""

    upto: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


STANDING, HAPPENED, POSTED, DELIVERED, DEFINED = (
    Table.metadata.tables[name] for name in ("standing", "happened", "posted", "delivered", "defined")
)
"""The tables without the classes: for plain SQL."""

HEAD = tuple(
    STANDING.c[name]
    for name in (
        *("number", "department", "matter", "applicant", "received_on"),
        *("label", "definition", "version", "marking", "status", "due"),
    )
)
"""The columns of a ``CaseHead``."""
