"""Many cases that wait for the people of the posts: the kernel, compiled where numba is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from importlib.util import find_spec
from types import FunctionType
from typing import Any

import numpy as np

from engine.simulation import kernel
from engine.simulation.routing import Floats, Ints, Routes
from engine.simulation.run import Run

FEW = 200_000
"""Events that plain Python gets through in a few seconds: about as long as loading or compiling takes."""


def arrivals_of(cases: int, days: float, seed: int | Sequence[int]) -> Floats:
    """When so many applications come in within ``days`` working days, each at any time, independently of the others."""
    return np.sort(np.random.Generator(np.random.PCG64(seed)).random(cases)) * days


def serve(routes: Routes, arrivals: Floats, officers: tuple[int, ...], seed: int, begins: Ints | None = None) -> Run:
    """Let the cases that come in at ``arrivals`` be worked on by so many ``officers`` a post (each at least 1).

    ``begins``: [cases], the node at which each begins, where ``routes`` are those of several processes. The same seed
    gives the same cases, compiled or not.
    """
    if any(number < 1 for number in officers):
        raise ValueError("a post without officers ends no work")
    tables = (
        routes.kind,
        routes.post,
        routes.law,
        routes.a,
        routes.b,
        routes.c,
        routes.sample,
        routes.first,
        routes.target,
        routes.until,
        routes.need,
        routes.slot,
        routes.clock,
    )
    dice = np.random.Generator(np.random.PCG64(seed))
    joins = int(routes.slot.max(initial=-1)) + 1
    if begins is None:
        begins = np.full(len(arrivals), routes.start, np.int64)
    # A case and a step is about an event; of several processes a case has the steps of one.
    run = kernel_for(len(arrivals) * len(routes.keys) // len(np.unique(begins)))
    return Run(arrivals, *run(dice, arrivals, begins, tables, np.array(officers, dtype=np.int64), joins))


def kernel_for(events: int) -> Callable[..., Any]:
    """The kernel: as plain Python where about so many events are over before anything is loaded, else compiled."""
    return _compiled() if is_large(events) else kernel.run


def is_large(events: int) -> bool:
    """Whether so many events are for the compiled kernel."""
    return events >= FEW


def is_compiled() -> bool:
    """Whether this installation can compile the kernel."""
    return find_spec("numba") is not None


@contextmanager
def telling_of_compiling(tell: Callable[[], None]) -> Iterator[None]:
    """Call ``tell`` once if inside of this the kernel really is compiled, not when it is found where it is kept.

    numba says so itself, when it has looked for what it keeps and has not found it (``numba.core.event``).
    """
    with _compiling(tell) if is_compiled() else nullcontext():
        yield


@contextmanager
def _compiling(tell: Callable[[], None]) -> Iterator[None]:
    from numba.core import event  # noqa: PLC0415 - optional, and a second to load

    class Told(event.Listener):
        told = False

        def on_start(self, _event: object) -> None:
            if not self.told:
                self.told = True
                tell()

        def on_end(self, _event: object) -> None:
            """That it is over is not told."""

    with event.install_listener("numba:compile", Told()):
        yield


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
