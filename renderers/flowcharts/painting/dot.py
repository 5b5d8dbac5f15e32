r"""Page → DOT with every position pinned, so that any graphviz draws the same picture (``layout=nop2``).

Graphviz rewrites ``\N``, ``\G``, ``\n`` in plain labels, so labels are HTML-like, and in these ``& < >`` are escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from renderers import fonts
from renderers.flowcharts import theme
from renderers.flowcharts.layout.figures import LABEL_SIZE, NAME_SIZE, Line
from renderers.flowcharts.layout.lines import strokes
from renderers.flowcharts.sheets.page import Page
from renderers.flowcharts.theme import Kind, Style, style_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from renderers.flowcharts.chart import Arrow
    from renderers.flowcharts.geometry import Point
    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.layout.lines import Stroke
    from renderers.flowcharts.sheets.marks import Mark

POINTS_PER_INCH = 72
ROUND = 0.5523
"""Distance of a control point from its end, in radii, by which a Bézier curve comes closest to a quarter circle."""
HEAD_LENGTH = 10 * theme.ARROW_SIZE
"""Length of an arrow head: graphviz draws 10 points times ``arrowsize``."""

_SHAPES: Mapping[Kind, str] = {
    Kind.TERMINAL: 'shape=box, style="rounded,filled"',
    Kind.DATA: "shape=parallelogram, style=filled",
    Kind.DECISION: "shape=diamond, style=filled",
    Kind.DOCUMENT: "shape=note, style=filled",
    Kind.MUTED: 'shape=box, style="filled,dashed"',
    Kind.NUMBER: "shape=ellipse, style=filled",
    Kind.LETTER: "shape=ellipse, style=filled",
    Kind.TITLE: "shape=plaintext, style=solid",
    Kind.NOTE: "shape=plaintext, style=solid",
    Kind.RETURN: "shape=plaintext, style=solid",
    Kind.FLOW: "shape=plaintext, style=solid",
    Kind.CONNECTOR: "shape=ellipse, style=filled",
    Kind.CARD: 'shape=box, style="rounded,filled"',
    Kind.WAS: "shape=plaintext, style=solid",
    Kind.NOW: "shape=plaintext, style=solid",
    Kind.SHARE: 'shape=box, style="rounded,filled"',
    Kind.POINTER: "shape=triangle, style=filled, orientation=270",
    Kind.TAG: 'shape=box, style="rounded,filled"',
}
"""The nearest shape that graphviz has; the true one is put in by :mod:`renderers.flowcharts.painting.svg`."""


def mark_id(index: int) -> str:
    """The name and id of a mark in DOT and SVG."""
    return f"n{index}"


def route_id(index: int) -> str:
    """The id of a line in DOT and SVG."""
    return f"e{index}"


def dot_of(page: Page) -> str:
    """The DOT text of a page."""
    return "\n".join((*_lines(page), ""))


def _lines(page: Page) -> Iterator[str]:
    yield "digraph {"
    yield f"  graph [layout=nop2, outputorder=nodesfirst, pad=0, bb={_quoted(_box(page))}]"
    yield f"  node [fixedsize=true, fontname={_quoted(fonts.FAMILY)}, shape=box, style=filled, margin=0]"
    yield f"  edge [fontname={_quoted(fonts.FAMILY)}, fontsize={LABEL_SIZE}, arrowsize={theme.ARROW_SIZE}]"
    for index, mark in enumerate(page.marks):
        yield f"  {mark_id(index)} [{_node(index, mark, page.height)}]"
    names = {mark.key: mark_id(index) for index, mark in enumerate(page.marks) if mark.key}
    labels = {label.route: label for label in page.labels}
    for index, (route, stroke) in enumerate(zip(page.routes, strokes(page.routes), strict=True)):
        ends = f"{names[route.arrow.source]} -> {names[route.arrow.target]}"
        yield f"  {ends} [{_edge(index, route.arrow, stroke, labels.get(route), page.height)}]"
    yield "}"


def _box(page: Page) -> str:
    return f"0,0,{number(page.width)},{number(page.height)}"


def _node(index: int, mark: Mark, height: float) -> str:
    style = style_of(mark.kind, mark.status)
    rect = mark.rect
    parts = [
        f"id={mark_id(index)}",
        f"class={mark.kind}",
        f'pos="{number(rect.x)},{number(height - rect.y)}"',
        f"width={_inches(rect.width)}",
        f"height={_inches(rect.height)}",
    ]
    if mark.kind in _SHAPES:
        parts.append(_SHAPES[mark.kind])
    if style.dash and mark.kind not in (Kind.RETURN, Kind.FLOW):
        # The last of several values counts.
        parts.append(f'style="{"rounded," if mark.kind is Kind.TERMINAL else ""}filled,dashed"')
    if style.fill:
        stroke = style.stroke or style.fill
        parts.append(f'fillcolor="{style.fill}", color="{stroke}", penwidth={number(style.thickness)}')
    return ", ".join((*parts, f"label={_label(style, mark.lines)}"))


def _label(style: Style, lines: Sequence[Line]) -> str:
    rows = []
    # Graphviz takes an element without text for a mistake.
    for line in (line for line in lines if line.text):
        colour = style.ink if line.bold or line.size >= NAME_SIZE else style.small
        text = f"<B>{escape(line.text)}</B>" if line.bold else escape(line.text)
        text = f"<S>{text}</S>" if line.struck else text
        rows.append(f'<FONT POINT-SIZE="{line.size}" COLOR="{colour}">{text}</FONT>')
    return f"<{'<BR/>'.join(rows)}>" if rows else '""'


def _edge(index: int, arrow: Arrow, stroke: Stroke, label: Label | None, height: float) -> str:
    pen = theme.pen_of(arrow)
    parts = [
        f"id={route_id(index)}",
        f"class={'tie' if arrow.bare else 'return' if arrow.back else 'flow'}",
        f'pos="{spline(stroke.points, height, head=stroke.head)}"',
        f'color="{pen.colour}", penwidth={number(pen.thickness)}',
    ]
    if pen.dash:
        parts.append(f"style={'dotted' if arrow.bare else 'dashed'}")
    if pen.hollow or not stroke.head:
        parts.append(f"arrowhead={'empty' if stroke.head else 'none'}")
    texts = [escape(line.text) for line in label.figure.lines] if label else []
    rows = "<BR/>".join(f"<S>{text}</S>" if pen.struck else text for text in texts)
    if label is not None and rows:
        place = f"{number(label.rect.x)},{number(height - label.rect.y)}"
        parts.append(f'lp="{place}", fontcolor="{pen.label}", label=<{rows}>')
    return ", ".join(parts)


def spline(points: Sequence[Point], height: float, *, head: bool) -> str:
    """A line with rounded corners in graphviz's ``pos`` syntax: cubic Béziers, the tip of the arrow first."""
    flipped = [(x, height - y) for x, y in points]
    tip = flipped[-1]
    if head:
        flipped[-1] = _towards(tip, flipped[-2], HEAD_LENGTH)
    path = [flipped[0]]
    for before, corner, after in zip(flipped, flipped[1:], flipped[2:], strict=False):
        radius = min(theme.CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        begin, end = _towards(corner, before, radius), _towards(corner, after, radius)
        path += [*_straight(path[-1], begin), _between(begin, corner), _between(end, corner), end]
    path += _straight(path[-1], flipped[-1])
    body = " ".join(f"{number(x)},{number(y)}" for x, y in path)
    return f"e,{number(tip[0])},{number(tip[1])} {body}" if head else body


def _straight(start: Point, end: Point) -> list[Point]:
    """A straight piece as a Bézier curve, without its first point."""
    return [start, end, end]


def _between(start: Point, corner: Point) -> Point:
    """The control point that makes a quarter of a circle."""
    return _towards(start, corner, ROUND * _distance(start, corner))


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, goal: Point, length: float) -> Point:
    """The point ``length`` from ``start`` on the level or upright way to ``goal``."""
    whole = _distance(start, goal)
    share = length / whole if whole else 0.0
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def number(value: float) -> str:
    """At most two decimals, no trailing zeros, no minus zero: the same text on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _inches(points: float) -> str:
    return f"{points / POINTS_PER_INCH:.4f}"


def _quoted(text: str) -> str:
    return f'"{text}"'
