"""Settings for all tests, golden texts, and declarations written in docstrings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from processes.checking import check_project
from tests.declaring import Declared, write
from tests.effort import EFFORT, tried

# A slow machine is no defect of what is tested. The examples are the same in every run, so that a run tells of the
# change that it is made for and of nothing else; the soak draws others each time, and more of them.
settings.register_profile("patient", deadline=None, derandomize=EFFORT == 1, max_examples=tried(40))
settings.load_profile("patient")

# What is filed in a test goes into its own registry, whatever the developer works with.
os.environ.pop("ZAIZAO_DATABASE", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite``: the golden texts are written anew; read the difference before it is committed."""
    parser.addoption("--rewrite", action="store_true", help="write the golden texts anew instead of comparing")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Callable[[str, Path], None]:
    """Compares a text with the golden one in a file, or writes that file anew when ``--rewrite`` is given."""
    rewrite = bool(request.config.getoption("--rewrite"))

    def compare(text: str, file: Path) -> None:
        if rewrite:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file.name} is missing: run the tests with --rewrite and read what was written"
        assert text == file.read_text(encoding="utf-8"), f"{file.name}: if this is meant, run with --rewrite"

    return compare


@pytest.fixture
def declare(tmp_path: Path) -> Callable[[str], Declared]:
    """Lays a text over the small project of ``tests/declaring.py`` and checks it; each call makes a new project."""
    count = 0

    def make(text: str) -> Declared:
        nonlocal count
        count += 1
        root = write(tmp_path / f"declared-{count}", text)
        return Declared(root=root, checked=check_project(root))

    return make


@pytest.fixture
def declared(request: pytest.FixtureRequest, declare: Callable[[str], Declared]) -> Declared:
    """The docstring of the test, laid over the small project and checked; what indents the docstring is taken off."""
    return declare(re.sub("^    ", "", request.function.__doc__.rstrip(), flags=re.MULTILINE) + "\n")
