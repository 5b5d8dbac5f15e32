"""The critical path method on 联审联批: when each row begins at the earliest and at the latest (JGJ/T 121).

Every row begins as soon as its 先办 are finished, all rows without 先办 on day 0, when the 前置要件 are at hand
(工作方案 二(四)3). Times are exact, in days of one kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.projects.network import days_in, predecessors
from processes.model.folding import fold_name
from processes.model.limits import DayKind, TimeLimit
from processes.model.project import Task


@dataclass(frozen=True, slots=True)
class Activity:
    """工作: a row in its time; ``start`` is the earliest, ``latest`` the latest day on which it may begin.

    ``waits_for`` are the positions, among the activities of the schedule, of the rows that must be finished first.
    """

    task: Task
    limit: TimeLimit
    days: Fraction
    start: Fraction
    latest: Fraction
    waits_for: tuple[int, ...]

    @property
    def finish(self) -> Fraction:
        """The earliest day on which it is done."""
        return self.start + self.days

    @property
    def slack(self) -> Fraction:
        """总时差: by how many days it may slip before the whole project does."""
        return self.latest - self.start

    @property
    def is_critical(self) -> bool:
        """Whether the whole project slips with it (关键工作)."""
        return not self.slack


@dataclass(frozen=True, slots=True)
class Schedule:
    """The rows of a version in their time, as declared; none where they wait for each other in a ring.

    ``way`` are the positions of the rows on the longest way, in order; of equally long ways that declared first.
    """

    kind: DayKind
    activities: tuple[Activity, ...]
    way: tuple[int, ...]

    @property
    def days(self) -> Fraction:
        """最长路径: the days that the project takes."""
        return self.activities[self.way[-1]].finish if self.way else Fraction(0)

    @property
    def total(self) -> Fraction:
        """逐项相加: the days of all rows, one after the other."""
        return sum((activity.days for activity in self.activities), Fraction(0))


@dataclass(frozen=True, slots=True)
class Way:
    """The longest way through the rows: its length in days of one kind, and the rows on it in their order."""

    days: Fraction
    kind: DayKind
    tasks: tuple[Task, ...]


def longest_way(tasks: Sequence[Task], limits: Sequence[TimeLimit], kind: DayKind) -> Way:
    """The critical path; of equally long ones that which was declared first. No days where 先办 go in a ring."""
    schedule = schedule_of(tasks, limits, kind)
    return Way(schedule.days, kind, tuple(schedule.activities[index].task for index in schedule.way))


def schedule_of(tasks: Sequence[Task], limits: Sequence[TimeLimit], kind: DayKind) -> Schedule:
    """The rows with their earliest and latest times; of rows of one name (an error by itself) the last."""
    by_name = {fold_name(task.name): (task, limit) for task, limit in zip(tasks, limits, strict=True)}
    order = predecessors(tasks)
    days = {name: days_in(by_name[name][1], kind) for name in order}
    start: dict[str, Fraction] = {}
    came_from: dict[str, str | None] = {}
    for name, before in order.items():
        came_from[name] = max(before, key=lambda one: start[one] + days[one], default=None)
        start[name] = max((start[one] + days[one] for one in before), default=Fraction(0))
    last = max(order, key=lambda name: start[name] + days[name], default=None)
    end = start[last] + days[last] if last is not None else Fraction(0)
    due = dict.fromkeys(order, end)
    for name in reversed(order):
        for one in order[name]:
            due[one] = min(due[one], due[name] - days[name])
    position = {name: index for index, name in enumerate(name for name in by_name if name in order)}
    activities = tuple(
        Activity(
            task=by_name[name][0],
            limit=by_name[name][1],
            days=days[name],
            start=start[name],
            latest=due[name] - days[name],
            waits_for=tuple(position[one] for one in dict.fromkeys(order[name])),
        )
        for name in position
    )
    way: list[int] = []
    while last is not None:
        way.append(position[last])
        last = came_from[last]
    return Schedule(kind, activities, tuple(reversed(way)))
