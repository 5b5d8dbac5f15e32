"""The drawing as a value: what a layout gives and what a sheet takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect, around
from renderers.flowcharts.layout.figures import NUMBER_RADIUS
from renderers.flowcharts.layout.labelling import conflicts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderers.flowcharts.chart import Box, Lane
    from renderers.flowcharts.layout.figures import Figure
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.layout.lines import Route


@dataclass(frozen=True, slots=True)
class Band:
    """A lane from the x of its left edge to that of its right edge."""

    lane: Lane
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes, lines and labels around an origin of their own, in points; ``bands`` only where there are lanes."""

    boxes: tuple[Box, ...]
    rects: Mapping[str, Rect]
    figures: Mapping[str, Figure]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    bands: tuple[Band, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many labels stand on something."""
        return conflicts(self.routes, self.labels, tuple(self.rects.values()))

    @property
    def frame(self) -> Rect:
        """The rectangle that holds all of it."""
        lines = (piece.rect for route in self.routes for piece in route.segments)
        numbers = (rect.moved(-NUMBER_RADIUS, -NUMBER_RADIUS) for rect in self.rects.values())
        inside = around((*self.rects.values(), *numbers, *lines, *(label.rect for label in self.labels)))
        bands = (Rect((one.left + one.right) / 2, inside.y, one.right - one.left, 0.0) for one in self.bands)
        return around((inside, *bands))
