"""Walks over the declared steps of a version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from processes.model.flow import Entry, StepEntry, walk
from processes.model.folding import fold_name
from processes.model.matter import Version


class MetStep(NamedTuple):
    """A declared step, its list of siblings, its depth in parallel blocks, and its 支线 (empty on the main path)."""

    entry: StepEntry
    siblings: tuple[Entry, ...]
    depth: int
    branch: str


def all_steps(version: Version) -> Iterator[MetStep]:
    """Every declared step: the main path first, then the side branches."""
    for met in walk(version.entries):
        yield MetStep(met.entry, met.siblings, met.depth, "")
    for name, branch in version.branches.items():
        for met in walk(branch.entries):
            yield MetStep(met.entry, met.siblings, met.depth, name)


def keys_of(entries: tuple[Entry, ...]) -> set[str]:
    """The folded keys of the steps of one list."""
    return {fold_name(entry.key) for entry in entries if isinstance(entry, StepEntry)}
