"""The words of a case: days and times, who did what, what may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cases.times import BEIJING
from engine.machine import Way, Why
from engine.walk.script import why_not
from renderers.walk.wording import target_text

if TYPE_CHECKING:
    from datetime import date, datetime

    from engine.cases.definition import Definition
    from engine.cases.look import Look
    from engine.cases.timing import Limit


def time_text(at: datetime) -> str:
    """``2018-03-01 09:30`` in Beijing time; of an event of which only the day is known the day."""
    here = at.astimezone(BEIJING)
    return f"{here:%Y-%m-%d}" if here.hour == here.minute == here.second == 0 else f"{here:%Y-%m-%d %H:%M}"


def date_text(day: date | None, *, provisional: bool = False) -> str:
    """``2018-03-09``; ``2027-01-05(暂定)`` where days off on the way are not known yet; — for none."""
    return "—" if day is None else f"{day}(暂定)" if provisional else f"{day}"


def way_text(definition: Definition, way: Way) -> str:
    """``不符合条件 → 支线 不予许可``."""
    return f"{way.name} → {target_text(definition.route, way.flow)}"


def hindrance_text(definition: Definition, way: Way) -> str:
    """Why a way may not be taken; which materials are missing is said beside it."""
    assert way.hindrance is not None
    if way.hindrance.why is Why.MATERIALS_MISSING:
        return f"还缺{len(way.hindrance.names)}件材料"
    return why_not(definition.route, way.hindrance)


def status_text(look: Look) -> str:
    """``在办``, ``暂停(听证)``, or how it has ended: ``办结(不予许可)``."""
    course = look.course
    if course.end is not None:
        status = str(look.head.status)
        return status if course.end.name == status else f"{status}({course.end.name})"
    return f"{look.head.status}({course.paused.kind})" if course.paused else str(look.head.status)


def outcome_text(limit: Limit) -> str:
    """``承诺时限13个工作日:用了10天,到期 2018-03-20,按时``, of a limit that does not run any more."""
    clock = limit.clock
    parts = [f"用了{clock.used}天"]
    parts += [f"另有{clock.paused}天不计"] if clock.paused else []
    parts += [f"已延长{clock.extended}天"] if clock.extended else []
    parts += [f"到期 {clock.due}" + ("(暂定)" if clock.provisional else "")] if clock.due else []
    return f"{limit.name}{clock.limit.official}:{','.join(parts)},{f'超时{clock.over}天' if clock.is_late else '按时'}"


def clock_text(limit: Limit) -> str:
    """``承诺时限13个工作日:已用3天,还剩10天,到期 2018-03-20,绿牌``."""
    clock = limit.clock
    parts = [f"已用{clock.used}天"]
    if clock.left is not None:
        parts.append(f"还剩{clock.left}天" if clock.left >= 0 else f"超过{-clock.left}天")
    if clock.paused:
        parts.append(f"另有{clock.paused}天不计")
    if clock.extended:
        parts.append(f"已延长{clock.extended}天")
    if clock.due:
        parts.append(f"到期 {clock.due}" + ("(暂定)" if clock.provisional else ""))
    return f"{limit.name}{clock.limit.official}:{','.join(parts)},{clock.card}"
