"""A flow line cut where a drawing is: what of it is in which part."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import corners, segments
from renderers.flowcharts.sheets.letters import Joint, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from renderers.flowcharts.geometry import Point
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.layout.lines import Route
    from renderers.flowcharts.sheets.strips import Strip


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a line is in one part; ``enters`` and ``leaves`` are the places at the rim by which it does."""

    part: int
    points: tuple[Point, ...]
    enters: Place | None = None
    leaves: Place | None = None

    def holds(self, label: Label) -> bool:
        """Whether a label of the line stands beside this piece."""
        beside = label.piece
        return any(
            piece.vertical == beside.vertical
            and piece.at == beside.at
            and piece.low < beside.high
            and beside.low < piece.high
            and (not piece.vertical or piece.low <= label.rect.y <= piece.high)
            for piece in segments(self.points)
        )


def part_at(y: float, cuts: Sequence[Strip]) -> int:
    """The part in which a height of the drawing is."""
    return sum(y > cut.middle for cut in cuts)


def kept_pieces(route: Route, label: Label | None, cuts: Sequence[Strip]) -> tuple[Piece, ...]:
    """The pieces of a line that are drawn: those at its ends, and one between that has its text.

    What crosses a part without touching anything in it is left out there: the letter says where the line goes on.
    """
    first, *others = _pieces(route, cuts)
    if not others:
        return (first,)
    last = others.pop()
    if label is None or first.holds(label) or last.holds(label):
        return first, last
    return first, *[piece for piece in others if piece.holds(label)][:1], last


def joints(route: Route, pieces: Sequence[Piece]) -> Iterator[Joint]:
    """Where the line goes on, piece by piece."""
    for one, other in pairwise(pieces):
        # Only the first piece enters by no cut, only the last leaves by none.
        assert one.leaves is not None
        assert other.enters is not None
        yield Joint(route.arrow, one.leaves, other.enters)


def _pieces(route: Route, cuts: Sequence[Strip]) -> Iterator[Piece]:
    points, enters = [route.points[0]], None
    for (x, y1), (x2, y2) in pairwise(route.points):
        down = y2 > y1
        crossed = [index for index, cut in enumerate(cuts) if min(y1, y2) < cut.middle < max(y1, y2)]
        for index in crossed if down else reversed(crossed):
            cut = cuts[index]
            here, there = (index, index + 1) if down else (index + 1, index)
            near, far = (cut.low, cut.high) if down else (cut.high, cut.low)
            leaves = Place(here, below=down, x=round(x, 1), out=True)
            yield Piece(here, corners([*points, (x, near)]), enters, leaves)
            points, enters = [(x, far)], Place(there, below=not down, x=round(x, 1), out=False)
        points.append((x2, y2))
    yield Piece(part_at(points[-1][1], cuts), corners(points), enters)
