"""Databases to soak: files, and a PostgreSQL that waits for the disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, running, why_not


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A PostgreSQL that waits for the disk, as one in an office does."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running(durable=True) as one:
        yield one


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new database."""
    if request.param == "sqlite":
        return str(tmp_path / "登记.db")
    one: Server = request.getfixturevalue("server")
    return one.database()
