"""What graphviz draws, finished: true symbols, our own text, the language, words for whoever cannot see it.

Roles are those of the WAI-ARIA Graphics Module 1.0; without its support a symbol is an image (SVG-AAM 1.0).
"""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from renderers.flowcharts import theme
from renderers.flowcharts.layout.figures import NAME_SIZE, Line
from renderers.flowcharts.measure import clean, width
from renderers.flowcharts.painting.documents import BASELINE, svg_document, typeset
from renderers.flowcharts.painting.dot import number, route_id
from renderers.flowcharts.painting.linking import connectors_of, partners_of
from renderers.flowcharts.painting.shapes import shape_of
from renderers.flowcharts.painting.signs import strike
from renderers.flowcharts.theme import pen_of, style_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renderers.flowcharts.geometry import Rect
    from renderers.flowcharts.painting.words import Words
    from renderers.flowcharts.sheets.marks import Mark
    from renderers.flowcharts.sheets.page import Page

STRUCK = 0.34
"""How far above the baseline a text is struck through, in em."""

_SYMBOL = 'role="graphics-symbol img"'
_AT_BOX = (theme.Kind.NUMBER, theme.Kind.LETTER, theme.Kind.TAG)
"""Marks that belong to the box before them."""
_EDGE = re.compile(r'<g id="(e\d+)" class="edge ([a-z]+)">(.*?)</g>', re.DOTALL)
_DRAWN = re.compile(r"<(?:path|polygon)\b[^>]*/>")


def finished(raw: str, page: Page, words: Words) -> str:
    """The SVG text of a page, that ``words`` say; ``raw`` is graphviz's drawing of the same page."""
    known = Counter[str]()
    words = words.with_connectors(connectors_of(page))
    body = [*_marks(page, words, known), *_lines(raw, page, words, known)]
    drawn = typeset(body, f"translate(0 {number(page.height)})")
    return svg_document(page.title, words.description, (page.width, page.height), drawn, "graphics-document document")


def identifier(key: str, known: Counter[str]) -> str:
    """The id of what a declaration calls ``key``: the same in every picture that shows it, once in each."""
    name = "_".join(clean(key).split()) or "_"
    known[name] += 1
    return name if known[name] == 1 else f"{name}_{known[name]}"


def _marks(page: Page, words: Words, known: Counter[str]) -> Iterator[str]:
    """Marks in the order in which they are painted; what a box is called is said once, for its number too."""
    names = {mark.key: identifier(mark.key, known) for mark in page.marks if mark.key}
    partners = partners_of(page)
    marks = deque(page.marks)
    while marks:
        mark = marks.popleft()
        painted = _mark(mark, page.height)
        if not mark.key:
            yield painted
            continue
        while marks and marks[0].kind in _AT_BOX:
            painted += _mark(marks.popleft(), page.height)
        title = f"<title>{escape(words.boxes.get(mark.key, ''))}</title>"
        group = f'<g id="{escape(names[mark.key])}" {_SYMBOL}>{title}{painted}</g>'
        partner = partners.get(mark.key)
        yield f'<a href="#{quote(names[partner])}">{group}</a>' if partner else group


def _lines(raw: str, page: Page, words: Words, known: Counter[str]) -> Iterator[str]:
    labels = {label.route: label for label in page.labels}
    routes = {route_id(index): route for index, route in enumerate(page.routes)}
    for name, kind, drawn in _EDGE.findall(raw):
        route = routes[name]
        arrow = route.arrow
        pen = pen_of(arrow)
        parts = [_dashed(part, pen.dash) for part in _DRAWN.findall(drawn)]
        label = labels.get(route)
        if label is not None:
            lines = [replace(line, struck=pen.struck) for line in label.figure.lines]
            parts += _texts(lines, label.rect, page.height, pen.label, pen.label)
        own = escape(identifier(f"{arrow.source}→{arrow.target}", known))
        yield f'<g id="{own}" class="{kind}" {_SYMBOL}><title>{escape(words.line(arrow))}</title>{"".join(parts)}</g>'


def _dashed(part: str, dash: str) -> str:
    """Graphviz's dashes replaced by ours, which are the same in the legend; heads of arrows stay solid."""
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
        y = rect.y + line.down + BASELINE * line.size - height
        weight = ' font-weight="bold"' if line.bold else ""
        anchor = "" if start else ' text-anchor="middle"'
        colour = ink if line.bold or line.size >= NAME_SIZE else small
        found.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{line.size}"{weight}{anchor} fill="{colour}">'
            f"{escape(line.text)}</text>"
        )
        if line.struck:
            middle = x + width(line.text, line.size) / 2 if start else x, y - STRUCK * line.size
            found.append(strike(line.text, line.size, middle, colour))
    return found
