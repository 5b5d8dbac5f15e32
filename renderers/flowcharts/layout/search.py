"""The cheapest way with right angles between boxes, by A* over a grid of tracks.

A state is a crossing of tracks with the direction of travel; its price weighs length, bends, crossings and the company
of unrelated lines. The method is that of Hart, Nilsson and Raphael (1968).
"""

from __future__ import annotations

from bisect import bisect_right
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from renderers.flowcharts.geometry import Point, Rect, Segment, corners, segments
from renderers.flowcharts.layout.directions import BENDS, OPPOSITE, TURNS, WAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.layout.pathfinding import Grid, Port, Prices

NEAR = 7.0
"""Lines closer than this look like one."""
HURRY = 2.0
"""By what factor the haste grows when patience is over."""
HIT = 1e5
"""Price of running through a box: never paid when there is another way."""
FAR = 1e-4
"""Price of a vertical point for each point of distance from the start: of equal ways the one that turns soon."""

Track = tuple[bool, float]
"""Whether it is upright, and where it lies across."""


def across(rect: Rect, track: Track, distance: float) -> bool:
    """Whether a track passes a rectangle more closely than that somewhere."""
    vertical, at = track
    middle, size = (rect.x, rect.width) if vertical else (rect.y, rect.height)
    return abs(at - middle) < size / 2 + distance


def along(rect: Rect, track: Track, distance: float) -> tuple[float, float]:
    """From where to where along a track a piece would come closer to a rectangle than that."""
    low, high = (rect.top, rect.bottom) if track[0] else (rect.left, rect.right)
    return low - distance, high + distance


State = int
"""A crossing with the direction of travel: (index of x · number of ys + index of y) · 4 + index in ``WAYS``.

A number, because hundreds of thousands of them are compared and looked up for one chart; the direction is its last two
bits.
"""
NEVER = float("inf")


class _Goal(NamedTuple):
    """An entry: its crossing, the bends to it in points, what its port costs, how far each x and y is, and where."""

    port: Port
    crossing: int
    bends: list[float]
    extra: float
    far_x: list[float]
    far_y: list[float]
    sign_x: list[int]
    sign_y: list[int]


class _Around:
    """What lies along a track: labels and unrelated lines from … to …, and where lines cross."""

    __slots__ = ("company", "crossings", "labels", "prices")

    def __init__(
        self,
        track: Track,
        labels: Sequence[Rect],
        alike: Sequence[Segment],
        cutting: Sequence[Segment],
        prices: Prices,
    ) -> None:
        self.prices = prices
        at = track[1]
        self.labels = [along(rect, track, 2.0) for rect in labels if across(rect, track, 2.0)]
        self.company = [(other.low, other.high) for other in alike if abs(other.at - at) <= NEAR]
        self.crossings = sorted([other.at for other in cutting if other.low < at < other.high])

    def price(self, low: float, high: float) -> float:
        """What a piece from … to … pays for them."""
        price = 0.0
        if self.labels:
            price += self.prices.label * sum([low < end and start < high for start, end in self.labels])
        if self.company:
            price += self.prices.company * sum(
                [min(high, end) - max(low, start) for start, end in self.company if low < end and start < high]
            )
        if self.crossings:
            price += self.prices.crossing * (bisect_right(self.crossings, high) - bisect_right(self.crossings, low))
        return price


