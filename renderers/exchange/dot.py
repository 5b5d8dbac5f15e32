"""A chart in DOT with every place pinned: graphviz draws it as we do."""

from __future__ import annotations

from processes.model.process import CheckedMatter
from renderers.flowcharts import View, chart_of, to_dot
from renderers.flowcharts.views import label_of

ENDING = ".gv"


def render(checked: CheckedMatter, unit: str, view: View) -> bytes:
    """One version, in lanes. Raises ``ValueError`` for 优化后 of a cancelled matter."""
    return to_dot(chart_of(checked, label_of(view), unit)).encode()
