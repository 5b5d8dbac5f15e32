"""How large each symbol is and where its lines of text stand: from our own measure, never from a font."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import INTERPUNCT, Box, Shape, Status
from renderers.flowcharts.measure import clean, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

# All in points. Sizes are whole numbers because graphviz cuts the fractions off in HTML-like labels.
NAME_SIZE, NAME_LEADING = 12, 16.0
DETAIL_SIZE, DETAIL_LEADING = 10, 13.5
LABEL_SIZE, LABEL_LEADING = 10, 13.0
QUESTION_SIZE, QUESTION_LEADING = 11, 14.0
BAND_SIZE, BAND_LEADING = 11, 15.0

MAIN_WIDTH = 180.0
NARROW_WIDTH = 160.0
END_WIDTH = 84.0
LABEL_WIDTH = 72.0
"""Widest label of an arrow: seven characters."""

PADDING = 9.0
SLANT = 14.0
"""How far the sides of a parallelogram lean."""
WAVE = 7.0
"""How deep the wave at the foot of a document is."""
SIDE_BAR = 6.0
"""Distance of the inner bars of a predefined process from its sides."""
BAR_HEIGHT = 6.0
BAND_HEIGHT = 26.0
"""Height of the upper bar of a named block, which carries the block's name."""
BAND_ROOM = 330.0
"""Longest line in that bar."""
NUMBER_RADIUS = 8.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``down`` is the distance of its middle from the middle of the figure; ``struck`` out or not."""

    text: str
    size: int
    bold: bool
    down: float
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Size and text of a symbol or of a label."""

    width: float
    height: float
    lines: tuple[Line, ...] = ()


@lru_cache(maxsize=4096)
def figure(box: Box, wide: float) -> Figure:
    """The figure of a box in a column ``wide`` points wide; a bar becomes as wide as its block."""
    plain = _figure(box, wide)
    if box.status is not Status.REMOVED:
        return plain
    return replace(plain, lines=tuple(replace(line, struck=True) for line in plain.lines))


def _figure(box: Box, wide: float) -> Figure:
    match box.shape:
        case Shape.TERMINAL:
            ready = _stack(wrap(clean(box.name), NAME_SIZE, wide - 40), ())
            needed = max(width(line.text, NAME_SIZE) for line in ready.lines) + 40
            return Figure(max(END_WIDTH, needed), max(28.0, ready.height + 12), ready.lines)
        case Shape.DECISION:
            return _diamond(clean(box.name), wide)
        case Shape.BAR:
            return bar(box, 2 * BAND_ROOM)
        case _:
            return _rectangle(box, wide)


@lru_cache(maxsize=4096)
def label(text: str, room: float = LABEL_WIDTH) -> Figure:
    """The label of an arrow, in lines of at most ``room`` points."""
    lines = wrap(clean(text), LABEL_SIZE, room)
    height = len(lines) * LABEL_LEADING
    placed = lines_below(-height / 2, lines, LABEL_SIZE, LABEL_LEADING)
    return Figure(max(width(line, LABEL_SIZE) for line in lines), height, placed)


def lines_below(top: float, texts: Iterable[str], size: int, leading: float, *, bold: bool = False) -> tuple[Line, ...]:
    """Lines one below the other, the first one's upper edge at ``top`` (from the middle of the figure)."""
    return tuple(Line(text, size, bold, top + leading * (index + 0.5)) for index, text in enumerate(texts))


def _stack(names: tuple[str, ...], details: tuple[str, ...], was: tuple[str, ...] = ()) -> Figure:
    """Name lines above detail lines, as high as they need; the old name struck out above them."""
    old, high, low = len(was) * DETAIL_LEADING, len(names) * NAME_LEADING, len(details) * DETAIL_LEADING
    top = -(old + high + low) / 2
    lines = (
        *(replace(line, struck=True) for line in lines_below(top, was, DETAIL_SIZE, DETAIL_LEADING)),
        *lines_below(top + old, names, NAME_SIZE, NAME_LEADING, bold=True),
        *lines_below(top + old + high, details, DETAIL_SIZE, DETAIL_LEADING),
    )
    return Figure(0.0, old + high + low, lines)


def _rectangle(box: Box, wide: float) -> Figure:
    inset = {Shape.DATA: SLANT, Shape.SUBPROCESS: SIDE_BAR}.get(box.shape, 0.0)
    room = wide - 2 * (PADDING + inset)
    small = box.shape is Shape.DOCUMENT and not box.details
    # A document beside the step that makes it is an accessory: its name is set small.
    names = () if small else wrap(clean(box.name), NAME_SIZE, room)
    details = wrap(clean(box.name), DETAIL_SIZE, room) if small else _details(box, room)
    ready = _stack(names, details, wrap(clean(box.was), DETAIL_SIZE, room) if box.was else ())
    wave = WAVE if box.shape is Shape.DOCUMENT else 0.0
    height = max(28.0 if small else 42.0, ready.height + 12) + 1.6 * wave
    lifted = tuple(replace(line, down=line.down - 0.8 * wave) for line in ready.lines)
    return Figure(wide, height, lifted)


def _details(box: Box, room: float) -> tuple[str, ...]:
    """The lines of the details; the parts of a row are filled into lines where they fit."""
    lines: list[str] = []
    for row in box.details:
        begun = len(lines)
        for part in map(clean, row):
            if len(lines) > begun and width(joined := f"{lines[-1]}{INTERPUNCT}{part}", DETAIL_SIZE) <= room:
                lines[-1] = joined
            else:
                lines += wrap(part, DETAIL_SIZE, room)
    return tuple(lines)


def bar(box: Box, room: float) -> Figure:
    """A thin bar, or the band with the name, number and limit of a named block; the width is what the text needs.

    ``room`` is how wide it may be.
    """
    if not box.name:
        return Figure(0.0, BAR_HEIGHT)
    details = INTERPUNCT.join(clean(part) for row in box.details for part in row)
    lines = wrap(f"{clean(box.name)}\u3000{details}", BAND_SIZE, min(BAND_ROOM, room - 4 * NUMBER_RADIUS - 12))
    height = BAND_HEIGHT + (len(lines) - 1) * BAND_LEADING
    placed = lines_below(-len(lines) * BAND_LEADING / 2, lines, BAND_SIZE, BAND_LEADING, bold=True)
    return Figure(max(width(line, BAND_SIZE) for line in lines) + 4 * NUMBER_RADIUS + 12, height, placed)


def _diamond(text: str, wide: float) -> Figure:
    """The lowest diamond into which the text fits, at the given width."""
    size, leading = QUESTION_SIZE, QUESTION_LEADING
    candidates = []
    for room in (0.36, 0.46, 0.56, 0.66, 0.76):
        lines = wrap(text, size, wide * room)
        # A line whose outer edge is ``reach`` from the middle needs half-height h with width/wide <= 1 - reach/h.
        needed = 0.0
        for line in lines_below(-len(lines) * leading / 2, lines, size, leading):
            free = max(0.08, 1 - (width(line.text, size) + 4) / wide)
            needed = max(needed, (abs(line.down) + size / 2) / free)
        candidates.append((max(46.0, 2 * needed), len(lines), lines))
    height, _, lines = min(candidates)
    return Figure(wide, height, lines_below(-len(lines) * leading / 2, lines, size, leading))
