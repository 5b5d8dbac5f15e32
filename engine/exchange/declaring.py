"""A matter and its steps as they are declared, for formats that carry every fact."""

from __future__ import annotations

from collections.abc import Mapping

from processes.compilation.entries import all_steps
from processes.declaration.unreading import Declared, Tree, matter_tree, step_tree
from processes.model.matter import Matter, Version

__all__ = ["Declared", "Tree", "declared", "step_facts"]

_STRUCTURE = ("环节", "并联")
"""What a format tells by its own means: the name of a step, and what stands in it."""


def declared(matter: Matter) -> Declared:
    """The declaration of a matter."""
    return matter_tree(matter)


def step_facts(version: Version) -> Mapping[str, dict[str, Tree]]:
    """Key of a step, as in ``Step.key`` → the keys of its declaration, without its name and what stands in it."""
    found: dict[str, dict[str, Tree]] = {}
    for met in all_steps(version):
        key = f"{met.branch}/{met.entry.key}" if met.branch else met.entry.key
        found[key] = {name: value for name, value in step_tree(met.entry).items() if name not in _STRUCTURE}
    return found
