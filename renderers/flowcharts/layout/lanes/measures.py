"""From cells to points: how wide columns and gutters are, how high rows, and the rectangle of every box.

The left edge of the first lane is x = 0, the upper edge of the first row y = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.drawing import Band
from renderers.flowcharts.layout.figures import Figure, bar, figure, label
from renderers.flowcharts.measure import clean, width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.layout.lanes.cells import Column, Plan

WIDTHS = (136.0, 124.0, 112.0)
"""Widths of boxes that are tried, from comfortable to as narrow as a name of seven characters."""
PAGE_WIDTH = 720.0
"""Widest drawing that A4 upright shows with letters of at least 9 points (12 points on 538 · 12 / 9)."""

PADDING = 18.0
"""Between the edge of a lane and its boxes."""
GUTTER = 44.0
"""Between two columns of a lane: two lines, or a label of three characters on a level line."""
GAP = 22.0
"""Height of a flow line between two rows."""
LABEL_GAP = 15.0
"""What a flow line is longer than its label."""
TOP, FOOT = 26.0, 22.0
"""Above the first and below the last row, to the edge of the lanes."""
OVERHANG = 8.0
"""How far the bars of a block stand out beyond its columns."""
HEAD_SIZE, HEAD_ROOM = 12, 60.0
"""Type of the lanes' names, and the width that one has at least."""


@dataclass(frozen=True)
class Measures:
    """A plan in points. ``spare`` is by how much every gutter is wider than usual."""

    chart: Chart
    plan: Plan
    spare: float = 0.0

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in use, left to right; a lane in which nothing stands has one all the same."""
        used = {cell.column for cell in self.plan.cells.values()}
        lanes = {lane for lane, _ in used}
        used |= {(lane, 0) for lane in range(len(self.chart.lanes)) if lane not in lanes}
        return tuple(sorted(used))

    @cached_property
    def box_width(self) -> float:
        """The width of all boxes: the widest with which the drawing keeps to the page, else the narrowest."""
        fixed = sum(self._after(index) for index in range(-1, len(self.columns)))
        return next((one for one in WIDTHS if fixed + one * len(self.columns) <= PAGE_WIDTH), WIDTHS[-1])

    def _after(self, index: int) -> float:
        """The width of what lies between a column (-1: the left edge) and the next one."""
        here = self.columns[index] if index >= 0 else None
        there = self.columns[index + 1] if index + 1 < len(self.columns) else None
        if here is None or there is None:
            return PADDING + self.spare
        return (GUTTER if here[0] == there[0] else 2 * PADDING) + self.spare

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Box → figure; all of one kind are equally large."""
        plain = {box.key: figure(box, self.box_width) for box in self.chart.boxes if box.key not in self.plan.spans}
        heights: dict[Shape, float] = {}
        for box in self.chart.boxes:
            if box.key in plain:
                kind = _kind(box.shape)
                heights[kind] = max(heights.get(kind, 0.0), plain[box.key].height)
        terminal = max((plain[box.key].width for box in self.chart.boxes if box.shape is Shape.TERMINAL), default=0.0)
        found = {
            box.key: Figure(
                terminal if box.shape is Shape.TERMINAL else plain[box.key].width,
                heights[_kind(box.shape)],
                plain[box.key].lines,
            )
            for box in self.chart.boxes
            if box.key in plain
        }
        bars = {box.key: box for box in self.chart.boxes if box.key in self.plan.spans}
        return found | {key: bar(box, self._reach(key)[1] - self._reach(key)[0]) for key, box in bars.items()}

    @cached_property
    def middles(self) -> Mapping[Column, float]:
        """Column → its x."""
        found: dict[Column, float] = {}
        x = self._after(-1)
        for index, column in enumerate(self.columns):
            found[column] = x + self.box_width / 2
            x += self.box_width + self._after(index)
        return found

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The lanes from edge to edge."""
        half = self.box_width / 2 + PADDING
        found: list[Band] = []
        edge = 0.0
        for index, lane in enumerate(self.chart.lanes):
            last = max(x for (number, _), x in self.middles.items() if number == index)
            right = last + half + (self.spare if index == len(self.chart.lanes) - 1 else self.spare / 2)
            found.append(Band(lane, edge, right))
            edge = right
        return tuple(found)

    def _reach(self, key: str) -> tuple[float, float]:
        """From where to where the bar of a block reaches."""
        span = self.plan.spans[key]
        inside = [x for column, x in self.middles.items() if span.first <= column <= span.last]
        return min(inside) - self.box_width / 2 - OVERHANG, max(inside) + self.box_width / 2 + OVERHANG

    @cached_property
    def rows(self) -> Mapping[int, tuple[float, float]]:
        """Row → its upper and lower edge."""
        heights: dict[int, float] = {}
        for key, row in self._row_of.items():
            heights[row] = max(heights.get(row, 0.0), self.figures[key].height)
        found: dict[int, tuple[float, float]] = {}
        y = 0.0
        ordered = sorted(heights)
        for row, following in pairwise((*ordered, -1)):
            found[row] = (y, y + heights[row])
            y += heights[row] + self._gap(row, following)
        return found

    @cached_property
    def _row_of(self) -> Mapping[str, int]:
        cells = {key: cell.row for key, cell in self.plan.cells.items()}
        return cells | {key: span.row for key, span in self.plan.spans.items()}

    def _gap(self, row: int, following: int) -> float:
        """The distance of two rows: room for the labels of the arrows from one down to the other."""
        texts = [
            label(arrow.label).height
            for arrow in self.chart.arrows
            if arrow.label and self._row_of[arrow.source] == row and self._row_of[arrow.target] >= following > row
        ]
        return max((GAP, *(height + LABEL_GAP for height in texts)))

    def rects(self) -> Mapping[str, Rect]:
        """Box → rectangle."""
        found: dict[str, Rect] = {}
        for box in self.chart.boxes:
            size, (top, bottom) = self.figures[box.key], self.rows[self._row_of[box.key]]
            if box.key in self.plan.spans:
                left, right = self._reach(box.key)
                wide = max(right - left, size.width)
                found[box.key] = Rect((left + right) / 2, (top + bottom) / 2, wide, size.height)
            else:
                x = self.middles[self.plan.cells[box.key].column]
                found[box.key] = Rect(x, (top + bottom) / 2, size.width, size.height)
        return found


def _kind(shape: Shape) -> Shape:
    """The shape with which a shape shares its size."""
    return Shape.PROCESS if shape is Shape.SUBPROCESS else shape


def head_width(name: str) -> float:
    """The width that the name of a lane needs, on two lines if it is long."""
    return max(HEAD_ROOM, width(clean(name), HEAD_SIZE) / 2 + HEAD_SIZE)
