"""Registries to test with: each test is run on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from processes.store.registry import Registry
from tests.postgres import Server, running, why_not

BOTH = ("sqlite", "postgresql")
PATIENCE = 5.0
"""No test waits longer."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL for all tests of this process."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running() as one:
        yield one


@pytest.fixture(scope="session", params=BOTH)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database."""
    return str(request.param)


@pytest.fixture
def empty(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The URL of a database in which nothing is."""
    if kind == "sqlite":
        return str(tmp_path / "登记.db")
    server: Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables of a registry, to be copied."""
    file = tmp_path_factory.mktemp("made") / "登记.db"
    Registry.open(str(file)).close()
    return file


@pytest.fixture(scope="session")
def made_on_server(server: Server) -> str:
    """The name of a database with the tables of a registry, to be copied."""
    url = server.database()
    Registry.open(url).close()
    return url.rpartition("/")[2]


@pytest.fixture
def url(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The URL of a registry in which nothing has been filed."""
    if kind == "sqlite":
        shutil.copy(request.getfixturevalue("made"), tmp_path / "登记.db")
        return str(tmp_path / "登记.db")
    server: Server = request.getfixturevalue("server")
    return server.database(request.getfixturevalue("made_on_server"))


@pytest.fixture
def registry(url: str) -> Iterator[Registry]:
    """A registry in which nothing has been filed."""
    with Registry.open(url, patience=PATIENCE) as one:
        yield one


@pytest.fixture(scope="session")
def shared_url(kind: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> str:
    """The URL of a registry that many tests fill, each for departments of its own."""
    if kind == "sqlite":
        file = tmp_path_factory.mktemp("shared") / "登记.db"
        shutil.copy(request.getfixturevalue("made"), file)
        return str(file)
    server: Server = request.getfixturevalue("server")
    return server.database(request.getfixturevalue("made_on_server"))


@pytest.fixture(scope="session")
def shared(shared_url: str) -> Iterator[Registry]:
    """The registry at ``shared_url``."""
    with Registry.open(shared_url, patience=PATIENCE) as one:
        yield one


_NUMBERS = count(1)


@pytest.fixture
def department() -> str:
    """The name of a department that no other test has."""
    return f"第{next(_NUMBERS)}局"
