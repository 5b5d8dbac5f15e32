"""The declared steps of a version."""

from __future__ import annotations

from processes.model.flow import Entry, MetStep, StepEntry, walk
from processes.model.folding import fold_name
from processes.model.matter import Version


def all_steps(version: Version) -> tuple[MetStep, ...]:
    """Every declared step: the main path first, then the side branches."""
    met = walk(version.entries)
    for name, branch in version.branches.items():
        met += walk(branch.entries, name)
    return tuple(met)


def keys_of(entries: tuple[Entry, ...]) -> set[str]:
    """The folded keys of the steps of one list."""
    return {fold_name(entry.key) for entry in entries if isinstance(entry, StepEntry)}
