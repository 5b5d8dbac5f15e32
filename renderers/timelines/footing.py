"""What stands below a time chart: the legend, and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from renderers.flowcharts.measure import width
from renderers.timelines import pen

SIZE = 9.0
SYMBOL = 26.0
_ROW, _GAP = 18.0, 16.0

Symbol = Callable[[float, float], Sequence[str]]
"""What draws a symbol ``SYMBOL`` points wide from x on, with its middle at y."""


def legend(entries: Sequence[tuple[Symbol, str]], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The symbols with their meanings, in as many rows as they need, and the y below them."""
    body = [pen.text("图例：", left, top + _ROW / 2, SIZE, fill=pen.SMALL)]
    begin = x = left + width("图例：", SIZE) + 4
    y = top + _ROW / 2
    for symbol, name in entries:
        need = SYMBOL + 5 + width(name, SIZE)
        if x + need > left + wide and x > begin:
            x, y = begin, y + _ROW
        body += symbol(x, y)
        body.append(pen.text(name, x + SYMBOL + 5, y, SIZE, fill=pen.SMALL))
        x += need + _GAP
    return body, y + _ROW / 2


def notes(texts: Sequence[str], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """注: numbered when there are several, and the y below them."""
    body: list[str] = []
    inset = width("注：", SIZE)
    y = top
    for index, note in enumerate(texts, 1):
        if index == 1:
            body.append(pen.text("注：", left, y + SIZE * 0.7, SIZE, fill=pen.SMALL))
        numbered = f"{index}.{note}" if len(texts) > 1 else note
        for line in pen.lines_of(numbered, SIZE, wide - inset):
            body.append(pen.text(line, left + inset, y + SIZE * 0.7, SIZE, fill=pen.SMALL))
            y += SIZE * 1.45
    return body, y
