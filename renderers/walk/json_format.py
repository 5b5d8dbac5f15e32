"""A walk as JSON for other programs: UTF-8, keys in Chinese as on the screen, always in the same order.

An object::

    事项, 版本      texts
    总时限         days, 0 for 即时, null for 无
    经过           list of events: 序号, 脚本 (the event as a line of a script), and 收到 (names of materials) or
                   环节, 承办, 时限, 选择 (null for 下一环节), 去处 (places that the file came to), 计入 (whether the
                   days of the 环节 count), 累计 (counted days), 出具, 交接 (list of 从, 到)
    现在           list of places that hold the file: 环节, 承办, 时限, 程序, 到此已用, 缺少材料, 可选, 不可选;
                   a choice is 脚本, 去处, and 原因 if it may not be taken
    结果           how the case ended, null if it has not
    累计, 交接次数   counted days and hand-overs of the whole
    出具           documents made
    收到材料, 未收到材料
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.walk.script import hindrance_text
from engine.walk.walk import Receipt, Receive
from processes.model.process import NodeKind
from renderers.walk.wording import end_text

if TYPE_CHECKING:
    from fractions import Fraction

    from engine.walk.walk import Choice, Event, Standing, Walk
    from processes.model.matter import Matter
    from processes.model.process import Flow


def render(matter: Matter, walk: Walk) -> str:
    """The object, indented, ending in a line break."""
    version = walk.route.process.version
    end = walk.end
    content = {
        "事项": matter.name,
        "版本": str(version.label),
        "总时限": None if version.limit.is_none else _number(version.limit.days),
        "经过": [{"序号": number, **_event(event, walk)} for number, event in enumerate(walk.events, 1)],
        "现在": [] if end else [_place(standing, walk) for standing in walk.standing()],
        "结果": end_text(end) if end else None,
        "累计": _number(walk.used),
        "交接次数": len(walk.handovers),
        "出具": list(walk.documents),
        "收到材料": list(walk.received),
        "未收到材料": list(walk.outstanding),
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def _event(event: Event, walk: Walk) -> dict[str, object]:
    if isinstance(event, Receipt):
        return {"脚本": event.line, "收到": list(event.materials)}
    chosen = event.taken[0]
    step = walk.route.nodes[chosen.source].step
    return {
        "脚本": event.line,
        "环节": walk.route.labels[chosen.source],
        "承办": step.held_by if step else "",
        "时限": str(step.limit) if step else "",
        "选择": chosen.condition or None,
        "去处": _arrivals(event.taken, walk),
        "计入": event.counted,
        "累计": _number(event.used),
        "出具": list(event.documents),
        "交接": [{"从": giver, "到": taker} for giver, taker in event.handovers],
    }


def _arrivals(taken: tuple[Flow, ...], walk: Walk) -> list[str]:
    """The places that the file came to: forks and joins that it only passed are none."""
    passed = {flow.source for flow in taken[1:]}
    return [walk.route.labels[flow.target] for flow in taken if flow.target not in passed]


def _place(standing: Standing, walk: Walk) -> dict[str, object]:
    node = standing.node
    step = None if standing.waiting else node.step
    here = [choice for choice in walk.choices() if choice.place == node.key]
    return {
        "环节": walk.route.labels[node.key],
        "承办": step.held_by if step else "",
        "时限": str(step.limit) if step else "",
        "程序": [procedure.name for procedure in step.procedures] if step else [],
        "到此已用": _number(standing.used),
        "缺少材料": list(standing.missing),
        "可选": [_choice(choice, walk) for choice in here if choice.hindrance is None],
        "不可选": [
            {**_choice(choice, walk), "原因": hindrance_text(walk, choice.hindrance)}
            for choice in here
            if choice.hindrance
        ],
    }


def _choice(choice: Choice, walk: Walk) -> dict[str, object]:
    target = None
    if not isinstance(choice, Receive):
        node = walk.route.nodes[choice.flow.target]
        target = end_text(node) if node.kind is NodeKind.END else walk.route.labels[node.key]
    return {"脚本": walk.line_of(choice), "去处": target}


def _number(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)
