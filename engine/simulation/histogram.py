"""Days of many cases in steps that people count in, the same for all sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from engine.simulation.routing import Floats

_MOST = 16
"""Steps at most, without the last, open one."""
_NEARLY_ALL = 99
"""Up to this percentile of the slowest side; what lies beyond is in the open step."""


@dataclass(frozen=True, slots=True)
class Bin:
    """From ``low`` days up to but without ``high`` (None: open); ``shares`` are those of the cases, a side each."""

    low: int
    high: int | None
    shares: tuple[float, ...]


def histogram(sides: Sequence[Floats]) -> tuple[Bin, ...]:
    """The steps of 1, 2, 5, 10 … days."""
    reach = max(float(np.percentile(days, _NEARLY_ALL)) for days in sides)
    step = next(factor * 10**power for power in count() for factor in (1, 2, 5) if factor * 10**power * _MOST >= reach)
    number = int(reach // step) + 1
    edges = [index * step for index in range(number + 1)]
    shares = [np.bincount(np.minimum(days // step, number).astype(int), minlength=number + 1) for days in sides]
    bins = [
        Bin(low, high, tuple(float(one[index] / one.sum()) for one in shares))
        for index, (low, high) in enumerate(zip(edges, [*edges[1:], None], strict=True))
    ]
    return tuple(bins if any(bins[-1].shares) else bins[:-1])
