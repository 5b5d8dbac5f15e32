"""A picture drawn by ourselves: what stands in it, its size in points, and the SVG document that it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.documents import svg_document, typeset
from renderers.flowcharts.painting.dot import number
from renderers.timelines.colours import BEYOND, GREY

HATCH, STRIPES = "hatch", "stripes"
"""Patterns, the same in all pictures: what is beyond a ceiling (red), time that is not counted (grey)."""


@dataclass(frozen=True)
class Picture:
    """``body`` are SVG elements from the upper left corner on; ``description`` tells what is seen to who cannot see."""

    title: str
    description: str
    width: float
    height: float
    body: tuple[str, ...]

    @cached_property
    def svg(self) -> str:
        """The document: well-formed, with title and description, without script, the same bytes every time."""
        width, height = number(self.width), number(self.height)
        body = (
            f"<defs>{_pattern(HATCH, BEYOND)}{_pattern(STRIPES, GREY)}</defs>",
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
            *typeset(self.body),
        )
        return svg_document(clean(self.title), clean(self.description), (self.width, self.height), body, "img")


def _pattern(name: str, colour: str) -> str:
    """Slanting lines on white."""
    return (
        f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<rect width="5" height="5" fill="#ffffff"/><path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="{colour}" '
        'stroke-width="1.3"/></pattern>'
    )
