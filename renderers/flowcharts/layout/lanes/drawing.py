"""A chart drawn in lanes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.layout.drawing import Band, Drawing
from renderers.flowcharts.layout.lanes.compaction import Picture, lowered, narrowed
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
    roomy = Roomy(usual)
    routes, labels = wired(ready, roomy)
    picture = Picture(roomy.rects, routes, labels, roomy.edges)
    tight, sizes = _fitted(picture, roomy)
    bands = tuple(
        Band(lane, left, right) for lane, (left, right) in zip(ready.lanes, pairwise(tight.edges), strict=True)
    )
    return Drawing(ready.boxes, tight.rects, sizes.figures, tight.routes, tight.labels, bands)


def _fitted(picture: Picture, roomy: Roomy) -> tuple[Picture, Sizes]:
    """The picture with the widest boxes with which it keeps to the page, or else the narrowest."""
    usual = roomy.sizes
    taken = narrowed(picture, usual, roomy).edges[-1]
    number = len(usual.columns)
    wide = next((one for one in WIDTHS if taken + number * (one - usual.wide) <= PAGE_WIDTH), WIDTHS[-1])
    sizes = replace(usual, wide=wide)
    return lowered(narrowed(picture, sizes, roomy), sizes, roomy), sizes
