"""What peers are asked, how their answers are read, and that dot keeps to the lanes. Node is not needed."""

from __future__ import annotations

import pytest

from benchmarks.flowcharts.generator import chart
from benchmarks.flowcharts.metrics import measured
from benchmarks.flowcharts.ours import picture_of
from benchmarks.flowcharts.peers import dot, elk
from benchmarks.flowcharts.peers.task import Failed, Node, Task, Way, task_of
from benchmarks.flowcharts.picture import area, line
from renderers.flowcharts.chart import Shape
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.painting.rendering import program

TASK = Task(
    nodes=(Node("甲", (60, 40), "左", diamond=False), Node("乙", (60, 40), "右", diamond=True)),
    ways=(Way(0, 1, back=False, label=(30, 12)), Way(1, 0, back=True, label=None)),
    lanes=("左", "右"),
)
"""Two boxes in two lanes, a line there with a label and a line back."""


def test_peers_get_the_very_boxes_lines_and_labels_that_we_drew() -> None:
    """Nothing is left out; bars are in no lane and no wider than 60 points or their text."""
    drawing = drawing_of(chart("test/1"), Layout.LANES)
    task, ours = task_of(drawing), picture_of(drawing)
    assert [node.key for node in task.nodes] == list(ours.figures)
    assert [(task.nodes[way.source].key, task.nodes[way.target].key) for way in task.ways] == [
        (one.source, one.target) for one in ours.lines
    ]
    assert sum(way.label is not None for way in task.ways) == len(ours.labels)
    for box, node in zip(drawing.boxes, task.nodes, strict=True):
        rect = drawing.rects[box.key]
        if box.shape is Shape.BAR:
            assert (node.lane, node.size[0] <= rect.width) == ("", True)
        else:
            assert (node.lane, node.size) == (box.lane, (rect.width, rect.height))


def test_dot_s_answer_is_read() -> None:
    """Middles with y upwards, Bézier curves with straight pieces, the line back given the other way round."""
    found = {
        "objects": [
            {"name": "b0", "pos": "30,200"},
            {"name": "b1", "pos": "130,100"},
            {"name": "s0_0", "pos": "80,200"},
        ],
        "edges": [
            {"id": "0", "pos": "e,100,100 30,180 30,180 30,100 30,100 30,100 90,100 90,100", "lp": "50,110"},
            {"id": "1", "pos": "s,60,200 70,200 70,200 130,200 130,200 130,200 130,120 130,120"},
            {"pos": "30,0 30,0 60,0 60,0"},
        ],
    }
    picture = dot.picture_of(TASK, found)
    assert picture.figures["甲"].area == area(30, -200, 60, 40)
    assert picture.lines == (
        line("甲", "乙", [(30, -180), (30, -100), (100, -100)]),
        line("乙", "甲", [(130, -120), (130, -200), (60, -200)]),
    )
    assert picture.labels == (area(50, -110, 30, 12),)


def test_elk_s_answer_is_read() -> None:
    """Upper left corners, sections with bends, rails left out."""
    label = {"id": "l0", "x": 40, "y": 90, "width": 30, "height": 12}
    found = {
        "children": [
            {"id": "b0", "x": 0, "y": 0, "width": 60, "height": 40},
            {"id": "b1", "x": 100, "y": 80, "width": 60, "height": 40},
            {"id": "s1_0", "x": 80, "y": 0, "width": 1, "height": 1},
        ],
        "edges": [
            {"id": "e0", "sections": [_section((30, 40), (30, 100), (100, 100))], "labels": [label]},
            {"id": "e1", "sections": [_section((60, 20), (130, 20), (130, 80))]},
            {"id": "rs1_1", "sections": [_section((80, 0), (80, 9))]},
        ],
    }
    picture = elk.picture_of(TASK, found)
    assert picture.figures["乙"].area == area(130, 100, 60, 40)
    assert picture.lines == (
        line("甲", "乙", [(30, 40), (30, 100), (100, 100)]),
        line("乙", "甲", [(130, 80), (130, 20), (60, 20)]),
    )
    assert picture.labels == (area(55, 96, 30, 12),)


def _section(*points: tuple[float, float]) -> dict[str, object]:
    start, *bends, end = [{"x": x, "y": y} for x, y in points]
    return {"startPoint": start, "bendPoints": bends, "endPoint": end}


def test_a_peer_that_leaves_something_out_has_failed() -> None:
    """A line is missing."""
    with pytest.raises(Failed):
        TASK.picture({0: (0, 0), 1: (9, 9)}, {0: [(0, 0), (9, 9)]}, {0: (5, 5)})


@pytest.mark.parametrize("splines", ["ortho", "polyline"])
def test_dot_keeps_to_the_lanes(splines: str) -> None:
    """The program that came with us draws a chart, and no box is out of its lane."""
    task = task_of(drawing_of(chart("test/2"), Layout.LANES))
    found = measured(dot.Dot(program(), splines).drawn(task))
    assert (found.out_of_lane, found.length > 0) == (0, True)
