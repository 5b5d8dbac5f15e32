"""Cases as JSON for other programs: UTF-8, keys in Chinese as on the screen, always in the same order.

A case::

    编号, 部门, 申请人        texts
    事项, 事项编号            its name, and its number in the department
    版本, 定义               优化前 or 优化后, and the content hash of the declarations it is pinned to
    状态, 结果               在办、暂停、办结; the end it has come to, null before
    收件, 受理, 办结          days as 年-月-日, or null
    视为受理                 true or false
    告知期限, 视为受理日       while nothing is said of acceptance: the last day to say what is missing, and the
                            working day on which it is deemed accepted; null otherwise
    到期                    last day of 承诺时限, null while it does not run
    次数                    how many events there are
    现在                    places that hold the file: 环节, 承办, 到达, 缺少材料, 可办, 不可办; a way is 选择, 去处,
                            and 原因 if it may not be taken
    收到材料, 未收到材料        names of materials
    补正告知                 日期 and 材料, or null
    时限                    those that run: 名称, 环节, 时限, 起算, 已用, 剩余, 不计, 延长, 到期, 牌; days, null for
                            none
    延长                    日期, 天数 (of the unit of 法定时限), 批准, 理由, or null
    可延长                  by how many days the limit may be made longer now, 0 for not
    暂停                    种类, 从, 到
    经过                    events: 序号, 时间, 单位, 人员, 记录, 内容, 流水号
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.cases.news import event_text
from processes.model.case import EventKind
from renderers.cases.listing import status_of
from renderers.cases.wording import hindrance_text, time_text
from renderers.walk.wording import target_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from engine.cases.definition import Definition
    from engine.cases.look import Look, Spot
    from engine.cases.timing import Limit
    from engine.machine import Way
    from processes.model.case import CaseEvent
    from renderers.cases.listing import Listed


def render(look: Look, definitions: Sequence[Definition]) -> str:
    """One case; ``definitions`` are those that its events ran on, one an event."""
    return _text(content(look, definitions))


def content(look: Look, definitions: Sequence[Definition]) -> dict[str, object]:
    """The object of one case."""
    head, course = look.head, look.course
    definition, history = course.definition, course.history
    asked = {"日期": f"{course.told_on}", "材料": list(course.asked)} if course.told_on else None
    return {
        "编号": head.number,
        "部门": head.department,
        "事项": definition.matter.name,
        "事项编号": head.matter,
        "申请人": head.applicant,
        "版本": str(head.label),
        "定义": head.definition,
        "状态": str(head.status),
        "结果": course.end.name if course.end else None,
        "收件": f"{head.received_on}",
        "受理": _day(history.accepted_on),
        "视为受理": course.deemed,
        "办结": _day(history.closed_on),
        "告知期限": _day(look.tell_by),
        "视为受理日": _day(look.deemed_on),
        "到期": _day(head.due),
        "次数": head.version,
        "现在": [_spot(spot, definition) for spot in look.spots],
        "收到材料": [name for name in definition.route.materials if name in course.received],
        "未收到材料": list(course.outstanding),
        "补正告知": asked,
        "时限": [_limit(limit) for limit in look.limits],
        "延长": _extension(look),
        "可延长": look.extendable,
        "暂停": [{"种类": one.kind, "从": f"{one.since}", "到": _day(one.until)} for one in history.pauses],
        "经过": [
            _event(number, event, ran_on)
            for number, (event, ran_on) in enumerate(zip(course.events, definitions, strict=True), 1)
        ],
    }


def listed(cases: Sequence[Listed]) -> str:
    """A list of cases, in short."""
    return _text(
        [
            {
                "编号": one.head.number,
                "部门": one.head.department,
                "事项": one.matter,
                "申请人": one.head.applicant,
                "收件": f"{one.head.received_on}",
                "状态": status_of(one),
                "现在在": list(one.spots),
                "承办": list(one.holders),
                "到期": _day(one.head.due),
            }
            for one in cases
        ]
    )


def _extension(look: Look) -> dict[str, object] | None:
    done = look.course.history.extension
    if done is None:
        return None
    event = next(one for one in look.course.events if one.kind is EventKind.EXTENDED)
    return {"日期": f"{done.since}", "天数": done.days, "批准": "、".join(event.names), "理由": event.reason}


def _spot(spot: Spot, definition: Definition) -> dict[str, object]:
    return {
        "环节": spot.name,
        "承办": spot.holders,
        "到达": _day(spot.since),
        "缺少材料": list(spot.missing),
        "可办": [_way(way, definition) for way in spot.ways if way.hindrance is None],
        "不可办": [_way(way, definition) for way in spot.ways if way.hindrance],
    }


def _way(way: Way, definition: Definition) -> dict[str, object]:
    said: dict[str, object] = {"选择": way.name, "去处": target_text(definition.route, way.flow)}
    return {**said, "原因": hindrance_text(definition, way)} if way.hindrance else said


def _limit(limit: Limit) -> dict[str, object]:
    clock = limit.clock
    return {
        "名称": limit.name,
        "环节": limit.step,
        "时限": str(clock.limit),
        "起算": f"{clock.started}",
        "已用": clock.used,
        "剩余": clock.left,
        "不计": clock.paused,
        "延长": clock.extended,
        "到期": _day(clock.due),
        "牌": str(clock.card),
    }


def _event(number: int, event: CaseEvent, definition: Definition) -> dict[str, object]:
    return {
        "序号": number,
        "时间": time_text(event.at),
        "单位": event.unit,
        "人员": event.person,
        "记录": str(event.kind),
        "内容": event_text(definition, event),
        "流水号": event.key,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day}"


def _text(value: object) -> str:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"
