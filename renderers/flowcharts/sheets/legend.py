"""图例: the symbols that a chart uses, with their names, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Shape, Status
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_LEADING, DETAIL_SIZE
from renderers.flowcharts.measure import width
from renderers.flowcharts.sheets.body import KINDS
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.sheets.texts import small
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

Entry = tuple[Kind, Status | None, str]
"""Kind and status of a symbol, and its name."""

LEGEND = "图例："
SYMBOL = Rect(13.0, 0.0, 26.0, 14.0)
"""A symbol of the legend, relative to the left end of its entry."""
ROW = 22.0
BAR, CIRCLE = 5.0, 14.0
"""Height of a bar and width of a connector."""


def legend(charts: Sequence[Chart], wide: float, *, cut: bool) -> Iterator[Mark]:
    """The legend from the upper left corner on, in as many rows as it needs; ``cut``: there are connectors."""
    yield small(LEGEND, 0.0, (ROW - DETAIL_LEADING) / 2)
    begin = x = width(LEGEND, DETAIL_SIZE) + 8
    y = ROW / 2
    for kind, status, name in _entries(charts, cut=cut):
        needed = SYMBOL.width + 6 + width(name, DETAIL_SIZE) + 14
        if x + needed > wide and x > begin:
            x, y = begin, y + ROW
        rect = SYMBOL.moved(x, y)
        if kind is Kind.BAR:
            symbol = Rect(rect.x, rect.y, rect.width, BAR)
        elif kind is Kind.CONNECTOR:
            symbol = Rect(rect.x, rect.y, CIRCLE, CIRCLE)
        else:
            symbol = rect
        yield Mark(kind, symbol, status=status)
        yield small(name, rect.right + 6, y - DETAIL_LEADING / 2)
        x += needed


def _entries(charts: Sequence[Chart], *, cut: bool) -> Iterator[Entry]:
    """Symbols in the order of the standard, what is not counted, lines back, connectors; then what has changed."""
    boxes = [box for chart in charts for box in chart.boxes]
    statuses = {box.status for box in boxes}
    neutral = Status.SAME if statuses - {None} else None
    shapes = {box.shape for box in boxes if not box.muted}
    for shape in Shape:
        if shape in shapes and not (neutral and shape is Shape.PROCESS):
            yield KINDS[shape], neutral, shape.value
    if any(box.muted and box.status is None for box in boxes):
        yield Kind.MUTED, None, "不计环节"
    if any(arrow.back for chart in charts for arrow in chart.arrows):
        yield Kind.RETURN, None, "退回"
    if cut:
        yield Kind.CONNECTOR, None, Shape.CONNECTOR.value
    yield from _changes(statuses, {arrow.status for chart in charts for arrow in chart.arrows})


def _changes(boxes: Container[Status | None], lines: Container[Status | None]) -> Iterator[Entry]:
    """What the reform does to boxes and to lines."""
    for status in (Status.REMOVED, Status.ADDED, Status.CHANGED, Status.SAME):
        if status in boxes:
            yield Kind.PROCESS, status, f"{status}{Shape.PROCESS}"
    for status in (Status.REMOVED, Status.ADDED):
        if status in lines:
            yield Kind.FLOW, status, f"{status}流向"
