"""The diagram interchange of a BPMN file: shapes and edges with their places, pools side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from renderers.exchange.bpmn_placing import HEADER, Kind, Pool, Symbol
from renderers.exchange.xml import Element, element
from renderers.flowcharts.geometry import Point, Rect

LEFT, TOP, BETWEEN = 160.0, 80.0, 60.0
"""Where the first pool stands, and how far the next one is from it."""


class Part(Protocol):
    """A pool with the ids of what stands in it."""

    @property
    def pool(self) -> Pool:
        """What is drawn."""

    @property
    def pool_id(self) -> str:
        """The id of the participant."""

    @property
    def ids(self) -> Mapping[str, str]:
        """Key of a box → id of its element."""

    def lane_id(self, index: int) -> str:
        """The id of a lane."""

    def line_id(self, index: int) -> str:
        """The id of a line."""


def diagram(parts: Sequence[Part]) -> Element:
    """One diagram with all pools."""
    shapes: list[Element] = []
    left = LEFT
    for part in parts:
        shapes += _pool(part, left)
        left += part.pool.width + BETWEEN
    plane = Element("bpmndi:BPMNPlane", {"id": "plane", "bpmnElement": "matter"}, tuple(shapes))
    return Element("bpmndi:BPMNDiagram", {"id": "diagram"}, (plane,))


def _pool(part: Part, left: float) -> Iterator[Element]:
    pool = part.pool
    frame = Rect(left + pool.width / 2, TOP + pool.height / 2, pool.width, pool.height)
    yield _shape(part.pool_id, frame, isHorizontal="false")
    for index, band in enumerate(pool.bands):
        height = pool.height - HEADER
        lane = Rect(left + (band.left + band.right) / 2, TOP + HEADER + height / 2, band.right - band.left, height)
        yield _shape(part.lane_id(index), lane, isHorizontal="false")
    for symbol in pool.symbols:
        yield _symbol(part.ids[symbol.box.key], symbol, left)
    for index, line in enumerate(pool.lines):
        points = (_waypoint((x + left, y + TOP)) for x, y in line.points)
        label = _label(line.label, left) if line.label else ()
        key = part.line_id(index)
        yield Element("bpmndi:BPMNEdge", {"id": f"{key}_di", "bpmnElement": key}, (*points, *label))


def _symbol(key: str, symbol: Symbol, left: float) -> Element:
    label = _label(symbol.label, left) if symbol.label else ()
    # A gateway with its question inside has no room for a cross.
    marker = {"isMarkerVisible": "false"} if symbol.kind is Kind.CHOICE else {}
    return _shape(key, symbol.room.moved(left, TOP), label, **marker)


def _shape(key: str, room: Rect, label: Iterable[Element] = (), **attributes: str) -> Element:
    return Element("bpmndi:BPMNShape", {"id": f"{key}_di", "bpmnElement": key, **attributes}, (_bounds(room), *label))


def _label(room: Rect, left: float) -> tuple[Element, ...]:
    return (Element("bpmndi:BPMNLabel", {}, (_bounds(room.moved(left, TOP)),)),)


def _bounds(room: Rect) -> Element:
    return element(
        "dc:Bounds", x=_text(room.left), y=_text(room.top), width=_text(room.width), height=_text(room.height)
    )


def _waypoint(point: Point) -> Element:
    return element("di:waypoint", x=_text(point[0]), y=_text(point[1]))


def _text(number: float) -> str:
    """At most one decimal: the same text on every machine."""
    return f"{number:.1f}".removesuffix(".0").replace("-0.0", "0")
