"""视为受理: who says nothing in time has accepted.

行政许可法 art. 32 (4): 应当当场或者在五日内一次告知申请人需要补正的全部内容,逾期不告知的,自收到申请材料之日起即为受理.
The five days are working days (art. 82), the day of receipt is not one of them; so it is looked at on the sixth. It is
said of permits; for services and other powers there is no such rule.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.cases.attempt import Attempt
from engine.cases.course import Course
from engine.nets.net import event_of
from processes.calendars.calendar import Calendar, Reckoned
from processes.compilation.standard import NOTICE_LIMIT
from processes.model.case import CaseEvent, CaseStatus, EventKind

NOTICE_DAYS = int(NOTICE_LIMIT.days)
"""Working days in which may be said what is missing."""


def waits(course: Course) -> bool:
    """Whether it may still come to be deemed accepted: a permit, nothing said and nothing decided on acceptance."""
    definition, history = course.definition, course.history
    if not definition.is_permit or not definition.accepting or course.status is CaseStatus.CLOSED:
        return False
    if course.told_on is not None or history.accepted_on is not None:
        return False
    stays = [stay for stay in history.stays if stay.node == definition.accepting]
    return not stays or stays[-1].left is None


def last_day_to_tell(course: Course, calendar: Calendar) -> Reckoned:
    """The last day on which it may be said what is missing."""
    return calendar.reckon_working_days(course.history.received_on, NOTICE_DAYS)


def day_of_deeming(course: Course, calendar: Calendar) -> Reckoned:
    """The working day after that one."""
    return calendar.reckon_working_days(course.history.received_on, NOTICE_DAYS + 1)


def is_due(course: Course, calendar: Calendar, day: date) -> bool:
    """Whether it is deemed accepted on ``day``.

    Where the days off on the way are not known, that cannot be said: raises ``NoCalendar`` if ``day`` is late enough
    for weekends alone, for then the calendar has to be supplied.
    """
    if not waits(course) or day <= last_day_to_tell(course, calendar).day:
        return False
    return calendar.add_working_days(course.history.received_on, NOTICE_DAYS) < day


def deem(course: Course, attempt: Attempt) -> CaseEvent:
    """The event by which it is deemed accepted; the file goes on from 受理 if it is there."""
    definition = course.definition
    node = definition.accepting if definition.accepting in course.tokens else ""
    event = ""
    if node:
        ways = [way for way in definition.route.ways(course.on_machine()) if way.place == node]
        onward = definition.route.onward(ways)
        assert onward is not None, "the main path leads on from 受理"
        event = event_of(onward.flow)
    found = attempt.event(EventKind.DEEMED, node=node, event=event, reason="逾期没有告知需要补正的内容")
    return replace(found, effective=course.history.received_on)
