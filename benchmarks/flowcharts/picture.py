"""A picture as a neutral value, whoever drew it: boxes, lines and labels in hundredths of a point, y downwards.

Whole numbers, so that what touches and what crosses is exact; a hundredth is far less than anybody sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

UNIT = 100
"""To a point."""

Spot = tuple[int, int]

SAME_SPOT = UNIT // 2
"""Corners nearer than this to each other are one."""
STRAIGHT = 0.02
"""Sine of the angle below which a line goes on straight, about one degree."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its sides."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Area) -> bool:
        """Whether the two have more in common than a side."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def grown(self, by: int) -> Area:
        """The same with every side moved outwards; inwards if negative."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Figure:
    """A box: its rectangle (a diamond stands on its corner in it) and the lane it belongs in."""

    area: Area
    lane: str = ""
    diamond: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A flow line from box to box with its corners, none of them doubled or on a straight way."""

    source: str
    target: str
    spots: tuple[Spot, ...]

    @property
    def pieces(self) -> tuple[tuple[Spot, Spot], ...]:
        """The straight pieces."""
        return tuple(pairwise(self.spots))


@dataclass(frozen=True, slots=True)
class Picture:
    """``figures`` by key, ``labels`` where they stand, ``lanes`` in their order from left to right."""

    figures: dict[str, Figure]
    lines: tuple[Line, ...]
    labels: tuple[Area, ...] = ()
    lanes: tuple[str, ...] = ()


def area(x: float, y: float, width: float, height: float) -> Area:
    """A rectangle from its centre and size in points."""
    return Area(
        round((x - width / 2) * UNIT),
        round((y - height / 2) * UNIT),
        round((x + width / 2) * UNIT),
        round((y + height / 2) * UNIT),
    )


def line(source: str, target: str, points: Iterable[tuple[float, float]]) -> Line:
    """A line from corners in points."""
    return Line(source, target, _corners([(round(x * UNIT), round(y * UNIT)) for x, y in points]))


def _corners(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Without doubled corners and without those on a straight way; the two ends stay where they are."""
    kept = [spots[0]]
    for spot in spots[1:]:
        if _distance(spot, kept[-1]) >= SAME_SPOT:
            kept.append(spot)
    if kept[-1] != spots[-1]:
        kept[-1:] = [spots[-1]] if len(kept) > 1 else [kept[0], spots[-1]]
    turned = kept[:1]
    for here, following in pairwise(kept[1:]):
        if turns(turned[-1], here, following):
            turned.append(here)
    return (*turned, *kept[1:][-1:])


def turns(before: Spot, here: Spot, after: Spot) -> bool:
    """Whether a line bends at ``here``."""
    (x1, y1), (x2, y2) = (here[0] - before[0], here[1] - before[1]), (after[0] - here[0], after[1] - here[1])
    across, along = x1 * y2 - y1 * x2, x1 * x2 + y1 * y2
    return along <= 0 or abs(across) > STRAIGHT * hypot(x1, y1) * hypot(x2, y2)


def _distance(one: Spot, other: Spot) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
