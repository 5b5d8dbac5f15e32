"""One version of a matter through a year: by arrays where nobody is waited for, else through the queues of posts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.simulation.assumptions import Assumptions
from engine.simulation.modelling import Model, model_of
from engine.simulation.outcome import Outcome, outcome_of
from engine.simulation.queued import arrivals_of, serve
from engine.simulation.routing import Floats, Routes
from engine.simulation.run import Run
from engine.simulation.unqueued import walk
from engine.simulation.worked_days import WorkedDays
from processes.errors import WrongUsage
from processes.model.process import Process

_NOISE = 1e-6
"""How far from 0 rounding may leave a number of visits."""
_ENDLESS = 1000.0
"""A file that comes by a step so often on average is not a case any more."""


def simulate(process: Process, assumptions: Assumptions, worked: WorkedDays | None = None, matter: str = "") -> Outcome:
    """Let a process run. The same assumptions give the same numbers.

    ``matter`` is what ``volumes`` may name it. ``worked`` are the days of a calendar. Raises ``WrongUsage`` where
    probabilities do not add up, or where with them a case would never end.
    """
    model = model_of(process, assumptions)
    must_end(model)
    return outcome_of(model, run_of(model, assumptions, assumptions.cases_of(matter)), assumptions, worked)


def run_of(model: Model, assumptions: Assumptions, cases: int) -> Run:
    """The run itself, with so many ``cases`` a year.

    Arrivals and what becomes of them are drawn from two generators, so that more officers meet the same arrivals.
    """
    arrivals = arrivals_of(cases * assumptions.years, assumptions.horizon, 2 * assumptions.seed)
    own = 2 * assumptions.seed + 1
    if assumptions.officers is None:
        return walked_run(model, arrivals, own)
    places = tuple(assumptions.officers_of(post) * assumptions.hands for post in model.posts)
    return serve(model.routes, arrivals, places, own)


def walked_run(model: Model, arrivals: Floats, seed: int | Sequence[int]) -> Run:
    """The run of a model in which nobody is waited for."""
    walked = walk(model.routes, len(arrivals), seed)
    none, posts = np.zeros(len(walked.visits)), len(model.posts)
    return Run(
        arrived=arrivals,
        ended=arrivals + walked.days,
        counted=walked.counted,
        end=walked.end,
        visits=walked.visits,
        spent=walked.spent,
        waited=none,
        worked=np.zeros(posts),
        longest=np.zeros(posts, np.int64),
    )


def must_end(model: Model) -> None:
    """Raise ``WrongUsage`` naming a step that is never left, or nearly never."""
    times = expected_visits(model.routes)
    worst = int(np.argmax(times))
    if times[worst] > _ENDLESS:
        raise WrongUsage(
            f"照所写的概率,办件在「{model.labels[worst] or model.labels[0]}」处几乎出不来,永远办不完;请改小返回去向的概率。"
        )


def expected_visits(routes: Routes) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How often a case comes by each node on average: N = (I − Qᵀ)⁻¹ of the Markov chain; infinite where it stays.

    J. G. Kemeny, J. L. Snell, Finite Markov Chains, 1960. A JOIN takes its branches together, a FORK gives to each.
    """
    size = len(routes.keys)
    moves = np.zeros((size, size))
    for node in range(size):
        ways = range(routes.first[node], routes.first[node + 1])
        before = 0.0
        for way in ways:
            share = 1.0 if routes.closes[node] >= 0 else min(routes.until[way], 1.0) - before
            before = min(routes.until[way], 1.0)
            target = routes.target[way]
            moves[node, target] += share / max(int(routes.need[target]), 1)
    begin = np.zeros(size)
    begin[routes.start] = 1.0
    try:
        times = np.linalg.solve(np.eye(size) - moves.T, begin)
    except np.linalg.LinAlgError:
        return np.full(size, np.inf)
    return np.where(times < -_NOISE, np.inf, times)
