"""The day axis: where a day stands on the page, and which days are written under it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil

LEAST_STEP = 22.0
"""Least distance of two written days, in points."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Day 0 stands at ``left``; a day is ``per_day`` points long; the axis ends with day ``last`` (at least 1)."""

    left: float
    per_day: float
    last: int

    @property
    def right(self) -> float:
        """Where the axis ends."""
        return self.x(self.last)

    def x(self, day: Fraction | int) -> float:
        """Where a day ends, day 0 being the beginning."""
        return self.left + self.per_day * float(day)

    def days(self) -> Iterator[int]:
        """The days that are written: every one, second, fifth, tenth … as there is room."""
        steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
        step = next(step for step in steps if step * self.per_day >= LEAST_STEP)
        return iter(range(0, self.last + 1, step))


def scale_of(longest: Fraction, left: float, room: float) -> Scale:
    """The scale on which ``longest`` days fit into ``room`` points."""
    last = max(1, ceil(longest))
    return Scale(left, room / last, last)
