"""The rule book run on texts laid over the exemplary project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.examining import examine
from processes.checking import check_project
from tests.declaring import Declared, write
from tests.rulebook.exemplary import EXEMPLARY


@pytest.fixture
def examined(tmp_path: Path) -> Callable[[str], Declared]:
    """Lays a text over the exemplary project and runs the whole rule book; each call makes a new project."""
    count = 0

    def make(text: str) -> Declared:
        nonlocal count
        count += 1
        root = write(tmp_path / f"项目{count}", text, EXEMPLARY)
        return Declared(root=root, checked=examine(check_project(root)))

    return make
