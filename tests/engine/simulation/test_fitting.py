"""Durations of steps from a log."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import exp

import numpy as np
import pytest

from engine.simulation.fitting import fits_of
from engine.simulation.routing import Law
from processes.calendars.calendar import calendar_of
from processes.model.log import Event, Log, Trace

MONDAY = datetime(2018, 3, 5)  # noqa: DTZ001 - logs are in local time


def test_a_lognormal_step_is_found_again() -> None:
    """2,000 files whose 审查 takes lognormally long within a week: mean and deviation of the logarithms within 5 %."""
    drawn = np.exp(np.random.Generator(np.random.PCG64(1)).normal(0.0, 0.3, 2000))
    traces = tuple(
        Trace(str(number), (Event("审查", MONDAY + timedelta(days=float(days)), MONDAY),))
        for number, days in enumerate(drawn)
        if days < 4
    )
    fit = fits_of(Log("记录.csv", traces), ["审查", "决定"], calendar_of())["审查"]
    assert fit.duration.law is Law.LOGNORMAL
    assert exp(fit.duration.a) == pytest.approx(1.0, rel=0.05)
    assert fit.duration.b == pytest.approx(0.3, rel=0.05)
    assert not fit.waiting


def test_without_beginnings_the_step_before_ends_where_it_begins() -> None:
    """受理 on Monday, 决定 on the Monday after: five working days, waiting included; a rare step has no fit."""
    events = (Event("受理", MONDAY), Event("决定", MONDAY + timedelta(days=7)))
    traces = tuple(Trace(str(number), events) for number in range(5))
    fits = fits_of(Log("记录.csv", traces), ["受理", "决定"], calendar_of())
    assert set(fits) == {"决定"}
    assert fits["决定"].mean == 5.0
    assert fits["决定"].waiting
    assert not fits_of(Log("记录.csv", traces[:4]), ["决定"], calendar_of())
