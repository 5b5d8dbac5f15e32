"""The tests of the suite that try examples, each with ten times as many, and others in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import VARIABLE

ROOT = Path(__file__).parents[1]
TIMES = 10
MARKS = ("from hypothesis", "tests.effort", "tests.processes.declaration.hostile")
"""What a file imports that has something to try."""
FILES = [
    path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "tests").rglob("test_*.py"))
    if any(mark in path.read_text(encoding="utf-8") for mark in MARKS)
]


def test_there_is_something_to_try() -> None:
    """The laws of charts and the planted defects are among them."""
    assert {"tests/renderers/flowcharts/test_layout_laws.py", "tests/rulebook/test_planted.py"} <= set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_more_examples_find_nothing_else(file: str) -> None:
    """What fails is shown as the suite shows it."""
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", file],
        cwd=ROOT,
        env={**os.environ, VARIABLE: str(TIMES)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout[-5000:] + result.stderr[-2000:]
