"""What ``zaizao case`` does: one file an act, found by its name."""

from __future__ import annotations

import importlib

import click

NAMES = ("start", "fire", "receive", "pause", "resume", "extend", "withdraw", "show", "list", "tick", "migrate")
"""The acts, in the order in which a case meets them; each is a module with a click command called ``command``."""


def load(name: str) -> click.Command:
    """The act called ``name``; only its module is imported."""
    command = importlib.import_module(f"{__name__}.{name}").command
    assert isinstance(command, click.Command)
    command.options_metavar = "[选项]"
    return command
