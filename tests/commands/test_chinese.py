"""Nothing that click says reaches an analyst in English."""

from __future__ import annotations

import ast
from pathlib import Path

import click

from commands._chinese import translate

FOR_DEVELOPERS = (
    "Arguments take exactly one",
    "Boolean option",
    "Choice({choices})",
    "Could not determine name",
    "DeprecationWarning",
    "Error: The two entered values do not match.",
    "Invalid start character",
    "Name '{name}' defined twice",
    "No options defined",
    "Repeat for confirmation",
    "Confirm the action",
    "Unknown color",
    "Unknown standard stream",
    "Value must be an iterable",
    "deprecated",
    "(dynamic)",
    "{editor}",
    "{len_type} values",
    "{value!r} does not match the format",
    "{value!r} is not a valid UUID",
)
"""How texts begin that need a kind of option, or a mistake in the declaration of a command, that we do not have."""

SIGNS = ("d", "%(prog)s, version %(version)s")
"""No words: the key for days in a progress bar, and the version."""


def words_of_click() -> set[str]:
    """Every text that click passes to its look-up functions."""
    texts: set[str] = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext"):
                texts.update(a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str))
    return texts


def test_every_word_of_click_has_its_chinese() -> None:
    """All but what only developers of commands can be told."""
    words = words_of_click()
    assert "No such command {name!r}." in words
    english = {word for word in words if translate(word) == word and not word.startswith(FOR_DEVELOPERS)}
    assert english <= {*SIGNS}
