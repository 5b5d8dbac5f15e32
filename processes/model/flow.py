"""流程 as written: the tree of entries of one version, before it is checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from processes.model.limits import TimeLimit
from processes.model.places import Placed, Text
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Placed):
    """程序: an act inside a 环节. ``people`` is the least number of people, 0 if not said."""

    name: str
    kind: str = ""
    people: int = 0
    statutory: str = ""
    excluded: str = ""
    origins: tuple[Text, ...] | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Exit(Placed):
    """One line of 去向: in case ``condition`` (empty = always) the file goes to ``target``."""

    condition: str
    target: Text


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry(Placed):
    """环节 as written. ``branches`` makes it a named parallel block; ``origins`` is 沿自 (None not written, () 无)."""

    name: str
    holders: tuple[Text, ...] = ()
    limit: TimeLimit | None = None
    procedures: Collection[Procedure] = ()
    exits: tuple[Exit, ...] = ()
    origins: tuple[Text, ...] | None = None
    outputs: tuple[Text, ...] = ()
    uses: tuple[Text, ...] = ()
    kinds: tuple[Text, ...] = ()
    uncounted: str = ""
    identifier: str = ""
    branches: tuple[tuple[Entry, ...], ...] = ()

    @property
    def key(self) -> str:
        """What 去向 and 沿自 call it: 标识, else the name."""
        return self.identifier or self.name


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class BlockEntry(Placed):
    """并联 without a name: ``branches`` start together and all end."""

    branches: tuple[tuple[Entry, ...], ...] = ()


Entry = StepEntry | BlockEntry


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class BranchDeclaration(Placed):
    """支线: a named list of entries off the main path; no entries = a standard branch switched off (无)."""

    name: str
    entries: tuple[Entry, ...] = ()


Branches = Mapping[str, BranchDeclaration]


class MetStep(NamedTuple):
    """A step met on a walk: its list of siblings, its depth in parallel blocks, its 支线 (empty on the main path)."""

    entry: StepEntry
    siblings: tuple[Entry, ...]
    depth: int
    branch: str


_quick_step: Callable[[tuple[StepEntry, tuple[Entry, ...], int, str]], MetStep] = partial(tuple.__new__, MetStep)
"""``MetStep(*parts)`` at half the cost; the rules walk every version."""


def walk(entries: tuple[Entry, ...], branch: str = "", depth: int = 0) -> list[MetStep]:
    """Every step of ``entries`` in written order, those inside parallel blocks included."""
    met: list[MetStep] = []
    for entry in entries:
        if isinstance(entry, StepEntry):
            met.append(_quick_step((entry, entries, depth, branch)))
        for parallel in entry.branches:
            met += walk(parallel, branch, depth + 1)
    return met
