"""Diagram interchange: where the elements of a BPMN file are drawn, as every file of a modelling tool says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SIZES = {"userTask": (100, 80), "startEvent": (36, 36), "endEvent": (36, 36)}
_GATEWAY = (50, 50)
_COLUMN, _LANE = 150, 160
"""Pixels from column to column and from lane to lane."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An element that is drawn: its id, its kind (``userTask``) and the unit in whose lane it stands."""

    key: str
    tag: str
    lane: str


def drawn(
    plane: str,
    participant: str,
    shapes: Sequence[Shape],
    edges: Sequence[tuple[str, str, str]],
    lanes: Mapping[str, str],
) -> Iterator[str]:
    """The diagram: elements in columns in the order of the file, one row a lane; ``lanes`` are unit → id.

    ``edges`` are id, source and target of the flows.
    """
    rows = {unit: index for index, unit in enumerate(lanes)}
    width, height = _COLUMN * (len(shapes) + 1), _LANE * len(lanes)
    yield '<bpmndi:BPMNDiagram id="diagram">'
    yield f'<bpmndi:BPMNPlane id="plane" bpmnElement="{plane}">'
    yield _shape(participant, (0, 0, width, height), ' isHorizontal="true"')
    for unit, key in lanes.items():
        yield _shape(key, (30, _LANE * rows[unit], width - 30, _LANE), ' isHorizontal="true"')
    middle: dict[str, tuple[int, int]] = {}
    for column, shape in enumerate(shapes, 1):
        wide, high = _SIZES.get(shape.tag, _GATEWAY)
        x, y = _COLUMN * column, _LANE * rows[shape.lane] + _LANE // 2
        middle[shape.key] = x, y
        yield _shape(shape.key, (x - wide // 2, y - high // 2, wide, high))
    for key, source, target in edges:
        (x, y), (to_x, to_y) = middle[source], middle[target]
        points = ((x, y), (x + 60, y), (x + 60, to_y), (to_x, to_y))
        way = "".join(f'<di:waypoint x="{one}" y="{other}" />' for one, other in points)
        yield f'<bpmndi:BPMNEdge id="{key}_di" bpmnElement="{key}">{way}</bpmndi:BPMNEdge>'
    yield "</bpmndi:BPMNPlane>"
    yield "</bpmndi:BPMNDiagram>"


def _shape(key: str, bounds: tuple[int, int, int, int], attributes: str = "") -> str:
    x, y, width, height = bounds
    return (
        f'<bpmndi:BPMNShape id="{key}_di" bpmnElement="{key}"{attributes}>'
        f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}" /></bpmndi:BPMNShape>'
    )
