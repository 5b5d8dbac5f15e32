"""What says without colour what the reform does to a symbol: a plus, a folded corner, a line through a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.layout.figures import SIDE_BAR, SLANT
from renderers.flowcharts.measure import width
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.theme import Kind, Sign, Style

if TYPE_CHECKING:
    from renderers.flowcharts.geometry import Point, Rect

SIZE = 8.0
"""How high and wide a sign is."""
INSET = 4.0
"""Distance of a plus from the rim."""
SMALL = 24.0
"""Symbols lower than this stand in the legend and are drawn with half the detail; their signs are smaller."""

_SIGNED = (Kind.TERMINAL, Kind.DATA, Kind.PROCESS, Kind.MUTED, Kind.SUBPROCESS, Kind.DOCUMENT)
"""The symbols that carry a sign; a diamond has no corner free, and a bar has the thickness of a line."""


def sign_of(kind: Kind, style: Style, rect: Rect) -> str:
    """The sign of a symbol in its lower right corner (of a document, whose foot is a wave, the upper one)."""
    if not style.sign or kind not in _SIGNED:
        return ""
    size = SIZE * (0.7 if rect.height < SMALL else 1.0)
    x, y = _corner(kind, rect)
    down = -1.0 if kind is Kind.DOCUMENT else 1.0
    if style.sign is Sign.PLUS:
        return _plus(style, (x - INSET - size / 2, y - down * (INSET + size / 2)), size)
    if kind is Kind.TERMINAL:
        half = size / 2
        points = [(x - INSET - size, y - INSET), (x - INSET, y - INSET), (x - INSET - half, y - INSET - size)]
    else:
        lean = SLANT / rect.height * size if kind is Kind.DATA else 0.0
        points = [(x, y), (x - size, y), (x + lean, y - down * size)]
    return f'<path fill="{style.stroke}" stroke="none" d="M{"L".join(map(_point, points))}Z"/>'


def _corner(kind: Kind, rect: Rect) -> Point:
    """The lower right corner of the room that a symbol has for a sign."""
    match kind:
        case Kind.DATA:
            return rect.right - SLANT * (0.5 if rect.height < SMALL else 1.0), rect.bottom
        case Kind.SUBPROCESS:
            return rect.right - SIDE_BAR, rect.bottom
        case Kind.DOCUMENT:
            return rect.right, rect.top
        case Kind.TERMINAL:
            return rect.right - INSET, rect.y + SIZE / 2 + INSET
        case _:
            return rect.right, rect.bottom


def _plus(style: Style, middle: Point, size: float) -> str:
    x, y = middle
    half = size / 2
    path = f"M{_point((x - half, y))}H{number(x + half)}M{_point((x, y - half))}V{number(y + half)}"
    return f'<path fill="none" stroke="{style.stroke}" stroke-width="2" d="{path}"/>'


def strike(text: str, size: int, middle: Point, colour: str) -> str:
    """A line through a line of text that stands around its middle."""
    x, y = middle
    half = width(text, size) / 2 + 2
    path = f"M{_point((x - half, y))}H{number(x + half)}"
    return f'<path fill="none" stroke="{colour}" stroke-width="{number(size / 10)}" d="{path}"/>'


def _point(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"
