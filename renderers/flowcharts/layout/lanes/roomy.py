"""The chart with more room than it needs, in which lines find their ways: every gutter has tracks for many lines.

The left edge of the first lane is x = 0, the upper edge of the first row y = 0. How wide gutters become is settled
afterwards, by what came to run in them (:mod:`renderers.flowcharts.layout.lanes.compaction`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.lanes.sizes import OVERHANG, Sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.layout.lanes.cells import Column

APART = 12.0
"""Between two tracks."""
BESIDE = 14.0
"""Between a box and the first track beside it."""
MOST_UPRIGHT, MOST_LEVEL = 8, 5
"""How many tracks a gutter, and the gap between two rows, has at most."""


@dataclass(frozen=True)
class Roomy:
    """Positions with room for ``lines`` lines that are not straight."""

    sizes: Sizes
    lines: int

    @cached_property
    def _upright(self) -> int:
        return min(MOST_UPRIGHT, 4 + self.lines // 2)

    @cached_property
    def _level(self) -> int:
        return min(MOST_LEVEL, 2 + self.lines // 3)

    @cached_property
    def gutter(self) -> float:
        """The width of every gutter."""
        return 2 * BESIDE + (self._upright - 1) * APART

    @cached_property
    def middles(self) -> Mapping[Column, float]:
        """Column → its x."""
        pitch = self.sizes.wide + self.gutter
        return {column: self.gutter + self.sizes.wide / 2 + pitch * at for at, column in enumerate(self.sizes.columns)}

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The x of the edges of the lanes: between two tracks near the middle of a gutter, the outer ones outside."""
        inner: list[float] = []
        half = (self.sizes.wide + self.gutter) / 2
        for lane in range(len(self.sizes.chart.lanes)):
            inner.append(max(x for (number, _), x in self.middles.items() if number == lane) + half + APART / 4)
        return (0.0, *inner[:-1], inner[-1] + half)

    @cached_property
    def rows(self) -> Mapping[int, tuple[float, float]]:
        """Row → its upper and lower edge."""
        heights: dict[int, float] = {}
        for key, row in self.sizes.rows.items():
            heights[row] = max(heights.get(row, 0.0), self.sizes.figures[key].height)
        found: dict[int, tuple[float, float]] = {}
        y = 0.0
        for row in sorted(heights):
            found[row] = (y, y + heights[row])
            y += heights[row] + 2 * APART + (self._level - 1) * APART
        return found

    @cached_property
    def xs(self) -> tuple[float, ...]:
        """Upright tracks: through the middles of columns and beside them."""
        half = self.sizes.wide / 2 + BESIDE
        found = set(self.middles.values())
        for x in self.middles.values():
            found |= {x + half + APART * track for track in range(self._upright)}
        first = min(self.middles.values())
        found |= {first - half - APART * track for track in range(self._upright)}
        return tuple(sorted(found))

    @cached_property
    def ys(self) -> tuple[float, ...]:
        """Level tracks: through the middles of rows and between them."""
        found: set[float] = set()
        for top, bottom in self.rows.values():
            found |= {(top + bottom) / 2, top - APART}
            found |= {bottom + APART * (track + 1) for track in range(self._level)}
        return tuple(sorted(found))

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
