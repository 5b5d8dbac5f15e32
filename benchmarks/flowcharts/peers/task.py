"""What a peer is asked to draw: the very boxes, lines and labels that we have drawn, with our sizes, without places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.flowcharts.ours import lane_of
from benchmarks.flowcharts.picture import Figure, Picture, area, line
from renderers.flowcharts.chart import Box, Shape
from renderers.flowcharts.layout import figures
from renderers.flowcharts.layout.drawing import Drawing

BAR_WIDTH = 60.0
"""Of a bar without a name: no peer can stretch it over its branches."""

Size = tuple[float, float]
Point = tuple[float, float]


class Failed(Exception):
    """A peer that crashed, took too long or left something out."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed, with its size in points; ``lane`` is empty if it may stand in any."""

    key: str
    size: Size
    lane: str
    diamond: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A line to be drawn, by the indices of its boxes; ``label`` is the size of its label."""

    source: int
    target: int
    back: bool
    label: Size | None


@dataclass(frozen=True, slots=True)
class Task:
    """All of a picture but the places. ``lanes`` in their order."""

    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]
    lanes: tuple[str, ...]

    def picture(
        self, middles: Mapping[int, Point], lines: Mapping[int, list[Point]], labels: Mapping[int, Point]
    ) -> Picture:
        """The picture with the middles of boxes and labels and the corners of lines, by index, y downwards.

        :raises Failed: something is missing.
        """
        labelled = [index for index, way in enumerate(self.ways) if way.label]
        if {*middles} != {*range(len(self.nodes))} or {*lines} != {*range(len(self.ways))} or {*labels} != {*labelled}:
            raise Failed("something was left out")
        return Picture(
            figures={
                node.key: Figure(area(*middles[index], *node.size), node.lane, node.diamond)
                for index, node in enumerate(self.nodes)
            },
            lines=tuple(
                line(self.nodes[way.source].key, self.nodes[way.target].key, lines[index])
                for index, way in enumerate(self.ways)
            ),
            labels=tuple(area(*labels[index], *way.label) for index, way in enumerate(self.ways) if way.label),
            lanes=self.lanes,
        )


def task_of(drawing: Drawing) -> Task:
    """What was drawn, as a task."""
    places = {box.key: index for index, box in enumerate(drawing.boxes)}
    arrows = [route.arrow for route in drawing.routes]
    return Task(
        nodes=tuple(_node(box, drawing) for box in drawing.boxes),
        ways=tuple(
            Way(places[one.source], places[one.target], one.back, _label(one.label) if one.label else None)
            for one in arrows
        ),
        lanes=tuple(band.lane.key for band in drawing.bands),
    )


def _node(box: Box, drawing: Drawing) -> Node:
    rect = drawing.rects[box.key]
    size = rect.width, rect.height
    if box.shape is Shape.BAR:
        size = max(BAR_WIDTH, figures.figure(box, BAR_WIDTH).width), rect.height
    return Node(box.key, size, lane_of(box), box.shape is Shape.DECISION)


def _label(text: str) -> Size:
    figure = figures.label(text)
    return figure.width, figure.height
