"""Simulated cases a second, beside simpy on the same model.

    python -m benchmarks.simulation [cases]

One model: 受理 with 补正 (a loop) and refusal, two branches side by side, 决定, 送达; four posts. Four runs: nobody is
waited for (goal: at least 3,000,000 cases a second); queues at every post (goal: a million cases in 2 seconds after
compilation); as many cases of twenty such matters with the same four posts, a department (goal: the same 2 seconds,
and linear in cases); and the queues with simpy on a sample (goal: at least 50 times as fast as simpy).
In processor seconds, which other work on the machine lengthens all the same; the best of the rounds. simpy is
installed beside the project (``pip install simpy``); without it its line is left out. The mean days of both must agree.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from typing import Any

import numpy as np

from engine.simulation.joining import joined
from engine.simulation.queued import arrivals_of, is_compiled, serve
from engine.simulation.routing import Duration, Kind, Law, Node, Routes, routes_of
from engine.simulation.unqueued import walk

CASES = 1_000_000
ROUNDS = 3
MATTERS = 20
SAMPLE = 20_000
"""Cases that simpy runs."""
OFFICERS = (5, 6, 4, 3)


def thirds(limit: float) -> Duration:
    """A triangular duration up to a limit."""
    return Duration(Law.TRIANGULAR, 0.25 * limit, 0.5 * limit, limit)


def model() -> Routes:
    """The model as tables."""
    return routes_of(
        (
            Node("受理", Kind.STEP, (("补正", 0.1), ("不予受理", 0.05), ("分", 0.85)), thirds(1), 0),
            Node("补正", Kind.STEP, (("受理", 1.0),), thirds(5), 0),
            Node("分", Kind.FORK, (("甲", 1.0), ("乙", 1.0)), closes="合"),
            Node("甲", Kind.STEP, (("合", 1.0),), thirds(5), 1),
            Node("乙", Kind.STEP, (("合", 1.0),), thirds(3), 2),
            Node("合", Kind.JOIN, (("决定", 1.0),)),
            Node("决定", Kind.STEP, (("送达", 0.95), ("不予许可", 0.05)), thirds(2), 3),
            Node("送达", Kind.STEP, (("办结", 1.0),), thirds(1), 0),
            Node("不予受理", Kind.STEP, (("完", 1.0),), thirds(1), 0),
            Node("不予许可", Kind.STEP, (("完", 1.0),), thirds(1), 0),
            Node("办结", Kind.END),
            Node("完", Kind.END),
        ),
        "受理",
    )


def best(run: Callable[[], object]) -> float:
    """Processor seconds of the quickest round."""
    rounds = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        run()
        rounds.append(time.process_time() - begin)
    return min(rounds)


def with_simpy(arrivals: np.ndarray[Any, np.dtype[np.float64]]) -> list[float]:
    """The same model in simpy: days of each case."""
    import simpy  # noqa: PLC0415 - a peer that need not be installed

    environment = simpy.Environment()
    posts = [simpy.Resource(environment, number) for number in OFFICERS]
    dice = np.random.Generator(np.random.PCG64(5))
    days: list[float] = []

    def work(post: int, limit: float) -> Generator[Any, Any, None]:
        with posts[post].request() as turn:
            yield turn
            yield environment.timeout(dice.triangular(0.25 * limit, 0.5 * limit, limit))

    def case(arrival: float) -> Generator[Any, Any, None]:
        yield environment.timeout(arrival)
        yield from work(0, 1)
        thrown = dice.random()
        while thrown < 0.1:
            yield from work(0, 5)
            yield from work(0, 1)
            thrown = dice.random()
        if thrown >= 0.15:
            yield environment.process(work(1, 5)) & environment.process(work(2, 3))
            yield from work(3, 2)
        yield from work(0, 1)
        days.append(environment.now - arrival)

    for arrival in arrivals:
        environment.process(case(float(arrival)))
    environment.run()
    return days


def main(cases: int) -> None:
    """Print the three lines and the ratio."""
    routes = model()
    walk(routes, 1000, 1)
    free = cases / best(lambda: walk(routes, cases, 1))
    print(f"nobody waited for: {free:,.0f} cases a second (goal 3,000,000)")
    begin = time.process_time()
    serve(routes, arrivals_of(cases // 10, cases // 10, 2), OFFICERS, 3)
    print(f"first run, {'with compiling or loading' if is_compiled() else 'not compiled: no numba'}: "
          f"{time.process_time() - begin:.1f} s")  # fmt: skip
    arrivals = arrivals_of(cases, cases, 2)
    seconds = best(lambda: serve(routes, arrivals, OFFICERS, 3))
    print(f"queues: {cases:,} cases in {seconds:.2f} s (goal 2 s a million), {cases / seconds:,.0f} a second")
    table = joined([routes] * MATTERS, [np.arange(len(OFFICERS))] * MATTERS)
    begins = table.starts[np.random.Generator(np.random.PCG64(4)).integers(0, MATTERS, cases)]
    together = best(lambda: serve(table.routes, arrivals, OFFICERS, 3, begins))
    print(
        f"department of {MATTERS} matters: {cases:,} cases in {together:.2f} s, {together / seconds:.2f} times as long"
    )
    few = arrivals_of(cases // 4, cases // 4, 2)
    quarter = best(lambda: serve(table.routes, few, OFFICERS, 3, begins[: cases // 4]))
    print(f"a quarter of them in {quarter:.2f} s, 1/{together / quarter:.1f} (linear: 1/4)")
    sample = arrivals_of(SAMPLE, SAMPLE, 2)
    try:
        begin = time.process_time()
        days = with_simpy(sample)
        took = time.process_time() - begin
    except ImportError:
        print("simpy is not installed: not compared")
        return
    ours = serve(routes, sample, OFFICERS, 3).days.mean()
    print(f"simpy: {SAMPLE / took:,.0f} cases a second, mean days {np.mean(days):.2f}, ours {ours:.2f}")
    print(f"ratio: {took / SAMPLE * cases / seconds:.0f} times as fast (goal 50)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES)
