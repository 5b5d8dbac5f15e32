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
from renderers.flowcharts.lines import Route, related

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from renderers.flowcharts.chart import Arrow

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
NEAR = 7.0
"""Lines closer than this look like one."""

BEND = 18.0
CROSSING = 60.0
COMPANY = 40.0
"""Price of each point of length along which a line runs on or close to an unrelated one."""
LABEL = 400.0
"""Price of running through a label."""
HIT = 1e5
"""Price of running through a box: never paid when there is another way."""
FAR = 1e-4
"""Price of a vertical point for each point of distance from the start: of equal ways the one that turns soon."""

Direction = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Port:
    """A point on the edge of a box, the crossing of tracks before it, the way outwards, and what using it costs."""

    point: Point
    before: Point
    out: Direction
    cost: float


class Grid:
    """The tracks between boxes. What is blocked is worked out when first asked for and remembered."""

    def __init__(self, rects: tuple[Rect, ...], more: tuple[float, ...] = ()) -> None:
        """Tracks beside ``rects``, and upright ones at the x of ``more``."""
        self._rects = rects
        self.xs = _tracks(
            {x for rect in rects for x in (rect.x, rect.left - TRACK, rect.right + TRACK)} | set(more),
            {x for rect in rects for track in MORE_TRACKS for x in (rect.left - track, rect.right + track)},
        )
        self.ys = _tracks(
            {y for rect in rects for y in (rect.y, rect.top - LEVEL_TRACK, rect.bottom + LEVEL_TRACK)}, set()
        )
        self._blocked: dict[tuple[bool, float], list[tuple[float, float]]] = {}

    def hits(self, piece: Segment) -> int:
        """The number of boxes that a piece of a line comes too close to."""
        track = piece.vertical, piece.at
        if track not in self._blocked:
            self._blocked[track] = [
                _along(rect, piece, CLEARANCE) for rect in self._rects if _across(rect, piece, CLEARANCE)
            ]
        return sum(piece.low < high and low < piece.high for low, high in self._blocked[track])

    def way(
        self,
        arrow: Arrow,
        exits: tuple[Port, ...],
        entries: tuple[Port, ...],
        others: Iterable[Route],
        labels: Sequence[Rect],
    ) -> tuple[Route, float]:
        """The cheapest line from one of the exits to one of the entries, and its price."""
        pieces = [(piece, related(arrow, other.arrow)) for other in others for piece in other.segments]
        points, price = _Search(self, exits, entries, pieces, labels).run()
        return Route(arrow, points), price


def _across(rect: Rect, piece: Segment, distance: float) -> bool:
    """Whether the track of a piece passes a rectangle more closely than that somewhere."""
    middle, size = (rect.x, rect.width) if piece.vertical else (rect.y, rect.height)
    return abs(piece.at - middle) < size / 2 + distance


def _along(rect: Rect, piece: Segment, distance: float) -> tuple[float, float]:
    """From where to where along its track a piece would come closer to a rectangle than that."""
    low, high = (rect.top, rect.bottom) if piece.vertical else (rect.left, rect.right)
    return low - distance, high + distance


def _tracks(needed: set[float], wanted: set[float]) -> tuple[float, ...]:
    """All needed values, and those of the wanted ones that are not close to one already taken; in order."""
    taken = set(needed)
    for value in sorted(wanted):
        if all(abs(value - other) >= APART for other in taken):
            taken.add(value)
    return tuple(sorted(taken))


State = tuple[int, int, Direction]


@dataclass(frozen=True, slots=True)
class _Track:
    """What lies along a track: labels and unrelated lines from … to …, and where lines cross."""

    labels: list[tuple[float, float]]
    company: list[tuple[float, float]]
    crossings: list[float]


