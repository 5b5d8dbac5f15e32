"""The rule book on odd but sound declarations: no rule raises, and what it says can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.odd import project, stumbles

EACH = 10


@pytest.mark.parametrize("start", range(0, 60, EACH))
def test_no_rule_stumbles_over_an_odd_project(start: int, tmp_path: Path) -> None:
    """Whatever breadth and day; matters of every type, cancelled, devolved, secret, with blocks and 支线."""
    assert stumbles(range(start, start + EACH), tmp_path) == []


def test_a_seed_always_gives_the_same_project() -> None:
    """What was found once can be looked at again."""
    assert project(7) == project(7) != project(8)
