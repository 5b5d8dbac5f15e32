"""流转: somebody sends the file on."""

from __future__ import annotations

from datetime import date

from engine.cases.attempt import Attempt, Refusal, holders_at, not_theirs, whereabouts
from engine.cases.course import Course
from engine.cases.starting import StartKind, start_kind
from engine.machine import Hindrance, Why
from engine.nets.net import event_of
from engine.walk.script import why_not
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, CaseStatus, EventKind
from processes.model.dates import date_text
from processes.model.folding import fold_name
from processes.model.process import Flow

NOTICE = "《行政许可法》第三十二条第一款第四项:申请材料不齐全或者不符合法定形式的,应当当场或者在五日内一次告知申请人需要补正的全部内容"
"""What a second notice breaks."""


def move(course: Course, flow: Flow, attempt: Attempt, asked: tuple[str, ...] = ()) -> CaseEvent | Refusal:
    """What happens, or why not, when ``attempt`` is to take ``flow``.

    ``asked``: materials that a 补正告知 sends back although they were there; what is missing it asks for in any case.
    """
    refusal = _asked_again(course, flow) or _out_of_order(course, flow) or _unauthorised(course, flow, attempt)
    if refusal:
        return refusal
    names: tuple[str, ...] = ()
    case = course.on_machine()
    if course.definition.route.corrects(flow):
        case.received = course.received - set(asked)
        names = tuple(name for name in course.definition.route.materials if name not in case.received)
    hindrance = next(way.hindrance for way in course.definition.route.ways(case) if way.flow == flow)
    if hindrance:
        return _hindered(course, hindrance)
    return attempt.event(EventKind.MOVED, node=flow.source, event=event_of(flow), names=names)


def not_there_yet(course: Course, step: str) -> Refusal:
    """Why the file cannot be sent to ``step``, to which it only comes by itself."""
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},不能再流转", violation=True)
    names = {course.definition.called(stay.node) for stay in course.history.stays}
    why = "已经办过" if fold_name(step) in map(fold_name, names) else "还没有轮到"
    return Refusal(f"次序不对:“{step}”{why},{whereabouts(course)}", violation=True)


def refuse_period(course: Course, flow: Flow, day: date) -> None:
    """Raises ``WrongUsage`` where the end of a period means nothing, or is before the application came in."""
    runs_from = course.definition.matter.statutory.runs_from
    if start_kind(runs_from) is not StartKind.PERIOD_ENDED:
        raise WrongUsage(f"这个事项的时限从{runs_from}起算,不用写期满日期。")
    if not course.definition.route.accepting(flow):
        raise WrongUsage("期满日期在受理的时候写。")
    if day < course.history.received_on:
        raise WrongUsage(f"期满日期 {day} 在收件的 {course.history.received_on} 前面。")


def act_text(course: Course, flow: Flow) -> str:
    """``“受理”的“符合受理条件”``."""
    return f"“{course.definition.called(flow.source)}”的“{event_of(flow)}”"


def _out_of_order(course: Course, flow: Flow) -> Refusal | None:
    """Closed, suspended, not there yet, there no more, or branches of a 并联 open."""
    if course.status is CaseStatus.CLOSED:
        return Refusal(f"办件{whereabouts(course)},不能再流转", violation=True)
    if flow.source not in course.tokens:
        gone = any(stay.node == flow.source for stay in course.history.stays)
        why = "已经办过" if gone else "还没有轮到"
        return Refusal(f"次序不对:{act_text(course, flow)}{why},{whereabouts(course)}", violation=True)
    hindrance = next(
        way.hindrance for way in course.definition.route.machine.ways(course.on_machine()) if way.flow == flow
    )
    if hindrance and hindrance.why is Why.BRANCHES_OPEN:
        open_ = "、".join(f"“{course.definition.called(node)}”" for node in hindrance.names)
        return Refusal(f"次序不对:并联的各路都办完才能汇合,还有{open_}没有办完", violation=True)
    if course.paused:
        since = date_text(course.paused.since)
        return Refusal(f"因“{course.paused.kind}”从{since}起暂停计时,要先恢复计时才能往下办", violation=False)
    return None


def _unauthorised(course: Course, flow: Flow, attempt: Attempt) -> Refusal | None:
    holders = holders_at(course.definition, (flow.source,))
    return not_theirs(f"“{course.definition.called(flow.source)}”", attempt, holders) if holders else None


def _asked_again(course: Course, flow: Flow) -> Refusal | None:
    """A second notice, or one after acceptance: wherever the file is by now, that is what is wrong with it."""
    if course.status is CaseStatus.CLOSED or not course.definition.route.corrects(flow):
        return None
    law = f"({NOTICE})" if course.definition.is_permit else ""
    if course.told_on is not None:
        told = date_text(course.told_on)
        return Refusal(f"补正只能一次告知,已经在{told}告知过,不能再次要求补正{law}", violation=True)
    if course.history.accepted_on is not None:
        day = date_text(course.history.accepted_on)
        word = "视为受理" if course.deemed else "受理"
        return Refusal(f"已经从{day}起{word},受理以后不能再要求补正{law}", violation=True)
    return None


def _hindered(course: Course, hindrance: Hindrance) -> Refusal:
    """What a guard says: something only has to be supplied yet."""
    if hindrance.why is Why.MATERIALS_COMPLETE:
        return Refusal("材料已经收齐,没有要补正的;有不符合法定形式的,写明是哪几件材料", violation=False)
    return Refusal(why_not(course.definition.route, hindrance), violation=False)
