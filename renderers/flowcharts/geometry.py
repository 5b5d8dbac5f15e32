"""Rectangles and lines on the page, in points, x to the right and y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its centre."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """The x of its left side."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width / 2

    @property
    def top(self) -> float:
        """The y of its upper side."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height / 2

    def moved(self, across: float, down: float) -> Rect:
        """The same, elsewhere."""
        return Rect(self.x + across, self.y + down, self.width, self.height)

    def meets(self, other: Rect, distance: float = 0.0) -> bool:
        """Whether the two come closer than ``distance`` (touching sides do not count)."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width + 2 * distance
            and abs(self.y - other.y) * 2 < self.height + other.height + 2 * distance
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A level or upright piece of a line; ``low`` and ``high`` are its ends along the line, ``at`` lies across."""

    vertical: bool
    at: float
    low: float
    high: float

    @property
    def rect(self) -> Rect:
        """The segment as a rectangle without thickness."""
        middle, length = (self.low + self.high) / 2, self.high - self.low
        return Rect(self.at, middle, 0.0, length) if self.vertical else Rect(middle, self.at, length, 0.0)

    def longer(self, by: float) -> Segment:
        """The segment with both ends that much farther out."""
        return Segment(self.vertical, self.at, self.low - by, self.high + by)

    def near(self, rect: Rect, distance: float = 0.0) -> bool:
        """Whether the segment comes closer to a rectangle than ``distance`` (touching its rim does not count)."""
        if self.vertical:
            across, along, wide, high = rect.x, rect.y, rect.width, rect.height
        else:
            across, along, wide, high = rect.y, rect.x, rect.height, rect.width
        return (
            abs(self.at - across) < wide / 2 + distance
            and self.low < along + high / 2 + distance
            and along - high / 2 - distance < self.high
        )

    def shared(self, other: Segment, distance: float) -> float:
        """The length over which the two run along each other, no farther apart than ``distance``."""
        if self.vertical != other.vertical or abs(self.at - other.at) > distance:
            return 0.0
        return max(0.0, min(self.high, other.high) - max(self.low, other.low))


def segments(line: Iterable[Point]) -> tuple[Segment, ...]:
    """The pieces of a line whose corners are right angles."""
    return tuple(
        Segment(vertical=True, at=x1, low=min(y1, y2), high=max(y1, y2))
        if x1 == x2
        else Segment(vertical=False, at=y1, low=min(x1, x2), high=max(x1, x2))
        for (x1, y1), (x2, y2) in pairwise(line)
    )


def corners(points: list[Point]) -> tuple[Point, ...]:
    """The line without points in the middle of straight pieces."""
    kept = points[:1]
    for point, following in zip(points[1:], [*points[2:], None], strict=True):
        if following is not None:
            (x1, y1), (x2, y2), (x3, y3) = kept[-1], point, following
            if x1 == x2 == x3 or y1 == y2 == y3:
                continue
        kept.append(point)
    return tuple(kept)


def around(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds all."""
    found = tuple(rects)
    left, right = min(rect.left for rect in found), max(rect.right for rect in found)
    top, bottom = min(rect.top for rect in found), max(rect.bottom for rect in found)
    return Rect((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)
