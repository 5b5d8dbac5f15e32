"""Laws of the chart of both versions, on realistic pairs: blocks, alternatives, loops, edits of every kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.difference.generator import sample
from engine.diff.compare import compare
from processes.checking import check_project
from processes.model.plan import Switches
from processes.model.process import START, CheckedMatter, NodeKind, Process
from renderers.flowcharts import Chart, comparison_of, difference_chart
from renderers.flowcharts.chart import Shape, Status, keys_of
from renderers.flowcharts.drafting.charting import MATERIALS, decision_of
from renderers.flowcharts.drafting.difference.pairs import pairs_of
from tests.effort import tried
from tests.engine.diff import trees
from tests.engine.diff.telling import checked_of

_seeds = st.integers(0, 10**6)
# A pair takes its time to be made: fewer of them, each with many edits.
_tried = settings(max_examples=tried(8))

SAMPLES = Path(__file__).parents[5] / "samples"
GOING_ON = {Status.SAME, Status.CHANGED}
Ends = tuple[str, str]


@lru_cache(32)
def _pair(seed: int) -> CheckedMatter:
    """A pair of 8–30 steps a side with 3–11 edits."""
    return sample(f"overlay/{seed}", hidden=seed % 2 == 0).pair.checked


def _overlay(checked: CheckedMatter) -> Chart:
    return difference_chart(checked, compare(checked, Switches()), "示范市示范局")


def _columns(chart: Chart) -> list[str]:
    """The boxes in the order of the structure."""
    return [*keys_of(chart.main), *(key for side in chart.sides for key in keys_of(side.items))]


def _check_boxes(checked: CheckedMatter, chart: Chart) -> None:
    """Every box stands once in the structure; steps and bars of either version are there once."""
    assert Counter(_columns(chart)) == Counter(box.key for box in chart.boxes)
    assert {box.status for box in chart.boxes} <= {*Status}
    for process, gone in ((checked.before, Status.ADDED), (checked.after, Status.REMOVED)):
        boxes = Counter(_kind(box.shape) for box in chart.boxes if box.status is not gone)
        assert process is None or boxes["bar"] == 2 * _number(process, NodeKind.FORK)
    assert all(side.anchor in _columns(chart) for side in chart.sides)
    assert {box.lane for box in chart.boxes} <= {lane.key for lane in chart.lanes}


def _kind(shape: Shape) -> str:
    return "bar" if shape is Shape.BAR else "other"


def _number(process: Process, kind: NodeKind) -> int:
    return sum(node.kind is kind for node in process.nodes)


def _check_numbers(checked: CheckedMatter, chart: Chart) -> None:
    """The printed numbers: each of 优化后 at what goes on or is new, and as many of 优化前 gone as are no more."""
    after = Counter(step.number for step in (checked.after.steps if checked.after else ()) if step.number)
    shown = Counter(box.number for box in chart.boxes if box.number and box.status is not Status.REMOVED)
    before = Counter(step.number for step in checked.before.steps if step.number)
    gone = Counter(box.number for box in chart.boxes if box.number and box.status is Status.REMOVED)
    assert shown == after
    assert gone <= before
    added = sum(bool(box.number) for box in chart.boxes if box.status is Status.ADDED)
    assert sum(after.values()) - added == sum(before.values()) - sum(gone.values()) + _newly_counted(checked)


def _newly_counted(checked: CheckedMatter) -> int:
    """Steps that go on and are numbered in 优化后 alone, less those numbered in 优化前 alone."""
    if checked.after is None:
        return 0
    old, new = _numbers(checked.before), _numbers(checked.after)
    onward = pairs_of(checked.before, checked.after).onward
    return sum(bool(new[there]) - bool(old[key]) for key, there in onward.items())


def _numbers(process: Process) -> dict[str, str]:
    return {
        node.key: node.step.number if node.step and node.kind is not NodeKind.JOIN else "" for node in process.nodes
    }


def _check_flows(checked: CheckedMatter, chart: Chart) -> None:
    """A flow of 优化后 is a line not removed, one of 优化前 alone a removed one; and nothing else is drawn."""
    assert checked.after is not None
    onward = pairs_of(checked.before, checked.after).onward
    old = {(_there(flow.source, onward), _there(flow.target, onward)) for flow in checked.before.flows}
    new = {(flow.source, flow.target) for flow in checked.after.flows}
    drawn = _flows(chart)
    assert {ends for ends, status in drawn.items() if status is Status.REMOVED} == old - new
    assert {ends for ends, status in drawn.items() if status is Status.ADDED} == new - old
    assert {ends for ends, status in drawn.items() if status in GOING_ON} == old & new


def _there(key: str, onward: Mapping[str, str]) -> str:
    return onward.get(key, f"{key}|前")


def _flows(chart: Chart) -> dict[Ends, Status | None]:
    """The ends of the flows that the lines stand for, without the boxes on their way."""
    keys = [box.key for box in chart.boxes]
    origins = {decision_of(key): key for key in keys if decision_of(key) in keys} | {MATERIALS: START}
    lines = [arrow for arrow in chart.arrows if not arrow.bare and arrow.target not in origins]
    found = {(origins.get(arrow.source, arrow.source), arrow.target): arrow.status for arrow in lines}
    assert len(found) == len(lines)
    return found


def _check_lines(chart: Chart) -> None:
    """No line is new at a box that is gone, and none gone at a box that is new; every box is reached."""
    status = {box.key: box.status for box in chart.boxes}
    for arrow in chart.arrows:
        ends = {status[arrow.source], status[arrow.target]}
        assert not (arrow.status is Status.ADDED and Status.REMOVED in ends)
        assert not (arrow.status is Status.REMOVED and Status.ADDED in ends)
    assert {box.key for box in chart.boxes} - {arrow.target for arrow in chart.arrows} == {START}


def _check_all(checked: CheckedMatter) -> None:
    chart = _overlay(checked)
    _check_boxes(checked, chart)
    _check_numbers(checked, chart)
    _check_lines(chart)
    if checked.after is not None:
        _check_flows(checked, chart)


@_tried
@given(seed=_seeds)
def test_every_step_and_every_flow_of_either_version_is_there_once(seed: int) -> None:
    """With its fate, whatever was done to the process."""
    _check_all(_pair(seed))


@settings(max_examples=tried(12))
@given(before=trees.lines(least=2, named=True), after=trees.lines(least=2, named=True))
def test_the_laws_hold_for_any_two_trees_of_the_same_steps(before: trees.Line, after: trees.Line) -> None:
    """Blocks, choices and lines that may be passed over, in versions that have nothing but their steps in common."""
    with TemporaryDirectory() as folder:
        text = f"优化前:\n{trees.written(before)}优化后:\n{trees.written(after)}"
        _check_all(checked_of(text, Path(folder)))


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_laws_hold_for_the_samples(project: str) -> None:
    """The cancelled and the devolved ones among them."""
    for checked in check_project(SAMPLES / project).matters:
        _check_all(checked)


@_tried
@given(seed=_seeds)
def test_a_version_compared_with_itself_stays_as_it_is(seed: int) -> None:
    """No flags, no blocks put around anything."""
    pair = _pair(seed)
    same = CheckedMatter(matter=pair.matter, before=pair.before, after=pair.before)
    chart = _overlay(same)
    assert {box.status for box in chart.boxes} == {Status.SAME}
    assert {arrow.status for arrow in chart.arrows} == {Status.SAME}
    assert not any(box.tags or box.was for box in chart.boxes)


@_tried
@given(seed=_seeds)
def test_side_by_side_a_box_has_the_fate_it_has_in_one_chart(seed: int) -> None:
    """What is gone is gone in the first chart alone, what is new is new in the second."""
    pair = _pair(seed)
    both = comparison_of(pair, compare(pair, Switches()), "示范市示范局")
    one = Counter(box.status for box in _overlay(pair).boxes if box.shape is not Shape.DOCUMENT)
    first, second = (
        Counter(box.status for box in chart.boxes if box.shape is not Shape.DOCUMENT)
        for chart in (both.before, both.after)
    )
    assert first[Status.ADDED] == second[Status.REMOVED] == 0
    assert first[Status.REMOVED] == one[Status.REMOVED]
    assert second == one - Counter({Status.REMOVED: one[Status.REMOVED]})
