"""The legend of a network in time: only what occurs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from renderers.timelines import pen, shared
from renderers.timelines.colours import BEYOND, BLUE, GREY, LINK, MILESTONE, NAVY, PALE
from renderers.timelines.footing import SYMBOL, Symbol
from renderers.timelines.links import BAR, HALF
from renderers.timelines.network import CEILING_DASH, TAIL_DASH
from renderers.timelines.picture import HATCH

if TYPE_CHECKING:
    from engine.projects.overview import ProjectVersion

Entry = tuple[Symbol, str]


def entries_of(versions: Sequence[ProjectVersion], *, has_prerequisites: bool) -> Iterator[Entry]:
    """Symbol and meaning of what the versions have."""
    activities = [activity for one in versions for activity in one.schedule.activities]
    if any(activity.is_critical and activity.days for activity in activities):
        yield _box(NAVY, NAVY, 2.0), "关键线路上的办理"
    if any(not activity.is_critical and activity.days for activity in activities):
        yield _box(PALE, BLUE, 1.1), "其他办理"
    if any(activity.slack for activity in activities):
        yield _tail, "总时差(可推迟的天数)"
    if any(not activity.days for activity in activities):
        yield _milestone, "不占天数"
    if has_prerequisites:
        yield _prerequisite, "前置要件"
    if any(activity.waits_for for activity in activities):
        yield _arrow(LINK, 1.0), "先办→后办"
    if any(activity.is_critical and activity.waits_for for activity in activities):
        yield _arrow(NAVY, 2.0), "关键线路"
    if any(one.ceiling is not None for one in versions):
        yield _ceiling, "上限"
    if any(one.ceiling is not None and one.schedule.days > one.ceiling for one in versions):
        yield _box(f"url(#{HATCH})", BEYOND, 1.6), "超过上限的部分"


def material_entries() -> list[Entry]:
    """Those of the table of materials."""
    return [
        (lambda x, y: shared.mark(x + SYMBOL / 2, y, stays=True), "优化后要交"),
        (lambda x, y: shared.mark(x + SYMBOL / 2, y, stays=False), "优化前要交、优化后不再要"),
    ]


def _box(fill: str, rim: str, thick: float) -> Symbol:
    return lambda x, y: [pen.rect(x, y - BAR / 2, SYMBOL, BAR, fill, stroke=rim, thickness=thick)]


def _arrow(colour: str, thick: float) -> Symbol:
    return lambda x, y: [
        pen.line([(x, y), (x + SYMBOL, y)], colour, thick),
        pen.arrow_head((x + SYMBOL, y), (x, y), colour, 5.0),
    ]


def _tail(x: float, y: float) -> list[str]:
    return [
        pen.line([(x, y), (x + SYMBOL, y)], GREY, 1.0, TAIL_DASH),
        pen.line([(x + SYMBOL, y - 4), (x + SYMBOL, y + 1)], GREY, 1.0),
    ]


def _milestone(x: float, y: float) -> list[str]:
    return [pen.diamond(x + 6, y, HALF, NAVY, NAVY), pen.diamond(x + 19, y, HALF, PALE, BLUE)]


def _prerequisite(x: float, y: float) -> list[str]:
    return [pen.diamond(x + SYMBOL / 2, y, HALF, "#ffffff", MILESTONE, 1.6)]


def _ceiling(x: float, y: float) -> list[str]:
    return [pen.line([(x + SYMBOL / 2, y - 8), (x + SYMBOL / 2, y + 8)], BEYOND, 1.6, CEILING_DASH)]
