"""The symbols of GB/T 1526-1989 as SVG, which graphviz does not have: true stadium, wavy document, double bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.layout.figures import SIDE_BAR, SLANT, WAVE
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.painting.signs import SMALL, sign_of
from renderers.flowcharts.theme import Kind, Style

if TYPE_CHECKING:
    from renderers.flowcharts.geometry import Rect

_TEXT_ONLY = (Kind.TITLE, Kind.NOTE, Kind.WAS, Kind.NOW)
CARD_RADIUS = 10.0
"""Of the corners of a headline card."""
_LINES = (Kind.RETURN, Kind.FLOW)
HEAD = 6.0
"""Length of the head of a line in the legend."""


def shape_of(kind: Kind, style: Style, rect: Rect) -> str:
    """The symbol of a mark in its rectangle."""
    if kind in _TEXT_ONLY:
        return ""
    if kind in _LINES:
        return _line(kind, style, rect)
    paint = f'fill="{style.fill}" stroke="{style.stroke or "none"}" stroke-width="{number(style.thickness)}"'
    if style.dash:
        paint += f' stroke-dasharray="{style.dash}"'
    return f'<path {paint} d="{_outline(kind, rect)}"/>{sign_of(kind, style, rect)}'


def _line(kind: Kind, style: Style, rect: Rect) -> str:
    """A piece of a flow line, as the legend shows it; with the head that tells what is removed."""
    colour = f'stroke="{style.stroke}"'
    dash = f' stroke-dasharray="{style.dash}"' if style.dash else ""
    end = rect.right - (HEAD if kind is Kind.FLOW else 0.0)
    line = f"M{_point(rect.left, rect.y)}H{number(end)}"
    found = f'<path fill="none" {colour} stroke-width="{number(style.thickness)}"{dash} d="{line}"/>'
    if kind is Kind.FLOW:
        points = (end, rect.y - HEAD / 2), (rect.right, rect.y), (end, rect.y + HEAD / 2)
        found += f'<path fill="{style.fill}" {colour} d="M{"L".join(_point(x, y) for x, y in points)}Z"/>'
    return found


def _outline(kind: Kind, rect: Rect) -> str:
    small = 0.5 if rect.height < SMALL else 1.0
    left, right, top, bottom = rect.left, rect.right, rect.top, rect.bottom
    match kind:
        case Kind.TERMINAL | Kind.NUMBER | Kind.LETTER | Kind.CONNECTOR | Kind.SHARE | Kind.CARD | Kind.TAG:
            return _rounded(rect, CARD_RADIUS if kind is Kind.CARD else rect.height / 2)
        case Kind.DATA | Kind.DECISION | Kind.POINTER:
            return _polygon(kind, rect, SLANT * small)
        case Kind.DOCUMENT:
            wave = WAVE * small
            foot = bottom - wave
            return (
                f"M{_point(left, top)}H{number(right)}V{number(foot)}"
                f"C{_point(right - rect.width * 0.25, foot - 1.6 * wave)} "
                f"{_point(rect.x + rect.width * 0.12, foot - 0.4 * wave)} {_point(rect.x, foot + wave * 0.2)}"
                f"S{_point(left + rect.width * 0.2, foot + 1.6 * wave)} {_point(left, foot)}Z"
            )
        case Kind.SUBPROCESS:
            bar = SIDE_BAR * small
            return (
                f"{_rectangle(rect)}M{_point(left + bar, top)}V{number(bottom)}"
                f"M{_point(right - bar, top)}V{number(bottom)}"
            )
        case _:
            return _rectangle(rect)


def _rounded(rect: Rect, radius: float) -> str:
    left, right, top, bottom = rect.left, rect.right, rect.top, rect.bottom
    arc = f"A{_point(radius, radius)} 0 0 1"
    return (
        f"M{_point(left + radius, top)}H{number(right - radius)}{arc} {_point(right, top + radius)}"
        f"V{number(bottom - radius)}{arc} {_point(right - radius, bottom)}"
        f"H{number(left + radius)}{arc} {_point(left, bottom - radius)}"
        f"V{number(top + radius)}{arc} {_point(left + radius, top)}Z"
    )


def _polygon(kind: Kind, rect: Rect, slant: float) -> str:
    left, right, top, bottom = rect.left, rect.right, rect.top, rect.bottom
    if kind is Kind.DATA:
        points = [(left + slant, top), (right, top), (right - slant, bottom), (left, bottom)]
    elif kind is Kind.DECISION:
        points = [(rect.x, top), (right, rect.y), (rect.x, bottom), (left, rect.y)]
    else:
        points = [(left, top), (right, rect.y), (left, bottom)]
    return f"M{'L'.join(_point(x, y) for x, y in points)}Z"


def _rectangle(rect: Rect) -> str:
    return f"M{_point(rect.left, rect.top)}H{number(rect.right)}V{number(rect.bottom)}H{number(rect.left)}Z"


def _point(x: float, y: float) -> str:
    return f"{number(x)},{number(y)}"
