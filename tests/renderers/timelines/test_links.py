"""Lines between bars: level and upright, entering from outside, and never two of different bars on one another."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given

from engine.projects.schedule import Schedule, schedule_of
from processes.model.limits import DayKind, TimeLimit
from processes.model.project import Task
from renderers.flowcharts.geometry import segments
from renderers.timelines.links import Spot, links_of
from renderers.timelines.rows import bands_of
from tests.networks import networks, task

PER_DAY = 12.0


def placed(tasks: tuple[Task, ...]) -> tuple[Schedule, list[Spot]]:
    """A schedule and its bars, 12 points a day."""
    schedule = schedule_of(tasks, [one.limit or TimeLimit(None) for one in tasks], DayKind.WORKING)
    rows = {row.position: row for band in bands_of(schedule, 0.0, 22.0) for row in band.rows}
    return schedule, [
        Spot(PER_DAY * float(activity.start), PER_DAY * float(activity.finish), rows[index].y)
        for index, activity in enumerate(schedule.activities)
    ]


@given(networks())
def test_every_wait_is_a_line_of_right_angles(tasks: tuple[Task, ...]) -> None:
    """It begins at the end of one bar and ends on the rim of the other; there are as many lines as waits."""
    schedule, spots = placed(tasks)
    links = iter(links_of(schedule, spots))
    for target, activity in enumerate(schedule.activities):
        for source in activity.waits_for:
            points = next(links).points
            assert points[0] == (spots[source].right, spots[source].y)
            assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(points))
            goal, (x, y) = spots[target], points[-1]
            assert abs(y - goal.y) == goal.half or (y == goal.y and x <= goal.left)
            assert goal.left - goal.half <= x <= goal.right
    assert next(links, None) is None


@given(networks())
def test_the_lanes_hold_every_row_once_without_a_gap(tasks: tuple[Task, ...]) -> None:
    """Lane below lane, row below row; numbered from 1 on; every row in the lane of its leading department."""
    schedule, _ = placed(tasks)
    bands = bands_of(schedule, 5.0, 22.0)
    rows = [row for band in bands for row in band.rows]
    assert sorted(row.position for row in rows) == list(range(len(tasks)))
    assert [row.number for row in rows] == list(range(1, len(tasks) + 1))
    y = 5.0
    for band in bands:
        assert band.top == y
        for row in band.rows:
            assert row.top == y
            y += row.height
            assert schedule.activities[row.position].task.departments[0] == "".join(band.name)
        assert band.top + band.height == y
    assert len({band.name for band in bands}) == len(bands)


def test_lanes_stand_in_the_order_in_which_the_work_travels() -> None:
    """By when a department first has something to do, whatever the order of the rows."""
    tasks = (
        task("许可", "住建局", 5, "会审"),
        task("会审", "环保局", 4, "受理"),
        task("受理", "行政服务中心", 1),
        task("出证", "行政服务中心", 1, "许可"),
    )
    schedule, _ = placed(tasks)
    bands = bands_of(schedule, 0.0, 22.0)
    assert ["".join(band.name) for band in bands] == ["行政服务中心", "环保局", "住建局"]
    assert [schedule.activities[row.position].task.name for row in bands[0].rows] == ["受理", "出证"]


def test_lines_of_different_bars_that_end_together_stand_side_by_side() -> None:
    """甲 and 乙 end on the same day; 丙 waits for 甲, 丁 for 乙: their upright pieces are apart."""
    tasks = (
        task("甲", "一局", 3),
        task("乙", "二局", 3),
        task("丙", "三局", 2, "甲"),
        task("丁", "四局", 2, "乙"),
    )
    schedule, spots = placed(tasks)
    one, other = ([piece for piece in segments(link.points) if piece.vertical] for link in links_of(schedule, spots))
    assert all(abs(first.at - second.at) >= 4 for first in one for second in other)


def test_lines_out_of_one_bar_are_a_trunk_with_branches() -> None:
    """甲 → 乙, 丙, 丁: one upright line."""
    tasks = (task("甲", "一局", 3), *(task(name, f"{name}局", 4, "甲") for name in "乙丙丁"))
    schedule, spots = placed(tasks)
    uprights = [piece.at for link in links_of(schedule, spots) for piece in segments(link.points) if piece.vertical]
    assert len(uprights) == 3
    assert all(one == other for one, other in combinations(uprights, 2))


def test_a_line_is_critical_only_where_the_bars_touch() -> None:
    """甲 (5) and 乙 (2) before 丙: the way is 甲→丙; 乙→丙 has slack."""
    tasks = (task("甲", "一局", 5), task("乙", "二局", 2), task("丙", "三局", 1, "甲", "乙"))
    schedule, spots = placed(tasks)
    assert [link.is_critical for link in links_of(schedule, spots)] == [True, False]
