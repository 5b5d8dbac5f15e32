"""How long steps really take, from a log: a lognormal distribution for each step that the log has often enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from engine.simulation.routing import Duration, Law
from processes.calendars.calendar import Calendar
from processes.model.folding import fold_name
from processes.model.log import Event, Log

LEAST_TIMES = 5
"""A step that was done less often keeps what its limit says."""
LEAST_DAYS = 0.1
"""What a log has begun and ended at once took so many working days: logarithms need something."""
_SECONDS = 86400.0


@dataclass(frozen=True, slots=True)
class Fit:
    """The distribution of a step; ``times`` it was measured, ``mean`` in working days.

    ``waiting``: the log has no beginnings, so that the time since the step before is measured, with what the file lay.
    """

    duration: Duration
    times: int
    mean: float
    waiting: bool


def fits_of(log: Log, steps: Iterable[str], calendar: Calendar) -> dict[str, Fit]:
    """Name of a step → its fit by the moments of the logarithms (maximum likelihood); those too rare are missing."""
    names = {fold_name(name): name for name in steps}
    measured: dict[str, list[tuple[float, bool]]] = {}
    for trace in log.traces:
        before: Event | None = None
        for event in trace.events:
            name = names.get(fold_name(event.activity))
            start = event.started or (before.ended if before is not None else None)
            if name is not None and start is not None and event.ended is not None and start <= event.ended:
                days = max(_working_days(start, event.ended, calendar), LEAST_DAYS)
                measured.setdefault(name, []).append((days, event.started is None))
            before = event
    return {name: _fit(found) for name, found in measured.items() if len(found) >= LEAST_TIMES}


def _fit(found: list[tuple[float, bool]]) -> Fit:
    days = np.array([one for one, _ in found])
    logs = np.log(days)
    duration = Duration(Law.LOGNORMAL, float(logs.mean()), float(logs.std()))
    return Fit(duration, len(found), float(days.mean()), any(waiting for _, waiting in found))


def _working_days(start: datetime, end: datetime, calendar: Calendar) -> float:
    """Working days between two moments, with the part of a day; never negative."""
    whole = calendar.reckon_count(start.date(), end.date())
    clock = (end - end.replace(hour=0, minute=0, second=0)) - (start - start.replace(hour=0, minute=0, second=0))
    return max(whole + clock.total_seconds() / _SECONDS, 0.0)
