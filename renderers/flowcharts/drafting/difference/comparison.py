"""Difference → both charts side by side under their headline numbers (视图 对比)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from processes.model.matter import VersionLabel
from processes.model.process import START
from renderers.flowcharts.chart import Box, Chart, Comparison, Lane, Shape, Status
from renderers.flowcharts.drafting.charting import chart_of
from renderers.flowcharts.drafting.difference.both import Both
from renderers.flowcharts.drafting.difference.charting import CANCELLED
from renderers.flowcharts.drafting.difference.headlines import headlines
from renderers.flowcharts.drafting.wording import title, with_limit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.diff.compare import Difference
    from processes.model.process import CheckedMatter


def comparison_of(checked: CheckedMatter, difference: Difference, department_name: str) -> Comparison:
    """Both charts of a matter with the status of every box; ``difference`` is that between them.

    Of a cancelled matter the second chart says no more than that.
    """
    matter = checked.matter
    before = chart_of(checked, VersionLabel.BEFORE, department_name)
    if checked.after is None:
        charts = _all_removed(before), _nothing(before, title(matter, VersionLabel.AFTER))
    else:
        both = Both(checked, checked.after, difference, department_name)
        found = both.boxes
        charts = (
            _marked(before, {key: found[common] for key, common in both.keys.items() if common in found}),
            _marked(both.after, found),
        )
    return Comparison(
        title=f"{matter.name}流程优化前后对比", headlines=headlines(difference), before=charts[0], after=charts[1]
    )


def _marked(chart: Chart, found: Mapping[str, Box]) -> Chart:
    """The chart with what became of its boxes; a document that became a line in its step goes on."""
    kept = Box(key="", shape=Shape.DOCUMENT, status=Status.SAME)
    marks = {box.key: found.get(box.key, kept) for box in chart.boxes}
    return replace(
        chart,
        boxes=tuple(replace(box, status=marks[box.key].status, tags=marks[box.key].tags) for box in chart.boxes),
    )


def _all_removed(chart: Chart) -> Chart:
    return replace(chart, boxes=tuple(replace(box, status=Status.REMOVED) for box in chart.boxes))


def _nothing(before: Chart, name: str) -> Chart:
    """The chart of a version that there is not."""
    lane = Lane(START, CANCELLED)
    return replace(
        before,
        title=name,
        facts=with_limit(before.facts, lambda _: "取消"),
        notes=(),
        boxes=(Box(key=START, shape=Shape.TERMINAL, name=CANCELLED, lane=lane.key),),
        arrows=(),
        main=(START,),
        sides=(),
        lanes=(lane,),
    )
