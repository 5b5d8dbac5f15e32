"""A picture drawn by ourselves: what stands in it, its size in points, and the SVG document that it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape

from renderers.flowcharts import theme
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.dot import number
from renderers.timelines.colours import BEYOND, GREY

HATCH, STRIPES = "hatch", "stripes"
"""Patterns: what is beyond a ceiling (red), time that is not counted (grey)."""


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
        language = 'lang="zh-CN" xml:lang="zh-CN" role="img" aria-labelledby="title desc"'
        size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" {language} {size}>',
                f'<title id="title">{escape(clean(self.title))}</title>',
                f'<desc id="desc">{escape(clean(self.description))}</desc>',
                f"<defs>{_pattern(HATCH, BEYOND)}{_pattern(STRIPES, GREY)}</defs>",
                f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
                f'<g font-family="{theme.FONT_FAMILY}">',
                *self.body,
                "</g>",
                "</svg>",
                "",
            )
        )


def _pattern(name: str, colour: str) -> str:
    """Slanting lines on white."""
    return (
        f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse">'
        f'<rect width="5" height="5" fill="#ffffff"/><path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="{colour}" '
        'stroke-width="1.3"/></pattern>'
    )
