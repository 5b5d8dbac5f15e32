"""The flags of a box: short words about what the reform does to it, at the upper right corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import Line
from renderers.flowcharts.measure import clean, width
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from renderers.flowcharts.chart import Box

SIZE, HEIGHT = 9, 13.0
PADDING = 4.0
"""Between the text of a flag and its ends."""
BEYOND, GAP = 5.0, 1.0
"""How far the last flag stands out beyond the corner, and the distance between two flags."""


def flags(box: Box, rect: Rect) -> Iterator[Mark]:
    """The flags on the upper rim of a box, the last one in the corner."""
    right = rect.right + BEYOND
    for tag in reversed(box.tags):
        text = clean(tag)
        wide = width(text, SIZE) + 2 * PADDING
        line = Line(text, SIZE, bold=True, down=0.0)
        yield Mark(Kind.TAG, Rect(right - wide / 2, rect.top, wide, HEIGHT), (line,), status=box.status)
        right -= wide + GAP
