"""What must not come too close to each other when a drawing is made tight: boxes, lines, labels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.lines import related

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renderers.flowcharts.chart import Arrow
    from renderers.flowcharts.layout.lanes.constraints import Axis, Ref

BOXES, PASSING, BETWEEN_LINES, OWN_CORNERS = 24.0, 9.0, 9.0, 14.0
LABEL_BOX, LABEL_LINE, LABELS, LABEL_RIM = 4.0, 8.0, 5.0, 2.0
WITHIN = 6.0
"""Things whose extents across come closer than this lie beside each other."""


class Sort(IntEnum):
    """What a thing is."""

    BOX = 0
    LINE = 1
    LABEL = 2
    RIM = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing on an axis: its two sides as references, where they are now, and its extent across."""

    sort: Sort
    low: Ref
    high: Ref
    now: tuple[float, float]
    across: tuple[float, float]
    arrow: Arrow | None = None


def keep_apart(axis: Axis, things: Iterable[Thing], *, labels: bool) -> None:
    """Least distances between all things that lie beside each other, in the order in which they lie now.

    With ``labels``, two labels that overlap now are to come apart along this axis.
    """
    ordered = sorted(things, key=lambda thing: thing.across)
    open_things: list[Thing] = []
    for thing in ordered:
        begin = thing.across[0] - WITHIN
        open_things = [other for other in open_things if other.across[1] > begin]
        for other in open_things:
            _apart(axis, other, thing, labels=labels)
        open_things.append(thing)


def _apart(axis: Axis, one: Thing, other: Thing, *, labels: bool) -> None:
    first, second = (one, other) if sum(one.now) <= sum(other.now) else (other, one)
    if first.low.name == second.low.name and first.high.name == second.high.name:
        return
    if Sort.RIM in (first.sort, second.sort):
        # Boxes and lines may come as near to it as they come to its box.
        if Sort.LABEL in (first.sort, second.sort) and first.now[1] <= second.now[0]:
            axis.apart(first.high, second.low, LABEL_RIM)
        return
    apart = first.now[1] <= second.now[0]
    lines = first.sort is second.sort is Sort.LINE
    written = labels and first.sort is second.sort is Sort.LABEL
    # What overlaps now belongs together: a line and the bar that it ends at, a label and its line.
    if apart or written or (lines and not _joined(first, second)):
        axis.apart(first.high, second.low, _distance(first, second))


def _joined(one: Thing, other: Thing) -> bool:
    return one.arrow is not None and other.arrow is not None and related(one.arrow, other.arrow)


def _distance(one: Thing, other: Thing) -> float:
    if one.arrow is other.arrow is not None:
        return OWN_CORNERS if one.sort == other.sort else 0.0
    return _DISTANCES[one.sort][other.sort]


_DISTANCES = ((BOXES, PASSING, LABEL_BOX), (PASSING, BETWEEN_LINES, LABEL_LINE), (LABEL_BOX, LABEL_LINE, LABELS))
