"""The 环节 of a matter in their time: when each begins at the earliest, and which of them make up the critical path.

A 环节 begins when those before it are done; branches of a parallel block run beside each other (as ``关键路径``
reckons). What is 不计时限 takes no counted time (行政许可法 art. 45). Side branches are not part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.diff.comparison import compare_numbers
from engine.diff.days import NATURAL_PER_WORKING_DAY, Days
from engine.diff.deltas import TimeDelta
from engine.main_path import longest_path, longest_ways, main_graph
from processes.model.limits import DayKind
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, NodeKind, Process, Step


@dataclass(frozen=True, slots=True)
class Stretch:
    """A 环节 in its time, in days of its timeline's kind; ``row`` 0 is the critical path, others run beside it.

    Of a named block with a limit of its own: what the block may take longer than its branches.
    """

    step: Step
    start: Fraction
    days: Fraction
    row: int
    is_critical: bool

    @property
    def finish(self) -> Fraction:
        """When it is done."""
        return self.start + self.days

    @property
    def is_excluded(self) -> bool:
        """Whether its time is not counted (不计时限)."""
        return bool(self.step.limit.excluded)


@dataclass(frozen=True, slots=True)
class Timeline:
    """One version: ``stretches`` in order of time, ``path`` as long as the critical path, ``limit`` the version's own.

    All in days of one kind, that of ``limit``; ``is_converted``: working days stand as natural ones, 7 for 5.
    """

    label: VersionLabel
    stretches: tuple[Stretch, ...]
    path: Fraction
    limit: Days
    is_converted: bool

    @property
    def rows(self) -> int:
        """How many 环节 run at the same time at most."""
        return max((one.row for one in self.stretches), default=0) + 1

    @property
    def end(self) -> Fraction:
        """The last day of the steps and of the limit."""
        return max(self.path, Fraction(self.limit.value or 0))


@dataclass(frozen=True, slots=True)
class MatterTimes:
    """A matter in both versions; ``after`` is None when it is cancelled."""

    matter: Matter
    before: Timeline
    after: Timeline | None
    statutory: Days
    limits: TimeDelta

    @property
    def versions(self) -> tuple[Timeline, ...]:
        """Those there are."""
        return (self.before,) if self.after is None else (self.before, self.after)


def times_of(checked: CheckedMatter, switches: Switches) -> MatterTimes:
    """The timelines of a matter, its limits in one unit where the city converts (口径.混合日)."""
    numbers = compare_numbers(checked, switches)
    limits = numbers.time_limit
    after = _timeline(checked.after, limits.after) if checked.after else None
    return MatterTimes(checked.matter, _timeline(checked.before, limits.before), after, numbers.statutory, limits)


def _timeline(process: Process, limit: Days) -> Timeline:
    factor = NATURAL_PER_WORKING_DAY if limit.is_converted else Fraction(1)
    graph = main_graph(process)
    length, on_path = longest_path(graph)
    critical = set(on_path)
    found: list[Stretch] = []
    free: list[Fraction] = []
    done = longest_ways(graph)
    nodes = [(done[key][0] - graph.days[key], index, key) for index, key in enumerate(done)]
    for start, _, key in sorted(nodes):
        node, days = graph.nodes[key], graph.days[key]
        if node.step is None or node.kind is NodeKind.FORK or (node.kind is NodeKind.JOIN and not days):
            continue
        row = 0 if key in critical or not days else _row(free, start, days)
        found.append(Stretch(node.step, start * factor, days * factor, row, key in critical))
    return Timeline(process.version.label, tuple(found), length * factor, limit, limit.is_converted)


def _row(free: list[Fraction], start: Fraction, days: Fraction) -> int:
    """The first row below the critical path that is free by ``start``; ``free`` holds when each is free again."""
    index = next((index for index, day in enumerate(free) if day <= start), len(free))
    if index == len(free):
        free.append(start)
    free[index] = start + days
    return index + 1


def shown_kind(times: MatterTimes) -> DayKind | None:
    """The kind of day of the axis; a sound matter has but one, and none where nothing takes a day."""
    return next((one.limit.kind for one in times.versions if one.limit.kind is not None), None)
