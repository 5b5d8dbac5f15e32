"""What the book of cases is asked, each one query whose cost grows with what it gives."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select, text

from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind, Message, Timer
from processes.model.filing import FiledFile, digest_of
from processes.store import sealing
from processes.store.batches import Batch
from processes.store.case_sealing import head_of, names_from, timers_from
from processes.store.case_tables import DEFINED, DELIVERED, HAPPENED, HEAD, POSTED, STANDING
from processes.store.connecting import is_postgres
from processes.store.failures import Damaged, NoSuchCase, Overtaken
from processes.store.tables import Table

CONTENT = Table.metadata.tables["content"]


def head(connection: Connection, number: str) -> CaseHead:
    """How a case stands. Raises ``NoSuchCase``."""
    row = connection.execute(select(*HEAD).where(STANDING.c.number == number)).one_or_none()
    if row is None:
        raise no_such_case(number)
    return head_of(row)


def no_such_case(number: str) -> NoSuchCase:
    """That there is none of this number."""
    return NoSuchCase(f"登记库里没有办件“{number}”。用 zaizao case list 看有哪些。")


def overtaken(batch: Batch, head: CaseHead) -> Overtaken:
    """That somebody else has added to the case since it was looked at; ``head``: how it stands now."""
    return Overtaken(
        f"办件“{batch.number}”刚刚有别人办过(您看到的是第 {batch.seen_version} 条记录,现在已有 {head.version} 条),"
        "这次没有登记。请重新查看,再决定怎么办。",
        head,
    )


def heads(
    connection: Connection, department: str | None, matter: str | None, status: CaseStatus | None
) -> tuple[CaseHead, ...]:
    """The cases asked for, ordered by number."""
    rows = select(*HEAD)
    for column, wanted in (("department", department), ("matter", matter), ("status", status)):
        if wanted is not None:
            rows = rows.where(STANDING.c[column] == str(wanted))
    # A server may sort Chinese as its language does; here as Python does, everywhere the same.
    return tuple(sorted(map(head_of, connection.execute(rows)), key=lambda one: one.number))


def events(connection: Connection, number: str) -> tuple[CaseEvent, ...]:
    """What happened to a case, in order. Raises ``NoSuchCase``."""
    rows = (
        select(HAPPENED)
        .join(STANDING, STANDING.c.id == HAPPENED.c.case_id)
        .where(STANDING.c.number == number)
        .order_by(HAPPENED.c.number)
    )
    found = tuple(
        CaseEvent(
            kind=EventKind(row.kind),
            at=row.at,
            unit=row.unit,
            person=row.person,
            key=row.key,
            node=row.node,
            event=row.event,
            names=names_from(row.names),
            reason=row.reason,
            effective=row.effective,
            definition=row.definition,
        )
        for row in connection.execute(rows)
    )
    if not found:
        raise no_such_case(number)
    return found


def definition(connection: Connection, digest: str) -> tuple[FiledFile, ...]:
    """The files of a definition, ordered by path. Raises ``Damaged`` when they are not those any more."""
    rows = (
        select(DEFINED.c.path, CONTENT)
        .join(CONTENT, CONTENT.c.digest == DEFINED.c.content)
        .where(DEFINED.c.definition == digest)
    )
    try:
        found = [
            FiledFile(row.path, sealing.unpack(row.packed, row.size, row.digest)) for row in connection.execute(rows)
        ]
    except sealing.Spoilt as error:
        raise Damaged(_DAMAGED) from error
    if digest_of(found, ()) != digest:
        raise Damaged(_DAMAGED)
    return tuple(sorted(found, key=lambda one: one.path))


_DAMAGED = "登记库里办件所用的流程定义已损坏,和收件时不一样。请用备份恢复。"


def due_timers(connection: Connection, on: date) -> tuple[Timer, ...]:
    """The timers whose day is ``on`` or earlier, ordered by day, case and kind."""
    rows = select(STANDING.c.number, STANDING.c.timers).where(STANDING.c.wakes <= on)
    found = [one for number, timers in connection.execute(rows) for one in timers_from(number, timers) if one.due <= on]
    return tuple(sorted(found, key=lambda one: (one.due, one.case, one.kind)))


def delivered(connection: Connection) -> int:
    """The number of the last message that has been sent, 0 before the first."""
    return connection.scalar(select(func.max(DELIVERED.c.upto))) or 0


def messages(connection: Connection, after: int | None) -> tuple[tuple[int, Message], ...]:
    """The messages after the one of that number, or after the last one sent, with their numbers in order.

    Numbers are given before a transaction ends: on a server one waits until those who have got theirs are done, so that
    none comes up later below one that was seen.
    """
    if is_postgres(connection.engine):
        connection.execute(text("LOCK TABLE posted IN SHARE MODE"))
    last = delivered(connection) if after is None else after
    rows = (
        select(POSTED.c.id, STANDING.c.number, POSTED.c.topic, POSTED.c.text)
        .join(STANDING, STANDING.c.id == POSTED.c.case_id)
        .where(POSTED.c.id > last)
        .order_by(POSTED.c.id)
    )
    return tuple((number, Message(*said)) for number, *said in connection.execute(rows))
