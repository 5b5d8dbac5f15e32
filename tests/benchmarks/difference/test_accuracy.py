"""The engine on fixed generated pairs: what it got right once it gets right again."""

from __future__ import annotations

import pytest

from benchmarks.difference.generator import samples
from benchmarks.difference.ours import Ours
from benchmarks.difference.scoring import score

PAIRS = 60


@pytest.mark.parametrize("hidden", [False, True], ids=["标识 kept", "标识 hidden"])
def test_the_engine_says_of_generated_pairs_what_was_done(hidden: bool) -> None:
    """All of the 60 pairs of this seed; the goals over 500 unseen pairs are 97 % and 95 %."""
    found = score(Ours(), list(samples(PAIRS, 2026, hidden=hidden)))
    assert [number for number, _ in found.failed] == []
