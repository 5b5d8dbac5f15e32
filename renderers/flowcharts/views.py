"""视图: what can be shown of a matter in a flowchart."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from engine.diff.compare import compare
from processes.model.matter import VersionLabel
from renderers.flowcharts.drafting.charting import chart_of
from renderers.flowcharts.drafting.difference.charting import difference_chart
from renderers.flowcharts.drafting.difference.comparison import comparison_of

if TYPE_CHECKING:
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter
    from renderers.flowcharts.chart import Chart, Comparison


class View(StrEnum):
    """One version, both in one chart, both side by side."""

    BEFORE = "前"
    AFTER = "后"
    DIFFERENCE = "差异"
    SIDE = "对比"


def label_of(view: View) -> VersionLabel:
    """The version that 前 or 后 shows."""
    return VersionLabel.BEFORE if view is View.BEFORE else VersionLabel.AFTER


def view_of(view: View, checked: CheckedMatter, switches: Switches, department_name: str) -> Chart | Comparison:
    """What a view shows of a matter; ``department_name`` is the full name as printed (单位规范全称).

    The title of a secret matter begins with its 密级.

    :raises ValueError: 优化后 of a matter that is cancelled.
    """
    shown = _view(view, checked, switches, department_name)
    marking = checked.matter.marking
    return replace(shown, title=f"【{marking}】{shown.title}") if marking else shown


def _view(view: View, checked: CheckedMatter, switches: Switches, department_name: str) -> Chart | Comparison:
    match view:
        case View.BEFORE:
            return chart_of(checked, VersionLabel.BEFORE, department_name)
        case View.AFTER:
            return chart_of(checked, VersionLabel.AFTER, department_name)
        case View.DIFFERENCE:
            return difference_chart(checked, compare(checked, switches), department_name)
        case View.SIDE:
            return comparison_of(checked, compare(checked, switches), department_name)
