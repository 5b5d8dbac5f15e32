"""A hundred thousand deadlines with suspensions, each equal to a walk day by day over another source of days off."""

from __future__ import annotations

import random

from tests.engine.cases.oracle import drawn
from tests.engine.cases.test_clocks import agrees

DEADLINES = 100_000


def test_a_hundred_thousand_deadlines_equal_the_walk() -> None:
    """Working and natural days, hours, 即时; pauses that overlap, touch, are empty, never end; seen early and late."""
    chance = random.Random(42)  # noqa: S311 - a sample, no secret
    for number in range(DEADLINES):
        trial = drawn(chance)
        assert agrees(trial), (number, trial)
