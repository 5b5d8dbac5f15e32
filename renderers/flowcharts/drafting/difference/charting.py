"""Difference → chart: both versions of a matter in one (视图 差异)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.diff.changes.steps import StepKept
from renderers.flowcharts.chart import Box, Chart, Shape, Side, Status, blocks_of, keys_of
from renderers.flowcharts.drafting.charting import document_of, drafted, sides_of
from renderers.flowcharts.drafting.difference.both import Both
from renderers.flowcharts.drafting.difference.flowing import flowing
from renderers.flowcharts.drafting.difference.tagging import MOVED
from renderers.flowcharts.drafting.difference.weaving import Woven, woven
from renderers.flowcharts.drafting.difference.wording import became, with_uncounted
from renderers.flowcharts.drafting.wording import notes, with_limit

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from engine.diff.compare import Difference
    from processes.model.matter import Matter
    from processes.model.process import CheckedMatter, Process

CANCELLED = "本事项取消"


def difference_chart(checked: CheckedMatter, difference: Difference, department_name: str) -> Chart:
    """Both versions of a matter in one chart; ``difference`` is that between them (``engine.diff.compare``).

    What goes on is there once, under the number and at the place of 优化后; what went stands where it stood, under its
    old number. Every box and line has a status. ``department_name`` is the full name as printed (单位规范全称).
    """
    if checked.after is None:
        return _cancelled(checked, department_name)
    return _overlay(Both(checked, checked.after, difference, department_name), checked.after)


def title(matter: Matter) -> str:
    """The title of a chart of both versions."""
    return f"{matter.name}流程优化对照图"


def _overlay(both: Both, after: Process) -> Chart:
    boxes = both.boxes
    moved = {key for key, box in boxes.items() if MOVED in box.tags}
    structure = woven(_structure(both.before), _structure(both.after), moved)
    status = {key: box.status or Status.SAME for key, box in boxes.items()}
    before = (arrow for arrow in both.before.arrows if arrow.source in boxes and arrow.target in boxes)
    arrows = flowing(before, both.after.arrows, status)
    used = {box.lane for box in boxes.values() if box.shape is not Shape.BAR}
    matter = both.checked.matter
    return Chart(
        title=title(matter),
        unit=both.unit,
        facts=_facts(both.before.facts, both.after.facts),
        notes=(*_notes(both), *notes(matter.statutory.limit, both.checked.before, after)),
        boxes=_within(tuple(boxes.values()), used, structure),
        arrows=arrows,
        main=structure.main,
        sides=(
            *(Side(key, (document_of(key),)) for key in boxes if document_of(key) in boxes),
            *sides_of(structure.main, structure.sides, arrows),
        ),
        lanes=tuple(lane for lane in both.lanes[0] if lane.key in used),
    )


def _within(boxes: tuple[Box, ...], lanes: Container[str], structure: Woven) -> tuple[Box, ...]:
    """The boxes, with bars in one of ``lanes``: a bar whose holder holds nothing else goes where its block begins."""
    lane_of = {box.key: box.lane for box in boxes}
    for block in blocks_of((structure.main, *structure.sides)):
        if lane_of[block.fork] not in lanes or lane_of[block.join] not in lanes:
            inside = (lane_of[key] for key in keys_of((block,)) if lane_of[key] in lanes)
            lane = next(inside, "") or next(lane for lane in lane_of.values() if lane in lanes)
            lane_of |= {block.fork: lane, block.join: lane}
    return tuple(box if box.lane == lane_of[box.key] else replace(box, lane=lane_of[box.key]) for box in boxes)


def _structure(chart: Chart) -> Woven:
    """The columns of a chart, without the documents that stand beside them."""
    sides = (side.items for side in chart.sides if side.items != (document_of(side.anchor),))
    return Woven(chart.main, tuple(sides))


def _facts(before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The head of both: 旧 → 新 where a fact differs, under its name in 优化后 (承诺时限 was 优化前时限)."""
    return tuple((name, became(old, new)) for (_, old), (name, new) in zip(before, after, strict=True))


def _notes(both: Both) -> Iterator[str]:
    """What has become of the matter, and what the numbers count."""
    matter = both.checked.matter
    if matter.devolved_to:
        yield f"本事项下放至{matter.devolved_to}。"
    elif _unchanged(both):
        yield "本事项没有变化。"
    if any(box.number for box in both.boxes.values() if box.status is Status.REMOVED):
        yield "取消环节圆圈内为优化前的序号，其余圆圈内和“并入”“拆为”后为优化后的序号。"


def _unchanged(both: Both) -> bool:
    """Whether all that is said of the change is that the steps go on, as they were."""
    statuses = {box.status for box in both.boxes.values()}
    return statuses == {Status.SAME} and all(isinstance(change, StepKept) for change in both.difference.changes)


def _cancelled(checked: CheckedMatter, unit: str) -> Chart:
    """All of 优化前, gone."""
    matter = checked.matter
    chart = drafted(matter, checked.before, unit)
    reason = f"（{matter.cancel_reason}）" if matter.cancel_reason else ""
    return replace(
        chart,
        title=f"{title(matter)}({CANCELLED})",
        facts=with_limit(chart.facts, lambda limit: became(limit, "取消")),
        notes=(f"{CANCELLED}{reason}。", *chart.notes),
        boxes=tuple(replace(with_uncounted(box), status=Status.REMOVED) for box in chart.boxes),
        arrows=tuple(replace(arrow, status=Status.REMOVED) for arrow in chart.arrows),
    )
