"""The laws of processes, over many more declarations than in the suite."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, seed, settings

from tests.flows import checked, matters
from tests.laws import LAWS


@pytest.mark.parametrize("number", range(10))
def test_every_law_holds(number: int) -> None:
    """500 declarations a seed."""

    @seed(number)
    @settings(max_examples=500, suppress_health_check=list(HealthCheck), database=None, deadline=None)
    @given(matters())
    def check(text: str) -> None:
        matter = checked(text)
        assume(matter is not None)
        assert matter is not None
        for process in (matter.before, matter.after):
            for law in LAWS if process else ():
                assert process is not None
                law(process, text)

    check()
