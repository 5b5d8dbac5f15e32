"""Cases lived at random through a definition, each event one that was allowed."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from engine.cases import deeming
from engine.cases.attempt import Attempt
from engine.cases.course import Course, Definitions, opened
from engine.cases.definition import Definition
from engine.cases.migrating import Migrator
from engine.cases.pausing import kinds_allowed
from engine.cases.times import BEIJING
from engine.nets.net import event_of
from processes.model.case import CaseEvent, CaseStatus, EventKind

BEGIN = datetime(2018, 3, 1, 9, tzinfo=BEIJING)
NEXT_TIME = ("走", "走", "走", "走", "走", "暂停", "视为", "换", "违规", "延长", "撤回")
"""What happens next; mostly the file goes on."""


def lived(
    dice: random.Random, definitions: Definitions, start: Definition, migrator: Migrator | None = None, most: int = 25
) -> Course:
    """A case on ``start``, for a while or to its end; now and then paused, deemed, moved to another definition."""
    at = BEGIN + timedelta(hours=dice.randrange(500))
    names = tuple(name for name in start.route.materials if dice.random() < 0.8)
    first = _attempt(at).event(EventKind.OPENED, event=str(start.label), names=names, definition=start.digest)
    course = opened(first, definitions)
    for _ in range(dice.randrange(most)):
        if course.status is CaseStatus.CLOSED:
            return course
        at += timedelta(hours=dice.randrange(60))
        event = _something(dice, course, _attempt(at), migrator)
        if event is not None:
            course = course.after(event, definitions)
    return course


def _attempt(at: datetime) -> Attempt:
    return Attempt(unit="行政审批股", person="张三", at=at, key=at.isoformat())


def _something(  # noqa: PLR0911 - one for each thing that may happen
    dice: random.Random, course: Course, one: Attempt, migrator: Migrator | None
) -> CaseEvent | None:
    if course.paused:
        going_on = one.event(EventKind.RESUMED) if dice.random() < 0.5 else None
        return going_on or _extended_or_withdrawn(dice, dice.choice(NEXT_TIME), course, one)
    what = dice.choice(NEXT_TIME)
    match what:
        case "延长" | "撤回":
            return _extended_or_withdrawn(dice, what, course, one)
        case "暂停":
            kinds = kinds_allowed(course)
            return one.event(EventKind.PAUSED, reason=dice.choice(kinds)) if kinds else None
        case "视为" if deeming.waits(course):
            return deeming.deem(course, one)
        case "换" if migrator is not None and course.definition is migrator.old:
            plan = migrator.plan(course)
            return migrator.event(plan, one) if plan.places else None
        case "违规":
            return one.event(EventKind.REFUSED, reason="次序不对")
        case _:
            return _onward(dice, course, one)


def _extended_or_withdrawn(dice: random.Random, what: str, course: Course, one: Attempt) -> CaseEvent | None:
    if what not in ("延长", "撤回"):
        return None
    if what == "撤回":
        return one.event(EventKind.WITHDRAWN, reason="不办了") if dice.random() < 0.3 else None
    if course.history.extension is not None:
        return None
    return one.event(EventKind.EXTENDED, event="10", names=("局长",), reason="要复核")


def _onward(dice: random.Random, course: Course, one: Attempt) -> CaseEvent:
    """On along any way that is open, or the papers that are missing come in."""
    route = course.definition.route
    ways = [way for way in route.ways(course.on_machine()) if way.hindrance is None]
    if not ways or (course.outstanding and dice.random() < 0.3):
        return one.event(EventKind.HANDED_IN, names=course.outstanding)
    flow = dice.choice(ways).flow
    names = course.outstanding if route.corrects(flow) else ()
    return one.event(EventKind.MOVED, node=flow.source, event=event_of(flow), names=names)