class _Search:
    """One search. A state is (index of x, index of y, direction of travel)."""

    def __init__(
        self,
        grid: Grid,
        exits: tuple[Port, ...],
        entries: tuple[Port, ...],
        others: Sequence[tuple[Segment, bool]],
        labels: Sequence[Rect],
    ) -> None:
        self.grid = grid
        self.others = others
        """Pieces of lines already drawn; True if they may be shared."""
        self.labels = labels
        self.at_x = {x: index for index, x in enumerate(grid.xs)}
        self.at_y = {y: index for index, y in enumerate(grid.ys)}
        self.start_x = exits[0].before[0]
        self.exits = {self._state(port, port.out): port for port in exits}
        self.entries = {self._state(port, (-port.out[0], -port.out[1])): port for port in entries}
        self.goals = [(port, (-port.out[0], -port.out[1])) for port in entries]
        self.prices: dict[tuple[int, int, bool], float] = {}
        """Price of the piece from one track to the next: indices of its nearer end, and whether it is level."""
        self.tracks: dict[tuple[bool, float], _Track] = {}

    def _state(self, port: Port, direction: Direction) -> State:
        return self.at_x[port.before[0]], self.at_y[port.before[1]], direction

    def run(self) -> tuple[tuple[Point, ...], float]:
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
        # Nothing is ever impossible, only expensive, so the queue does not run dry before a way is found.
        finish: tuple[float, State] | None = None
        while finish is None or (queue and queue[0][0] < finish[0]):
            _, cost, state = heappop(queue)
            if cost > best[state]:
                continue
            if state in ends and (finish is None or cost + ends[state] < finish[0]):
                finish = (cost + ends[state], state)
            for step, price in self._moves(state):
                if cost + price < best.get(step, float("inf")):
                    best[step] = cost + price
                    came[step] = state
                    heappush(queue, (cost + price + self._remaining(step), cost + price, step))
        return self._line(finish[1], came), finish[0]

    def _moves(self, state: State) -> Iterable[tuple[State, float]]:
        """Turns on the spot, and one track further."""
        x, y, (across, down) = state
        for turned in ((down, across), (-down, -across)):
            yield (x, y, turned), BEND
        to_x, to_y = x + across, y + down
        if 0 <= to_x < len(self.grid.xs) and 0 <= to_y < len(self.grid.ys):
            step = min(x, to_x), min(y, to_y), across != 0
            if step not in self.prices:
                self.prices[step] = self._price(_piece(self._point(x, y), self._point(to_x, to_y)), into_box=False)
            yield (to_x, to_y, (across, down)), self.prices[step]

    def _point(self, x: int, y: int) -> Point:
        return self.grid.xs[x], self.grid.ys[y]

    def _remaining(self, state: State) -> float:
        """A lower bound of what is still to be paid: the way, and the bends that its direction makes needed."""
        x, y = self._point(state[0], state[1])
        across, down = state[2]
        least = float("inf")
        for port, (last_across, last_down) in self.goals:
            dx, dy = port.before[0] - x, port.before[1] - y
            if (across, down) == (last_across, last_down):
                bends = 0 if dx * down == dy * across and dx * across + dy * down >= 0 else 2
            else:
                bends = 1 if across * last_across + down * last_down == 0 else 2
            least = min(least, abs(dx) + abs(dy) + bends * BEND)
        return least

    def _price(self, piece: Segment, *, into_box: bool) -> float:
        """What a piece costs; ``into_box`` pieces touch the box they belong to and no other."""
        track = self._track(piece)
        low, high = piece.low, piece.high
        price = high - low
        if piece.vertical:
            price *= 1 + FAR * abs(piece.at - self.start_x)
        price += HIT * max(0, self.grid.hits(piece) - into_box)
        price += LABEL * sum(low < end and start < high for start, end in track.labels)
        price += COMPANY * sum(max(0.0, min(high, end) - max(low, start)) for start, end in track.company)
        return price + CROSSING * sum(low < at <= high for at in track.crossings)

    def _track(self, piece: Segment) -> _Track:
        """What there is along the track of a piece."""
        key = piece.vertical, piece.at
        if key not in self.tracks:
            at = piece.at
            alike = [other for other, shareable in self.others if other.vertical == piece.vertical and not shareable]
            cutting = [other for other, _ in self.others if other.vertical != piece.vertical]
            self.tracks[key] = _Track(
                labels=[_along(rect, piece, 2.0) for rect in self.labels if _across(rect, piece, 2.0)],
                company=[(other.low, other.high) for other in alike if abs(other.at - at) <= NEAR],
                crossings=[other.at for other in cutting if other.low < at < other.high],
            )
        return self.tracks[key]

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
