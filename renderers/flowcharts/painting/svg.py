"""What graphviz draws, finished: true symbols, our own text, the language, nothing that a picture does not need."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from renderers.flowcharts import theme
from renderers.flowcharts.layout.figures import NAME_SIZE, Line
from renderers.flowcharts.painting.dot import mark_id, number, route_id
from renderers.flowcharts.painting.shapes import shape_of
from renderers.flowcharts.theme import style_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from renderers.flowcharts.geometry import Rect
    from renderers.flowcharts.sheets.marks import Mark
    from renderers.flowcharts.sheets.page import Page

MIDDLE = 0.36
"""How far the baseline lies below the middle of a Chinese character, in em."""

_GROUP = re.compile(r'<g id="([ne]\d+)" class="(?:node|edge) ([a-z]+)">(.*?)</g>', re.DOTALL)
_DRAWN = re.compile(r"<(?:path|polygon)\b[^>]*/>")


def finished(raw: str, page: Page) -> str:
    """The SVG text of a page; ``raw`` is graphviz's drawing of the same page."""
    marks = {mark_id(index): mark for index, mark in enumerate(page.marks)}
    labels = {label.route: label for label in page.labels}
    lines = {route_id(index): labels.get(route) for index, route in enumerate(page.routes)}
    body: list[str] = []
    for name, kind, drawn in _GROUP.findall(raw):
        if name in marks:
            body.append(_mark(marks[name], page.height))
            continue
        parts = [_dashed(part, kind) for part in _DRAWN.findall(drawn)]
        label = lines[name]
        if label is not None:
            parts += _texts(label.figure.lines, label.rect, page.height, theme.LABEL_COLOUR, theme.LABEL_COLOUR)
        body.append(f'<g class="{kind}">{"".join(parts)}</g>')
    width, height = number(page.width), number(page.height)
    language = 'lang="zh-CN" xml:lang="zh-CN" role="img"'
    size = f'width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}"'
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {language} {size}>',
            f"<title>{escape(page.title)}</title>",
            f'<g font-family="{theme.FONT_FAMILY}" transform="translate(0 {height})">',
            *body,
            "</g>",
            "</svg>",
            "",
        )
    )


def _dashed(part: str, kind: str) -> str:
    """Graphviz's dashes replaced by ours, which are the same in the legend; heads of arrows stay solid."""
    dash = {"return": theme.RETURN_DASH, "tie": theme.TIE_DASH}.get(kind, "")
    bare = re.sub(r' stroke-dasharray="[^"]*"', "", part)
    return bare.replace("<path", f'<path stroke-dasharray="{dash}"') if dash else bare


def _mark(mark: Mark, height: float) -> str:
    style = style_of(mark.kind, mark.status)
    shape = shape_of(mark.kind, style, mark.rect.moved(0.0, -height))
    texts = _texts(mark.lines, mark.rect, height, style.ink, style.small, start=mark.start)
    return f'<g class="{mark.kind}">{shape}{"".join(texts)}</g>'


def _texts(  # noqa: PLR0913 - what and where, and how it looks
    lines: Iterable[Line], rect: Rect, height: float, ink: str, small: str, *, start: bool = False
) -> list[str]:
    """The lines of a mark as text elements, y upwards-negative as graphviz has it."""
    found = []
    for line in lines:
        x = rect.left if start else rect.x
        y = rect.y + line.down + MIDDLE * line.size - height
        weight = ' font-weight="bold"' if line.bold else ""
        anchor = "" if start else ' text-anchor="middle"'
        colour = ink if line.bold or line.size >= NAME_SIZE else small
        found.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{line.size}"{weight}{anchor} fill="{colour}">'
            f"{escape(line.text)}</text>"
        )
    return found
