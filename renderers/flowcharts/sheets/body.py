"""A drawing, or a part of one, as marks and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Shape
from renderers.flowcharts.layout.attached import FLAG_SIZE, disc, flags
from renderers.flowcharts.layout.figures import DETAIL_SIZE, Line
from renderers.flowcharts.sheets.bands import bands
from renderers.flowcharts.sheets.blocks import Block
from renderers.flowcharts.sheets.connectors import HINT_SIZE
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from renderers.flowcharts.geometry import Rect
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
        line = Line(hint.text, HINT_SIZE, bold=False, down=0.0)
        marks.append(Mark(Kind.NOTE, hint.rect, (line,), hint.start, turn=hint.turn))
    return Block(tuple(marks), drawing.routes, drawing.labels)


def _marks(box: Box, rect: Rect, lines: tuple[Line, ...]) -> list[Mark]:
    """A box, its number in a disc and its flags."""
    band = box.shape is Shape.BAR and bool(box.name)
    kind = Kind.BAND if band else Kind.MUTED if box.muted else KINDS[box.shape]
    marks = [Mark(kind, rect, lines, key=box.key, status=box.status)]
    place = disc(box, rect)
    if place is not None:
        line = Line(box.number, DETAIL_SIZE, bold=True, down=0.0)
        marks.append(Mark(Kind.LETTER if band else Kind.NUMBER, place, (line,), status=box.status))
    for tag, place in flags(box, rect):
        marks.append(Mark(Kind.TAG, place, (Line(tag, FLAG_SIZE, bold=True, down=0.0),), status=box.status))
    return marks
