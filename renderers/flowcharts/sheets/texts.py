"""Texts outside of the drawing as marks."""

from __future__ import annotations

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_LEADING, DETAIL_SIZE, Line
from renderers.flowcharts.measure import width
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

RULE = 0.5
"""Width of a rule."""


def small(text: str, left: float, top: float) -> Mark:
    """A small text that begins at ``left``, its upper edge at ``top``."""
    size = width(text, DETAIL_SIZE)
    rect = Rect(left + size / 2, top + DETAIL_LEADING / 2, size, DETAIL_LEADING)
    return Mark(Kind.NOTE, rect, (Line(text, DETAIL_SIZE, bold=False, down=0.0),), start=True)


def single(kind: Kind, text: str, size: int, middle: tuple[float, float], *, bold: bool = True) -> Mark:
    """One line of text around a point."""
    x, y = middle
    return Mark(kind, Rect(x, y, width(text, size), size * 1.4), (Line(text, size, bold, down=0.0),))


def rule(x: float, top: float, height: float) -> Mark:
    """A fine upright rule."""
    return Mark(Kind.RULE, Rect(x, top + height / 2, RULE, height))
