"""The foot of a page: legend, notes, unit, page number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_LEADING, DETAIL_SIZE, Line
from renderers.flowcharts.measure import clean, width, wrap
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.head import FACT_LEADING, FACT_SIZE
from renderers.flowcharts.sheets.legend import legend
from renderers.flowcharts.sheets.marks import Mark, Turn
from renderers.flowcharts.sheets.texts import single, small
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.chart import Chart

NOTE = "注："
NUMBER_SIZE = 10
NUMBER_ROOM = 24.0
"""Height of the page number with the white above it."""


def foot(charts: Sequence[Chart], wide: float, *, cut: bool) -> Panel:
    """Legend, notes and unit. ``charts`` are those on the page, of one matter; ``cut``: there are connectors."""
    marks = [*legend(charts, wide, cut=cut)]
    y = max(mark.rect.bottom for mark in marks) + 6
    inset = width(NOTE, DETAIL_SIZE)
    notes = tuple(dict.fromkeys(note for chart in charts for note in chart.notes))
    if notes:
        marks.append(small(NOTE, 0.0, y))
    for index, note in enumerate(notes):
        text = f"{index + 1}.{note}" if len(notes) > 1 else note
        for line in wrap(clean(text), DETAIL_SIZE, wide - inset):
            marks.append(small(line, inset, y))
            y += DETAIL_LEADING + 1
    for line in wrap(clean(charts[0].unit), FACT_SIZE, wide):
        size = width(line, FACT_SIZE)
        rect = Rect(wide - size / 2, y + FACT_LEADING / 2, size, FACT_LEADING)
        marks.append(Mark(Kind.NOTE, rect, (Line(line, FACT_SIZE, bold=True, down=0.0),)))
        y += FACT_LEADING
    return Panel(Block(tuple(marks)), y)


def page_number(number: int, total: int, middle: float, bottom: float) -> Mark:
    """第1页 共2页, above y = ``bottom``."""
    turn = Turn("", (number,))
    mark = single(Kind.NOTE, f"{turn.text} 共{total}页", NUMBER_SIZE, (middle, bottom - NUMBER_SIZE), bold=False)
    return replace(mark, turn=turn)
