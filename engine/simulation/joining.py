"""The tables of several processes → one table, in which they share posts: what the loop with queues runs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from engine.simulation.routing import Ints, Law, Routes

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """One table.

    ``first`` is the number of the first node of each process, and at last of all nodes; ``starts`` where the cases of
    each begin.
    """

    routes: Routes
    first: tuple[int, ...]
    starts: Ints


def joined(parts: Sequence[Routes], posts: Sequence[Ints]) -> Joined:
    """The tables one below the other; ``posts``: of each process, number of its post → number of the shared post.

    JOINs keep their numbers, for a case stays in its process.
    """
    first = tuple(accumulate((len(one.keys) for one in parts), initial=0))
    ways = accumulate((len(one.target) for one in parts), initial=0)
    samples = accumulate((len(one.sample) for one in parts), initial=0)
    begins = list(zip(first, ways, samples, parts, strict=False))
    routes = Routes(
        keys=tuple(f"{number}:{key}" for number, one in enumerate(parts) for key in one.keys),
        start=parts[0].start,
        kind=np.concatenate([one.kind for one in parts]),
        post=np.concatenate([_shared(one.post, shared) for one, shared in zip(parts, posts, strict=True)]),
        law=np.concatenate([one.law for one in parts]),
        a=np.concatenate([np.where(one.law == Law.EMPIRICAL, one.a + sample, one.a) for _, _, sample, one in begins]),
        b=np.concatenate([one.b for one in parts]),
        c=np.concatenate([one.c for one in parts]),
        sample=np.concatenate([one.sample for one in parts]),
        first=np.concatenate(
            [*(one.first[:-1] + way for _, way, _, one in begins), [sum(len(p.target) for p in parts)]]
        ),
        target=np.concatenate([one.target + node for node, _, _, one in begins]),
        until=np.concatenate([one.until for one in parts]),
        need=np.concatenate([one.need for one in parts]),
        slot=np.concatenate([one.slot for one in parts]),
        closes=np.concatenate([np.where(one.closes >= 0, one.closes + node, -1) for node, _, _, one in begins]),
        clock=np.concatenate([one.clock for one in parts]),
    )
    return Joined(routes, first, np.array([one.start + node for node, _, _, one in begins], dtype=np.int64))


def _shared(own: Ints, shared: Ints) -> Ints:
    """Numbers of posts of a process as those of the shared ones; who is nobody stays nobody."""
    return np.append(shared, NOBODY)[own].astype(np.int64)
