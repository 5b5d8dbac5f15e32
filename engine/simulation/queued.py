"""Many cases that wait for the people of the posts: the kernel, compiled where numba is installed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from engine.simulation import kernel
from engine.simulation.routing import Floats, Ints, Routes


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """What became of each case, of each node and of each post; times in working days.

    ``arrived`` and ``ended`` since the beginning; ``end`` is the number of the node. ``visits``, ``spent`` (at work) and
    ``waited`` (in the queue) are sums by node, ``worked`` and ``longest`` (queue) are by post.
    """

    arrived: Floats
    ended: Floats
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
    )
    dice = np.random.Generator(np.random.PCG64(seed))
    joins = int(routes.slot.max(initial=-1)) + 1
    found = _compiled()(dice, arrivals, tables, np.array(officers, dtype=np.int64), joins)
    return Served(arrivals, *found)


@cache
def _compiled() -> Callable[..., Any]:
    """The kernel, as quick as this installation can."""
    try:
        import numba  # noqa: PLC0415 - optional, and a second to load
    except ImportError:
        return kernel.run
    for name in ("duration", "sift_up", "sift_down"):
        setattr(kernel, name, numba.njit(getattr(kernel, name)))
    return numba.njit(kernel.run)  # type: ignore[no-any-return] - numba has no types
