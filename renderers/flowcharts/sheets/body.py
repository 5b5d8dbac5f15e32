"""A drawing, or a part of one, as marks and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_SIZE, NUMBER_RADIUS, Line
from renderers.flowcharts.measure import width
from renderers.flowcharts.sheets.bands import bands
from renderers.flowcharts.sheets.blocks import Block
from renderers.flowcharts.sheets.connectors import HINT_SIZE
from renderers.flowcharts.sheets.flags import flags
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from renderers.flowcharts.sheets.parts import Part

KINDS = {
    Shape.TERMINAL: Kind.TERMINAL,
    Shape.DATA: Kind.DATA,
    Shape.PROCESS: Kind.PROCESS,
    Shape.SUBPROCESS: Kind.SUBPROCESS,
    Shape.DECISION: Kind.DECISION,
    Shape.DOCUMENT: Kind.DOCUMENT,
    Shape.BAR: Kind.BAR,
    Shape.CONNECTOR: Kind.CONNECTOR,
}
"""Shape → kind of mark, where nothing else changes it."""


def block_of(part: Part) -> Block:
    """A part of a drawing where it stands in the drawing."""
    drawing = part.drawing
    marks = [*bands(drawing)]
    for box in drawing.boxes:
        marks += _marks(box, drawing.rects[box.key], drawing.figures[box.key].lines)
    for hint in part.hints:
        marks.append(Mark(Kind.NOTE, hint.rect, (Line(hint.text, HINT_SIZE, bold=False, down=0.0),)))
    return Block(tuple(marks), drawing.routes, drawing.labels)


def _marks(box: Box, rect: Rect, lines: tuple[Line, ...]) -> list[Mark]:
    """A box, and its number in a disc at its corner (in the band of a named block: at its left end)."""
    band = box.shape is Shape.BAR and bool(box.name)
    kind = Kind.BAND if band else Kind.MUTED if box.muted else KINDS[box.shape]
    marks = [Mark(kind, rect, lines, key=box.key, status=box.status)]
    if box.number:
        wide = max(2 * NUMBER_RADIUS, width(box.number, DETAIL_SIZE) + 9)
        x, y = (rect.left + 8 + wide / 2, rect.y) if band else (rect.left + wide / 2 - 4, rect.top)
        line = Line(box.number, DETAIL_SIZE, bold=True, down=0.0)
        marks.append(
            Mark(Kind.LETTER if band else Kind.NUMBER, Rect(x, y, wide, 2 * NUMBER_RADIUS), (line,), status=box.status)
        )
    return [*marks, *flags(box, rect)]
