"""The critical path method: earliest and latest times, the longest way."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import networkx as nx
from hypothesis import given

from engine.projects.network import predecessors
from engine.projects.schedule import Schedule, longest_way, schedule_of
from processes.model.limits import DayKind, TimeLimit
from processes.model.project import Task
from tests.networks import networks, task


def scheduled(tasks: Sequence[Task], kind: DayKind = DayKind.WORKING) -> Schedule:
    """The schedule of rows with their own limits."""
    return schedule_of(tasks, [one.limit or TimeLimit(None) for one in tasks], kind)


def longest_of(tasks: Sequence[Task]) -> Fraction:
    """The longest path as networkx finds it: the days of a row are the weight of every arc into it."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    days = {one.name: one.limit.days if one.limit else Fraction(0) for one in tasks}
    for one in tasks:
        for before in (*one.predecessors, "开始"):
            graph.add_edge(str(before), one.name, weight=days[one.name])
    return Fraction(nx.dag_longest_path_length(graph))


@given(networks())
def test_the_length_is_that_of_the_longest_path(tasks: tuple[Task, ...]) -> None:
    """As another program reckons it, exactly."""
    schedule = scheduled(tasks)
    assert schedule.days == longest_of(tasks)
    assert schedule.days == longest_way(tasks, [one.limit or TimeLimit(None) for one in tasks], DayKind.WORKING).days


@given(networks())
def test_every_row_begins_when_the_last_before_it_is_done(tasks: tuple[Task, ...]) -> None:
    """Not sooner, not later; rows without 先办 on day 0."""
    schedule = scheduled(tasks)
    for activity in schedule.activities:
        assert activity.start == max((schedule.activities[one].finish for one in activity.waits_for), default=0)


@given(networks())
def test_a_row_may_slip_by_its_slack_and_no_more(tasks: tuple[Task, ...]) -> None:
    """One row longer by its slack leaves the whole as it is; longer by a bit more than that makes it longer."""
    schedule = scheduled(tasks)
    for index, activity in enumerate(schedule.activities):
        for more, longer in ((activity.slack, False), (activity.slack + 1, True)):
            limits = [TimeLimit(one.days, DayKind.WORKING) for one in schedule.activities]
            limits[index] = TimeLimit(activity.days + more, DayKind.WORKING)
            slipped = schedule_of([one.task for one in schedule.activities], limits, DayKind.WORKING)
            assert (slipped.days > schedule.days) is longer


@given(networks())
def test_the_way_is_a_chain_of_critical_rows(tasks: tuple[Task, ...]) -> None:
    """Each waits for the one before it, begins when that is done, and the days add up to the whole."""
    schedule = scheduled(tasks)
    way = [schedule.activities[index] for index in schedule.way]
    assert all(activity.is_critical for activity in way)
    assert sum(activity.days for activity in way) == schedule.days
    for earlier, activity in zip(schedule.way, way[1:], strict=False):
        assert earlier in activity.waits_for


@given(networks())
def test_the_order_puts_every_row_behind_those_it_waits_for(tasks: tuple[Task, ...]) -> None:
    """All rows are in it."""
    seen: set[str] = set()
    for name, before in predecessors(tasks).items():
        assert set(before) <= seen
        seen.add(name)
    assert len(seen) == len(tasks)


def test_of_equally_long_ways_the_first_declared_is_told() -> None:
    """甲→丙 and 乙→丙 both take 5 days; 乙 is critical all the same."""
    tasks = (task("甲", "发改局", 2), task("乙", "住建局", 2), task("丙", "住建局", 3, "乙", "甲"))
    schedule = scheduled(tasks)
    assert [schedule.activities[index].task.name for index in schedule.way] == ["乙", "丙"]
    assert [activity.is_critical for activity in schedule.activities] == [True, True, True]


def test_rows_in_a_ring_have_no_time() -> None:
    """The ring is an error of its own; here it is nothing, not a failure."""
    tasks = (task("甲", "发改局", 2, "乙"), task("乙", "住建局", 2, "甲"), task("丙", "住建局", 3))
    schedule = scheduled(tasks)
    assert (schedule.activities, schedule.days, schedule.total) == ((), 0, 0)


def test_a_row_that_waits_for_nobody_known_begins_at_once() -> None:
    """The unknown name is an error of its own."""
    (activity,) = scheduled((task("甲", "发改局", 2, "没有"),)).activities
    assert (activity.start, activity.waits_for) == (0, ())


def test_names_are_the_same_whatever_brackets_were_typed() -> None:
    """``审查（一）`` waits for as ``审查(一)``."""
    first, second = scheduled((task("审查（一）", "发改局", 2), task("乙", "住建局", 1, "审查(一)"))).activities
    assert (first.finish, second.start) == (2, 2)


def test_working_days_stand_as_natural_ones() -> None:
    """4 working days are 5.6 natural ones, counted as 6."""
    (activity,) = scheduled((task("甲", "发改局", 4),), DayKind.NATURAL).activities
    assert activity.days == 6
