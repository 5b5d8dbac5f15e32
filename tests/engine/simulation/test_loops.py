"""The two loops that simulate, against the theory of queues, against each other, and against themselves."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.simulation import kernel, queued
from engine.simulation.joining import joined
from engine.simulation.queued import arrivals_of, serve, telling_of_compiling
from engine.simulation.routing import Clock, Duration, Kind, Law, Node, Routes, routes_of
from engine.simulation.run import Run
from engine.simulation.unqueued import walk

numba = pytest.importorskip("numba", reason="the fallback is what runs then, and is tested by the command")
SEED = 20180131
CASES = 250_000
"""Enough for the compiled kernel. What a million and many seeds show stands in the soak."""
FIELDS = ("ended", "counted", "end", "visits", "spent", "waited", "worked", "longest")


def thirds(limit: float) -> Duration:
    """A triangular duration up to a limit."""
    return Duration(Law.TRIANGULAR, 0.25 * limit, 0.5 * limit, limit)


def office() -> Routes:
    """受理 with 补正 and refusal, two branches of which one is not counted (听证), 决定, 送达."""
    return routes_of(
        (
            Node("受理", Kind.STEP, (("补正", 0.1), ("不予受理", 0.05), ("分", 0.85)), thirds(1), 0),
            Node("补正", Kind.STEP, (("受理", 1.0),), thirds(5), 0, clock=Clock.RESTARTS),
            Node("分", Kind.FORK, (("审查", 1.0), ("听证", 1.0)), closes="合"),
            Node("审查", Kind.STEP, (("合", 1.0),), thirds(5), 1),
            Node("听证", Kind.STEP, (("合", 1.0),), Duration(Law.LOGNORMAL, 1.0, 0.5), clock=Clock.STOPS),
            Node("合", Kind.JOIN, (("决定", 0.9), ("审查后", 0.1))),
            Node("审查后", Kind.STEP, (("决定", 1.0),), Duration(Law.EXPONENTIAL, 2.0), 1),
            Node("决定", Kind.STEP, (("归档", 1.0),), Duration(Law.FIXED, 1.0), 0),
            Node("归档", Kind.STEP, (("办结", 1.0),), Duration(Law.EMPIRICAL, c=0.5, observed=(0.0, 0.5, 2.0)), 0),
            Node("办结", Kind.END),
            Node("不予受理", Kind.END),
        ),
        "受理",
    )


def station(mean: float) -> Routes:
    """One post at which work takes exponentially long."""
    return routes_of(
        (Node("办", Kind.STEP, (("完", 1.0),), Duration(Law.EXPONENTIAL, mean), 0), Node("完", Kind.END)), "办"
    )


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """The kernel is compiled once a checkout, which takes its time: before the tests, not in the first of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(queued, "FEW", 0)
        serve(station(1.0), np.array([0.0]), (1,), 1)


def erlang_c(load: float, servers: int) -> float:
    """The probability of having to wait in M/M/c. A. K. Erlang, 1917."""
    last = load**servers / math.factorial(servers) * servers / (servers - load)
    return last / (sum(load**number / math.factorial(number) for number in range(servers)) + last)


@pytest.mark.parametrize(("servers", "occupancy"), [(1, 0.5), (3, 0.8), (10, 0.7)])
def test_waiting_is_that_of_erlang(servers: int, occupancy: float) -> None:
    """The mean wait at M/M/c is within 5 % of C(c, a) ÷ (cμ − λ), one arrival a day; within 2 % in the soak."""
    mean = servers * occupancy
    served = serve(station(mean), arrivals_of(CASES, CASES, SEED), (servers,), SEED + 1)
    expected = erlang_c(mean, servers) / (servers / mean - 1)
    assert served.waited[0] / CASES == pytest.approx(expected, rel=0.05)


def test_two_matters_with_the_same_officers_wait_as_one_of_both() -> None:
    """Two tables with one post, half of the arrivals each, make M/M/3 of both together; each waits as long."""
    mean = 2.4
    table = joined([station(mean), station(mean)], [np.array([0]), np.array([0])])
    begins = table.starts[np.arange(CASES) % 2]
    served = serve(table.routes, arrivals_of(CASES, CASES, SEED), (3,), SEED + 1, begins)
    expected = erlang_c(mean, 3) / (3 / mean - 1)
    for node in table.starts:
        assert served.waited[node] / (CASES / 2) == pytest.approx(expected, rel=0.05)


def test_littles_law_holds() -> None:
    """Cases inside, counted at many moments of a long run, are arrivals a day times the mean days of a case."""
    cases = CASES
    served = serve(office(), arrivals_of(cases, cases, SEED), (3, 6), SEED)
    moments = np.linspace(0.1 * cases, 0.9 * cases, 20_000)
    inside = np.searchsorted(served.arrived, moments) - np.searchsorted(np.sort(served.ended), moments)
    assert inside.mean() == pytest.approx(served.days.mean(), rel=0.02)


