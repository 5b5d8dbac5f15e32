"""A flow line: an arrow with its corners; and how much of it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Status
from renderers.flowcharts.geometry import segments
from renderers.flowcharts.theme import CORNER, pen_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from renderers.flowcharts.chart import Arrow
    from renderers.flowcharts.geometry import Point, Segment


_GOING_ON = frozenset((Status.SAME, Status.CHANGED))


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow with the corners of its line, from its source to its target."""

    arrow: Arrow
    points: tuple[Point, ...]
    segments: tuple[Segment, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "segments", segments(self.points))


@dataclass(frozen=True, slots=True)
class Stroke:
    """What is painted of a line; without ``head`` it ends in another line that has the same target."""

    points: tuple[Point, ...]
    head: bool


def related(one: Arrow, other: Arrow) -> bool:
    """Whether two lines may share a piece, because they leave the same box or reach the same box.

    What is removed, or new, keeps apart from what is not: nobody could tell which of the two a shared piece is.
    """
    if one.status is not other.status and not {one.status, other.status} <= _GOING_ON:
        return False
    return one.source == other.source or one.target == other.target


def strokes(routes: Sequence[Route]) -> tuple[Stroke, ...]:
    """The painted part of each line. A piece shared by dashed lines is painted once: dashes on dashes fill the gaps."""
    painted: list[Stroke] = []
    dashed: list[Route] = []
    for route in routes:
        points, head = route.points, not route.arrow.bare
        if pen_of(route.arrow).dash and not route.arrow.bare:
            alike = [one for one in dashed if pen_of(one.arrow) == pen_of(route.arrow)]
            backwards = points[::-1]
            joined = _longest(backwards, (one.points[::-1] for one in alike if one.points[-1] == points[-1]))
            head = joined == backwards
            points = joined[::-1]
            points = _longest(points, (one.points for one in alike if one.points[0] == points[0]))
            dashed.append(route)
        painted.append(Stroke(points, head))
    return tuple(painted)


def _longest(line: tuple[Point, ...], others: Iterable[tuple[Point, ...]]) -> tuple[Point, ...]:
    """A line without the beginning that it shares with any of the others."""
    return min((_without_shared(line, other) for other in others), key=_length, default=line)


def _without_shared(line: tuple[Point, ...], other: tuple[Point, ...]) -> tuple[Point, ...]:
    """What is left of a line when it parts from another one that begins at the same point.

    A bit as long as a rounded corner is kept, so that the line leaves the other in a curve.
    """
    parted = 0
    while parted + 1 < min(len(line), len(other)) and line[parted + 1] == other[parted + 1]:
        parted += 1
    if parted + 1 == min(len(line), len(other)):
        return line
    here, ours, theirs = line[parted], line[parted + 1], other[parted + 1]
    if _direction(here, ours) != _direction(here, theirs):
        return line if parted == 0 else (_before(line[parted - 1], here), *line[parted:])
    if _length((here, ours)) < _length((here, theirs)):
        return _before(here, ours), *line[parted + 1 :]
    return _before(here, theirs), *line[parted + 1 :]


def _before(start: Point, end: Point) -> Point:
    """A point shortly before the end of a piece."""
    length = _length((start, end))
    share = max(0.0, 1 - CORNER / length)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _direction(start: Point, end: Point) -> tuple[bool, bool]:
    """Upright or level, and forwards or backwards."""
    return start[0] == end[0], end > start


def _length(line: tuple[Point, ...]) -> float:
    return sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))
