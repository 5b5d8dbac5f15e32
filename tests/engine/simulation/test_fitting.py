"""Durations of steps from a log."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import exp
from statistics import NormalDist

import numpy as np
import pytest

from engine.simulation.fitting import ENOUGH, fits_of
from engine.simulation.queued import serve
from engine.simulation.routing import Duration, Kind, Law, Node, Routes, routes_of
from engine.simulation.unqueued import walk
from processes.calendars.calendar import calendar_of
from processes.model.log import Event, Log, Trace

MONDAY = datetime(2018, 3, 5)  # noqa: DTZ001 - logs are in local time


def test_a_lognormal_step_is_found_again() -> None:
    """90 files, one at each quantile of a lognormal within a week: mean and deviation of the logarithms within 5 %."""
    drawn = [exp(0.3 * NormalDist().inv_cdf((number + 0.5) / 90)) for number in range(90)]
    traces = tuple(
        Trace(str(number), (Event("审查", MONDAY + timedelta(days=days), MONDAY),)) for number, days in enumerate(drawn)
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


def test_what_was_observed_often_enough_is_drawn_itself() -> None:
    """Of a hundred files the working days themselves, sorted; of one less a lognormal distribution."""
    days = [number % 4 for number in range(ENOUGH)]
    traces = tuple(
        Trace(str(number), (Event("审查", MONDAY + timedelta(days=some), MONDAY),)) for number, some in enumerate(days)
    )
    fit = fits_of(Log("记录.csv", traces), ["审查"], calendar_of())["审查"]
    assert fit.resampled
    assert fit.duration.observed == tuple(map(float, sorted(days)))
    assert fit.mean == sum(days) / ENOUGH
    fewer = fits_of(Log("记录.csv", traces[1:]), ["审查"], calendar_of())["审查"]
    assert fewer.duration.law is Law.LOGNORMAL


def twice_observed() -> Routes:
    """Two steps after each other, each with its own observations, nobody waited for; the second at half of the time."""
    return routes_of(
        (
            Node("审查", Kind.STEP, (("决定", 1.0),), Duration(Law.EMPIRICAL, c=1.0, observed=(1.0, 2.0, 2.0, 5.0))),
            Node("决定", Kind.STEP, (("完", 1.0),), Duration(Law.EMPIRICAL, c=0.5, observed=(20.0, 60.0))),
            Node("完", Kind.END),
        ),
        "审查",
    )


def test_observations_are_drawn_as_often_as_they_were_made() -> None:
    """Both loops: only sums of what was observed, 2 + 10 days a quarter of all, the mean of both together."""
    arrivals = np.arange(8000.0)
    for days in (walk(twice_observed(), 8000, 1).days, serve(twice_observed(), arrivals, (), 1).days):
        found, times = np.unique(np.round(days, 6), return_counts=True)
        assert found.tolist() == [11.0, 12.0, 15.0, 31.0, 32.0, 35.0]
        assert times[1] / 8000 == pytest.approx(0.25, abs=0.02)
        assert days.mean() == pytest.approx(22.5, rel=0.02)