def test_plain_python_gives_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bit for bit, with queues, loops, branches, clocks, every law of durations, and two matters sharing a post."""
    table = joined([office(), office()], [np.array([0, 1]), np.array([0, 2])])
    begins = table.starts[np.arange(1500) % 2]
    arrivals = arrivals_of(1500, 1500, SEED)
    plain = serve(table.routes, arrivals, (2, 4, 4), SEED, begins)
    monkeypatch.setattr(queued, "FEW", 0)
    assert queued.kernel_for(1) is not kernel.run
    compiled = serve(table.routes, arrivals, (2, 4, 4), SEED, begins)
    assert plain.waited.sum() > 0
    for field in FIELDS:
        assert np.array_equal(getattr(plain, field), getattr(compiled, field)), field


def test_the_same_seed_gives_the_same_cases_and_another_others() -> None:
    """Both loops."""
    first, again, other = (walk(office(), 50_000, seed) for seed in (1, 1, 2))
    assert np.array_equal(first.days, again.days)
    assert not np.array_equal(first.days, other.days)
    one, same, third = (serve(office(), arrivals_of(300, 300, 1), (2, 4), seed) for seed in (1, 1, 2))
    assert np.array_equal(one.ended, same.ended)
    assert not np.array_equal(one.ended, third.ended)


def test_with_officers_enough_both_loops_agree() -> None:
    """Means of days, of counted days and the shares of the ends, within what chance leaves of 200,000 cases."""
    cases = 200_000
    walked = walk(office(), cases, SEED)
    served = serve(office(), arrivals_of(cases, cases, SEED), (1000, 1000), SEED)
    assert served.waited.sum() == 0
    assert walked.days.mean() == pytest.approx(served.days.mean(), rel=0.01)
    assert walked.counted.mean() == pytest.approx(served.counted.mean(), rel=0.01)
    assert walked.visits / cases == pytest.approx(served.visits / cases, abs=0.01)


def test_what_is_not_counted_is_left_out() -> None:
    """Two branches of 5 and of 9 days, the longer not counted, then 2 days: 11 in all, 7 counted."""
    routes = routes_of(
        (
            Node("分", Kind.FORK, (("甲", 1.0), ("乙", 1.0)), closes="合"),
            Node("甲", Kind.STEP, (("合", 1.0),), Duration(Law.FIXED, 5.0)),
            Node("乙", Kind.STEP, (("合", 1.0),), Duration(Law.FIXED, 9.0), clock=Clock.STOPS),
            Node("合", Kind.JOIN, (("丙", 1.0),)),
            Node("丙", Kind.STEP, (("完", 1.0),), Duration(Law.FIXED, 2.0)),
            Node("完", Kind.END),
        ),
        "分",
    )
    walked, served = walk(routes, 3, 1), serve(routes, np.array([0.0, 1.0, 2.0]), (), 1)
    assert walked.days.tolist() == served.days.tolist() == [11.0] * 3
    assert walked.counted.tolist() == served.counted.tolist() == [7.0] * 3


def test_first_come_first_served() -> None:
    """One officer, three files of two days at 0, 1 and 1.5: done at 2, 4 and 6; two of them lay there at once."""
    routes = routes_of((Node("办", Kind.STEP, (("完", 1.0),), Duration(Law.FIXED, 2.0), 0), Node("完", Kind.END)), "办")
    served: Run = serve(routes, np.array([0.0, 1.0, 1.5]), (1,), 1)
    assert served.ended.tolist() == [2.0, 4.0, 6.0]
    assert served.waited[0] == 1.0 + 2.5
    assert served.longest.tolist() == [2]


def test_a_post_needs_an_officer() -> None:
    """Nobody would ever be done."""
    with pytest.raises(ValueError, match="without officers"):
        serve(office(), np.array([0.0]), (0, 1), 1)


def test_compiling_is_told_only_where_it_happens() -> None:
    """Of a new function once; not of the kernel, which is kept, however new the process that loads it."""
    told: list[str] = []
    new = numba.njit(lambda days: days + 1)
    with telling_of_compiling(lambda: told.append("new")):
        assert [new(1), new(1.5)] == [2, 2.5]
    assert told == ["new"]
    queued._compiled.cache_clear()  # noqa: SLF001 - as in a process that has not loaded it yet
    with telling_of_compiling(lambda: told.append("kept")):
        serve(station(1.0), arrivals_of(queued.FEW, queued.FEW, 1), (2,), 1)
    assert told == ["new"]
