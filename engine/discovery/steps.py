"""What a log knows of a step besides its place: who did it, how long it took, in how many cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from processes.calendars.calendar import Calendar
from processes.declaration.templates import MARK
from processes.model.log import Log, Trace

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class StepFacts:
    """``days``: what is written as 时限, in working days; 0 where the log has no times. ``note`` stands beside it."""

    holder: str
    days: int
    note: str

    @property
    def limit(self) -> str:
        """时限 as written."""
        return f"{self.days}工作日" if self.days else "无"


@dataclass(frozen=True, slots=True)
class Times:
    """The cases from their first event to their last: median, and what nine of ten stay within; working days."""

    median: int
    ninth: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is written of steps (activity → facts) and of the whole; ``office`` holds what nobody known does."""

    steps: Mapping[str, StepFacts]
    times: Times | None
    office: str


def known_of(log: Log, calendar: Calendar, is_unit: Callable[[str], bool], office: str) -> Known:
    """What a log knows. ``is_unit``: whether somebody is a unit that may hold a file."""
    return Known(step_facts(log, calendar, is_unit, office), whole_times(log, calendar), office)


def step_facts(log: Log, calendar: Calendar, known: Callable[[str], bool], office: str) -> dict[str, StepFacts]:
    """Activity → what is written of it. ``known``: whether somebody is a unit; ``office`` holds what nobody known does.

    How long a step took: working days from its start, or else from the event before it, to its end; the median of it is
    the limit, at least one day.
    """
    cases, done, holders = Counter[str](), dict[str, list[int]](), dict[str, Counter[str]]()
    for trace in log.traces:
        cases.update(set(trace.activities))
        for activity, days in _durations(trace, calendar):
            done.setdefault(activity, []).append(days)
        for event in trace.events:
            if event.resource:
                holders.setdefault(event.activity, Counter())[event.resource] += 1
    return {
        activity: _facts(
            cases[activity], sorted(done.get(activity, [])), holders.get(activity, Counter()), known, office
        )
        for activity in log.activities
    }


def _facts(cases: int, days: list[int], people: Counter[str], known: Callable[[str], bool], office: str) -> StepFacts:
    units = [name for name, _ in people.most_common() if known(name)]
    parts = [f"记录里 {cases} 件"]
    if days:
        parts.append(f"实际中位 {_middle(days)}、九成在 {ninth(days)} 工作日内")
    else:
        parts.append("记录里没有历时")
    if not units and people:
        names = "、".join(name for name, _ in people.most_common(_SHOWN))
        parts.append(f"办理的人:{names}{'等' if len(people) > _SHOWN else ''}")
    unsure = "时限、程序" if units else "承办、时限、程序"
    holder = units[0] if units else office
    return StepFacts(holder, max(1, _middle(days)) if days else 0, f"{MARK} 核对{unsure};{';'.join(parts)}")


def whole_times(log: Log, calendar: Calendar) -> Times | None:
    """How long the cases took; None where the log has no times."""
    found: list[int] = []
    for trace in log.traces:
        moments = [moment for event in trace.events for moment in (event.started, event.ended) if moment is not None]
        if len(moments) > 1:
            found.append(calendar.reckon_count(min(moments).date(), max(moments).date()))
    found.sort()
    return Times(_middle(found), ninth(found)) if found else None


def ninth(days: list[int]) -> int:
    """What nine of ten stay within; ``days`` sorted, not empty."""
    return days[max(0, -(-len(days) * 9 // 10) - 1)]


def _middle(days: list[int]) -> int:
    """The median, upwards."""
    return -int(-median(days) // 1)


def _durations(trace: Trace, calendar: Calendar) -> list[tuple[str, int]]:
    """Each event that has an end and a beginning, its own or the end before it."""
    found: list[tuple[str, int]] = []
    before: date | None = None
    for event in trace.events:
        start = event.started.date() if event.started else before
        if event.ended is not None:
            end = event.ended.date()
            if start is not None and start <= end:
                found.append((event.activity, max(0, calendar.reckon_count(start, end))))
            before = end
    return found
