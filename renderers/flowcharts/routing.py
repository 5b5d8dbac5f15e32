"""Flow lines: straight where two boxes stand in line, else the cheapest way with right angles around all boxes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Arrow, Chart, Shape, keys_of
from renderers.flowcharts.figures import WAVE
from renderers.flowcharts.geometry import Point, Rect, Segment, segments
from renderers.flowcharts.pathfinding import TRACK, Grid, Port

if TYPE_CHECKING:
    from collections.abc import Mapping

WRONG_SIDE = 60.0
"""Cost of leaving or reaching a box on a side that is not the usual one (points of detour accepted instead)."""

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow with the corners of its line, from its source to its target."""

    arrow: Arrow
    points: tuple[Point, ...]

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The pieces of the line."""
        return segments(self.points)

    def related(self, other: Route) -> bool:
        """Whether the two may share a piece, because they leave the same box or reach the same box."""
        return self.arrow.source == other.arrow.source or self.arrow.target == other.arrow.target


def routes(chart: Chart, rects: Mapping[str, Rect]) -> tuple[Route, ...]:
    """The lines of all arrows, in the order of the arrows."""
    shapes = {box.key: box.shape for box in chart.boxes}
    columns = {key: -1 if side.left else 1 for side in chart.sides for key in keys_of(side.items)}
    found: dict[Arrow, Route] = {}
    for arrow in chart.arrows:
        line = _straight(arrow, rects, shapes)
        if line:
            found[arrow] = Route(arrow, line)
    rest = [arrow for arrow in chart.arrows if arrow not in found]
    grid = Grid(tuple(rects.values())) if rest else None
    # Short ways first: they have the least choice.
    for arrow in sorted(rest, key=lambda one: abs(rects[one.source].y - rects[one.target].y)):
        assert grid is not None
        here = Route(arrow, ())
        others = [(piece, here.related(route)) for route in found.values() for piece in route.segments]
        line = grid.way(_exits(arrow, rects, shapes, columns), _entries(arrow, rects, shapes, columns), others)
        found[arrow] = Route(arrow, line)
    return tuple(found[arrow] for arrow in chart.arrows)


def _straight(arrow: Arrow, rects: Mapping[str, Rect], shapes: Mapping[str, Shape]) -> tuple[Point, ...]:
    """A line without bends: down from a box to one below it, or across to one level with it; empty if there is none."""
    source, target = rects[arrow.source], rects[arrow.target]
    line: tuple[Point, Point] | None = None
    if source.bottom < target.top:
        x = target.x if shapes[arrow.source] is Shape.BAR else source.x
        under = target if shapes[arrow.target] is Shape.BAR else Rect(target.x, target.y, 1.0, 0.0)
        if source.left < x < source.right and under.left < x < under.right:
            line = ((x, source.bottom - _hollow(shapes[arrow.source])), (x, target.top))
    elif abs(source.y - target.y) < 1e-6 and not source.meets(target):  # noqa: PLR2004 - level, rounding apart
        y = source.y
        line = ((source.right, y), (target.left, y)) if source.x < target.x else ((source.left, y), (target.right, y))
    if line is None:
        return ()
    (piece,) = segments(line)
    others = (rect for key, rect in rects.items() if key not in (arrow.source, arrow.target))
    return () if any(piece.rect.meets(other) for other in others) else line


def _exits(
    arrow: Arrow, rects: Mapping[str, Rect], shapes: Mapping[str, Shape], columns: Mapping[str, int]
) -> tuple[Port, ...]:
    """Where a line may leave its source."""
    rect = rects[arrow.source]
    left, right = _usual(arrow, columns)
    under = Port(
        (rect.x, rect.bottom - _hollow(shapes[arrow.source])), (rect.x, rect.bottom + TRACK), DOWN, WRONG_SIDE / 2
    )
    ports = [_left(rect, left), _right(rect, right), under]
    if arrow.source in columns and shapes[arrow.source] is not Shape.DECISION:
        ports.append(_above(rect, rect.x, 0.0))
    return tuple(ports)


def _entries(
    arrow: Arrow, rects: Mapping[str, Rect], shapes: Mapping[str, Shape], columns: Mapping[str, int]
) -> tuple[Port, ...]:
    """Where a line may reach its target: not from below, because lines run downwards."""
    rect = rects[arrow.target]
    left, right = _usual(arrow, columns)
    if shapes[arrow.target] is Shape.BAR:
        # A way to the end of a block comes down in the middle of its own branch.
        x = rects[arrow.source].x
        return (_above(rect, x if rect.left < x < rect.right else rect.x, 0.0), _left(rect, left), _right(rect, right))
    return (_left(rect, left), _right(rect, right), _above(rect, rect.x, WRONG_SIDE))


def _usual(arrow: Arrow, columns: Mapping[str, int]) -> tuple[float, float]:
    """What the left and right side of a box cost: within a column, lines go back at the left and ahead at the right."""
    if arrow.source in columns or arrow.target in columns:
        return 0.0, 0.0
    return (0.0, WRONG_SIDE) if arrow.back else (WRONG_SIDE, 0.0)


def _left(rect: Rect, cost: float) -> Port:
    return Port((rect.left, rect.y), (rect.left - TRACK, rect.y), LEFT, cost)


def _right(rect: Rect, cost: float) -> Port:
    return Port((rect.right, rect.y), (rect.right + TRACK, rect.y), RIGHT, cost)


def _above(rect: Rect, x: float, cost: float) -> Port:
    return Port((x, rect.top), (x, rect.top - TRACK), UP, cost)


def _hollow(shape: Shape) -> float:
    """How far above the lower edge of its rectangle a symbol ends in the middle: a document has a wave there."""
    return 0.8 * WAVE if shape is Shape.DOCUMENT else 0.0
