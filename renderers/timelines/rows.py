"""The rows of a network in their lanes: departments in the order in which the work travels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.projects.network import departments_of
from renderers.timelines.pen import leading_of, lines_of

if TYPE_CHECKING:
    from engine.projects.schedule import Activity, Schedule

NAME, SMALL = 9.5, 8.0
"""Sizes of the name of a row and of the departments that take part in it."""
LANE_WIDTH, NAME_WIDTH = 84.0, 136.0
_PADDING = 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: ``position`` is that of the activity in the schedule, ``number`` the printed one."""

    position: int
    number: int
    top: float
    height: float
    name: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def y(self) -> float:
        """The middle, where the bar is."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Band:
    """The lane of a department."""

    name: tuple[str, ...]
    top: float
    height: float
    rows: tuple[Row, ...]


def bands_of(schedule: Schedule, top: float, row_height: float) -> tuple[Band, ...]:
    """The lanes from ``top`` on. A row of several departments stands in the lane of the leading one (牵头的在前)."""
    lanes: dict[str, list[int]] = {}
    activities = schedule.activities
    for position in sorted(
        range(len(activities)), key=lambda one: (activities[one].start, activities[one].finish, one)
    ):
        lead = next(iter(departments_of(activities[position].task)), "")
        lanes.setdefault(lead, []).append(position)
    bands: list[Band] = []
    number = 0
    for lead, positions in lanes.items():
        label = lines_of(lead, NAME, LANE_WIDTH - 2 * _PADDING, 3)
        rows: list[Row] = []
        y = top
        for position in positions:
            number += 1
            rows.append(_row(activities[position], position, number, y, row_height))
            y += rows[-1].height
        # A lane must hold its own label.
        missing = len(label) * leading_of(NAME) + _PADDING - (y - top)
        if missing > 0:
            last = rows[-1]
            rows[-1] = Row(last.position, last.number, last.top, last.height + missing, last.name, last.others)
            y += missing
        bands.append(Band(label, top, y - top, tuple(rows)))
        top = y
    return tuple(bands)


def _row(activity: Activity, position: int, number: int, top: float, height: float) -> Row:
    room = NAME_WIDTH - 24
    name = lines_of(activity.task.name, NAME, room, 3)
    others = departments_of(activity.task)[1:]
    along = lines_of(f"会同{'、'.join(others)}", SMALL, room, 2) if others else ()
    needed = len(name) * leading_of(NAME) + len(along) * leading_of(SMALL) + _PADDING
    return Row(position, number, top, max(height, needed), name, along)
