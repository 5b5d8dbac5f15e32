"""A case at one look: how it stands on a day, what may happen next and who may do it, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.cases import deeming
from engine.cases.attempt import holders_at, names_of
from engine.cases.course import Course
from engine.cases.extending import extendable
from engine.cases.ledger import Ledger
from engine.cases.pausing import kinds_allowed
from engine.cases.timing import Limit, running
from engine.machine import Way
from processes.calendars.calendar import Calendar
from processes.model.case import CaseHead


@dataclass(frozen=True, slots=True)
class Spot:
    """A node that holds the file: what it is called, who has it, since when, its ways out, what it still needs.

    ``step`` is the key of its step, empty for none. Where the file only waits for other branches, ``holders`` is empty
    and ``since`` is None.
    """

    node: str
    step: str
    name: str
    holders: str
    since: date | None
    ways: tuple[Way, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A case as it is shown on the day ``on``.

    ``tell_by``: the last day on which may be said what is missing, and ``deemed_on``: the day on which it is deemed
    accepted; None when it is said, or need not be; ``provisional`` while days off on the way are not known.
    ``pauses``: for what the clock may be stopped here. ``extendable``: by how many days the limit may be made longer
    now, 0 for not. ``limits``: those of ``ledger`` that run.
    """

    head: CaseHead
    course: Course
    on: date
    spots: tuple[Spot, ...]
    pauses: tuple[str, ...]
    extendable: int
    ledger: Ledger
    limits: tuple[Limit, ...]
    tell_by: date | None
    deemed_on: date | None
    provisional: bool


def look_at(head: CaseHead, course: Course, ledger: Ledger, calendar: Calendar, on: date) -> Look:
    """The case of ``head``, which stands as ``course`` says and whose clocks on ``on`` are ``ledger``."""
    waits = deeming.waits(course)
    deemed_on = deeming.day_of_deeming(course, calendar) if waits else None
    over = course.end is not None
    return Look(
        head=head,
        course=course,
        on=on,
        spots=()
        if over
        else tuple(_spot(course, node) for node in course.definition.route.nodes if node in course.tokens),
        ledger=ledger,
        limits=running(course, ledger),
        pauses=kinds_allowed(course),
        extendable=extendable(course, ledger),
        tell_by=deeming.last_day_to_tell(course, calendar).day if waits else None,
        deemed_on=deemed_on.day if deemed_on else None,
        provisional=deemed_on is not None and deemed_on.provisional,
    )


def _spot(course: Course, node: str) -> Spot:
    definition = course.definition
    stays = [stay for stay in course.history.stays if stay.node == node and stay.left is None]
    return Spot(
        node=node,
        step=step.key if (step := definition.step_at(node)) else "",
        name=definition.called(node),
        holders=names_of(holders_at(definition, (node,))) if stays else "",
        since=stays[-1].entered if stays else None,
        ways=tuple(way for way in definition.route.ways(course.on_machine()) if way.place == node),
        missing=tuple(name for name in definition.route.needs(node) if name not in course.received),
    )
