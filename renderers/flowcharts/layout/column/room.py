"""How much room things need: gaps for labels, gutters for lines, widths of blocks. No positions yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Arrow, Chart, Item, Parallel, Sequence, Shape, first_box, keys_of
from renderers.flowcharts.layout.figures import MAIN_WIDTH, NARROW_WIDTH, Figure, figure, label

if TYPE_CHECKING:
    from collections.abc import Mapping

GAP = 21.0
"""Height of a flow line between two boxes without a label."""
LABEL_GAP = 15.0
"""What a flow line is longer than its label."""
BRANCH_GAP = 30.0
"""Between two branches of a parallel block."""
OVERHANG = 10.0
"""How far the bars of a block stand out beyond its branches."""
LANE = 14.0
"""Between two lines that run side by side, and between a line and the boxes it passes."""
TIE = 26.0
"""Length of the line between a step and its document when nothing else needs room."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a sequence reaches to the left and right of its axis, and how high it is."""

    left: float
    right: float
    height: float


@dataclass(frozen=True)
class Room:
    """The measures of a chart; ``spare`` is how much wider than usual every gutter for lines is."""

    chart: Chart
    spare: float = 0.0

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Box → figure: wide in the main column, narrow elsewhere; the width of a bar is not known yet."""
        wide = {item for item in self.chart.main if isinstance(item, str)}
        return {box.key: figure(box, MAIN_WIDTH if box.key in wide else NARROW_WIDTH) for box in self.chart.boxes}

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """Box → shape."""
        return {box.key: box.shape for box in self.chart.boxes}

    @cached_property
    def _arrows(self) -> Mapping[tuple[str, str], Arrow]:
        return {(arrow.source, arrow.target): arrow for arrow in self.chart.arrows}

    def extent(self, items: Sequence) -> Extent:
        """The room a sequence needs, gutters for its own loops and jumps included."""
        halves = [self.half(item) for item in items] or [LANE]
        height, above = 0.0, ""
        for item in items:
            height += (self.gap(above, first_box(item)) if above else 0.0) + self.height(item)
            above = last_box(item)
        back, ahead = (_gutter(arrows, self.spare) for arrows in self.jumps(items))
        return Extent(max(halves) + back, max(halves) + ahead, height)

    def height(self, item: Item) -> float:
        """The height of a box or block."""
        if isinstance(item, str):
            return self.figures[item].height
        inner = max(self.extent(branch).height for branch in item.branches)
        return self.figures[item.fork].height + GAP + inner + self.closing(item) + self.figures[item.join].height

    def closing(self, block: Parallel) -> float:
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
        arrow = self._arrows.get((above, below))
        return max(GAP, label(arrow.label).height + LABEL_GAP) if arrow and arrow.label else GAP

    def jumps(self, items: Sequence) -> tuple[list[Arrow], list[Arrow]]:
        """Arrows of a sequence that do not go to the next item: backwards, forwards."""
        entries = {first_box(item): index for index, item in enumerate(items)}
        exits = {last_box(item): index for index, item in enumerate(items)}
        met = [arrow for arrow in self.chart.arrows if arrow.source in exits and not arrow.bare]
        back = [one for one in met if one.target in entries and entries[one.target] <= exits[one.source]]
        ahead = [one for one in met if one.target in entries and entries[one.target] > exits[one.source] + 1]
        # In a branch, the end of the block is one more target to skip to.
        closing = {block.join for block in self._blocks if items in block.branches}
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

    def near(self, *, left: bool) -> float:
        """The distance from the main axis at which the column beside it begins."""
        beside = {key for side in self.chart.sides if side.left == left for key in keys_of(side.items)}
        jumps = self.jumps(self.chart.main)[0 if left else 1]
        passing = [arrow for arrow in self.chart.arrows if (arrow.target in beside) != (arrow.source in beside)]
        return MAIN_WIDTH / 2 + self.spare + max(TIE, 2 * LANE + _widest([*passing, *jumps]) + LANE * len(jumps))

    def axis(self, *, left: bool) -> float:
        """The middle of a column beside the main one."""
        extents = [self.extent(side.items) for side in self.chart.sides if side.left == left]
        if left:
            return -(self.near(left=True) + max((one.right for one in extents), default=0.0))
        return self.near(left=False) + max((one.left for one in extents), default=0.0)


def last_box(item: Item) -> str:
    """The box by which an item is left."""
    return item.join if isinstance(item, Parallel) else item


def _gutter(arrows: list[Arrow], spare: float) -> float:
    """Room for lines side by side, with their labels."""
    return LANE * len(arrows) + _widest(arrows) + LANE / 2 + spare if arrows else 0.0


def _widest(arrows: list[Arrow]) -> float:
    """The width of the widest label."""
    return max((label(arrow.label).width for arrow in arrows if arrow.label), default=0.0)
