"""What stands on the rim of a box: the disc with its number at the upper left corner, its flags at the upper right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_SIZE, NUMBER_RADIUS
from renderers.flowcharts.measure import clean, width

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAG_SIZE, FLAG_HEIGHT = 9, 13.0
FLAG_PADDING = 4.0
"""Between the text of a flag and its ends."""
BEYOND, GAP = 5.0, 1.0
"""How far the last flag stands out beyond the corner, and the distance between two flags."""


def disc(box: Box, rect: Rect) -> Rect | None:
    """Where the number of a box in that rectangle stands (in the band of a named block: at its left end)."""
    if not box.number:
        return None
    wide = max(2 * NUMBER_RADIUS, width(box.number, DETAIL_SIZE) + 9)
    band = box.shape is Shape.BAR and bool(box.name)
    x, y = (rect.left + 8 + wide / 2, rect.y) if band else (rect.left + wide / 2 - 4, rect.top)
    return Rect(x, y, wide, 2 * NUMBER_RADIUS)


def flags(box: Box, rect: Rect) -> Iterator[tuple[str, Rect]]:
    """The flags of a box in that rectangle, the last one first."""
    right = rect.right + BEYOND
    for tag in map(clean, reversed(box.tags)):
        wide = width(tag, FLAG_SIZE) + 2 * FLAG_PADDING
        yield tag, Rect(right - wide / 2, rect.top, wide, FLAG_HEIGHT)
        right -= wide + GAP


def attached(box: Box, rect: Rect) -> Iterator[Rect]:
    """Everything on the rim of a box in that rectangle, which no label may stand on."""
    number = disc(box, rect)
    if number is not None:
        yield number
    yield from (place for _, place in flags(box, rect))
