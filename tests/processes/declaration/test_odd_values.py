"""Every key of every kind of file, with values that nobody would expect there: refused, never stumbled over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes.declaration.odd_values import PLACES, stumbles

VALUES = ("", "[]", "{甲: {乙: [丙]}}", "甲 | 乙 | 丙 | 丁 | 戊")
"""``soak/`` tries more."""


@pytest.mark.parametrize(("kind", "key"), PLACES, ids="-".join)
def test_an_odd_value_is_refused_or_read(kind: str, key: str, tmp_path: Path) -> None:
    """With findings that a person can use; what is good for nothing is always found."""
    assert stumbles(kind, key, VALUES, tmp_path) == []
