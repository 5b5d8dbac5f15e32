"""A chart drawn in lanes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.drawing import Band, Drawing
from renderers.flowcharts.layout.lanes.compaction import Picture, tightened
from renderers.flowcharts.layout.lanes.folding import folded
from renderers.flowcharts.layout.lanes.planning import Choices, planned
from renderers.flowcharts.layout.lanes.roomy import Roomy
from renderers.flowcharts.layout.lanes.sizes import WIDTHS, Sizes
from renderers.flowcharts.layout.lanes.wiring import wired

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart

PAGE_WIDTH = 720.0
"""Widest drawing that A4 upright shows with letters of at least 9 points (12 points on 538 · 12 / 9)."""


def drawn(chart: Chart) -> Drawing:
    """The drawing of a chart in lanes."""
    ready = folded(chart)
    plan = planned(ready, Choices())
    usual = Sizes(ready, plan, WIDTHS[2])
    roomy = Roomy(usual, len(ready.arrows) - len(ready.boxes) + 1)
    routes, labels = wired(ready, roomy)
    picture = Picture(roomy.rects, routes, labels, roomy.edges)
    for wide in WIDTHS:
        sizes = Sizes(ready, plan, wide)
        tight = tightened(picture, sizes, roomy)
        if tight.edges[-1] <= PAGE_WIDTH:
            break
    bands = tuple(
        Band(lane, left, right) for lane, (left, right) in zip(ready.lanes, pairwise(tight.edges), strict=True)
    )
    return Drawing(ready.boxes, tight.rects, sizes.figures, tight.routes, tight.labels, bands)
