"""A chart drawn in lanes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.drawing import Band, Drawing
from renderers.flowcharts.layout.figures import label as shorter
from renderers.flowcharts.layout.labelling import HEAD, LEAD
from renderers.flowcharts.layout.lanes.compaction import lowered, narrowed
from renderers.flowcharts.layout.lanes.folding import folded
from renderers.flowcharts.layout.lanes.picture import Picture
from renderers.flowcharts.layout.lanes.planning import planned
from renderers.flowcharts.layout.lanes.roomy import Roomy
from renderers.flowcharts.layout.lanes.sizes import WIDTHS, Sizes
from renderers.flowcharts.layout.lanes.wiring import wired

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.labelling import Label

PAGE_WIDTH = 720.0
"""Widest drawing that A4 upright shows with letters of at least 9 points (12 points on 538 · 12 / 9)."""
SHORT = 52.0
"""Longest line of a label that keeps columns apart in a drawing that is too wide: five characters."""
SPARE = 8.0
"""A piece this much longer than its label needs is not kept long by the label."""


def drawn(chart: Chart) -> Drawing:
    """The drawing of a chart in lanes."""
    ready = folded(chart)
    plan = planned(ready)
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
    """The picture with the widest boxes with which it keeps to the page, or else the narrowest.

    Where even these are too wide, labels that keep columns apart are broken into shorter lines.
    """
    usual = roomy.sizes
    tight = narrowed(picture, usual, roomy)
    if _width(tight, usual, WIDTHS[-1]) > PAGE_WIDTH:
        picture = replace(picture, labels=tuple(map(_shortened, picture.labels, tight.labels)))
        tight = narrowed(picture, usual, roomy)
    wide = next((one for one in WIDTHS if _width(tight, usual, one) <= PAGE_WIDTH), WIDTHS[-1])
    sizes = replace(usual, wide=wide)
    if wide != usual.wide:
        tight = narrowed(picture, sizes, roomy)
    return lowered(tight, sizes, roomy), sizes


def _width(tight: Picture, sizes: Sizes, wide: float) -> float:
    """How wide a picture would be if its boxes were ``wide``."""
    return tight.edges[-1] + len(sizes.columns) * (wide - sizes.wide)


def _shortened(label: Label, tight: Label) -> Label:
    """A label in shorter lines if the level piece at which it stands is no longer than it needs; its foot stays."""
    room = label.figure.width + LEAD + HEAD + SPARE
    if label.piece.vertical or tight.piece.high - tight.piece.low > room:
        return label
    figure = shorter(label.route.arrow.label, SHORT)
    above = label.rect.y < label.piece.at
    y = label.rect.bottom - figure.height / 2 if above else label.rect.top + figure.height / 2
    return replace(label, figure=figure, rect=Rect(label.rect.x, y, figure.width, figure.height))
