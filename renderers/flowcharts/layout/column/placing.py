"""Where the boxes go: one column downwards, side branches at its right, what leads back at its left.

The middle of the main column is x = 0, the upper edge of its first box y = 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Item, Parallel, Sequence, Shape, Side, first_box, keys_of
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.column.room import BRANCH_GAP, GAP, LANE, Room, last_box

if TYPE_CHECKING:
    from collections.abc import Mapping

STACK_GAP = 16.0
"""Between two side branches one below the other."""
NOWHERE = -1e9
"""A y above everything."""


def placed(room: Room) -> Mapping[str, Rect]:
    """The rectangle of every box."""
    return _Column(room).filled()


def _sequence(room: Room, items: Sequence, axis: float, top: float) -> dict[str, Rect]:
    """A sequence placed below ``top``."""
    rects: dict[str, Rect] = {}
    above = ""
    for item in items:
        top += room.gap(above, first_box(item)) if above else 0.0
        rects |= _item(room, item, axis, top)
        top += room.height(item)
        above = last_box(item)
    return rects


def _item(room: Room, item: Item, axis: float, top: float) -> dict[str, Rect]:
    """A box or a block with its upper edge at ``top``; short branches stand in the middle of the height."""
    if isinstance(item, str):
        size = room.figures[item]
        return {item: Rect(axis, top + size.height / 2, size.width, size.height)}
    width, height = 2 * room.half(item), room.height(item)
    fork, join = room.figures[item.fork].height, room.figures[item.join].height
    rects = {
        item.fork: Rect(axis, top + fork / 2, width, fork),
        item.join: Rect(axis, top + height - join / 2, width, join),
    }
    begin = top + fork + GAP
    inner = height - fork - GAP - room.closing(item) - join
    left = axis - room.branches_width(item) / 2
    for branch in item.branches:
        extent = room.extent(branch)
        rects |= _sequence(room, branch, left + extent.left, begin + (inner - extent.height) / 2)
        left += extent.left + extent.right + BRANCH_GAP
    return rects


@dataclass(frozen=True)
class _Column:
    """The main column with what stands beside it, being filled from the top."""

    room: Room
    rects: dict[str, Rect] = field(default_factory=dict)
    floors: dict[bool, float] = field(default_factory=lambda: {True: NOWHERE, False: NOWHERE})
    """The y down to which the columns beside are filled; True is the left one."""

    @cached_property
    def axes(self) -> Mapping[bool, float]:
        """The middle of the columns beside."""
        return {left: self.room.axis(left=left) for left in (True, False)}

    def filled(self) -> Mapping[str, Rect]:
        bottom, above = 0.0, ""
        main = self.room.chart.main
        for item, following in zip(main, (*main[1:], None), strict=True):
            top = bottom + (self.room.gap(above, first_box(item)) if above else 0.0)
            top = max(top, self._least_top(item, following))
            bottom = top + self.room.height(item)
            self.rects.update(_item(self.room, item, 0.0, top))
            if isinstance(item, Parallel):
                self.floors.update({left: max(floor, bottom) for left, floor in self.floors.items()})
            self._fill_beside(item, (top + bottom) / 2 if isinstance(item, str) else None)
            above = last_box(item)
        return self.rects

    def _fill_beside(self, item: Item, level: float | None) -> None:
        """Place what stands beside an item: the first at its level (beside a block: below it), the others below."""
        begun: set[bool] = set()
        for side in self._beside(item):
            top = self.floors[side.left] + STACK_GAP
            if level is not None and side.left not in begun:
                top = level - self._first_half(side)
            begun.add(side.left)
            self.rects.update(_sequence(self.room, side.items, self.axes[side.left], top))
            self.floors[side.left] = top + self.room.extent(side.items).height

    def _least_top(self, item: Item, following: Item | None) -> float:
        """The y above which an item of the main column may not begin, or what stands beside would have no room."""
        if isinstance(item, Parallel):
            # A block may be as wide as it likes, so what stands beside must have ended.
            reach = self.room.half(item) + LANE
            passed = [self.floors[left] for left in (True, False) if reach > self.room.near(left=left)]
            return max(passed, default=NOWHERE) + STACK_GAP
        least = self._level(item) - self.room.height(item) / 2
        if isinstance(following, str) and self.room.shapes[following] is Shape.DECISION:
            # A step and its question keep together.
            distance = self.room.height(item) + self.room.gap(item, following)
            least = max(least, self._level(following) - self.room.height(following) / 2 - distance)
        return least

    def _level(self, item: str) -> float:
        """The least y of the middle of a box that gives what stands beside it enough room."""
        return max(
            (self.floors[side.left] + STACK_GAP + self._first_half(side) for side in self._beside(item)),
            default=NOWHERE,
        )

    def _first_half(self, side: Side) -> float:
        return self.room.figures[first_box(side.items[0])].height / 2

    def _beside(self, item: Item) -> list[Side]:
        """What stands beside an item of the main column: its own side branches, and those that leave from these."""
        keys = set(keys_of((item,)))
        found: list[Side] = []
        for side in self.room.chart.sides:
            if side.anchor in keys:
                found.append(side)
                keys.update(keys_of(side.items))
        return found
