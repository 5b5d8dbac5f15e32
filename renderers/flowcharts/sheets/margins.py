"""What stands above and below the drawing: title, facts, legend, notes, unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_LEADING, DETAIL_SIZE, Line, lines_below
from renderers.flowcharts.measure import clean, width, wrap
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TITLE_SIZE, TITLE_LEADING = 18, 25.0
FACT_SIZE, FACT_LEADING = 11, 15.0
HEAD_HEIGHT = 20.0
FACT_SHARES = (0.32, 0.30, 0.19, 0.19)
"""Widths of the columns of the head: unit and offices are longer than limits."""

NOTE = "注："
SYMBOL = Rect(13.0, 0.0, 26.0, 14.0)
"""A symbol of the legend, relative to the left end of its entry."""
ROW = 22.0

KINDS = {
    Shape.TERMINAL: Kind.TERMINAL,
    Shape.DATA: Kind.DATA,
    Shape.PROCESS: Kind.PROCESS,
    Shape.SUBPROCESS: Kind.SUBPROCESS,
    Shape.DECISION: Kind.DECISION,
    Shape.DOCUMENT: Kind.DOCUMENT,
    Shape.BAR: Kind.BAR,
}
"""Shape → kind of mark, where nothing else changes it."""


def head(chart: Chart, left: float, wide: float) -> tuple[tuple[Mark, ...], float]:
    """Title and facts between ``left`` and ``left + wide``, from y = 0 on; and the y below them."""
    title = wrap(clean(chart.title), TITLE_SIZE, wide)
    height = TITLE_LEADING * len(title)
    lines = lines_below(-height / 2, title, TITLE_SIZE, TITLE_LEADING, bold=True)
    marks = [Mark(Kind.TITLE, Rect(left + wide / 2, height / 2, wide, height), lines)]
    top = height + 12
    widths = [wide * share for share in FACT_SHARES]
    values = [wrap(clean(value), FACT_SIZE, room - 10) for (_, value), room in zip(chart.facts, widths, strict=True)]
    tall = max(len(lines) for lines in values) * FACT_LEADING + 10
    for (name, _), value, room in zip(chart.facts, values, widths, strict=True):
        middle = left + room / 2
        label = lines_below(-DETAIL_LEADING / 2, (name,), DETAIL_SIZE, DETAIL_LEADING)
        text = lines_below(-len(value) * FACT_LEADING / 2, value, FACT_SIZE, FACT_LEADING, bold=True)
        marks.append(Mark(Kind.HEAD, Rect(middle, top + HEAD_HEIGHT / 2, room, HEAD_HEIGHT), label))
        marks.append(Mark(Kind.FACT, Rect(middle, top + HEAD_HEIGHT + tall / 2, room, tall), text))
        left += room
    return tuple(marks), top + HEAD_HEIGHT + tall


def foot(chart: Chart, left: float, wide: float) -> tuple[tuple[Mark, ...], float]:
    """Legend, notes and unit between ``left`` and ``left + wide``, from y = 0 on; and the y below them."""
    marks = [*_legend(chart, left, wide)]
    y = max(mark.rect.bottom for mark in marks) + 6
    inset = width(NOTE, DETAIL_SIZE)
    if chart.notes:
        marks.append(_text(NOTE, left, y))
    for index, note in enumerate(chart.notes):
        text = f"{index + 1}.{note}" if len(chart.notes) > 1 else note
        for line in wrap(clean(text), DETAIL_SIZE, wide - inset):
            marks.append(_text(line, left + inset, y))
            y += DETAIL_LEADING + 1
    unit = wrap(clean(chart.unit), FACT_SIZE, wide)
    for line in unit:
        size = width(line, FACT_SIZE)
        rect = Rect(left + wide - size / 2, y + FACT_LEADING / 2, size, FACT_LEADING)
        marks.append(Mark(Kind.NOTE, rect, (Line(line, FACT_SIZE, bold=True, down=0.0),)))
        y += FACT_LEADING
    return tuple(marks), y


def _text(text: str, left: float, top: float) -> Mark:
    size = width(text, DETAIL_SIZE)
    rect = Rect(left + size / 2, top + DETAIL_LEADING / 2, size, DETAIL_LEADING)
    return Mark(Kind.NOTE, rect, (Line(text, DETAIL_SIZE, bold=False, down=0.0),), start=True)


def _legend(chart: Chart, left: float, wide: float) -> Iterator[Mark]:
    """The symbols that the chart uses, with their names, in as many rows as they need."""
    yield _text("图例：", left, (ROW - DETAIL_LEADING) / 2)
    begin = x = left + width("图例：", DETAIL_SIZE) + 8
    y = ROW / 2
    for kind, name in _entries(chart):
        needed = SYMBOL.width + 6 + width(name, DETAIL_SIZE) + 14
        if x + needed > left + wide and x > begin:
            x, y = begin, y + ROW
        rect = SYMBOL.moved(x, y)
        if kind is Kind.BAR:
            rect = Rect(rect.x, rect.y, rect.width, 5.0)
        yield Mark(kind, rect)
        yield _text(name, rect.right + 6, y - DETAIL_LEADING / 2)
        x += needed


def _entries(chart: Chart) -> Iterable[tuple[Kind, str]]:
    shapes = {box.shape for box in chart.boxes if not box.muted}
    entries = [(KINDS[shape], shape.value) for shape in Shape if shape in shapes]
    if any(box.muted for box in chart.boxes):
        entries.append((Kind.MUTED, "不计环节"))
    if any(arrow.back for arrow in chart.arrows):
        entries.append((Kind.RETURN, "退回"))
    return entries
