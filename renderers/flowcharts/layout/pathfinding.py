"""The grid of tracks between boxes, on which lines find their ways: the ports, the prices, what is blocked.

The grid has tracks beside every box and through its middle: the "interesting lines" of Wybrow, Marriott and Stuckey,
Orthogonal connector routing (2009).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.lines import Route, related
from renderers.flowcharts.layout.search import Search, across, along

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from renderers.flowcharts.chart import Arrow
    from renderers.flowcharts.geometry import Point, Rect, Segment
    from renderers.flowcharts.layout.directions import Direction
    from renderers.flowcharts.layout.search import Track

TRACK = 14.0
"""Distance of the first upright track from the side of a box: the straight piece at the end of a line."""
MORE_TRACKS = (26.0, 38.0, 50.0, 62.0)
"""Distances of further upright tracks, for lines that run side by side."""
LEVEL_TRACK = 10.5
"""Distance of the level track above and below a box: the middle of the usual gap between two boxes."""
CLEARANCE = 8.0
"""Least distance between a line and a box that it passes."""
APART = 11.0
"""Least distance between two tracks of which one is only for more lines."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What is to be avoided, in the points of length that avoiding it is worth.

    ``company`` is the price of each point of length along which a line runs on or close to an unrelated one, ``label``
    that of running through a label. ``beyond`` is how far a line keeps clear of the ends of another in the same track.
    ``haste`` is by what factor a line may be dearer than the cheapest one if it is found sooner; after ``patience``
    places it grows.
    """

    bend: float = 18.0
    crossing: float = 60.0
    company: float = 40.0
    label: float = 400.0
    patience: int = 100_000
    haste: float = 1.0
    beyond: float = 0.0


@dataclass(frozen=True, slots=True)
class Port:
    """A point on the edge of a box, the crossing of tracks before it, the way outwards, and what using it costs."""

    point: Point
    before: Point
    out: Direction
    cost: float


USUAL = Prices()


class Grid:
    """Tracks between boxes. What is blocked is worked out when first asked for and remembered."""

    def __init__(
        self, rects: tuple[Rect, ...], xs: tuple[float, ...], ys: tuple[float, ...], prices: Prices = USUAL
    ) -> None:
        """Upright tracks at ``xs``, level ones at ``ys``, both in order."""
        self._rects = rects
        self.xs, self.ys, self.prices = xs, ys, prices
        self._blocked: dict[Track, tuple[list[float], list[float]]] = {}
        """Track → where boxes begin to be too close, and where they cease to be, each in order."""

    def hits(self, track: Track, low: float, high: float) -> int:
        """The number of boxes that a piece of a line along a track comes too close to."""
        blocked = self._blocked.get(track)
        if blocked is None:
            pieces = [along(rect, track, CLEARANCE) for rect in self._rects if across(rect, track, CLEARANCE)]
            blocked = sorted(start for start, _ in pieces), sorted(end for _, end in pieces)
            self._blocked[track] = blocked
        starts, ends = blocked
        return bisect_left(starts, high) - bisect_right(ends, low)

    def way(
        self,
        arrow: Arrow,
        exits: tuple[Port, ...],
        entries: tuple[Port, ...],
        others: Iterable[Route],
        labels: Sequence[Rect],
    ) -> tuple[Route, float]:
        """The cheapest line from one of the exits to one of the entries, and its price."""
        pieces: list[tuple[Segment, bool]] = []
        for other in others:
            shareable = related(arrow, other.arrow)
            beyond = 0.0 if shareable else self.prices.beyond
            pieces += [(piece.longer(beyond) if beyond else piece, shareable) for piece in other.segments]
        points, price = Search(self, exits, entries, pieces, labels).run()
        return Route(arrow, points), price


def beside(rects: tuple[Rect, ...], more: tuple[float, ...] = ()) -> Grid:
    """A grid of tracks beside ``rects``, and upright ones at the x of ``more``."""
    xs = _tracks(
        {x for rect in rects for x in (rect.x, rect.left - TRACK, rect.right + TRACK)} | set(more),
        {x for rect in rects for track in MORE_TRACKS for x in (rect.left - track, rect.right + track)},
    )
    ys = _tracks({y for rect in rects for y in (rect.y, rect.top - LEVEL_TRACK, rect.bottom + LEVEL_TRACK)}, set())
    return Grid(rects, xs, ys)


def _tracks(needed: set[float], wanted: set[float]) -> tuple[float, ...]:
    """All needed values, and those of the wanted ones that are not close to one already taken; in order."""
    taken = set(needed)
    for value in sorted(wanted):
        if all(abs(value - other) >= APART for other in taken):
            taken.add(value)
    return tuple(sorted(taken))
