"""How large the symbols are: all of one kind are equal, and all boxes have one width."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Shape
from renderers.flowcharts.layout.figures import Figure, bar, figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.layout.lanes.cells import Column, Plan

WIDTHS = (140.0, 132.0, 124.0, 116.0, 108.0)
"""Widths of boxes, from comfortable to as narrow as a name of seven characters."""
OVERHANG = 8.0
"""How far the bars of a block stand out beyond its columns."""
BAR_GUTTER = 24.0
"""The least distance of two columns, for the text in a bar."""


@dataclass(frozen=True)
class Sizes:
    """The figures of a chart whose boxes are ``wide`` points wide."""

    chart: Chart
    plan: Plan
    wide: float

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns in use, left to right; a lane in which nothing stands has one all the same."""
        used = {cell.column for cell in self.plan.cells.values()}
        used |= {column for span in self.plan.spans.values() for column in (span.first, span.last)}
        lanes = {lane for lane, _ in used}
        used |= {(lane, 0) for lane in range(len(self.chart.lanes)) if lane not in lanes}
        return tuple(sorted(used))

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """Box → its row."""
        cells = {key: cell.row for key, cell in self.plan.cells.items()}
        return cells | {key: span.row for key, span in self.plan.spans.items()}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Box → figure."""
        plain = {box.key: figure(box, self.wide) for box in self.chart.boxes if box.key not in self.plan.spans}
        largest: dict[Shape, tuple[float, float]] = {}
        for box in self.chart.boxes:
            if box.key in plain:
                one, (wide, high) = plain[box.key], largest.get(_kind(box.shape), (0.0, 0.0))
                largest[_kind(box.shape)] = max(wide, one.width), max(high, one.height)
        found: dict[str, Figure] = {}
        for box in self.chart.boxes:
            if box.key in plain:
                wide, high = largest[_kind(box.shape)]
                found[box.key] = replace(plain[box.key], width=wide, height=high)
            else:
                found[box.key] = bar(box, self._bar_width(box.key))
        return found

    def _bar_width(self, key: str) -> float:
        number = len(self.spanned(key))
        return number * self.wide + (number - 1) * BAR_GUTTER + 2 * OVERHANG

    def spanned(self, key: str) -> tuple[Column, ...]:
        """The columns below or above the bar of a block."""
        span = self.plan.spans[key]
        return tuple(column for column in self.columns if span.first <= column <= span.last)


def _kind(shape: Shape) -> Shape:
    """The shape with which a shape shares its size."""
    return Shape.PROCESS if shape is Shape.SUBPROCESS else shape
