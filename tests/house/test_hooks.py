"""The hooks that others' repositories can use: valid, and of commands and options that there are."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from commands import all_commands

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

KEYS = {"id", "name", "description", "entry", "language", "files", "types", "require_serial"}
"""Of those that pre-commit knows, the ones used here."""


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_valid(hook: dict[str, Any]) -> None:
    """What pre-commit demands is there, and nothing that it does not know; it is installed as a Python package."""
    assert {"id", "name", "entry", "language"} <= hook.keys() <= KEYS
    assert re.fullmatch(r"[a-z-]+", hook["id"])
    assert hook["language"] == "python"
    assert hook["require_serial"] is True
    assert hook["types"] == ["text"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_with_options_that_exist(hook: dict[str, Any]) -> None:
    """The program is the one that the package installs, and the command takes any number of files."""
    program, name, *options = shlex.split(hook["entry"])
    with (ROOT / "pyproject.toml").open("rb") as stream:
        assert program in tomllib.load(stream)["project"]["scripts"]
    parameters = all_commands()[name].params
    spellings = {word for one in parameters if isinstance(one, click.Option) for word in one.opts}
    assert set(options) <= spellings
    (target,) = (one for one in parameters if isinstance(one, click.Argument))
    assert target.nargs == -1


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("方案.yaml", True),
        ("市场监管局/01-食品经营许可.yaml", True),
        ("项目/市场监管局/单位.yaml", True),
        (".pre-commit-config.yaml", False),
        ("市场监管局/_草稿.yaml", False),
        ("市场监管局/说明.txt", False),
        ("市场监管局/旧.yml", False),
    ],
)
def test_a_hook_is_given_declarations(path: str, is_one: bool) -> None:
    """By their names, as they are read."""
    assert [bool(re.search(hook["files"], path)) for hook in HOOKS] == [is_one] * len(HOOKS)


def test_the_check_can_be_had_by_its_name() -> None:
    """It is what the guide tells of."""
    assert [hook["id"] for hook in HOOKS] == ["zaizao-check", "zaizao-fix"]
