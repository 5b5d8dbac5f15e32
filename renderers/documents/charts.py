"""A bar chart as SVG, in the colours and the typeface of the flowcharts; lengths are printed behind the bars too."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from renderers.flowcharts import theme
from renderers.flowcharts.measure import clean, width
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.theme import STYLES, Kind
from renderers.timelines import pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.documents.document import Bar, Bars

WIDE = 560.0
_TITLE, _TEXT = 12.0, 10.5
_MARGIN, _GAP = 10.0, 8.0
_LONGEST_LABEL = 190.0
_BAR, _BETWEEN, _APART = 12.0, 2.0, 9.0
"""Height of a bar, between the bars of a thing, between things."""
_FIRST, _LAST = "#b3c3d4", "#2c5d8a"
"""Before and after: light and dark, so that they differ in black and white."""
_MARK = "#b3261e"


def to_svg(bars: Bars) -> str:
    """The chart as an SVG element, without the declaration that only a file has."""
    ink, small = STYLES[Kind.PROCESS].ink, STYLES[Kind.PROCESS].small
    left = _label_width(bars)
    texts = max((width(text, _TEXT) for bar in bars.bars for text in bar.texts), default=0.0)
    room = WIDE - left - 2 * _MARGIN - 2 * _GAP - texts
    top = _MARGIN + _TITLE * 1.6 + (_TEXT * 1.8 if bars.series or bars.mark is not None else 0)
    body = [pen.text(bars.title, _MARGIN, _MARGIN + _TITLE * 0.6, _TITLE, fill=ink, bold=True)]
    body += _legend(bars, _MARGIN + _TITLE * 1.6 + _TEXT * 0.5, small)
    over: list[str] = []
    y = top
    for bar in bars.bars:
        body += _rects(bar, y, left, room)
        over += _texts(bar, y, left, room)
        y += _height(bar) + _APART
    if bars.mark is not None:
        x = _MARGIN + left + _GAP + room * float(bars.mark)
        body.append(f'<path d="M{number(x)} {number(top - 3)}V{number(y - _APART + 3)}" {_line()}/>')
    body += over
    size = f'width="{number(WIDE)}pt" height="{number(y + _MARGIN - _APART)}pt"'
    box = f'viewBox="0 0 {number(WIDE)} {number(y + _MARGIN - _APART)}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" xml:lang="zh-CN" role="img" {size} {box}>',
            f"<title>{escape(clean(bars.title))}</title>",
            f'<g font-family="{theme.FONT_FAMILY}">',
            *body,
            "</g>",
            "</svg>",
        )
    )


def _line() -> str:
    return f'fill="none" stroke="{_MARK}" stroke-width="1.2" stroke-dasharray="{theme.RETURN_DASH}"'


def _label_width(bars: Bars) -> float:
    widest = max((width(line, _TEXT) for bar in bars.bars for line in _label(bar)), default=0.0)
    return min(widest, _LONGEST_LABEL)


def _label(bar: Bar) -> tuple[str, ...]:
    """The label in at most two lines."""
    return pen.lines_of(bar.label, _TEXT, _LONGEST_LABEL, 2)


def _height(bar: Bar) -> float:
    bars = len(bar.lengths) * (_BAR + _BETWEEN) - _BETWEEN
    return max(bars, len(_label(bar)) * _TEXT * 1.25)


def _legend(bars: Bars, y: float, colour: str) -> Iterator[str]:
    x = _MARGIN
    for index, name in enumerate(bars.series):
        yield pen.rect(x, y - 4, 14, 8, _colour(index, len(bars.series)))
        yield pen.text(name, x + 18, y, _TEXT, fill=colour)
        x += 18 + width(name, _TEXT) + 16
    if bars.mark is not None:
        yield f'<path d="M{number(x)} {number(y)}h14" {_line()}/>'
        yield pen.text(bars.mark_text, x + 18, y, _TEXT, fill=colour)


def _rects(bar: Bar, top: float, left: float, room: float) -> Iterator[str]:
    for index, (x, y, long) in enumerate(_placed(bar, top, left, room)):
        yield pen.rect(x, y, long, _BAR, _colour(index, len(bar.lengths)))


def _texts(bar: Bar, top: float, left: float, room: float) -> Iterator[str]:
    """The label on the left, right-aligned; behind each bar its text, on a white edge that keeps the mark off."""
    ink = STYLES[Kind.PROCESS].ink
    lines = _label(bar)
    for index, line in enumerate(lines):
        y = top + _height(bar) / 2 + (index - (len(lines) - 1) / 2) * _TEXT * 1.25
        yield pen.text(line, _MARGIN + left, y, _TEXT, fill=ink, anchor="end")
    for (x, y, long), text in zip(_placed(bar, top, left, room), bar.texts, strict=True):
        yield pen.text(text, x + long + 5, y + _BAR / 2, _TEXT, fill=ink, halo="#ffffff")


def _placed(bar: Bar, top: float, left: float, room: float) -> Iterator[tuple[float, float, float]]:
    """Where each bar begins, and how long it is."""
    first = top + (_height(bar) - len(bar.lengths) * (_BAR + _BETWEEN) + _BETWEEN) / 2
    for index, length in enumerate(bar.lengths):
        yield _MARGIN + left + _GAP, first + index * (_BAR + _BETWEEN), max(room * float(length), 1.0)


def _colour(index: int, count: int) -> str:
    return _LAST if index == count - 1 else _FIRST
