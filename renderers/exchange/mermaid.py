"""A chart as a Mermaid flowchart, for Markdown pages and wikis: they lay it out themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from processes.model.process import CheckedMatter
from renderers.flowcharts import View, chart_of
from renderers.flowcharts.chart import INTERPUNCT, Arrow, Box, Chart, Shape, blocks_of
from renderers.flowcharts.measure import clean
from renderers.flowcharts.theme import STYLES, Kind
from renderers.flowcharts.views import label_of

ENDING = ".mmd"
_SHAPES: Mapping[Shape, tuple[str, str]] = {
    Shape.TERMINAL: ("([", "])"),
    Shape.DATA: ("[/", "/]"),
    Shape.PROCESS: ("[", "]"),
    Shape.SUBPROCESS: ("[[", "]]"),
    Shape.DECISION: ("{", "}"),
    Shape.DOCUMENT: (">", "]"),
    Shape.BAR: ("{{", "}}"),
}
_CLASSES: Mapping[Shape, Kind] = {
    Shape.TERMINAL: Kind.TERMINAL,
    Shape.DATA: Kind.DATA,
    Shape.PROCESS: Kind.PROCESS,
    Shape.SUBPROCESS: Kind.SUBPROCESS,
    Shape.DECISION: Kind.DECISION,
    Shape.DOCUMENT: Kind.DOCUMENT,
    Shape.BAR: Kind.BAND,
}
_TOGETHER, _ALL_DONE = "同时办理", "全部办完"
"""What bars without a name are called: Mermaid has no bar."""
_SIGNS = str.maketrans({"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "\\": "#92;"})
"""What Mermaid or Markdown would take for its own."""


def render(checked: CheckedMatter, unit: str, view: View) -> bytes:
    """One version. Raises ``ValueError`` for 优化后 of a cancelled matter."""
    return ("\n".join(_lines(chart_of(checked, label_of(view), unit))) + "\n").encode()


def _lines(chart: Chart) -> Iterator[str]:
    yield from ("---", f"title: {json.dumps(clean(chart.title), ensure_ascii=False)}", "---", "flowchart TD")
    names = {box.key: f"n{index}" for index, box in enumerate(chart.boxes, 1)}
    forks = {block.fork for block in blocks_of((chart.main, *(side.items for side in chart.sides)))}
    for box in chart.boxes:
        start, end = _SHAPES[box.shape]
        yield f'  {names[box.key]}{start}"{_text(box, opens=box.key in forks)}"{end}:::{_CLASSES[box.shape]}'
    for arrow in chart.arrows:
        yield f"  {names[arrow.source]} {_line(arrow)} {names[arrow.target]}"
    for kind in dict.fromkeys(_CLASSES[box.shape] for box in chart.boxes):
        style = STYLES[kind]
        yield f"  classDef {kind} fill:{style.fill},stroke:{style.stroke},color:{style.ink}"


def _text(box: Box, *, opens: bool) -> str:
    name = box.name or (_TOGETHER if opens else _ALL_DONE)
    head = f"{box.number}. {name}" if box.number else name
    rows = (INTERPUNCT.join(map(clean, row)) for row in box.details)
    return "<br/>".join(_safe(row) for row in (head, *rows))


def _line(arrow: Arrow) -> str:
    line = "-.-" if arrow.bare else "-.->" if arrow.back else "-->"
    return f'{line}|"{_safe(arrow.label)}"|' if arrow.label else line


def _safe(text: str) -> str:
    return clean(text).translate(_SIGNS)
