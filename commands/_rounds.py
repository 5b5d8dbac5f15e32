"""What is done to many cases at one go: the day is looked at, a new definition is taken up, who has what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from commands._case_access import BY_ITSELF, SYSTEM, Answer, CaseAccess, in_order
from engine.cases import deeming
from engine.cases.attempt import Attempt, holders_at, is_of
from engine.cases.course import WITHDRAWAL
from engine.cases.definition import ARRIVED
from engine.cases.migrating import Migration, Migrator
from engine.cases.times import beijing_day, must_have_zone
from engine.cases.timing import cards_due
from engine.cases.units import must_exist
from processes.errors import ZaizaoError
from processes.model.case import CaseEvent, CaseHead, CaseStatus
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.store.failures import Overtaken
from renderers.cases.listing import Listed

_ATTEMPTS = 5
"""How often a case is looked at again that somebody else is just working on."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What the day has brought about in a case, or ``why`` it could not be looked at, a sentence without its 。."""

    number: str
    answer: Answer | None
    why: str = ""


def tick(desk: CaseAccess, at: datetime) -> Iterator[Ticked]:
    """Look at every case whose day has come: deemed acceptance, and the cards of the limits.

    Can be repeated: what has been done on a day is not done again.
    """
    must_have_zone(at)
    for number in dict.fromkeys(timer.case for timer in desk.book.due_timers(beijing_day(at))):
        try:
            answer = _ticked(desk, number, at)
        except ZaizaoError as error:
            yield Ticked(number, None, str(error).rstrip("。"))
        else:
            if answer.events:
                yield Ticked(number, answer)


def _ticked(desk: CaseAccess, number: str, at: datetime) -> Answer:
    for attempt in range(_ATTEMPTS):
        head, before = desk.course(number)
        if beijing_day(at) < beijing_day(before.events[-1].at):
            return Answer(desk.look_at(head, before, beijing_day(at)))
        one = Attempt(unit=SYSTEM, person=BY_ITSELF, at=in_order(before, at), key=uuid4().hex)
        course, events = before, list[CaseEvent]()
        if deeming.is_due(course, desk.calendar, one.day):
            events.append(deeming.deem(course, one))
            course = course.after(events[-1], desk.definitions)
        for event in cards_due(course, desk.ledger(course, one.day), one):
            events.append(event)
            course = course.after(event, desk.definitions)
        try:
            head, course = desk.added(head, before, events)
        except Overtaken:
            if attempt == _ATTEMPTS - 1:
                raise
            continue
        return Answer(desk.look_at(head, course, one.day), tuple(events))
    raise AssertionError("the last attempt returns or raises")


@dataclass(frozen=True, slots=True)
class Migrated:
    """A case that was to go on in a new definition: where it was and where it goes on, or why it cannot."""

    head: CaseHead
    before: tuple[str, ...]
    plan: Migration
    after: tuple[str, ...] = ()


def migrate(
    desk: CaseAccess,
    file: Path,
    *,
    unit: str,
    person: str,
    at: datetime,
    label: VersionLabel = VersionLabel.AFTER,
    said: Mapping[str, str] | None = None,
    only_look: bool = False,
) -> tuple[Migrated, ...]:
    """Let the running cases of the matter in ``file`` go on in what it declares now, as its version ``label``.

    ``said``: 环节 of the old process → of the new one, where that is not declared. ``only_look``: nothing is changed.
    Cases that run on it already are passed over. Raises ``WrongUsage`` for words of ``said`` that mean nothing.
    """
    must_have_zone(at)
    declared = desk.definitions.declared_in(file, label)
    new, matter = declared.definition, declared.definition.matter
    must_exist(new, unit)
    running = [
        head
        for head in desk.heads(department=matter.department, matter=matter.number or matter.name)
        if head.status is not CaseStatus.CLOSED and (head.definition, head.label) != (new.digest, new.label)
    ]
    migrators: dict[tuple[str, VersionLabel], Migrator] = {}
    found: list[Migrated] = []
    for head in running:
        old = head.definition, head.label
        if old not in migrators:
            migrators[old] = Migrator(desk.definitions[old], new, said or {})
        found.append(_migrated(desk, head, migrators[old], (unit, person, at), None if only_look else declared.files))
    return tuple(found)


def _migrated(
    desk: CaseAccess,
    head: CaseHead,
    migrator: Migrator,
    who: tuple[str, str, datetime],
    files: tuple[FiledFile, ...] | None,
) -> Migrated:
    """One case; only looked at where there are no ``files``."""
    unit, person, at = who
    head, before = desk.course(head.number)
    plan = migrator.plan(before)
    places = tuple(before.definition.called(node) for node in before.tokens)
    if not plan.places or files is None:
        return Migrated(head, places, plan, _names(migrator, plan))
    try:
        one = Attempt(unit=unit, person=person, at=in_order(before, at), key=uuid4().hex)
        head, _ = desk.added(head, before, (migrator.event(plan, one),), files)
    except ZaizaoError as error:
        return Migrated(head, places, Migration((), str(error).rstrip("。")))
    return Migrated(head, places, plan, _names(migrator, plan))


def _names(migrator: Migrator, plan: Migration) -> tuple[str, ...]:
    """What the places to which a case comes are called."""
    nodes = (place.partition(ARRIVED)[0] for place in plan.places)
    return tuple(dict.fromkeys(migrator.new.called(node) for node in nodes))


def waiting_for(desk: CaseAccess, heads: Iterable[CaseHead], unit: str) -> tuple[CaseHead, ...]:
    """Those of the cases that lie with ``unit``."""
    return tuple(
        head for head in heads if is_of(unit, holders_at(desk.definitions[key_of(head)], nodes_of(desk, head)))
    )


def nodes_of(desk: CaseAccess, head: CaseHead) -> tuple[str, ...]:
    """The nodes that hold the file of a case, of a JOIN that waits none."""
    definition = desk.definitions[key_of(head)]
    return tuple(place.node for place in definition.net.marked(head.marking) if not place.arrived_from)


def key_of(head: CaseHead) -> tuple[str, VersionLabel]:
    """What a case is pinned to."""
    return head.definition, head.label


def listed(desk: CaseAccess, heads: Iterable[CaseHead]) -> tuple[Listed, ...]:
    """The cases as they stand in a list."""
    return tuple(_listed(desk, head) for head in heads)


def _listed(desk: CaseAccess, head: CaseHead) -> Listed:
    definition = desk.definitions[key_of(head)]
    nodes = nodes_of(desk, head)
    over = head.status is CaseStatus.CLOSED
    return Listed(
        head=head,
        matter=definition.matter.name,
        spots=() if over else tuple(definition.called(node) for node in nodes),
        holders=() if over else tuple(map(str, holders_at(definition, nodes))),
        end="" if not over else definition.route.nodes[nodes[0]].name if nodes else WITHDRAWAL.name,
    )
