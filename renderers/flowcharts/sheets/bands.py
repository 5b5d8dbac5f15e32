"""泳道 on the page: a head with the holder's name above each lane, and lanes tinted by turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import lines_below
from renderers.flowcharts.measure import clean, wrap
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from renderers.flowcharts.layout.drawing import Drawing

HEAD_SIZE, HEAD_LEADING = 12, 16.0
ABOVE, BELOW = 20.0, 18.0
"""Between the edge of the lanes and what stands in them."""
HEAD_PADDING = 12.0
"""What a head is higher than its text."""


def framed(drawing: Drawing) -> Rect:
    """The rectangle of a drawing with its lanes and their heads."""
    frame = drawing.frame
    if not drawing.bands:
        return frame
    top, bottom = frame.top - ABOVE - _head_height(drawing), frame.bottom + BELOW
    return Rect(frame.x, (top + bottom) / 2, frame.width, bottom - top)


def bands(drawing: Drawing) -> tuple[Mark, ...]:
    """Lanes and heads, to be painted before anything else; around the origin of the drawing."""
    if not drawing.bands:
        return ()
    frame, high = framed(drawing), _head_height(drawing)
    top = frame.top + high
    marks: list[Mark] = []
    for index, band in enumerate(drawing.bands):
        x, wide = (band.left + band.right) / 2, band.right - band.left
        kind = Kind.LANE_TINTED if index % 2 else Kind.LANE
        marks.append(Mark(kind, Rect(x, (top + frame.bottom) / 2, wide, frame.bottom - top)))
        name = _name(drawing, index)
        lines = lines_below(-len(name) * HEAD_LEADING / 2, name, HEAD_SIZE, HEAD_LEADING, bold=True)
        marks.append(Mark(Kind.LANE_HEAD, Rect(x, frame.top + high / 2, wide, high), lines))
    return tuple(marks)


def _name(drawing: Drawing, index: int) -> tuple[str, ...]:
    """The holder of a lane in lines; who held the file before stands first, where the two versions share the lane."""
    band = drawing.bands[index]
    name = clean(band.lane.name)
    text = f"{clean(band.lane.was)} → {name}" if band.lane.was and band.lane.was != band.lane.name else name
    return wrap(text, HEAD_SIZE, band.right - band.left - HEAD_SIZE)


def _head_height(drawing: Drawing) -> float:
    return max(len(_name(drawing, index)) for index in range(len(drawing.bands))) * HEAD_LEADING + HEAD_PADDING
