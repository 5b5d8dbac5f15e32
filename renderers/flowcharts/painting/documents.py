"""What every SVG document of ours begins with: its language, what it is called, words for whoever cannot see it."""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from renderers.flowcharts import theme
from renderers.flowcharts.painting.dot import number

if TYPE_CHECKING:
    from collections.abc import Iterable

BASELINE = 0.36
"""How far the baseline lies below the middle of a Chinese character, in em."""


def svg_document(title: str, description: str, size: tuple[float, float], body: Iterable[str], role: str) -> str:
    """The document of ``size`` (width and height in points) with ``body`` in it; ``title`` and ``description`` clean.

    Pictures may stand in one page of HTML: the ids of their texts differ where the texts do.
    """
    own = sha256(f"{title}\n{description}".encode()).hexdigest()[:8]
    wide, high = map(number, size)
    language = f'lang="zh-CN" xml:lang="zh-CN" role="{role}"'
    labelled = f'aria-labelledby="t{own}" aria-describedby="d{own}"'
    measures = f'width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {language} {labelled} {measures}>',
            f'<title id="t{own}">{escape(title)}</title>',
            f'<desc id="d{own}">{escape(description)}</desc>',
            *body,
            "</svg>",
            "",
        )
    )


def typeset(body: Iterable[str], transform: str = "") -> tuple[str, ...]:
    """The elements in our typeface."""
    moved = f' transform="{transform}"' if transform else ""
    return (f'<g font-family="{theme.FONT_FAMILY}"{moved}>', *body, "</g>")
