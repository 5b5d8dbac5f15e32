"""The numbers over the two charts: what the reform does to 时限, 环节, 程序, 材料 and hand-overs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.diff.deltas import TimeDelta
from engine.reports.numbers import UNCHANGED, change_text, obstacle
from processes.model.limits import number_text
from renderers.flowcharts.chart import Headline

if TYPE_CHECKING:
    from engine.diff.compare import Difference
    from engine.diff.days import Days
    from engine.diff.deltas import Delta

CANCELLED = "取消"
AT_ONCE, WITHOUT_LIMIT = "即时办结", "无时限"


def headlines(difference: Difference) -> tuple[Headline, ...]:
    """办理时限, 办理环节, 办理程序, 申请材料 and 交接次数 in both versions, computed by ``engine.diff``.

    The share is rounded as in the reports (one decimal, half away from zero). Where none can be told, ``change`` says
    why: 原无时限; 单位不同,不相减 where one limit is in 工作日 and the other in 自然日 and the city does not convert.
    """
    named = (
        ("办理时限", difference.time_limit),
        ("办理环节", difference.steps),
        ("办理程序", difference.procedures),
        ("申请材料", difference.materials),
        (difference.handovers.name, difference.handovers),
    )
    return tuple(_headline(name, delta, difference) for name, delta in named)


def _headline(name: str, delta: Delta, difference: Difference) -> Headline:
    if isinstance(delta, TimeDelta):
        gone = difference.matter.after is None
        before, after = _days_text(delta.before), CANCELLED if gone else _days_text(delta.after)
    else:
        before, after = (f"{number_text(side.value or 0)}{delta.unit}" for side in (delta.before, delta.after))
    return Headline(name, before, after, _change(delta, difference.sides))


def _days_text(days: Days) -> str:
    if days.value is None:
        return WITHOUT_LIMIT
    return f"{number_text(days.value)}个{days.kind}" if days.value else AT_ONCE


def _change(delta: Delta, sides: tuple[str, str]) -> str:
    """``−66.7%``, ``+20%``, ``增2件`` where there was nothing before, ``不变``, or why there is no share."""
    if delta.reduction is None:
        return obstacle(delta, sides) or UNCHANGED
    if not delta.reduction:
        return UNCHANGED
    if delta.percentage is None:
        return f"{'增' if delta.reduction < 0 else '减'}{number_text(abs(delta.reduction))}{_unit(delta)}"
    return change_text(delta.percentage)


def _unit(delta: Delta) -> str:
    return f"个{delta.reduced_kind}" if isinstance(delta, TimeDelta) else delta.unit