class Search:
    """One search for the cheapest way."""

    def __init__(
        self,
        grid: Grid,
        exits: tuple[Port, ...],
        entries: tuple[Port, ...],
        others: Sequence[tuple[Segment, bool]],
        labels: Sequence[Rect],
    ) -> None:
        """``others``: pieces of lines already drawn; True if they may be shared."""
        self.grid = grid
        self.bend, self.haste = grid.prices.bend, grid.prices.haste
        self.labels = labels
        self.alike = {
            vertical: [other for other, shareable in others if other.vertical == vertical and not shareable]
            for vertical in (False, True)
        }
        self.cutting = {
            vertical: [other for other, shareable in others if other.vertical != vertical and not shareable]
            for vertical in (False, True)
        }
        self.joined = {
            vertical: [other for other, shareable in others if other.vertical != vertical and shareable]
            for vertical in (False, True)
        }
        """Lines that this one may join, where it turns into them, and crosses where it goes straight on."""
        self.passing: dict[State, float] = {}
        """What it costs to go straight on."""
        self.at_x = {x: index for index, x in enumerate(grid.xs)}
        self.at_y = {y: index for index, y in enumerate(grid.ys)}
        self.start_x = exits[0].before[0]
        self.states = len(grid.xs) * len(grid.ys) * 4
        self.prices: list[float | None] = [None] * self.states
        """State → what it costs to go one track further, where that has been asked."""
        self.bounds: list[float | None] = [None] * self.states
        """State → what is still to be paid at least, where that has been asked."""
        self.onward = [(across * len(grid.ys) + down) * 4 for across, down in WAYS]
        """By how much a state is another one track further."""
        self.turns = [((way, 0.0), (left, self.bend), (right, self.bend)) for way, (left, right) in enumerate(TURNS)]
        self.around: dict[Track, _Around] = {}
        self.exits = {self._crossing(port) * 4 + WAYS.index(port.out): port for port in exits}
        self.goals = [self._goal(port) for port in entries]
        self.ends: dict[int, list[_Goal]] = {}
        for goal in self.goals:
            self.ends.setdefault(goal.crossing, []).append(goal)

    def _crossing(self, port: Port) -> int:
        return self.at_x[port.before[0]] * len(self.grid.ys) + self.at_y[port.before[1]]

    def _goal(self, port: Port) -> _Goal:
        way = WAYS.index((-port.out[0], -port.out[1]))
        x, y = port.before
        return _Goal(
            port,
            self._crossing(port),
            [number * self.bend for number in BENDS[way]],
            port.cost + self._stub(port),
            [abs(x - at) for at in self.grid.xs],
            [abs(y - at) for at in self.grid.ys],
            [((x > at) - (x < at) + 1) * 3 for at in self.grid.xs],
            [(y > at) - (y < at) + 1 for at in self.grid.ys],
        )

    def run(self) -> tuple[tuple[Point, ...], float]:
        """The corners of the cheapest line from port to port, and its price."""
        came: dict[State, State] = {}
        # A step off the grid costs too much to be taken, but its state is looked up: there is room for it at both ends.
        best = [NEVER] * (self.states + 2 * max(self.onward) + 4)
        queue = []
        for state, port in self.exits.items():
            best[state] = cost = port.cost + self._stub(port)
            queue.append((cost + self._remaining(state), cost, state))
        heapify(queue)
        looked, patience = 0, self.grid.prices.patience
        prices, bounds, onward, turns, ends = self.prices, self.bounds, self.onward, self.turns, self.ends
        passed = self.passing
        # Nothing is ever impossible, only expensive, so the queue does not run dry before a way is found.
        finish: tuple[float, State, Port] | None = None
        while finish is None or (queue and queue[0][0] < finish[0]):
            _, cost, state = heappop(queue)
            if cost > best[state]:
                continue
            looked += 1
            if looked == patience:
                self._hurry(queue)
            if state >> 2 in ends:
                finish = self._finished(cost, state, finish)
            for direction, bend in turns[state & 3]:
                way_on = (state & ~3) + direction
                price = prices[way_on]
                if price is None:
                    price = self._step(way_on)
                if not bend:
                    passing = passed.get(state)
                    price += self._passing(state) if passing is None else passing
                total, step = cost + price + bend, way_on + onward[direction]
                if total < best[step]:
                    best[step] = total
                    came[step] = state
                    bound = bounds[step]
                    heappush(queue, (total + (self._remaining(step) if bound is None else bound), total, step))
        return self._line(finish[1], finish[2], came), finish[0]

    def _hurry(self, queue: list[tuple[float, float, State]]) -> None:
        self.haste *= HURRY
        self.bounds[:] = [None] * self.states
        queue[:] = [(cost + self._remaining(state), cost, state) for _, cost, state in queue]
        heapify(queue)

    def _finished(
        self, cost: float, state: State, finish: tuple[float, State, Port] | None
    ) -> tuple[float, State, Port] | None:
        """The cheapest end so far, if a state lies before an entry."""
        for goal in self.ends[state // 4]:
            whole = cost + goal.extra + goal.bends[state % 4 * 9 + 4]
            if finish is None or whole < finish[0]:
                finish = (whole, state, goal.port)
        return finish

    def _step(self, state: State) -> float:
        """What it costs from a crossing one track further; the same from there back."""
        crossing, way = state >> 2, state & 3
        xs, ys = self.grid.xs, self.grid.ys
        x, y = divmod(crossing, len(ys))
        across, down = WAYS[way]
        to_x, to_y = x + across, y + down
        if not (0 <= to_x < len(xs) and 0 <= to_y < len(ys)):
            self.prices[state] = NEVER
            return NEVER
        if across:
            low, high = (x, to_x) if across > 0 else (to_x, x)
            price = self._price((False, ys[y]), xs[low], xs[high])
        else:
            low, high = (y, to_y) if down > 0 else (to_y, y)
            price = self._price((True, xs[x]), ys[low], ys[high])
        self.prices[state] = self.prices[(to_x * len(ys) + to_y) * 4 + OPPOSITE - way] = price
        return price

    def _passing(self, state: State) -> float:
        """What it costs to go straight on at a crossing: lines that might be joined there are crossed."""
        x, y = self._point(state >> 2)
        vertical = WAYS[state & 3][0] == 0
        at, along = (y, x) if vertical else (x, y)
        crossed = sum(other.at == at and other.low < along < other.high for other in self.joined[vertical])
        price = self.passing[state] = self.grid.prices.crossing * crossed
        return price

    def _remaining(self, state: State) -> float:
        """A lower bound of what is still to be paid: the way, the bends that it needs, and the port."""
        x, y = divmod(state >> 2, len(self.grid.ys))
        way, least = (state & 3) * 9, NEVER
        for _, _, bends, extra, far_x, far_y, sign_x, sign_y in self.goals:
            bound = far_x[x] + far_y[y] + extra + bends[way + sign_x[x] + sign_y[y]]
            if bound < least:  # noqa: PLR1730 - ``min`` takes three times as long, half a million times a chart
                least = bound
        self.bounds[state] = bound = least * self.haste
        return bound

    def _point(self, crossing: int) -> Point:
        x, y = divmod(crossing, len(self.grid.ys))
        return self.grid.xs[x], self.grid.ys[y]

    def _stub(self, port: Port) -> float:
        """What the piece between a port and the first crossing costs: it touches the box it belongs to."""
        (piece,) = segments((port.point, port.before))
        return self._price((piece.vertical, piece.at), piece.low, piece.high, touched=1)

    def _price(self, track: Track, low: float, high: float, touched: int = 0) -> float:
        """What a piece costs that may touch so many boxes."""
        vertical, at = track
        price = high - low
        if vertical:
            price *= 1 + FAR * abs(at - self.start_x)
        if (hits := self.grid.hits(track, low, high)) > touched:
            price += HIT * (hits - touched)
        around = self.around.get(track)
        if around is None:
            around = _Around(track, self.labels, self.alike[vertical], self.cutting[vertical], self.grid.prices)
            self.around[track] = around
        return price + around.price(low, high)

    def _line(self, state: State, entry: Port, came: dict[State, State]) -> tuple[Point, ...]:
        """The corners from port to port."""
        points = [entry.point, self._point(state // 4)]
        while state in came:
            state = came[state]
            points.append(self._point(state // 4))
        points.append(self.exits[state].point)
        return corners(points[::-1])
