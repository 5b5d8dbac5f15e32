"""The commands of ``zaizao``: one file per command, found by walking this package.

A command is a module whose name has no leading underscore, with a click command called ``command``. A command of two
words (verify-package) has an underscore between them in the name of its module.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping

import click


def names() -> tuple[str, ...]:
    """The names of all commands, in alphabetical order."""
    modules = (info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in modules))


def load(name: str) -> click.Command:
    """The command called ``name``; only its module is imported."""
    command = importlib.import_module(f"{__name__}.{name.replace('-', '_')}").command
    assert isinstance(command, click.Command)
    command.options_metavar = "[选项]"
    return command


def all_commands() -> Mapping[str, click.Command]:
    """Name → command."""
    return {name: load(name) for name in names()}


def all_acts() -> Mapping[str, click.Command]:
    """As ``all_commands``, with the commands of groups in the place of these: ``case start`` → command."""
    return dict(_acts("", all_commands()))


def _acts(prefix: str, found: Mapping[str, click.Command]) -> Iterator[tuple[str, click.Command]]:
    for name, command in found.items():
        if isinstance(command, click.Group):
            context = click.Context(command)
            inner = ((one, command.get_command(context, one)) for one in command.list_commands(context))
            yield from _acts(f"{prefix}{name} ", {one: act for one, act in inner if act})
        else:
            yield f"{prefix}{name}", command
