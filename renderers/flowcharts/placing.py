"""Where the boxes go: one column downwards, side branches at its right, what leads back at its left.

Only widths and heights made by :mod:`renderers.flowcharts.figures` are used. The middle of the main column is x = 0,
the upper edge of its first box y = 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Arrow, Chart, Item, Parallel, Sequence, Shape, Side, first_box, keys_of
from renderers.flowcharts.figures import MAIN_WIDTH, NARROW_WIDTH, Figure, figure, label
from renderers.flowcharts.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Mapping

GAP = 21.0
"""Height of a flow line between two boxes without a label."""
STACK_GAP = 16.0
"""Between two side branches one below the other."""
BRANCH_GAP = 30.0
"""Between two branches of a parallel block."""
OVERHANG = 10.0
"""How far the bars of a block stand out beyond its branches."""
LANE = 14.0
"""Between two lines that run side by side, and between a line and the boxes it passes."""
NOWHERE = -1e9
"""A y above everything."""
TIE = 26.0
"""Length of the line between a step and its document when nothing else needs room."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a sequence reaches to the left and right of its axis, and how high it is."""

    left: float
    right: float
    height: float


@dataclass(frozen=True)
class Placing:
    """Positions for a chart."""

    chart: Chart
    rects: dict[str, Rect] = field(default_factory=dict)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Box → figure: wide in the main column, narrow elsewhere; the width of a bar is not known yet."""
        wide = {item for item in self.chart.main if isinstance(item, str)}
        return {box.key: figure(box, MAIN_WIDTH if box.key in wide else NARROW_WIDTH) for box in self.chart.boxes}

    def placed(self) -> Mapping[str, Rect]:
        """The rectangle of every box."""
        if not self.rects:
            _Column(self).fill()
        return self.rects

    # --- measures

    def extent(self, items: Sequence) -> Extent:
        """The room a sequence needs, gutters for its own loops and jumps included."""
        halves = [self.half(item) for item in items] or [LANE]
        height, above = 0.0, ""
        for item in items:
            height += (self.gap(above, first_box(item)) if above else 0.0) + self.height(item)
            above = last_box(item)
        left, right = self.gutters(items)
        return Extent(max(halves) + left, max(halves) + right, height)

    def height(self, item: Item) -> float:
        """The height of a box or block."""
        if isinstance(item, str):
            return self.figures[item].height
        inner = max(self.extent(branch).height for branch in item.branches)
        return self.figures[item.fork].height + GAP + inner + self._closing(item) + self.figures[item.join].height

    def _closing(self, block: Parallel) -> float:
        """The gap above the lower bar of a block."""
        return max((self.gap(last_box(branch[-1]), block.join) for branch in block.branches if branch), default=GAP)

    def half(self, item: Item) -> float:
        """Half the width of a box or block."""
        if isinstance(item, str):
            return self.figures[item].width / 2
        return max(self.figures[item.fork].width, self.branches_width(item) + 2 * OVERHANG) / 2

    def branches_width(self, block: Parallel) -> float:
        """The width of all branches of a block with the gaps between them."""
        extents = [self.extent(branch) for branch in block.branches]
        return sum(one.left + one.right for one in extents) + BRANCH_GAP * (len(extents) - 1)

    def gap(self, above: str, below: str) -> float:
        """The distance between two boxes that follow each other: room for the label of the arrow between them."""
        arrow = next((one for one in self.chart.arrows if (one.source, one.target) == (above, below)), None)
        return max(GAP, label(arrow.label).height + 15) if arrow and arrow.label else GAP

    def gutters(self, items: Sequence) -> tuple[float, float]:
        """Room at the left for arrows that go back within a sequence, at the right for those that skip."""
        back, ahead = self.jumps(items)
        return self._gutter(back), self._gutter(ahead)

    def _gutter(self, arrows: list[Arrow]) -> float:
        if not arrows:
            return 0.0
        labels = max(label(arrow.label).width if arrow.label else 0.0 for arrow in arrows)
        return LANE * len(arrows) + labels + 6

    def jumps(self, items: Sequence) -> tuple[list[Arrow], list[Arrow]]:
        """Arrows of a sequence that do not go to the next item: backwards, forwards."""
        entries = {first_box(item): index for index, item in enumerate(items)}
        exits = {last_box(item): index for index, item in enumerate(items)}
        met = [arrow for arrow in self.chart.arrows if arrow.source in exits and not arrow.bare]
        back = [one for one in met if one.target in entries and entries[one.target] <= exits[one.source]]
        ahead = [one for one in met if one.target in entries and entries[one.target] > exits[one.source] + 1]
        # In a branch, the end of the block is one more target to skip to.
        closing = {item.join for item in self._blocks if items in item.branches}
        ahead += [one for one in met if one.target in closing and exits[one.source] < len(items) - 1]
        return back, ahead

    @cached_property
    def _blocks(self) -> tuple[Parallel, ...]:
        found: list[Parallel] = []
        pending = [self.chart.main, *(side.items for side in self.chart.sides)]
        while pending:
            for item in pending.pop():
                if isinstance(item, Parallel):
                    found.append(item)
                    pending += item.branches
        return tuple(found)

    # --- positions

    def put_sequence(self, items: Sequence, axis: float, top: float) -> float:
        """Place a sequence below ``top``; gives the y below it."""
        above = ""
        for item in items:
            top += self.gap(above, first_box(item)) if above else 0.0
            top = self.put(item, axis, top)
            above = last_box(item)
        return top

    def put(self, item: Item, axis: float, top: float) -> float:
        """Place a box or a block with its upper edge at ``top``; gives the y of its lower edge."""
        if isinstance(item, str):
            size = self.figures[item]
            self.rects[item] = Rect(axis, top + size.height / 2, size.width, size.height)
            return top + size.height
        width, height = 2 * self.half(item), self.height(item)
        fork, join = self.figures[item.fork].height, self.figures[item.join].height
        self.rects[item.fork] = Rect(axis, top + fork / 2, width, fork)
        self.rects[item.join] = Rect(axis, top + height - join / 2, width, join)
        room = height - fork - join - GAP - self._closing(item)
        left = axis - self.branches_width(item) / 2
        for branch in item.branches:
            extent = self.extent(branch)
            self.put_sequence(branch, left + extent.left, top + fork + GAP + (room - extent.height) / 2)
            left += extent.left + extent.right + BRANCH_GAP
        return top + height


def last_box(item: Item) -> str:
    """The box by which an item is left."""
    return item.join if isinstance(item, Parallel) else item


@dataclass(frozen=True)
class _Column:
    """The main column with what stands beside it."""

    placing: Placing
    floors: dict[bool, float] = field(default_factory=lambda: {True: NOWHERE, False: NOWHERE})
    """The y down to which the columns beside are filled; True is the left one."""

    @cached_property
    def axes(self) -> Mapping[bool, float]:
        """The middle of the columns beside."""
        return {left: self._axis(left=left) for left in (True, False)}

    def fill(self) -> None:
        """Place everything."""
        bottom, above = 0.0, ""
        main = self.placing.chart.main
        for item, following in zip(main, (*main[1:], None), strict=True):
            key = first_box(item)
            top = bottom + (self.placing.gap(above, key) if above else 0.0)
            if isinstance(item, Parallel):
                # A block may be as wide as it likes, so what stands beside must have ended.
                reach = self.placing.half(item) + LANE
                passed = [self.floors[left] for left in (True, False) if reach > self._near(left=left)]
                top = max([top, *(floor + STACK_GAP for floor in passed)])
            else:
                top = max(top, self._least_top(item))
                if isinstance(following, str) and self._decides(following):
                    # A step and its question keep together.
                    distance = self.placing.height(item) + self.placing.gap(item, following)
                    top = max(top, self._least_top(following) - distance)
            bottom = self.placing.put(item, 0.0, top)
            if isinstance(item, Parallel):
                self.floors.update({left: max(floor, bottom) for left, floor in self.floors.items()})
            self._fill_beside(item, (top + bottom) / 2 if isinstance(item, str) else None)
            above = last_box(item)

    def _fill_beside(self, item: Item, level: float | None) -> None:
        """Place what stands beside an item: the first at its level (beside a block: below it), the others below."""
        begun: set[bool] = set()
        for side in self._beside(item):
            top = self.floors[side.left] + STACK_GAP
            if level is not None and side.left not in begun:
                top = level - self._first_half(side)
            begun.add(side.left)
            self.floors[side.left] = self.placing.put_sequence(side.items, self.axes[side.left], top)

    def _least_top(self, item: str) -> float:
        """The y above which a box of the main column may not begin, or what stands beside it would have no room."""
        half = self.placing.height(item) / 2
        levels = [self.floors[side.left] + STACK_GAP + self._first_half(side) for side in self._beside(item)]
        return max(levels, default=NOWHERE) - half

    def _decides(self, key: str) -> bool:
        return self.placing.chart.box(key).shape is Shape.DECISION

    def _first_half(self, side: Side) -> float:
        return self.placing.figures[first_box(side.items[0])].height / 2

    def _beside(self, item: Item) -> list[Side]:
        """What stands beside an item of the main column: its own side branches, and those that leave from these."""
        keys = set(keys_of((item,)))
        found: list[Side] = []
        for side in self.placing.chart.sides:
            if side.anchor in keys:
                found.append(side)
                keys.update(keys_of(side.items))
        return found

    def _near(self, *, left: bool) -> float:
        """The distance from the main axis at which the column beside it begins."""
        chart = self.placing.chart
        beside = {key for side in chart.sides if side.left == left for key in keys_of(side.items)}
        jumps = self.placing.jumps(chart.main)[0 if left else 1]
        passing = [arrow for arrow in chart.arrows if (arrow.target in beside) != (arrow.source in beside)]
        labels = [label(arrow.label).width for arrow in (*passing, *jumps) if arrow.label]
        room = 2 * LANE + max(labels, default=0.0) + LANE * len(jumps)
        return MAIN_WIDTH / 2 + max(TIE, room)

    def _axis(self, *, left: bool) -> float:
        items = [side.items for side in self.placing.chart.sides if side.left == left]
        extents = [self.placing.extent(one) for one in items]
        if left:
            return -(self._near(left=True) + max((one.right for one in extents), default=0.0))
        return self._near(left=False) + max((one.left for one in extents), default=0.0)
