"""The chart with more room than it needs, in which lines find their ways: every gutter has tracks for many lines.

The left edge of the first lane is x = 0, the upper edge of the first row y = 0. How wide gutters become is settled
afterwards, by what came to run in them (:mod:`renderers.flowcharts.layout.lanes.compaction`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.lanes.sizes import OVERHANG, Sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.layout.lanes.cells import Column

APART = 12.0
"""Between two tracks."""
BESIDE = 18.0
"""Between a box and the first track beside it."""
UPRIGHT, LEVEL = 9, 7
"""How many tracks a gutter, and the gap between two rows, has."""


@dataclass(frozen=True)
class Roomy:
    """Positions with room for many lines."""

    sizes: Sizes

    @cached_property
    def gutter(self) -> float:
        """The width of every gutter."""
        return 2 * BESIDE + (UPRIGHT - 1) * APART

    @cached_property
    def middles(self) -> Mapping[Column, float]:
        """Column → its x."""
        pitch = self.sizes.wide + self.gutter
        return {column: self.gutter + self.sizes.wide / 2 + pitch * at for at, column in enumerate(self.sizes.columns)}

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The x of the edges of the lanes: between two tracks near the middle of a gutter, the outer ones outside."""
        half = (self.sizes.wide + self.gutter) / 2
        # Columns come in order, so what is kept of each lane is its last.
        last = {lane: x for (lane, _), x in self.middles.items()}
        inner = [x + half + APART / 4 for x in last.values()]
        return (0.0, *inner[:-1], inner[-1] + half)

    @cached_property
    def rows(self) -> Mapping[int, tuple[float, float]]:
        """Row → its upper and lower edge."""
        heights: dict[int, float] = {}
        for key, row in self.sizes.rows.items():
            heights[row] = max(heights.get(row, 0.0), float(ceil(self.sizes.figures[key].height)))
        found: dict[int, tuple[float, float]] = {}
        y = 0.0
        for row in sorted(heights):
            found[row] = (y, y + heights[row])
            y += heights[row] + (LEVEL + 1) * APART
        return found

    @cached_property
    def gutters(self) -> tuple[tuple[float, ...], ...]:
        """The upright tracks beside columns, gutter by gutter."""
        half = self.sizes.wide / 2 + BESIDE
        begins = [x + half for x in self.middles.values()]
        begins.append(min(self.middles.values()) - half - (UPRIGHT - 1) * APART)
        return tuple(tuple(begin + APART * track for track in range(UPRIGHT)) for begin in begins)

    @cached_property
    def gaps(self) -> tuple[tuple[float, ...], ...]:
        """The level tracks between rows, gap by gap."""
        begins = [bottom + APART for _, bottom in self.rows.values()]
        begins.append(-LEVEL * APART)
        return tuple(tuple(begin + APART * track for track in range(LEVEL)) for begin in begins)

    @cached_property
    def rects(self) -> Mapping[str, Rect]:
        """Box → rectangle."""
        found: dict[str, Rect] = {}
        for key, row in self.sizes.rows.items():
            size, (top, bottom) = self.sizes.figures[key], self.rows[row]
            y = (top + bottom) / 2
            if key in self.sizes.plan.spans:
                xs = [self.middles[column] for column in self.sizes.spanned(key)]
                wide = max(xs) - min(xs) + self.sizes.wide + 2 * OVERHANG
                found[key] = Rect((max(xs) + min(xs)) / 2, y, wide, size.height)
            else:
                found[key] = Rect(self.middles[self.sizes.plan.cells[key].column], y, size.width, size.height)
        return found
