"""Lines in lanes."""

from __future__ import annotations

from benchmarks.flowcharts.generator import chart
from renderers.flowcharts.layout.layouts import Layout, drawing_of


def test_both_ways_out_of_a_diamond_have_a_corner_of_their_own() -> None:
    """Although it would be shorter to leave with the other one and to part from it later."""
    made = chart("2026/8")
    first = "对申请材料进行审核|判断"
    starts = [route.points[0] for route in drawing_of(made, Layout.LANES).routes if route.arrow.source == first]
    assert len(starts) == len(set(starts)) == 2
