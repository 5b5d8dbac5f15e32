"""The book of cases gone through: what is no longer as it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Result, Row, Select, select
from sqlmodel import Session

from processes.model.filing import digest_of_parts
from processes.store.case_sealing import (
    day_text,
    first_seal,
    head_of,
    moment_text,
    pairs_text,
    seal_of,
    state_text,
    timers_from,
)
from processes.store.case_tables import DEFINED, HAPPENED, HEAD, POSTED, STANDING
from processes.store.failures import NotText

_Row = Row[Any]


def damages_of_cases(session: Session, whole: frozenset[str]) -> Iterator[str]:
    """One Chinese sentence for everything that is damaged; ``whole``: the contents that are as they were."""
    definitions = _definitions(session)
    for digest, files in definitions.items():
        if not whole >= set(files.values()) or digest_of_parts(files.items(), ()) != digest:
            yield f"办件所用的流程定义({digest[:8]}……)已损坏,和收件时不一样。"
    with (
        _rows(session, select(STANDING).order_by(STANDING.c.id)) as cases,
        _rows(session, select(HAPPENED).order_by(HAPPENED.c.case_id, HAPPENED.c.number)) as events,
        _rows(session, select(POSTED).order_by(POSTED.c.case_id, POSTED.c.number, POSTED.c.id)) as messages,
    ):
        happened, posted = _ByCase(events), _ByCase(messages)
        for case in cases:
            name = f"办件“{case.number}”"
            if case.definition not in definitions:
                yield f"{name}所用的流程定义不在登记库里。"
            try:
                yield from _of_case(name, case, happened.of(case.id), posted.of(case.id))
            except (ValueError, TypeError, NotText):
                yield f"{name}的记录读不出来。"
        strangers = happened.strangers() + posted.strangers()
        if strangers:
            yield f"有 {strangers} 条记录、消息不属于任何一个办件。"


def _of_case(name: str, case: _Row, happened: Iterable[_Row], posted: Iterable[_Row]) -> Iterator[str]:
    """What is wrong with a case: up to the first event that is, and how it stands."""
    head = head_of([getattr(case, column.name) for column in HEAD])
    messages: dict[int, list[tuple[str, str]]] = {}
    for one in posted:
        messages.setdefault(one.number, []).append((one.topic, one.text))
    seal, state, number = first_seal(head), "", 0
    for event in happened:
        number += 1
        if event.number != number:
            yield f"{name}的第 {number} 条记录不见了。"
            return
        seal = seal_of(_said(event), pairs_text(messages.pop(number, ())), seal)
        if event.seal != seal:
            yield f"{name}的第 {number} 条记录(或者随它发出的消息、前一条记录)被改过。"
            return
        state = event.state
    if (number, seal) != (head.version, case.seal):
        yield f"{name}应有 {head.version} 条记录,和登记库里的 {number} 条对不上。"
    elif state_text(head, case.timers) != state or _wakes(head.number, case.timers) != case.wakes:
        yield f"{name}现在的情况(所在环节、状态、期限)被改过,和它的记录对不上。"
    elif messages:
        yield f"{name}多出了不随任何记录发出的消息。"


def _said(event: _Row) -> tuple[object, ...]:
    """What is sealed of an event, as ``case_sealing.event_row`` does."""
    return tuple(_as_kept(value) for value in tuple(event)[1:-1])


def _as_kept(value: object) -> object:
    if isinstance(value, datetime):
        return moment_text(value)
    return day_text(value) if isinstance(value, date) else value


def _wakes(number: str, timers: str) -> object:
    return min((one.due for one in timers_from(number, timers)), default=None)


class _ByCase:
    """Rows that are read in the order of their cases, asked for in the same order."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._groups = groupby(rows, key=lambda row: int(row.case_id))
        self._next = next(self._groups, None)
        self._strangers = 0

    def of(self, case_id: int) -> Iterable[_Row]:
        """The rows of a case; those before it belong to none."""
        while self._next is not None and self._next[0] < case_id:
            self._strangers += sum(1 for _ in self._next[1])
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != case_id:
            return ()
        found = tuple(self._next[1])
        self._next = next(self._groups, None)
        return found

    def strangers(self) -> int:
        """How many rows belong to none of the cases that were asked for; there are no more to be asked for."""
        while self._next is not None:
            self._strangers += sum(1 for _ in self._next[1])
            self._next = next(self._groups, None)
        return self._strangers


def _rows(session: Session, rows: Select[Any]) -> Result[Any]:
    """A thousand at a time, for there may be more than fit: a server keeps its place until it is closed."""
    return session.execute(rows.execution_options(yield_per=1000))


def _definitions(session: Session) -> Mapping[str, Mapping[str, str]]:
    """Digest of a definition → path → digest of a file."""
    found: dict[str, dict[str, str]] = {}
    for digest, path, content in session.execute(select(DEFINED)):
        found.setdefault(digest, {})[path] = content
    return found
