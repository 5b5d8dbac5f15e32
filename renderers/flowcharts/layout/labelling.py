"""Where the labels of arrows stand: beside their own line, as near to its source as it is free of everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect, Segment
from renderers.flowcharts.layout.figures import LABEL_WIDTH, Figure, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from renderers.flowcharts.layout.lines import Route

OFF = 4.0
"""Distance between a label and its line."""
DISTANCE = 9.0
"""A label nearer than this to a strange line might be taken for that line's."""
HEAD = 12.0
"""Length at the end of a line that belongs to the arrow head."""

ROOMS = (LABEL_WIDTH, 52.0, 42.0)
"""Longest lines of a label: as usual, and five or four characters above a short level piece."""
LEAD = 3.0
"""Distance of a label from the beginning of its piece of line."""
_SHARES = (0.0, 0.5, 1.0, 0.25, 0.75)
"""Where along a piece a label is tried, as shares of the room there is."""

_ON_BOX, _ON_LABEL, _ON_LINE, _SHARED, _NEAR_LINE, _LATER = 1000.0, 1000.0, 200.0, 60.0, 30.0, 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """The text of an arrow and where it stands: beside ``piece`` of its line."""

    route: Route
    figure: Figure
    rect: Rect
    piece: Segment


def placed_label(route: Route, others: Sequence[Route], boxes: Sequence[Rect], written: Sequence[Label]) -> Label:
    """The label of a line at its best place, given the other lines, the boxes and the labels already written."""
    best: tuple[float, Label] | None = None
    for index, candidate in enumerate(_candidates(route)):
        if best is not None and best[0] <= _LATER * index:
            break
        price = label_price(candidate, others, boxes, written) + _LATER * index
        if best is None or price < best[0]:
            best = (price, candidate)
    # A line has at least one piece, so there is a candidate.
    assert best is not None
    return best[1]


def _candidates(route: Route) -> Iterator[Label]:
    """Places along a line, from its source on: above or below level pieces, right or left of upright ones."""
    for index, piece in enumerate(route.segments):
        size = _size(route.arrow.label, piece)
        start, end = (route.points[index], route.points[index + 1])
        last = index == len(route.segments) - 1
        along = 1 if piece.vertical else 0
        forward = 1 if end[along] >= start[along] else -1
        length = size.height if piece.vertical else size.width
        free = piece.high - piece.low - (HEAD if last else 0.0)
        slack = free - length - 2 * LEAD
        # A label longer than its piece stands at its middle and reaches beyond both ends.
        places = [LEAD + length / 2 + slack * share for share in _SHARES] if slack > 0 else [free / 2]
        for place in places:
            middle = start[along] + forward * place
            for side in (1, -1) if piece.vertical else (-1, 1):
                across = piece.at + side * (OFF + (size.width if piece.vertical else size.height) / 2)
                x, y = (across, middle) if piece.vertical else (middle, across)
                yield Label(route, size, Rect(x, y, size.width, size.height), piece)


def _size(text: str, piece: Segment) -> Figure:
    """The label in the longest lines that a level piece has room for."""
    sizes = [label(text, room) for room in ROOMS]
    free = piece.high - piece.low - HEAD - 2 * LEAD
    return next((size for size in sizes if piece.vertical or size.width <= free), sizes[0])


def label_price(candidate: Label, others: Iterable[Route], boxes: Iterable[Rect], written: Iterable[Label]) -> float:
    """What is wrong with the place of a label, in the points of length that a better one is worth."""
    rect = candidate.rect
    price = _ON_BOX * sum(rect.meets(box, 2.0) for box in boxes)
    price += _ON_LABEL * sum(rect.meets(other.rect, 2.0) for other in written)
    price += _ON_LINE * sum(one.near(rect, 1.0) for one in candidate.route.segments)
    beside = _beside(rect, candidate.piece)
    for other in others:
        for line in () if other is candidate.route else other.segments:
            if line.near(rect, DISTANCE):
                price += _NEAR_LINE + _ON_LINE * line.near(rect, 2.0)
            # Beside a piece that several arrows share, nobody knows whose label it is.
            price += _SHARED * (line.shared(beside, 1.0) > 0)
    return price


def _beside(rect: Rect, piece: Segment) -> Segment:
    """The part of a piece that a label stands at."""
    low, high = (rect.top, rect.bottom) if piece.vertical else (rect.left, rect.right)
    return Segment(
        vertical=piece.vertical, at=piece.at, low=max(low, piece.low), high=max(min(high, piece.high), piece.low)
    )


def conflicts(found: Sequence[Route], placed: Sequence[Label], boxes: Sequence[Rect]) -> int:
    """How many labels stand on a box, a line or each other."""
    total = 0
    for index, one in enumerate(placed):
        total += sum(one.rect.meets(box) for box in boxes)
        total += sum(one.rect.meets(other.rect) for other in placed[:index])
        total += sum(piece.near(one.rect) for route in found for piece in route.segments)
    return total
