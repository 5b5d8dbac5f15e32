"""The symbols of GB/T 1526-1989 as SVG, which graphviz does not have: true stadium, wavy document, double bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.layout.figures import SIDE_BAR, SLANT, WAVE
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.painting.signs import sign_of
from renderers.flowcharts.theme import LINE_COLOUR, LINE_THICKNESS, RETURN_DASH, Kind, Style

if TYPE_CHECKING:
    from renderers.flowcharts.geometry import Rect

_TEXT_ONLY = (Kind.TITLE, Kind.NOTE)
_SMALL = 24.0
"""Symbols lower than this stand in the legend and are drawn with half the detail."""


def shape_of(kind: Kind, style: Style, rect: Rect) -> str:
    """The symbol of a mark in its rectangle."""
    if kind in _TEXT_ONLY:
        return ""
    if kind is Kind.RETURN:
        line = f"M{_point(rect.left, rect.y)}H{number(rect.right)}"
        paint = f'fill="none" stroke="{LINE_COLOUR}" stroke-width="{number(LINE_THICKNESS)}"'
        return f'<path {paint} stroke-dasharray="{RETURN_DASH}" d="{line}"/>'
    paint = f'fill="{style.fill}" stroke="{style.stroke or "none"}" stroke-width="{number(style.thickness)}"'
    if style.dash:
        paint += f' stroke-dasharray="{style.dash}"'
    return f'<path {paint} d="{_outline(kind, rect)}"/>{sign_of(kind, style, rect)}'


def _outline(kind: Kind, rect: Rect) -> str:
    small = 0.5 if rect.height < _SMALL else 1.0
    left, right, top, bottom = rect.left, rect.right, rect.top, rect.bottom
    match kind:
        case Kind.TERMINAL | Kind.NUMBER | Kind.LETTER | Kind.TAG:
            radius = rect.height / 2
            arc = f"A{_point(radius, radius)} 0 0 1"
            return (
                f"M{_point(left + radius, top)}H{number(right - radius)}{arc} {_point(right - radius, bottom)}"
                f"H{number(left + radius)}{arc} {_point(left + radius, top)}Z"
            )
        case Kind.DATA:
            slant = SLANT * small
            return f"M{_point(left + slant, top)}H{number(right)}L{_point(right - slant, bottom)}H{number(left)}Z"
        case Kind.DECISION:
            return f"M{_point(rect.x, top)}L{_point(right, rect.y)}L{_point(rect.x, bottom)}L{_point(left, rect.y)}Z"
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


def _rectangle(rect: Rect) -> str:
    return f"M{_point(rect.left, rect.top)}H{number(rect.right)}V{number(rect.bottom)}H{number(rect.left)}Z"


def _point(x: float, y: float) -> str:
    return f"{number(x)},{number(y)}"
