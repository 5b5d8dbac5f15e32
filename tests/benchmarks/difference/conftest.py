"""Generated samples, made once; and pairs as declared in a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.difference.claims import Pair
from benchmarks.difference.generator import Sample, samples
from processes.checking import check_project
from tests.declaring import Declared, write

COUNT = 24


@pytest.fixture(scope="session")
def hidden() -> tuple[Sample, ...]:
    """Samples whose steps are known by nothing but what is said of them."""
    return tuple(samples(COUNT, 11, hidden=True))


@pytest.fixture(scope="session")
def kept() -> tuple[Sample, ...]:
    """Samples whose steps have 标识 on both sides."""
    return tuple(samples(COUNT, 12, hidden=False))


@pytest.fixture
def pair(tmp_path: Path) -> Callable[[str], Pair]:
    """The pair of a matter file."""

    def read(text: str) -> Pair:
        declared = Declared(root=tmp_path, checked=check_project(write(tmp_path, text)))
        return Pair(text, declared.checked_matter)

    return read
