"""附件8: flowcharts. A checked process becomes a chart, the chart a page, the page DOT, SVG, PNG and PDF.

``charting`` says what is drawn; ``placing``, ``routing`` and ``labelling`` say where; ``theme`` and ``shapes`` how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Chart, Comparison, Headline
from renderers.flowcharts.drafting.charting import chart_of
from renderers.flowcharts.drafting.difference.charting import difference_chart
from renderers.flowcharts.drafting.difference.comparison import comparison_of
from renderers.flowcharts.drafting.difference.headlines import headlines
from renderers.flowcharts.painting.dot import dot_of
from renderers.flowcharts.painting.raster import to_pdf, to_png
from renderers.flowcharts.painting.rendering import drawn
from renderers.flowcharts.painting.svg import finished
from renderers.flowcharts.sheets.page import page_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Chart",
    "Comparison",
    "Headline",
    "chart_of",
    "comparison_of",
    "difference_chart",
    "headlines",
    "to_dot",
    "to_pdf",
    "to_png",
    "to_svg",
    "to_svgs",
]


def to_dot(chart: Chart) -> str:
    """The chart as DOT, every position pinned: any graphviz draws it as we do, short of the finer shapes."""
    return dot_of(page_of(chart))


def to_svgs(charts: Sequence[Chart]) -> tuple[str, ...]:
    """The charts as SVG, drawn by a single graphviz process."""
    pages = [page_of(chart) for chart in charts]
    pictures = drawn([dot_of(page) for page in pages])
    return tuple(finished(picture, page) for picture, page in zip(pictures, pages, strict=True))


def to_svg(chart: Chart) -> str:
    """The chart as SVG."""
    return to_svgs((chart,))[0]
