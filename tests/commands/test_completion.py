"""``zaizao completion``: the scripts for the shells, and what they are told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import commands
from tests.commands.conftest import Ran

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, zaizao: Callable[..., Ran]) -> None:
    """For the command as it is called."""
    ran = zaizao("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_ZAIZAO_COMPLETE" in ran.out
    assert f"{shell}_complete" in ran.out


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("zaizao ", set(commands.names())),
        ("zaizao check --", {"--格式", "--format", "--输出", "--output", "--帮助", "--help"}),
        ("zaizao check --格式 ", {"text", "json"}),
    ],
)
def test_what_is_completed(typed: str, expected: set[str]) -> None:
    """Commands, options, their values."""
    words = typed.split(" ")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "_ZAIZAO_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    command = [sys.executable, "-c", "import cli; cli.main()"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    found = {line.partition(",")[2] for line in result.stdout.splitlines()}
    assert expected <= found, result.stderr
