"""Discs and flags above boxes, when rows move together."""

from __future__ import annotations

from renderers.flowcharts.chart import Box, Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.attached import attached
from renderers.flowcharts.layout.figures import NUMBER_RADIUS
from renderers.flowcharts.layout.lanes.constraints import Axis, Ref
from renderers.flowcharts.layout.lanes.rims import rims
from renderers.flowcharts.layout.lanes.things import LABEL_RIM, Sort, Thing, keep_apart

BOX = Box(key="审查", shape=Shape.PROCESS, name="审查", number="3", tags=("合并",))
RECT = Rect(100.0, 300.0, 108.0, 60.0)


def test_a_label_stays_clear_of_the_disc_of_the_box_below_it() -> None:
    """The rows come together until the label is just above the disc, not above the box."""
    axis = Axis()
    axis.add("label", 200.0)
    axis.add("row", RECT.y)
    chart = Chart(title="", unit="", facts=(), boxes=(BOX,), arrows=(), main=())
    found = list(rims(chart, {"审查": RECT}, lambda _: Ref("row", -RECT.height / 2)))
    assert len(found) == len(list(attached(BOX, RECT))) == 2
    above = Thing(Sort.LABEL, Ref("label", -6.5), Ref("label", 6.5), (193.5, 206.5), (30.0, 60.0))
    keep_apart(axis, [above, *found], labels=True)
    places = axis.solved()
    assert places["row"] - RECT.height / 2 - NUMBER_RADIUS - (places["label"] + 6.5) == LABEL_RIM


def test_lines_and_boxes_do_not_keep_clear_of_it() -> None:
    """A line may pass as close above it as above its box."""
    axis = Axis()
    axis.add("line", 200.0)
    axis.add("row", RECT.y)
    chart = Chart(title="", unit="", facts=(), boxes=(BOX,), arrows=(), main=())
    found = rims(chart, {"审查": RECT}, lambda _: Ref("row", -RECT.height / 2))
    keep_apart(axis, [Thing(Sort.LINE, Ref("line"), Ref("line"), (200.0, 200.0), (0.0, 200.0)), *found], labels=True)
    assert axis.solved()["row"] == axis.solved()["line"]
