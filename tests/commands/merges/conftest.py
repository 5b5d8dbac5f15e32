"""What every test of ``zaizao merge`` begins with: the matter declared, and its forms made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.commands.merging import declare, make


@pytest.fixture
def declared(project: Path) -> Path:
    """The matter's file, in a project with nothing else."""
    return declare(project)


@pytest.fixture
def made(declared: Path, zaizao: Callable[..., Ran]) -> Callable[[str], Path]:
    """Makes the form of that number."""
    return lambda number: make(declared, zaizao, number)
