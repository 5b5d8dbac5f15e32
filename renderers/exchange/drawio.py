"""A matter as a draw.io file: a page for each version, in lanes, with our places; every box and line can be moved.

The format is that of mxGraph: cells with a parent, in points; what stands in a lane is placed from the lane's corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise

from processes.model.process import CheckedMatter
from renderers.exchange.xml import Element, document
from renderers.flowcharts import Chart, Layout, chart_of
from renderers.flowcharts.chart import INTERPUNCT, Arrow, Box, Shape
from renderers.flowcharts.geometry import Point, Rect
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.figures import NAME_SIZE, Line
from renderers.flowcharts.layout.labelling import Label
from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.measure import clean
from renderers.flowcharts.painting.dot import number
from renderers.flowcharts.theme import STYLES, Kind, Style, pen_of

ENDING = ".drawio"
HEADER = 30.0
"""Height of the title of the pool and of a lane."""
MARGIN = 24.0
_SHAPES: Mapping[Shape, tuple[str, Kind]] = {
    Shape.TERMINAL: ("rounded=1;arcSize=50;", Kind.TERMINAL),
    Shape.DATA: ("shape=parallelogram;perimeter=parallelogramPerimeter;fixedSize=1;size=14;", Kind.DATA),
    Shape.PROCESS: ("rounded=1;arcSize=6;", Kind.PROCESS),
    Shape.SUBPROCESS: ("shape=process;size=0.04;", Kind.SUBPROCESS),
    Shape.DECISION: ("rhombus;", Kind.DECISION),
    Shape.DOCUMENT: ("shape=document;boundedLbl=1;size=0.2;", Kind.DOCUMENT),
    Shape.BAR: ("rounded=0;", Kind.BAR),
}
_TEXT = "html=1;whiteSpace=wrap;fontFamily=Noto Sans SC;"


def render(checked: CheckedMatter, unit: str) -> bytes:
    """The file of one matter; ``unit`` is the full name of its department. Raises ``DrawingError``."""
    pages: list[Element] = []
    for process in (checked.before, checked.after):
        if process is not None:
            label = process.version.label
            page = _Page(chart_of(checked, label, unit))
            pages.append(Element("diagram", {"id": f"page{len(pages) + 1}", "name": str(label)}, (page.model(),)))
    return document(Element("mxfile", {"host": "zaizao", "compressed": "false"}, tuple(pages)))


@dataclass(frozen=True)
class _Page:
    """One chart on its way to a page."""

    chart: Chart

    @property
    def drawing(self) -> Drawing:
        return drawing_of(self.chart, Layout.LANES)

    def model(self) -> Element:
        frame = self.drawing.frame
        top = frame.top - MARGIN - 2 * HEADER
        root = Element("root", {}, tuple(self._cells(frame, top)))
        size = {"pageWidth": number(frame.width + 80), "pageHeight": number(frame.height + 160)}
        return Element("mxGraphModel", {"grid": "1", "page": "1", **size}, (root,))

    def _cells(self, frame: Rect, top: float) -> Iterator[Element]:
        drawing = self.drawing
        yield Element("mxCell", {"id": "0"})
        yield Element("mxCell", {"id": "1", "parent": "0"})
        height = frame.height + 2 * HEADER + 2 * MARGIN
        pool = Rect(frame.x, top + height / 2, frame.width, height)
        yield _vertex("pool", self.chart.title, _lane_style(STYLES[Kind.HEAD]), "1", _moved(pool, (-40, -40)))
        lanes = {band.lane.key: f"lane{index}" for index, band in enumerate(drawing.bands, 1)}
        corners = {"": (pool.left, pool.top)}
        for band in drawing.bands:
            room = Rect(
                (band.left + band.right) / 2,
                top + HEADER + (height - HEADER) / 2,
                band.right - band.left,
                height - HEADER,
            )
            corners[band.lane.key] = (room.left, room.top)
            yield _vertex(
                lanes[band.lane.key], band.lane.name, _lane_style(STYLES[Kind.LANE]), "pool", _from(room, corners[""])
            )
        ids = {box.key: f"box{index}" for index, box in enumerate(drawing.boxes, 1)}
        for box in drawing.boxes:
            # A bar reaches over several lanes: in one of them it would be hidden behind the next.
            lane = "" if box.shape is Shape.BAR else box.lane
            room = _from(drawing.rects[box.key], corners.get(lane, corners[""]))
            yield _vertex(
                ids[box.key], _html(box, drawing.figures[box.key].lines), _box_style(box), lanes.get(lane, "pool"), room
            )
        labels = {label.route: label for label in drawing.labels}
        for index, route in enumerate(drawing.routes, 1):
            yield self._edge(f"line{index}", route, labels.get(route), ids, corners[""])

    def _edge(self, key: str, route: Route, label: Label | None, ids: Mapping[str, str], corner: Point) -> Element:
        arrow, rects = route.arrow, self.drawing.rects
        ends = _end("exit", route.points[0], rects[arrow.source]) + _end("entry", route.points[-1], rects[arrow.target])
        bends = tuple(
            Element("mxPoint", {"x": number(x - corner[0]), "y": number(y - corner[1])}) for x, y in route.points[1:-1]
        )
        points = (Element("Array", {"as": "points"}, bends),) if bends else ()
        place, offset = _label_place(route, label) if label else ({}, ())
        geometry = Element("mxGeometry", {**place, "relative": "1", "as": "geometry"}, (*points, *offset))
        return Element(
            "mxCell",
            {
                "id": key,
                "value": "<br>".join(escape(line.text) for line in label.figure.lines) if label else "",
                "style": f"{_edge_style(arrow)}{ends}",
                "edge": "1",
                "parent": "pool",
                "source": ids[arrow.source],
                "target": ids[arrow.target],
            },
            (geometry,),
        )


def _vertex(key: str, value: str, style: str, parent: str, room: Rect) -> Element:
    geometry = Element(
        "mxGeometry",
        {
            "x": number(room.left),
            "y": number(room.top),
            "width": number(room.width),
            "height": number(room.height),
            "as": "geometry",
        },
    )
    return Element("mxCell", {"id": key, "value": value, "style": style, "vertex": "1", "parent": parent}, (geometry,))


def _lane_style(style: Style) -> str:
    return (
        f"swimlane;horizontal=1;startSize={HEADER:.0f};collapsible=0;{_TEXT}"
        f"fillColor={style.fill};swimlaneFillColor=#ffffff;strokeColor={style.stroke};fontColor={style.ink};"
    )


def _box_style(box: Box) -> str:
    shape, kind = _SHAPES[box.shape]
    kind = Kind.BAND if box.shape is Shape.BAR and box.name else Kind.MUTED if box.muted else kind
    style = STYLES[kind]
    dash = "dashed=1;" if style.dash else ""
    return (
        f"{shape}{_TEXT}{dash}fillColor={style.fill};strokeColor={style.stroke};fontColor={style.ink};"
        f"strokeWidth={number(style.thickness)};fontSize={NAME_SIZE};"
    )


def _html(box: Box, lines: tuple[Line, ...]) -> str:
    """The text as our charts break it, for the box is as large as these ``lines`` need; draw.io shows HTML."""
    if box.shape is Shape.BAR:
        name, details = escape(clean(box.name)), INTERPUNCT.join(clean(part) for row in box.details for part in row)
        return f"<b>{name}</b>　{escape(details)}" if name else ""
    found: list[str] = []
    for index, line in enumerate(lines):
        text = escape(f"{box.number} {line.text}" if box.number and not index else line.text)
        sized = text if line.size == NAME_SIZE else f'<font style="font-size: {line.size}px">{text}</font>'
        found.append(f"<b>{sized}</b>" if line.bold else sized)
    return "<br>".join(found)


def _edge_style(arrow: Arrow) -> str:
    pen = pen_of(arrow)
    dash = "dashed=1;" if pen.dash else ""
    head = "endArrow=none;" if arrow.bare else "endArrow=block;endFill=1;endSize=4;"
    return (
        f"edgeStyle=orthogonalEdgeStyle;html=1;rounded=1;{dash}{head}strokeColor={pen.colour};"
        f"strokeWidth={number(pen.thickness)};fontColor={pen.label};fontSize=10;labelBackgroundColor=none;"
    )


def _end(name: str, point: Point, rect: Rect) -> str:
    """Where on the rim of a box a line begins or ends, in shares of its size."""
    x = (point[0] - rect.left) / rect.width if rect.width else 0.5
    y = (point[1] - rect.top) / rect.height if rect.height else 0.5
    return f"{name}X={x:.4f};{name}Y={y:.4f};{name}Dx=0;{name}Dy=0;{name}Perimeter=0;"


def _label_place(route: Route, label: Label) -> tuple[dict[str, str], tuple[Element, ...]]:
    """Where a label stands: at the nearest point of the line (−1 its beginning, 1 its end), and how far from it."""
    x, y = label.rect.x, label.rect.y
    pieces = list(pairwise(route.points))
    lengths = [abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in pieces]
    before = [0.0, *accumulate(lengths)]
    best = (float("inf"), 0.0, (x, y))
    for index, ((x1, y1), (x2, y2)) in enumerate(pieces):
        near = (min(max(x, min(x1, x2)), max(x1, x2)), min(max(y, min(y1, y2)), max(y1, y2)))
        distance = abs(near[0] - x) + abs(near[1] - y)
        along = before[index] + abs(near[0] - x1) + abs(near[1] - y1)
        best = min(best, (distance, along, near))
    _, along, near = best
    share = 2 * along / before[-1] - 1 if before[-1] else 0.0
    offset = Element("mxPoint", {"x": number(x - near[0]), "y": number(y - near[1]), "as": "offset"})
    return {"x": f"{share:.4f}"}, (offset,)


def _from(room: Rect, corner: Point) -> Rect:
    return room.moved(-corner[0], -corner[1])


def _moved(room: Rect, corner: Point) -> Rect:
    """The same room with its upper left corner so far from the origin."""
    return Rect(room.width / 2 - corner[0], room.height / 2 - corner[1], room.width, room.height)
