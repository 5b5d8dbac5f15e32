"""Cases walked as far as they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.walk.walk import Walk


@pytest.fixture(scope="session")
def normally() -> Callable[[Walk], Walk]:
    """The end of a case for which always the first choice is taken."""

    def run(walk: Walk, most: int = 200) -> Walk:
        for _ in range(most):
            if walk.end:
                break
            walk = walk.choose(walk.allowed()[0])
        return walk

    return run
