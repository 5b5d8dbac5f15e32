"""What came out of a simulated run: how long it took, how much in time, how busy the posts, where files lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.simulation.assumptions import Assumptions
from engine.simulation.modelling import Model
from engine.simulation.routing import Floats, Ints
from engine.simulation.run import Run
from engine.simulation.worked_days import WorkedDays
from processes.model.limits import DayKind, TimeLimit

Trues = NDArray[np.bool_]
HIGH = 90
"""The percentile beside the median: nine in ten cases are done by then."""


@dataclass(frozen=True, slots=True)
class Took:
    """How long the cases took, in working days: mean, median, nine in ten, longest."""

    mean: float
    median: float
    high: float
    longest: float


@dataclass(frozen=True, slots=True)
class PostOutcome:
    """A post. ``officers`` with ``places`` files in hand at once in all; None where nobody is waited for.

    ``load``: files at work at a time, on average, if all that comes in in the year is worked on in it (work brought in,
    in working days, divided by the days). ``wait``: mean days a file lies there each time, ``queue``: files lying there
    on average until the last end (arrivals × wait; J. D. C. Little, A proof for the queuing formula L = λW, 1961),
    ``longest``: the most at once.
    """

    name: str
    officers: int | None
    places: int | None
    load: float
    wait: float
    queue: float
    longest: int

    @property
    def occupancy(self) -> float | None:
        """占用率: beyond 1 more comes in than can be worked on, and the queue grows without end."""
        return None if self.places is None else self.load / self.places


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """A step: how often a case comes by, how long the work on it takes and how long it waits, each time."""

    name: str
    post: str
    visits: float
    work: float
    wait: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Result:
    """What came out of one version, of one matter or of several together; ``label`` is 优化前, 优化后.

    ``counted`` are the working days of every case towards the limit, ``counted_took`` and ``whole_took`` what they came
    to, and the days from application to end. ``kept`` is the share within the promise, None without one.
    """

    label: str
    cases: int
    counted: Floats
    counted_took: Took
    whole_took: Took
    kept: float | None
    posts: tuple[PostOutcome, ...]

    @property
    def busiest(self) -> PostOutcome | None:
        """The post with the highest occupancy, where posts are limited."""
        limited = [post for post in self.posts if post.occupancy is not None]
        return max(limited, key=lambda post: post.occupancy or 0.0, default=None)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Outcome(Result):
    """One version of a matter, simulated; ``ends``: what a case came to → share."""

    model: Model
    promise: TimeLimit
    in_time: Trues | None
    ends: tuple[tuple[str, float], ...]
    steps: tuple[StepOutcome, ...]


def outcome_of(
    model: Model, run: Run, assumptions: Assumptions, worked: WorkedDays | None, posts: tuple[str, ...] = ()
) -> Outcome:
    """The numbers of a run; ``worked`` are the days of a calendar, for limits in natural days.

    ``posts``: what the posts of the model are called, where they are shared.
    """
    promise = model.process.version.limit
    in_time = within(promise, run, worked)
    return Outcome(
        label=model.process.version.label,
        model=model,
        promise=promise,
        cases=len(run.ended),
        counted=run.counted,
        counted_took=took(run.counted),
        whole_took=took(run.ended - run.arrived),
        in_time=in_time,
        kept=None if in_time is None else float(in_time.mean()),
        ends=_ends(model, run),
        posts=posts_of(posts or model.posts, model.routes.post, run, assumptions),
        steps=tuple(_steps(model, run)),
    )


def within(promise: TimeLimit, run: Run, worked: WorkedDays | None) -> Trues | None:
    """Case → whether it ended within the promise; None for 无.

    The day on which a limit begins is not counted (民法通则 art. 154), so that what ends on the same day took none.
    """
    if promise.is_none:
        return None
    limit = float(promise.counted)
    first, last = np.floor(run.ended - run.counted), np.floor(run.ended)
    if promise.unit is not DayKind.NATURAL:
        return last - first <= limit
    if worked is None:
        return (last - first) * 7 / 5 <= limit
    return worked.ordinals(last) - worked.ordinals(first) <= limit


def took(days: Floats) -> Took:
    """What the days of cases come to."""
    middle, high = np.percentile(days, (50, HIGH))
    return Took(float(days.mean()), float(middle), float(high), float(days.max()))


def _ends(model: Model, run: Run) -> tuple[tuple[str, float], ...]:
    times = np.bincount(run.end, minlength=len(model.labels))
    return tuple((model.labels[node], float(times[node] / len(run.end))) for node in np.flatnonzero(times))


def posts_of(names: Sequence[str], post: Ints, run: Run, assumptions: Assumptions) -> tuple[PostOutcome, ...]:
    """The posts that were come to; ``post``: [nodes], the number in ``names`` of who works there."""
    found = []
    span = max(assumptions.horizon, float(run.ended.max()))
    limited = assumptions.officers is not None
    for number, name in enumerate(names):
        nodes = np.flatnonzero(post == number)
        visits, waited = int(run.visits[nodes].sum()), float(run.waited[nodes].sum())
        if visits:
            officers = assumptions.officers_of(name) if limited else None
            places = officers * assumptions.hands if officers is not None else None
            load = float(run.spent[nodes].sum()) / assumptions.horizon
            longest = int(run.longest[number])
            found.append(PostOutcome(name, officers, places, load, waited / visits, waited / span, longest))
    return tuple(found)


def _steps(model: Model, run: Run) -> list[StepOutcome]:
    found = []
    for number, key in enumerate(model.routes.keys):
        visits = int(run.visits[number])
        if key in model.steps and visits:
            post = model.routes.post[number]
            holder = model.posts[post] if post >= 0 else str(model.steps[key].holders[0])
            work, wait = float(run.spent[number]) / visits, float(run.waited[number]) / visits
            found.append(StepOutcome(model.labels[number], holder, visits / len(run.ended), work, wait))
    return found
