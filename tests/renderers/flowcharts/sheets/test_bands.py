"""Lanes on the page."""

from __future__ import annotations

from renderers.flowcharts.chart import Arrow, Box, Chart, Lane, Shape
from renderers.flowcharts.geometry import around
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.sheets.bands import bands, framed
from renderers.flowcharts.theme import Kind

CHART = Chart(
    title="",
    unit="",
    boxes=(
        Box(key="受理", shape=Shape.PROCESS, name="受理", lane="窗口"),
        Box(key="审查", shape=Shape.PROCESS, name="审查", lane="科室"),
    ),
    arrows=(Arrow(source="受理", target="审查"),),
    main=("受理", "审查"),
    lanes=(Lane("窗口", "窗口"), Lane("科室", "审批股", was="科室")),
)
DRAWING = drawing_of(CHART, Layout.LANES)


def test_every_lane_has_a_head_with_its_name() -> None:
    """Where the two versions share a lane, who held the file before stands first."""
    heads = [mark for mark in bands(DRAWING) if mark.kind is Kind.LANE_HEAD]
    assert ["".join(line.text for line in head.lines) for head in heads] == ["窗口", "科室 → 审批股"]


def test_lanes_are_tinted_by_turns_and_hold_everything() -> None:
    """Side by side under their heads, as high as the drawing with some air."""
    lanes = [mark for mark in bands(DRAWING) if mark.kind in (Kind.LANE, Kind.LANE_TINTED)]
    assert [lane.kind for lane in lanes] == [Kind.LANE, Kind.LANE_TINTED]
    for key, lane in zip(("受理", "审查"), lanes, strict=True):
        assert around((lane.rect, DRAWING.rects[key])) == lane.rect
    assert around(mark.rect for mark in bands(DRAWING)) == framed(DRAWING)


def test_in_a_single_column_there_are_none() -> None:
    """The frame is that of the drawing."""
    column = drawing_of(CHART, Layout.COLUMN)
    assert bands(column) == ()
    assert framed(column) == column.frame
