"""流程 as written: the tree of entries of one version, before it is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from processes.model.limits import TimeLimit
from processes.model.places import Placed, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Placed):
    """程序: an act inside a 环节. ``people`` is the least number of people, 0 if not said."""

    name: str
    kind: str = ""
    people: int = 0
    statutory: str = ""
    excluded: str = ""
    origins: tuple[Text, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit(Placed):
    """One line of 去向: in case ``condition`` (empty = always) the file goes to ``target``."""

    condition: str
    target: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry(Placed):
    """环节 as written. ``branches`` makes it a named parallel block; ``origins`` is 沿自 (None not written, () 无)."""

    name: str
    holders: tuple[Text, ...] = ()
    limit: TimeLimit | None = None
    procedures: tuple[Procedure, ...] = ()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockEntry(Placed):
    """并联 without a name: ``branches`` start together and all end."""

    branches: tuple[tuple[Entry, ...], ...] = ()


Entry = StepEntry | BlockEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchDeclaration(Placed):
    """支线: a named list of entries off the main path; no entries = a standard branch switched off (无)."""

    name: str
    entries: tuple[Entry, ...] = ()


Branches = Mapping[str, BranchDeclaration]


@dataclass(frozen=True, slots=True)
class WalkedStep:
    """A step met on a walk: its list of siblings, its index there, and the named block around it, if any."""

    entry: StepEntry
    siblings: tuple[Entry, ...]
    index: int
    block: StepEntry | None = None
    depth: int = field(default=0)


def walk(entries: tuple[Entry, ...], block: StepEntry | None = None, depth: int = 0) -> Iterator[WalkedStep]:
    """Every step of ``entries`` in written order, those inside parallel blocks included."""
    for index, entry in enumerate(entries):
        inner = block
        if isinstance(entry, StepEntry):
            yield WalkedStep(entry, entries, index, block, depth)
            if not entry.branches:
                continue
            inner = entry
        for branch in entry.branches:
            yield from walk(branch, inner, depth + 1)
