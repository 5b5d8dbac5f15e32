"""The four directions in which a line runs, and how many bends lead from one to another."""

from __future__ import annotations

Direction = tuple[int, int]

WAYS: tuple[Direction, ...] = ((-1, 0), (0, -1), (0, 1), (1, 0))
"""The directions; of equally good states the one that comes first here is followed first."""
OPPOSITE = 3
"""The sum of the indices of two directions that are opposite."""
TURNS = ((1, 2), (0, 3), (0, 3), (1, 2))
"""Direction → those at right angles to it, as indices in ``WAYS``."""


def _least_bends(way: Direction, last: Direction, there: Direction) -> int:
    """How many bends it takes at least to get to a place that lies ``there``, and to arrive in direction ``last``."""
    ahead, onwards = (one[0] * there[0] + one[1] * there[1] for one in (way, last))
    beside = abs(there[0] * way[1]) + abs(there[1] * way[0])
    if way == last:
        return 4 if ahead < 0 else 2 if beside else 0
    if way == (-last[0], -last[1]):
        return 2 if beside else 4
    return 1 if ahead >= 0 and onwards >= 0 else 3


BENDS = tuple(
    [_least_bends(way, last, (x, y)) for way in WAYS for x in (-1, 0, 1) for y in (-1, 0, 1)] for last in WAYS
)
"""Direction of arrival → by direction now · 9 + (sign of the way across + 1) · 3 + sign of the way down + 1."""
