"""Every key of every kind of file, with many values that nobody would expect there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes.declaration.odd_values import NEVER, PLACES, SOMETIMES, stumbles


@pytest.mark.parametrize(("kind", "key"), PLACES, ids="-".join)
def test_an_odd_value_is_refused_or_read(kind: str, key: str, tmp_path: Path) -> None:
    """As in the suite, with more values."""
    assert stumbles(kind, key, (*NEVER, *SOMETIMES), tmp_path) == []
