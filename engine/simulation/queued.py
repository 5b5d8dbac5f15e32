"""Many cases that wait for the people of the posts: the kernel, compiled where numba is installed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from types import FunctionType
from typing import Any

import numpy as np

from engine.simulation import kernel
from engine.simulation.routing import Floats, Ints, Routes

FEW = 200_000
"""Events that plain Python gets through in a few seconds: about as long as loading or compiling takes."""


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """What became of each case, of each node and of each post; times in working days.

    ``arrived`` and ``ended`` since the beginning; ``counted`` are the days that count towards the limit; ``end`` is the
    number of the node. ``visits``, ``spent`` (at work) and
    ``waited`` (in the queue) are sums by node, ``worked`` and ``longest`` (queue) are by post.
    """

    arrived: Floats
    ended: Floats
    counted: Floats
    end: Ints
    visits: Ints
    spent: Floats
    waited: Floats
    worked: Floats
    longest: Ints

    @property
    def days(self) -> Floats:
        """How long each case took."""
        return self.ended - self.arrived


def arrivals_of(cases: int, days: float, seed: int) -> Floats:
    """When so many applications come in within ``days`` working days, each at any time, independently of the others."""
    return np.sort(np.random.Generator(np.random.PCG64(seed)).random(cases)) * days


def serve(routes: Routes, arrivals: Floats, officers: tuple[int, ...], seed: int) -> Served:
    """Let the cases that come in at ``arrivals`` be worked on by so many ``officers`` a post (each at least 1).

    The same seed gives the same cases, compiled or not.
    """
    if any(number < 1 for number in officers):
        raise ValueError("a post without officers ends no work")
    tables = (
        routes.start,
        routes.kind,
        routes.post,
        routes.law,
        routes.a,
        routes.b,
        routes.c,
        routes.first,
        routes.target,
        routes.until,
        routes.need,
        routes.slot,
        routes.clock,
    )
    dice = np.random.Generator(np.random.PCG64(seed))
    joins = int(routes.slot.max(initial=-1)) + 1
    # A case and a step is about an event.
    run = kernel_for(len(arrivals) * len(routes.keys))
    return Served(arrivals, *run(dice, arrivals, tables, np.array(officers, dtype=np.int64), joins))


def kernel_for(events: int) -> Callable[..., Any]:
    """The kernel: as plain Python where about so many events are over before anything is loaded, else compiled."""
    return _compiled() if is_large(events) else kernel.run


def is_large(events: int) -> bool:
    """Whether so many events are for the compiled kernel."""
    return events >= FEW


def is_compiled() -> bool:
    """Whether this installation can compile the kernel."""
    return find_spec("numba") is not None


@cache
def _compiled() -> Callable[..., Any]:
    """The kernel compiled, or as plain Python where numba is not installed.

    It is compiled once an installation: what numba made is kept beside the source, or in the user's cache folder.
    """
    try:
        import numba  # noqa: PLC0415 - optional, and a second to load
    except ImportError:
        return kernel.run
    names: dict[str, Any] = dict(vars(kernel))
    for name in ("duration", "sift_up", "sift_down", "run"):
        # A copy that calls compiled copies, so that the plain kernel stays plain.
        copy = FunctionType(getattr(kernel, name).__code__, names, name)
        names[name] = numba.njit(copy, cache=True)
    compiled: Callable[..., Any] = names["run"]
    return compiled
