"""The cheapest way with right angles between boxes, by A* over a sparse grid.

The grid has tracks beside every box and through its middle. A state is a crossing of tracks with the direction of
travel; its price weighs length, bends, crossings and the company of unrelated lines. The method is that of Hart,
Nilsson and Raphael (1968); the grid is the "interesting lines" of Wybrow, Marriott and Stuckey, Orthogonal connector
routing (2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Point, Rect, Segment, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Neighbours = Sequence[tuple[Segment, bool]]
    """Pieces of lines already drawn; True if they may be shared."""

TRACK = 12.0
"""Distance of the first track from the side of a box: the length of the straight piece at each end of a line."""
MORE_TRACKS = (22.0, 32.0, 42.0, 52.0, 62.0)
"""Distances of further vertical tracks, for lines that run side by side."""
CLEARANCE = 8.0
"""Least distance between a line and a box that it passes."""
NEAR = 7.0
"""Lines closer than this look like one."""

BEND = 18.0
CROSSING = 60.0
COMPANY = 40.0
"""Price of each point of length along which a line runs on or close to an unrelated one."""
HIT = 1e5
"""Price of running through a box: never paid when there is another way."""
FAR = 1e-4
"""Price of a vertical point for each point of distance from the start: of equal ways the one that turns soon."""

Direction = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Port:
    """A point on the edge of a box, the crossing of tracks before it, the direction outwards, and what using it costs."""

    point: Point
    before: Point
    out: Direction
    cost: float


class Grid:
    """The tracks between boxes. What is blocked is worked out when first asked for and remembered."""

    def __init__(self, rects: tuple[Rect, ...]) -> None:
        self._rects = rects
        self.xs = _tracks(
            {x for rect in rects for x in (rect.x, rect.left - TRACK, rect.right + TRACK)},
            {x for rect in rects for track in MORE_TRACKS for x in (rect.left - track, rect.right + track)},
        )
        self.ys = _tracks({y for rect in rects for y in (rect.y, rect.top - TRACK, rect.bottom + TRACK)}, set())
        self._hits: dict[Segment, int] = {}

    def hits(self, piece: Segment) -> int:
        """The number of boxes that a piece of a line comes too close to."""
        if piece not in self._hits:
            area = piece.rect
            self._hits[piece] = sum(area.meets(rect, CLEARANCE) for rect in self._rects)
        return self._hits[piece]

    def way(self, exits: Iterable[Port], entries: Iterable[Port], others: Neighbours) -> tuple[Point, ...]:
        """The corners of the cheapest line from one of the exits to one of the entries."""
        return _Search(self, tuple(exits), tuple(entries), others).run()


def _tracks(needed: set[float], wanted: set[float]) -> tuple[float, ...]:
    """All needed values, and those of the wanted ones that are not close to one already taken; in order."""
    taken = set(needed)
    for value in sorted(wanted):
        if all(abs(value - other) >= NEAR for other in taken):
            taken.add(value)
    return tuple(sorted(taken))


State = tuple[int, int, Direction]


class _Search:
    """One search. A state is (index of x, index of y, direction of travel)."""

    def __init__(self, grid: Grid, exits: tuple[Port, ...], entries: tuple[Port, ...], others: Neighbours) -> None:
        self.grid = grid
        self.others = others
        self.at_x = {x: index for index, x in enumerate(grid.xs)}
        self.at_y = {y: index for index, y in enumerate(grid.ys)}
        self.start_x = exits[0].before[0]
        self.exits = {self._state(port, port.out): port for port in exits}
        self.entries = {self._state(port, (-port.out[0], -port.out[1])): port for port in entries}
        self.prices: dict[Segment, float] = {}

    def _state(self, port: Port, direction: Direction) -> State:
        return self.at_x[port.before[0]], self.at_y[port.before[1]], direction

    def run(self) -> tuple[Point, ...]:
        best: dict[State, float] = {}
        came: dict[State, State] = {}
        queue: list[tuple[float, float, State]] = []
        for state, port in self.exits.items():
            cost = port.cost + self._price(_piece(port.point, port.before), into_box=True)
            best[state] = cost
            heappush(queue, (cost + self._remaining(state), cost, state))
        ends = {
            state: port.cost + self._price(_piece(port.before, port.point), into_box=True)
            for state, port in self.entries.items()
        }
        finish: tuple[float, State] | None = None
        while queue:
            guess, cost, state = heappop(queue)
            if finish is not None and guess >= finish[0]:
                break
            if cost > best[state]:
                continue
            if state in ends and (finish is None or cost + ends[state] < finish[0]):
                finish = (cost + ends[state], state)
            for step, price in self._moves(state):
                if cost + price < best.get(step, float("inf")):
                    best[step] = cost + price
                    came[step] = state
                    heappush(queue, (cost + price + self._remaining(step), cost + price, step))
        # Nothing is ever impossible, only expensive, so a way has been found.
        assert finish is not None
        return self._line(finish[1], came)

    def _moves(self, state: State) -> Iterable[tuple[State, float]]:
        """Turns on the spot, and one track further."""
        x, y, (across, down) = state
        for turned in ((down, across), (-down, -across)):
            yield (x, y, turned), BEND
        to_x, to_y = x + across, y + down
        if 0 <= to_x < len(self.grid.xs) and 0 <= to_y < len(self.grid.ys):
            here, there = self._point(x, y), self._point(to_x, to_y)
            yield (to_x, to_y, (across, down)), self._price(_piece(here, there), into_box=False)

    def _point(self, x: int, y: int) -> Point:
        return self.grid.xs[x], self.grid.ys[y]

    def _remaining(self, state: State) -> float:
        """A lower bound of what is still to be paid."""
        x, y = self._point(state[0], state[1])
        return min(abs(x - port.before[0]) + abs(y - port.before[1]) for port in self.entries.values())

    def _price(self, piece: Segment, *, into_box: bool) -> float:
        """What a piece costs; ``into_box`` pieces touch the box they belong to and no other."""
        if piece not in self.prices:
            price = piece.high - piece.low
            if piece.vertical:
                price *= 1 + FAR * abs(piece.at - self.start_x)
            price += HIT * max(0, self.grid.hits(piece) - into_box)
            for other, shareable in self.others:
                if other.vertical == piece.vertical:
                    price += 0.0 if shareable else COMPANY * other.shared(piece, NEAR)
                elif piece.low < other.at <= piece.high and other.low < piece.at < other.high:
                    price += CROSSING
            self.prices[piece] = price
        return self.prices[piece]

    def _line(self, state: State, came: dict[State, State]) -> tuple[Point, ...]:
        """The corners from port to port."""
        points = [self.entries[state].point, self.entries[state].before]
        while state in came:
            state = came[state]
            points.append(self._point(state[0], state[1]))
        points.append(self.exits[state].point)
        return _corners(points[::-1])


def _piece(start: Point, end: Point) -> Segment:
    (piece,) = segments((start, end))
    return piece


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """The line without points in the middle of straight pieces."""
    kept = points[:1]
    for point, following in zip(points[1:], [*points[2:], None], strict=True):
        if following is not None:
            (x1, y1), (x2, y2), (x3, y3) = kept[-1], point, following
            if x1 == x2 == x3 or y1 == y2 == y3:
                continue
        kept.append(point)
    return tuple(kept)
