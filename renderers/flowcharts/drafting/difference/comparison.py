"""Difference → both charts side by side under their headline numbers (视图 对比)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from processes.model.matter import VersionLabel
from processes.model.process import START
from renderers.flowcharts.chart import Box, Chart, Comparison, Lane, Shape, Status
from renderers.flowcharts.drafting.charting import drafted
from renderers.flowcharts.drafting.difference.both import Both
from renderers.flowcharts.drafting.difference.charting import CANCELLED
from renderers.flowcharts.drafting.difference.headlines import headlines
from renderers.flowcharts.drafting.difference.tagging import MERGED, SPLIT
from renderers.flowcharts.drafting.difference.wording import with_uncounted
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
    before = drafted(matter, checked.before, department_name)
    if checked.after is None:
        charts = _all_removed(before), _nothing(before, title(matter, VersionLabel.AFTER))
    else:
        both = Both(checked, checked.after, difference, department_name)
        found = both.boxes
        kept = Box(key="", shape=Shape.DOCUMENT, status=Status.SAME)
        # A document that became a line in its step has no box of its own, and goes on.
        old = {box.key: found.get(both.keys[box.key], kept) for box in before.boxes}
        charts = (
            _marked(before, {key: replace(box, tags=_tags_before(box)) for key, box in old.items()}),
            _marked(both.after, found),
        )
    return Comparison(
        title=f"{matter.name}流程优化前后对比", headlines=headlines(difference), before=charts[0], after=charts[1]
    )


def _marked(chart: Chart, found: Mapping[str, Box]) -> Chart:
    """The chart with what became of its boxes."""
    return replace(
        chart,
        boxes=tuple(
            replace(with_uncounted(box), status=found[box.key].status, tags=found[box.key].tags) for box in chart.boxes
        ),
    )


def _tags_before(box: Box) -> tuple[str, ...]:
    """What a box of 优化前 says that it comes to; the order in which it stands is a matter of 优化后."""
    if box.status is Status.REMOVED:
        return box.tags
    if MERGED in box.tags:
        return (f"并入{box.number or box.name}",)
    return (SPLIT,) if SPLIT in box.tags else ()


def _all_removed(chart: Chart) -> Chart:
    return replace(chart, boxes=tuple(replace(with_uncounted(box), status=Status.REMOVED) for box in chart.boxes))


def _nothing(before: Chart, name: str) -> Chart:
    """The chart of a version that there is not."""
    lane = Lane(START, before.unit)
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
