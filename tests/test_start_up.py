"""How little a command loads before it begins, told by counting modules: times would be noise."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SLOW = (
    "yaml networkx xlsxwriter transitions rich.console rich.progress concurrent.futures.process "
    "importlib.metadata processes.checking processes.model.matter"
)
SAMPLE = ROOT / "samples" / "hailin"
MATTER = "粮食局/01-粮食收购资格认定.yaml"


def loaded(words: list[str], names: str, folder: Path) -> list[str]:
    """Which of these modules a command line has loaded by its end, in a process of its own."""
    program = f"import sys, cli; cli.run({words}); print([name for name in {names.split()} if name in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program]
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return list(ast.literal_eval(result.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["new", "--help"]])
def test_help_is_quick(words: list[str]) -> None:
    """Nothing but click is needed for it, though the list of commands imports every command."""
    assert loaded(words, SLOW, ROOT) == []


NEVER = "sqlalchemy sqlmodel alembic transitions xlsxwriter typst numpy networkx"
"""What to load takes as long as all the rest of a command, or longer."""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["check", MATTER], f"{NEVER} rich.console rapidfuzz engine.diff.compare engine.diff.history"),
        (["check"], f"{NEVER} rich.console engine.diff.compare engine.diff.history"),
        (["diff", MATTER], NEVER),
        (["status"], NEVER),
    ],
)
def test_a_command_loads_only_what_it_needs(words: list[str], names: str) -> None:
    """Half of the time of most commands is that of loading modules."""
    assert loaded(words, names, SAMPLE) == []


def test_garbage_is_seldom_looked_for() -> None:
    """Commands make little of it: it is looked for 32 times here, 91 times at the pace of Python itself."""
    counting = "print(sum(one['collections'] for one in gc.get_stats()))"
    program = (
        f"import atexit, gc, sys, cli; atexit.register(lambda: {counting}); sys.argv = ['zaizao', 'target']; cli.main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=SAMPLE, env=environment, capture_output=True, check=True)
    assert int(result.stdout.splitlines()[-1]) < 60
