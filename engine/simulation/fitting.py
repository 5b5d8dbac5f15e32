"""How long steps really take, from a log: what was observed itself where it is much, else a lognormal distribution."""

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
ENOUGH = 100
"""From so many times on the observed durations are drawn themselves, without any form being taken for granted.

By the inequality of Dvoretzky, Kiefer and Wolfowitz (1956; Massart, 1990) every share is then known to within
√(ln(2/0.05) ÷ 2n) = 13.6 points with 95 % certainty, nine in ten rests on ten longer ones, and only one file in n + 1 =
101 would take longer than any that was observed, which resampling never draws. With fewer the tail is that of a
lognormal distribution. A. M. Law, Simulation Modeling and Analysis, ch. 6, on empirical distributions.
"""
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

    @property
    def resampled(self) -> bool:
        """Whether what was observed is drawn itself."""
        return self.duration.law is Law.EMPIRICAL


def fits_of(log: Log, steps: Iterable[str], calendar: Calendar) -> dict[str, Fit]:
    """Name of a step → its fit; those too rare are missing.

    The observed working days themselves from ``ENOUGH`` times on; with fewer the lognormal distribution by the moments
    of the logarithms (maximum likelihood).
    """
    names = {fold_name(name): name for name in steps}
    measured: dict[str, list[tuple[float, bool]]] = {}
    for trace in log.traces:
        before: Event | None = None
        for event in trace.events:
            name = names.get(fold_name(event.activity))
            start = event.started or (before.ended if before is not None else None)
            if name is not None and start is not None and event.ended is not None and start <= event.ended:
                days = _working_days(start, event.ended, calendar)
                measured.setdefault(name, []).append((days, event.started is None))
            before = event
    return {name: _fit(found) for name, found in measured.items() if len(found) >= LEAST_TIMES}


def _fit(found: list[tuple[float, bool]]) -> Fit:
    days = np.sort(np.array([one for one, _ in found]))
    waiting = any(waiting for _, waiting in found)
    if len(days) >= ENOUGH:
        observed = Duration(Law.EMPIRICAL, c=1.0, observed=tuple(days.tolist()))
        return Fit(observed, len(found), float(days.mean()), waiting)
    some = np.maximum(days, LEAST_DAYS)
    logs = np.log(some)
    duration = Duration(Law.LOGNORMAL, float(logs.mean()), float(logs.std()))
    return Fit(duration, len(found), float(some.mean()), waiting)


def _working_days(start: datetime, end: datetime, calendar: Calendar) -> float:
    """Working days between two moments, with the part of a day; never negative."""
    whole = calendar.reckon_count(start.date(), end.date())
    clock = (end - end.replace(hour=0, minute=0, second=0)) - (start - start.replace(hour=0, minute=0, second=0))
    return max(whole + clock.total_seconds() / _SECONDS, 0.0)
