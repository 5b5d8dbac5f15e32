"""Where lines may leave and reach boxes in lanes: at the middle of a side, at a bar over the middle of each column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Arrow, Shape
from renderers.flowcharts.geometry import Rect, segments
from renderers.flowcharts.layout.figures import WAVE
from renderers.flowcharts.layout.lanes.roomy import APART, BESIDE, Roomy
from renderers.flowcharts.layout.pathfinding import Port

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renderers.flowcharts.geometry import Point

UNUSUAL = 30.0
"""What it costs to leave a box upwards or to reach one from below: lines run downwards."""
BACKWARDS = 6.0
"""The same for a line that leads back."""
AT_END = 20.0
"""What it costs to reach or leave a bar at its end."""

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)


@dataclass(frozen=True, slots=True)
class Ports:
    """The ports of the boxes of a roomy chart."""

    roomy: Roomy
    shapes: Mapping[str, Shape]

    def straight(self, arrow: Arrow) -> tuple[Point, ...]:
        """A line without bends, down to a box below or across to one that is level; empty if there is none."""
        others = [rect for key, rect in self.roomy.rects.items() if key not in (arrow.source, arrow.target)]
        for line in self._lines(arrow):
            (piece,) = segments(line)
            if not any(piece.near(other) for other in others):
                return line
        return ()

    def _lines(self, arrow: Arrow) -> Iterator[tuple[Point, Point]]:
        """Straight lines between two boxes."""
        source, target = self.roomy.rects[arrow.source], self.roomy.rects[arrow.target]
        if source.bottom < target.top:
            start, end = self._xs(arrow.source), self._xs(arrow.target)
            for x in start:
                if x in end:
                    yield (x, source.bottom - self.hollow(arrow.source)), (x, target.top)
        elif source.y == target.y and not self._bar(arrow.source) and not self._bar(arrow.target):
            ahead = source.x < target.x
            yield (
                ((source.right, source.y), (target.left, source.y))
                if ahead
                else ((source.left, source.y), (target.right, source.y))
            )

    def _xs(self, key: str) -> tuple[float, ...]:
        """Where a line may come down on a box, or leave it downwards."""
        if not self._bar(key):
            return (self.roomy.rects[key].x,)
        return tuple(map(self.roomy.middles.__getitem__, self.roomy.sizes.spanned(key)))

    def exits(self, arrow: Arrow) -> tuple[Port, ...]:
        """Where a line may leave its source."""
        key = arrow.source
        rising = self.roomy.rects[arrow.target].y < self.roomy.rects[key].y
        top = BACKWARDS if arrow.back or rising else UNUSUAL
        if self._bar(key):
            return (*self._across(key, DOWN, 0.0), *self._ends(key, AT_END))
        found = [self._below(key, UNUSUAL if rising else 0.0), *self._ends(key, 0.0)]
        if self.shapes[key] is not Shape.DECISION:
            found.append(self._above(key, top))
        return tuple(found)

    def entries(self, arrow: Arrow) -> tuple[Port, ...]:
        """Where a line may reach its target."""
        key = arrow.target
        rising = self.roomy.rects[key].y < self.roomy.rects[arrow.source].y
        if self._bar(key):
            return (*self._across(key, UP, 0.0), *self._ends(key, 0.0 if arrow.back else AT_END))
        found = [self._above(key, 0.0), *self._ends(key, 0.0)]
        if rising and self.shapes[key] not in (Shape.DECISION, Shape.DOCUMENT):
            found.append(self._below(key, BACKWARDS if arrow.back else UNUSUAL))
        return tuple(found)

    def hollow(self, key: str) -> float:
        """How far above the lower edge of its rectangle a box ends: a document has a wave there."""
        return 0.8 * WAVE if self.shapes[key] is Shape.DOCUMENT else 0.0

    def _bar(self, key: str) -> bool:
        return self.shapes[key] is Shape.BAR

    def _row(self, key: str) -> tuple[float, float]:
        return self.roomy.rows[self.roomy.sizes.rows[key]]

    def _above(self, key: str, cost: float) -> Port:
        rect = self.roomy.rects[key]
        return Port((rect.x, rect.top), (rect.x, self._row(key)[0] - APART), UP, cost)

    def _below(self, key: str, cost: float) -> Port:
        rect = self.roomy.rects[key]
        return Port((rect.x, rect.bottom - self.hollow(key)), (rect.x, self._row(key)[1] + APART), DOWN, cost)

    def _ends(self, key: str, cost: float) -> tuple[Port, Port]:
        rect, beside = self.roomy.rects[key], self._reach(self.roomy.rects[key]) / 2 + BESIDE
        return (
            Port((rect.left, rect.y), (rect.x - beside, rect.y), LEFT, cost),
            Port((rect.right, rect.y), (rect.x + beside, rect.y), RIGHT, cost),
        )

    def _reach(self, rect: Rect) -> float:
        """The width of the columns that a box stands in, or that a bar spans."""
        inside = [x for x in self.roomy.middles.values() if rect.left < x < rect.right]
        return max(inside) - min(inside) + self.roomy.sizes.wide

    def _across(self, key: str, out: tuple[int, int], cost: float) -> tuple[Port, ...]:
        """The ports of a bar upwards or downwards."""
        rect, (top, bottom) = self.roomy.rects[key], self._row(key)
        edge, before = (rect.top, top - APART) if out == UP else (rect.bottom, bottom + APART)
        return tuple(Port((x, edge), (x, before), out, cost) for x in self._xs(key))
