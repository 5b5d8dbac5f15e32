"""20,000 odd but sound projects: no rule of the rule book raises, and what it says can be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulebook.odd import stumbles

EACH = 200


@pytest.mark.parametrize("start", range(0, 20_000, EACH))
def test_no_rule_stumbles_over_an_odd_project(start: int, tmp_path: Path) -> None:
    """As in the suite, with more projects."""
    assert stumbles(range(start, start + EACH), tmp_path) == []
