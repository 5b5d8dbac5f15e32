"""What is added to cases in one transaction: any number of batches, each of which succeeds or fails by itself.

A case is locked before its version is looked at, several cases in the order of their rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy
from sqlalchemy import Connection, Insert, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_on_server

from processes.errors import ZaizaoError
from processes.model.case import CaseHead
from processes.store import case_file_writing, case_server_writing
from processes.store.appending import put_contents
from processes.store.batches import Batch
from processes.store.case_reading import delivered, no_such_case, overtaken
from processes.store.case_sealing import (
    EventRow,
    after,
    day_text,
    event_rows,
    first_seal,
    head_of,
    refuse_nul,
)
from processes.store.case_statements import EVENT, GONE_ON, MESSAGE, fixed, keys_there, locked
from processes.store.case_tables import DEFINED, DELIVERED, HEAD, POSTED, STANDING
from processes.store.connecting import is_postgres
from processes.store.drivers import driver_of
from processes.store.failures import NumberTaken

Outcome = CaseHead | ZaizaoError
"""What became of a batch: how the case stands, or why nothing was done."""


@dataclass(slots=True)
class _Case:
    """A case while batches are added to it; ``keys``: those of their events that it has already.

    ``fixed``: department, matter, applicant and receipt as text. ``found``: the columns ``HEAD`` before anything is
    added; a head is made of them only when it is asked for.
    """

    id: int
    version: int
    definition: str
    fixed: tuple[str, ...]
    seal: str
    found: Sequence[object] = ()
    head: CaseHead | None = None
    timers: str = ""
    wakes: str | None = None
    keys: set[str] = field(default_factory=set)

    def standing(self) -> CaseHead:
        """How it stands."""
        return self.head or head_of(self.found)


@dataclass(slots=True)
class _Added:
    """What is to be written: events, messages, and the cases that go on."""

    events: list[tuple[_Case, EventRow]] = field(default_factory=list)
    messages: list[tuple[_Case, int, str, str]] = field(default_factory=list)
    cases: dict[str, _Case] = field(default_factory=dict)


def append(connection: Connection, batches: Sequence[Batch], *, careful: bool) -> tuple[Outcome, ...]:
    """Add the batches in their order; what became of each.

    Who has seen the last version seldom adds what is there already. So that is only looked for if ``careful``; without,
    the database refuses the whole: ``IntegrityError``.
    """
    added = _Added()
    cases = _locked(connection, {one.number for one in batches})
    _put_definitions(connection, batches)
    new = {one.number: one for one in reversed(batches) if not one.seen_version and one.number not in cases}
    if new:
        cases |= _opened(connection, new, added)
    _find_keys(connection, cases, batches, careful=careful)
    outcomes = tuple(_outcome(cases.get(one.number), one, added) for one in batches)
    _write(connection, added)
    return outcomes


def _outcome(case: _Case | None, batch: Batch, added: _Added) -> Outcome:
    """What becomes of a batch; what it adds is put down in ``added``, and in the case."""
    number = batch.number
    if case is None:
        return no_such_case(number)
    done = [one.key in case.keys for one in batch.events]
    if all(done):
        return case.standing()
    if not batch.seen_version:
        return NumberTaken(f"办件编号“{number}”已经用过了,请换一个编号。")
    if any(done) or case.version != batch.seen_version:
        return overtaken(batch, case.standing())
    _refuse_another(case, batch)
    _add(case, batch, added)
    added.cases[number] = case
    return batch.head


def _refuse_another(case: _Case, batch: Batch) -> None:
    """Raises ``ValueError`` when what never changes would change: a defect of the caller."""
    if case.fixed != fixed(batch.head):
        raise ValueError("department, matter, applicant and receipt of a case never change")
    if case.definition != batch.head.definition and not batch.definition:
        raise ValueError("a case that goes on in another definition comes with it")


def _add(case: _Case, batch: Batch, added: _Added) -> None:
    """Put down the events of the batch, and in ``case`` how it stands after them."""
    head = batch.head
    case.timers, case.wakes, state, told = after(batch)
    rows = event_rows(batch, state, told, case.seal)
    added.events += [(case, row) for row in rows]
    added.messages += [(case, head.version, one.topic, one.text) for one in batch.messages]
    case.keys |= {event.key for event in batch.events}
    case.head, case.version, case.definition, case.seal = head, head.version, head.definition, str(rows[-1][-1])


# --------------------------------------------------------------------------------------------- reading


def _locked(connection: Connection, numbers: Iterable[str]) -> dict[str, _Case]:
    """Number → case, for those that are there."""
    found = {}
    for case_id, seal, *head in map(tuple, locked(connection, numbers)):
        number, department, matter, applicant, received_on, _, definition, version, *_ = head
        same = (department, matter, applicant, str(received_on))
        found[number] = _Case(case_id, version, definition, same, seal, head)
    return found


def _find_keys(connection: Connection, cases: Mapping[str, _Case], batches: Iterable[Batch], *, careful: bool) -> None:
    """Note those keys of the batches that the cases have already; unless ``careful``, of those that have gone on."""
    by_id = {case.id: case for case in cases.values()}
    asked = [
        (case.id, event.key)
        for batch in batches
        if (case := cases.get(batch.number)) is not None and (careful or case.version != batch.seen_version)
        for event in batch.events
    ]
    if asked:
        for row in keys_there(connection, asked):
            by_id[row.case_id].keys.add(row.key)


# --------------------------------------------------------------------------------------------- writing


def _put_definitions(connection: Connection, batches: Iterable[Batch]) -> None:
    """Keep those definitions that are not there yet."""
    given = {one.head.definition: one.definition for one in batches if one.definition}
    if not given:
        return
    there = connection.scalars(select(DEFINED.c.definition).where(DEFINED.c.definition.in_(given)).distinct())
    missing = {digest: given[digest] for digest in sorted(given.keys() - set(there))}
    if not missing:
        return
    put_contents(connection, {one.digest: one.content for files in missing.values() for one in files})
    rows = [
        {"definition": digest, "path": one.path, "content": one.digest}
        for digest, files in missing.items()
        for one in files
    ]
    connection.execute(_insert(connection, DEFINED), rows)


def _opened(connection: Connection, new: Mapping[str, Batch], added: _Added) -> dict[str, _Case]:
    """The cases that were opened, and those that somebody else has opened in the meantime."""
    opened: dict[str, tuple[_Case, _Added]] = {}
    for number in sorted(new):
        head, its = new[number].head, _Added()
        refuse_nul((number, *fixed(head)))
        case = _Case(0, 0, head.definition, fixed(head), first_seal(head))
        _add(case, new[number], its)
        opened[number] = case, its
    cases = {}
    made = _insert(connection, STANDING).returning(STANDING.c.id, STANDING.c.number)
    for case_id, number in connection.execute(made, [_standing(case) for case, _ in opened.values()]):
        cases[number], its = opened[number]
        cases[number].id = case_id
        added.events += its.events
        added.messages += its.messages
    return cases | _locked(connection, new.keys() - cases.keys())


def _insert(connection: Connection, table: sqlalchemy.Table) -> Insert:
    """On a server somebody else may add the same at this moment."""
    return insert_on_server(table).on_conflict_do_nothing() if is_postgres(connection.engine) else insert(table)


def _standing(case: _Case) -> dict[str, object]:
    """The columns of a new case."""
    head = case.standing()
    return {
        **{column.name: getattr(head, column.name) for column in HEAD},
        "marking": f"{head.marking:x}",
        "timers": case.timers,
        "wakes": None if case.wakes is None else date.fromisoformat(case.wakes),
        "seal": case.seal,
    }


def _write(connection: Connection, added: _Added) -> None:
    """All of it."""
    driven = case_server_writing if is_postgres(connection.engine) else case_file_writing
    with driver_of(connection) as driver:
        if added.events:
            driven.put(driver, "happened", EVENT, [[(case.id, *row) for case, row in added.events]])
        if added.cases:
            driven.move(driver, GONE_ON, [_gone_on(case) for case in added.cases.values()])
        if added.messages:
            driven.put(driver, "posted", MESSAGE, [[(case.id, *row) for case, *row in added.messages]])


def _gone_on(case: _Case) -> tuple[object, ...]:
    """The columns ``GONE_ON``."""
    head = case.standing()
    changed = (str(head.label), head.definition, head.version, f"{head.marking:x}", str(head.status))
    return *changed, day_text(head.due), case.timers, case.wakes, case.seal, case.id


def deliver(connection: Connection, upto: int) -> None:
    """Note that the messages up to that number have been sent, unless that is known. Raises ``ValueError``."""
    if upto > (connection.scalar(select(func.max(POSTED.c.id))) or 0):
        raise ValueError("no message has this number yet")
    if upto > delivered(connection):
        connection.execute(_insert(connection, DELIVERED), {"upto": upto})
