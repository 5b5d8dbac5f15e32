"""A chart in print: its sheets of paper, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.page import page_of
from renderers.flowcharts.sheets.paper import EDGES, Margins, Sheet, fitted

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Chart
    from renderers.flowcharts.layout.layouts import Layout


def sheets_of(chart: Chart, layout: Layout, margins: Margins = EDGES) -> tuple[Sheet, ...]:
    """The sheets of a chart, at least one; ``margins`` are the white at the edges of the paper."""
    return (fitted(page_of(chart, layout), margins),)
