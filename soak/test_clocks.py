"""A hundred thousand deadlines with suspensions, each equal to a walk day by day over another source of days off."""

from __future__ import annotations

import random
from pathlib import Path

from processes.checking import check_project
from tests.declaring import write
from tests.engine.cases.oracle import drawn
from tests.engine.cases.test_clocks import agrees
from tests.engine.cases.test_extending import extended_half_way
from tests.living import PERMIT

DEADLINES = 100_000
CASES = 10_000


def test_a_hundred_thousand_deadlines_equal_the_walk() -> None:
    """Working and natural days, hours, 即时; extended or not; pauses that overlap, touch, never end; seen any day."""
    chance = random.Random(42)  # noqa: S311 - a sample, no secret
    for number in range(DEADLINES):
        trial = drawn(chance)
        assert agrees(trial), (number, trial)


def test_ten_thousand_cases_that_were_extended_half_way_equal_the_walk(tmp_path: Path) -> None:
    """By the ledger of a case: the days count from the approval on, and only if the limit was not over by then."""
    chance = random.Random(42)  # noqa: S311 - a sample, no secret
    process = check_project(write(tmp_path, PERMIT)).matters[0].before
    assert sum(extended_half_way(chance, process) for _ in range(CASES)) > CASES // 10
