"""What ``zaizao init`` and ``zaizao new`` begin with: one YAML file a template, four fifths of it filled in.

``matters/`` has the kinds of 事项; a file more there is a template more. In a template ``$名称`` and the like stand for
what is known of the project, and ``★`` in a comment marks each line that only the analyst can fill in.
"""

from __future__ import annotations

from importlib.resources import files

JOINT = "联审联批"
"""The template of several matters approved together."""

MARK = "★"
"""Marks what is to be replaced."""


def matter_templates() -> tuple[str, ...]:
    """The names of the kinds of 事项, sorted."""
    found = (files(__name__) / "matters").iterdir()
    return tuple(sorted(file.name.removesuffix(".yaml") for file in found if file.name.endswith(".yaml")))
