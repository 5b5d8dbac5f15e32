"""Waiting in queues against theory, by runs enough that 2 % is far outside of chance.

In heavy traffic what a case waits hangs together with what the cases long before it waited: at M/M/10 with an occupancy
of 0.9 over 1 ÷ (√cμ − √λ)² = 340 days, so that even of a million arrivals, one a day, the mean wait has a standard
error of 2.5 %. Each queue is therefore run with many seeds, which are independent of each other; the first cases, which
find the office empty, are left out. Of the means of the runs a confidence interval is made (Student's t; A. M. Law,
Simulation Modeling and Analysis, ch. 9, replication/deletion).
"""

from __future__ import annotations

import numpy as np
import pytest

from engine.simulation.joining import joined
from engine.simulation.queued import arrivals_of, serve
from engine.simulation.run import Run
from tests.engine.simulation.test_loops import erlang_c, office, station

CASES = 1_000_000
WARM = 20_000
"""Cases left out at the beginning: sixty times as long as waits hang together at the worst."""
RUNS = 50
T_95, T_999 = 2.01, 3.50
"""Quantiles of Student's t with 49 degrees of freedom, for two-sided 95 % and 99.9 %."""


def interval(means: list[float]) -> tuple[float, float]:
    """The mean of the runs, and its standard error."""
    return float(np.mean(means)), float(np.std(means, ddof=1) / len(means) ** 0.5)


@pytest.mark.parametrize(("servers", "occupancy"), [(1, 0.5), (3, 0.8), (10, 0.7), (10, 0.9)])
def test_waiting_is_that_of_erlang_within_two_percent(servers: int, occupancy: float) -> None:
    """C(c, a) ÷ (cμ − λ) is within 2 % of the mean wait of 50 runs, and within its interval of 99.9 %.

    The interval of 95 % is itself narrower than ±2 %, so that the first could not be had by chance. A case waits what
    it takes without its work, which is ``mean`` days on average. Measured at M/M/10 with 0.9: 6.008 ± 0.043, by Erlang
    6.019.
    """
    mean = servers * occupancy
    waits = []
    for seed in range(RUNS):
        served = serve(station(mean), arrivals_of(CASES, CASES, 2 * seed), (servers,), 2 * seed + 1)
        waits.append(float(served.days[WARM:].mean()) - mean)
    found, error = interval(waits)
    expected = erlang_c(mean, servers) / (servers / mean - 1)
    assert error * T_95 < 0.02 * expected
    assert found == pytest.approx(expected, rel=0.02)
    assert abs(found - expected) < T_999 * error


@pytest.mark.parametrize("shared", [False, True])
def test_littles_law_holds_within_one_percent(*, shared: bool) -> None:
    """Cases inside, counted at many moments, are arrivals a day times mean days: of one matter, and of two together."""
    for seed in range(5):
        served = _busy(seed, shared=shared)
        moments = np.linspace(0.1 * CASES, 0.9 * CASES, 200_000)
        came = (served.arrived >= moments[0]) & (served.arrived < moments[-1])
        inside = np.searchsorted(served.arrived, moments) - np.searchsorted(np.sort(served.ended), moments)
        assert inside.mean() == pytest.approx(
            served.days[came].mean() * came.sum() / (moments[-1] - moments[0]), rel=0.01
        )


def _busy(seed: int, *, shared: bool) -> Run:
    """A million cases of the office, or of two offices with the same posts; posts are busy for 6 and 7 parts of 10."""
    arrivals = arrivals_of(CASES, CASES, seed)
    if not shared:
        return serve(office(), arrivals, (4, 7), seed)
    table = joined([office(), office()], [np.array([0, 1]), np.array([0, 1])])
    begins = table.starts[np.random.Generator(np.random.PCG64(seed)).integers(0, 2, CASES)]
    return serve(table.routes, arrivals, (4, 7), seed, begins)
