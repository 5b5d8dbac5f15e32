"""What is said of an event: in the history of a case, and to the outside: applicant, who has the file, supervisors."""

from __future__ import annotations

from fractions import Fraction

from engine.cases.attempt import day_text, whereabouts
from engine.cases.course import Course
from engine.cases.definition import ARRIVED, Definition
from engine.cases.times import beijing_day
from processes.model.case import CaseEvent, EventKind, Message
from processes.model.limits import DayKind, TimeLimit


def event_text(definition: Definition, event: CaseEvent) -> str:
    """What happened in a few words: ``“受理”:符合受理条件``; ``definition`` is that of the case at the time."""
    match event.kind:
        case EventKind.OPENED if event.names:
            return f"收到{'、'.join(event.names)}"
        case EventKind.MOVED:
            asked = f",要补正:{'、'.join(event.names)}" if event.names else ""
            since = f",期满 {event.effective}" if event.effective else ""
            return f"“{definition.called(event.node)}”:{event.event}{asked}{since}"
        case EventKind.CARDED:
            return f"{event.reason}:{definition.step_called(event.node)}{event.event}"
        case EventKind.EXTENDED:
            natural = definition.matter.statutory.limit.unit is DayKind.NATURAL
            days = TimeLimit(Fraction(event.event), DayKind.NATURAL if natural else DayKind.WORKING)
            return f"延长{days.official},{'、'.join(event.names)}批准;理由:{event.reason}"
        case EventKind.MIGRATED:
            return f"按{event.event}流程,在{'、'.join(place.partition(ARRIVED)[0] for place in event.names)}"
        case _:
            since = f",从收件的 {event.effective} 起算" if event.effective else ""
            return event.reason + since or "、".join(event.names)


def news_of(number: str, before: Course | None, event: CaseEvent, after: Course) -> tuple[Message, ...]:
    """The messages about ``event``, by which ``before`` (None: nothing) became ``after``."""
    topic, text = _told(before, event, after)
    return (Message(number, topic, f"{day_text(beijing_day(event.at))}{text}。"),)


def _told(before: Course | None, event: CaseEvent, after: Course) -> tuple[str, str]:
    """The topic, and the sentence without its day and its full stop."""
    if event.kind is EventKind.MOVED:
        return _moved(before, event, after)
    said = event_text(after.definition, event)
    texts = {
        EventKind.OPENED: f"收件{_missing(after)}",
        EventKind.HANDED_IN: f"收到材料:{said}",
        EventKind.PAUSED: f"起因“{said}”暂停计时,所需时间不计算在期限内",
        EventKind.RESUMED: "恢复计时",
        EventKind.EXTENDED: f"起{said}",
        EventKind.WITHDRAWN: "申请人撤回申请" + (f":{event.reason}" if event.reason else ""),
        EventKind.DEEMED: f"因逾期没有告知补正,自{day_text(after.history.received_on)}收到材料之日起视为受理,{whereabouts(after)}",
        EventKind.MIGRATED: f"换用新流程,{whereabouts(after)}",
        EventKind.CARDED: f"亮{said},{whereabouts(after)}",
        EventKind.REFUSED: f"违规:{event.unit} {event.person},{said}",
    }
    return event.reason if event.kind is EventKind.CARDED else event.kind, texts[event.kind]


def _missing(course: Course) -> str:
    names = course.outstanding
    return f",还缺{len(names)}件材料:{'、'.join(names)}" if names else ""


def _moved(before: Course | None, event: CaseEvent, after: Course) -> tuple[str, str]:
    """Of 流转: an end, a notice, acceptance, or just the next step."""
    if after.end is not None:
        return "办结", f"办结:{after.end.name}"
    if event.names:
        return "补正", f"一次告知补正:{'、'.join(event.names)}"
    if before is not None and before.history.accepted_on is None and after.history.accepted_on is not None:
        return "受理", f"受理,{whereabouts(after)}"
    return event.kind, f"{event.unit}办完“{after.definition.called(event.node)}”,{whereabouts(after)}"
