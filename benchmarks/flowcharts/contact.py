"""Where a line meets a box or another line."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from benchmarks.flowcharts.picture import STRAIGHT, UNIT, Area, Figure, Line, Spot

BESIDE = UNIT
"""Lines nearer than this to each other run into one another: they are 1.3 points thick."""

Piece = tuple[Spot, Spot]


def inside(piece: Piece, box: Figure) -> bool:
    """Whether a piece of a line has more in common with a box than its rim."""
    area = box.area
    (x1, y1), (x2, y2) = piece
    if max(x1, x2) <= area.left or min(x1, x2) >= area.right or max(y1, y2) <= area.top or min(y1, y2) >= area.bottom:
        return False
    if area.right <= area.left or area.bottom <= area.top:
        return False
    low, high = 0.0, 1.0
    for start, end in _depths(piece, area, diamond=box.diamond):
        # How far within each side the two ends are: the part of the piece that is within all sides is what counts.
        if start <= 0 and end <= 0:
            return False
        if start < 0 or end < 0:
            share = start / (start - end)
            low, high = (max(low, share), high) if start < 0 else (low, min(high, share))
    return low < high


def _depths(piece: Piece, area: Area, *, diamond: bool) -> Iterator[tuple[int, int]]:
    (x1, y1), (x2, y2) = piece
    if not diamond:
        yield x1 - area.left, x2 - area.left
        yield area.right - x1, area.right - x2
        yield y1 - area.top, y2 - area.top
        yield area.bottom - y1, area.bottom - y2
        return
    wide, high = area.right - area.left, area.bottom - area.top
    right, down = area.left + area.right, area.top + area.bottom
    for across in (1, -1):
        for along in (1, -1):
            yield (
                wide * high - across * (2 * x1 - right) * high - along * (2 * y1 - down) * wide,
                wide * high - across * (2 * x2 - right) * high - along * (2 * y2 - down) * wide,
            )


def shared(one: Line, other: Line) -> float:
    """The length over which two lines run along each other, nearer than a point."""
    return sum(_beside(mine, its) for mine in one.pieces for its in other.pieces)


def _beside(one: Piece, other: Piece) -> float:
    if not _close(one, other, BESIDE):
        return 0.0
    (x, y), (x2, y2) = one
    across, down = x2 - x, y2 - y
    (u, v), (u2, v2) = other
    length, its = hypot(across, down), hypot(u2 - u, v2 - v)
    if not length or abs(across * (v2 - v) - down * (u2 - u)) > STRAIGHT * length * its:
        return 0.0
    ends = sorted(((px - x) * across + (py - y) * down) / length for px, py in other)
    low, high = max(0.0, ends[0]), min(length, ends[1])
    if high <= low:
        return 0.0
    away = (abs((px - x) * down - (py - y) * across) / length for px, py in other)
    return high - low if min(away) < BESIDE else 0.0


def _close(one: Piece, other: Piece, distance: int) -> bool:
    (x1, y1), (x2, y2) = one
    (u1, v1), (u2, v2) = other
    return (
        min(x1, x2) <= max(u1, u2) + distance
        and min(u1, u2) <= max(x1, x2) + distance
        and min(y1, y2) <= max(v1, v2) + distance
        and min(v1, v2) <= max(y1, y2) + distance
    )


def crossings(one: Line, other: Line) -> int:
    """The places where a line goes from one side of another to its other side; running together is none."""
    total = 0
    touched: set[Spot] = set()
    for mine in one.pieces:
        for its in other.pieces:
            if not _close(mine, its, 0):
                continue
            sides = _side(its, mine[0]), _side(its, mine[1]), _side(mine, its[0]), _side(mine, its[1])
            if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
                total += 1
            touched |= {
                spot for spot, side in zip((*mine, *its), sides, strict=True) if side == 0 and _on(mine, its, spot)
            }
    return total + sum(_passes(one, other, spot) for spot in touched)


def _side(piece: Piece, spot: Spot) -> int:
    """Positive to one side of a piece, negative to the other, 0 on the straight line through it."""
    (x1, y1), (x2, y2) = piece
    return (x2 - x1) * (spot[1] - y1) - (y2 - y1) * (spot[0] - x1)


def _on(one: Piece, other: Piece, spot: Spot) -> bool:
    """Whether a spot lies in the rectangles around both pieces."""
    return all(
        min(x1, x2) <= spot[0] <= max(x1, x2) and min(y1, y2) <= spot[1] <= max(y1, y2)
        for (x1, y1), (x2, y2) in (one, other)
    )


def _passes(one: Line, other: Line, spot: Spot) -> bool:
    """Whether two lines cross at a corner of one of them."""
    ours, theirs = _ways(one, spot), _ways(other, spot)
    if ours is None or theirs is None or any(_same(mine, its) for mine in ours for its in theirs):
        return False
    return _between(ours, theirs[0]) != _between(ours, theirs[1])


def _ways(line: Line, spot: Spot) -> tuple[Spot, Spot] | None:
    """The two directions in which a line leaves a spot on it; None at its ends."""
    if spot in (line.spots[0], line.spots[-1]):
        return None
    for start, end in line.pieces:
        if spot == start:
            continue
        if spot == end:
            after = line.spots[line.spots.index(spot) + 1]
            return _away(spot, start), _away(spot, after)
        if _side((start, end), spot) == 0 and _on((start, end), (start, end), spot):
            return _away(spot, start), _away(spot, end)
    return None


def _away(spot: Spot, there: Spot) -> Spot:
    return there[0] - spot[0], there[1] - spot[1]


def _turn(one: Spot, other: Spot) -> int:
    return one[0] * other[1] - one[1] * other[0]


def _same(one: Spot, other: Spot) -> bool:
    return _turn(one, other) == 0 and one[0] * other[0] + one[1] * other[1] > 0


def _between(ways: tuple[Spot, Spot], one: Spot) -> bool:
    """Whether a direction lies between two others, turning from the first to the second."""
    first, second = ways
    if _turn(first, second) > 0:
        return _turn(first, one) > 0 and _turn(one, second) > 0
    # Half a turn or more: what is not between the second and the first.
    return not (_turn(second, one) > 0 and _turn(one, first) > 0)
