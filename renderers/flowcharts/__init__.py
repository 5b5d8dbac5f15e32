"""附件8: flowcharts. A checked process becomes a chart, the chart a page, the page DOT, SVG, PNG and PDF.

``drafting`` says what is drawn, ``layout`` where, ``sheets`` on what paper, ``painting`` how; ``formats`` does it all.
"""

from renderers.flowcharts.chart import Chart, Comparison, Headline
from renderers.flowcharts.drafting.charting import chart_of
from renderers.flowcharts.drafting.difference.charting import difference_chart
from renderers.flowcharts.drafting.difference.comparison import comparison_of
from renderers.flowcharts.drafting.difference.headlines import headlines
from renderers.flowcharts.formats import pictures_of, printed, to_dot, to_pdf, to_svg
from renderers.flowcharts.layout.layouts import Layout
from renderers.flowcharts.painting.failures import DrawingError
from renderers.flowcharts.painting.pdf import Section, document
from renderers.flowcharts.painting.raster import to_png
from renderers.flowcharts.views import View, view_of

__all__ = [
    "Chart",
    "Comparison",
    "DrawingError",
    "Headline",
    "Layout",
    "Section",
    "View",
    "chart_of",
    "comparison_of",
    "difference_chart",
    "document",
    "headlines",
    "pictures_of",
    "printed",
    "to_dot",
    "to_pdf",
    "to_png",
    "to_svg",
    "view_of",
]
