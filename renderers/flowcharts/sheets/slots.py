"""Where connectors stand at the end of lines that have been cut: beside each other, or on two levels if too close."""

from __future__ import annotations

from dataclasses import dataclass, field

RADIUS = 8.0
"""Of a connector with one letter."""
CLEAR = 3.0
"""Between connectors, and between a connector and the line of another."""
STUB = 17.0
"""Length of the line between the cut and the first level of connectors: an arrow head with a bit of line."""
JOG = 7.0
"""Height of one level of bends by which lines move apart."""
LEVEL = 2 * RADIUS + CLEAR


@dataclass(frozen=True)
class Slots:
    """Places for connectors on lines at ``lines`` (from left to right), ``halves`` half their widths.

    Lines too close for a connector to stand between them move apart first: those that move left bend from left to
    right, one level each, those that move right the other way round, so that none crosses another.
    """

    lines: tuple[float, ...]
    halves: tuple[float, ...] = ()
    places: tuple[float, ...] = field(init=False)
    """The x of each connector."""
    levels: tuple[int, ...] = field(init=False)
    """On which level each stands, from the cut outwards."""
    bends: tuple[int, ...] = field(init=False)
    """On which level each line bends; 0 where it goes straight on."""

    def __post_init__(self) -> None:
        halves = self.halves or (RADIUS,) * len(self.lines)
        places = _apart(self.lines, halves)
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "bends", _bends(self.lines, places))
        object.__setattr__(self, "levels", _levels(places, halves))

    def distance(self, index: int) -> float:
        """How far from the cut the middle of a connector is."""
        return STUB + RADIUS + JOG * max(self.bends, default=0) + LEVEL * self.levels[index]

    @property
    def height(self) -> float:
        """How far from the cut the last connector reaches."""
        return max((self.distance(index) + RADIUS for index in range(len(self.lines))), default=0.0)


def _apart(lines: tuple[float, ...], halves: tuple[float, ...]) -> tuple[float, ...]:
    """Places in the same order, each far enough from the next line, as near to the lines as that lets them be."""
    groups: list[tuple[list[int], float]] = []
    for index, line in enumerate(lines):
        members, start = [index], line
        while groups and groups[-1][1] + _length(groups[-1][0], halves) + _least(groups[-1][0][-1], halves) > start:
            before, _ = groups.pop()
            members = before + members
            start = _start(members, lines, halves)
        groups.append((members, start))
    places = list(lines)
    for members, start in groups:
        at = start
        for position, index in enumerate(members):
            at += _least(members[position - 1], halves) if position else 0.0
            places[index] = at
    return tuple(places)


def _least(index: int, halves: tuple[float, ...]) -> float:
    """The distance between a place and the next: neither connector may stand on the other's line."""
    return max(halves[index : index + 2]) + CLEAR


def _length(members: list[int], halves: tuple[float, ...]) -> float:
    return sum(_least(index, halves) for index in members[:-1])


def _start(members: list[int], lines: tuple[float, ...], halves: tuple[float, ...]) -> float:
    """The first place of a group whose middle is that of its lines."""
    middle = (lines[members[0]] + lines[members[-1]]) / 2
    return middle - _length(members, halves) / 2


def _bends(lines: tuple[float, ...], places: tuple[float, ...]) -> tuple[int, ...]:
    found = [0] * len(lines)
    for order, moves in ((1, -1), (-1, 1)):
        level = 0
        for index in range(len(lines))[::order]:
            if (places[index] - lines[index]) * moves > 0:
                level += 1
                found[index] = level
    return tuple(found)


def _levels(places: tuple[float, ...], halves: tuple[float, ...]) -> tuple[int, ...]:
    """The first level on which a connector is clear of the one before."""
    found: list[int] = []
    ends: list[float] = []
    for place, half in zip(places, halves, strict=True):
        level = next((level for level, end in enumerate(ends) if end + CLEAR <= place - half), len(ends))
        ends[level:] = [place + half, *ends[level + 1 :]]
        found.append(level)
    return tuple(found)
