"""办完才能办: the lines from the end of a bar to the beginning of those that wait for it, level and upright only.

A line leaves its bar at the end, goes up or down just behind it, and enters the waiting bar from above, from below or,
where that begins later, from the left. Lines that come out on the same day and do not lead to the same bar stand side
by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import corners

if TYPE_CHECKING:
    from engine.projects.schedule import Schedule
    from renderers.flowcharts.geometry import Point

BAR, HALF = 12.0, 5.5
"""Height of a bar; half the height of a milestone."""
_APART = 4.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a bar or milestone is drawn."""

    left: float
    right: float
    y: float

    @property
    def is_milestone(self) -> bool:
        """Whether it takes no time."""
        return self.left == self.right

    @property
    def half(self) -> float:
        """Half its height."""
        return HALF if self.is_milestone else BAR / 2


@dataclass(frozen=True, slots=True)
class Link:
    """A line; ``is_critical`` when its delay is that of the whole project."""

    points: tuple[Point, ...]
    is_critical: bool


def links_of(schedule: Schedule, spots: Sequence[Spot]) -> tuple[Link, ...]:
    """All lines; ``spots`` as the activities of the schedule."""
    tracks = _tracks(schedule, spots)
    found: list[Link] = []
    for target, activity in enumerate(schedule.activities):
        for source in activity.waits_for:
            before = schedule.activities[source]
            critical = before.is_critical and activity.is_critical and before.finish == activity.start
            points = _points(spots[source], spots[target], tracks[spots[source].right, target])
            found.append(Link(points, critical))
    return tuple(found)


def _tracks(schedule: Schedule, spots: Sequence[Spot]) -> Mapping[tuple[float, int], int]:
    """(where the bars end, which bar waits) → how many lines stand between the bars' end and the upright piece.

    Lines out of the same bars are one trunk with branches.
    """
    sources: dict[tuple[float, int], list[int]] = defaultdict(list)
    for target, activity in enumerate(schedule.activities):
        for source in activity.waits_for:
            sources[spots[source].right, target].append(source)
    trunks: dict[float, dict[tuple[int, ...], list[int]]] = defaultdict(lambda: defaultdict(list))
    for (x, target), bars in sources.items():
        trunks[x][tuple(sorted(bars))].append(target)
    tracks: dict[tuple[float, int], int] = {}
    for x, own in trunks.items():
        taken: list[list[tuple[float, float]]] = []
        spans = {bars: _span([spots[index].y for index in (*bars, *targets)]) for bars, targets in own.items()}
        for trunk in sorted(own, key=lambda one: (spans[one][1] - spans[one][0], one)):
            low, high = spans[trunk]
            track = next((index for index, others in enumerate(taken) if _is_free(others, low, high)), len(taken))
            if track == len(taken):
                taken.append([])
            taken[track].append((low, high))
            tracks |= {(x, target): track for target in own[trunk]}
    return tracks


def _span(ys: Sequence[float]) -> tuple[float, float]:
    return min(ys), max(ys)


def _is_free(taken: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    return all(high < other_low or other_high < low for other_low, other_high in taken)


def _points(source: Spot, target: Spot, track: int) -> tuple[Point, ...]:
    down = target.y > source.y
    entry = target.y - target.half if down else target.y + target.half
    behind = source.right + (HALF if source.is_milestone else 0) + _APART * (track + 1)
    if target.left > source.right:
        # It begins later: the upright piece stands before it.
        before = HALF if target.is_milestone else 0
        x = min(behind, (source.right + target.left - before) / 2)
        return corners([(source.right, source.y), (x, source.y), (x, target.y), (target.left - before, target.y)])
    if target.is_milestone:
        return (source.right, source.y), (source.right, entry)
    x = min(behind, source.right + max(2.0, (target.right - target.left) * 0.8))
    return corners([(source.right, source.y), (x, source.y), (x, entry)])
