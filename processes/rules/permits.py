"""What the rules of 行政许可法 share: which matters they are about, and what a refusal has to leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.flow import walk
from processes.model.matter import Matter, Outcome, Version
from processes.model.places import Place
from processes.model.process import Process
from processes.rules.words import words_of

PERMIT = "行政许可"
EXTENDED_ALONE, EXTENDED_JOINT = 10, 15
"""Working days by which a limit of art. 42 (1), or of (2), may be made longer once."""
_LONGEST_ALONE = 20
"""Working days of a limit of art. 42 (1)."""

_PAPER = re.compile("书|凭证|文书|告知单|通知单")
"""Words that say in the name of a step or a procedure that something is handed out in writing."""


def is_permit(matter: Matter) -> bool:
    """Whether it is a 行政许可 that remains one: what is cancelled need not be mended any more."""
    return matter.kind == PERMIT and matter.after is not None


def permit_after(matter: Matter) -> Version | None:
    """优化后 of a permit that the department goes on handling; the process of the receiving level is not known."""
    return matter.after if matter.kind == PERMIT and matter.outcome is not Outcome.DEVOLVED else None


def is_after_of_permit(process: Process, matter: Matter | None) -> bool:
    """Whether the process is that of ``permit_after``."""
    return matter is not None and process.version is permit_after(matter)


def is_joint(matter: Matter) -> bool:
    """Whether several departments of the government handle it (art. 26 ¶2)."""
    return bool(matter.parallel_departments or matter.joint_departments)


def longest_extension(matter: Matter) -> int:
    """Working days by which art. 42 allows the limit of a permit to be made longer once."""
    return EXTENDED_JOINT if has_joint_limit(matter) else EXTENDED_ALONE


def has_joint_limit(matter: Matter) -> bool:
    """Whether art. 42 (2) applies: several departments, and more than the twenty days of (1)."""
    return is_joint(matter) and matter.statutory.limit.days > _LONGEST_ALONE


def refusal_faults(version: Version, name: str) -> Iterator[tuple[Place, str]]:
    """Where the side branch ``name`` is switched off, or is declared and hands out nothing in writing, and what it is.

    A branch that is not declared is the standard one, with its document.
    """
    branch = version.branches.get(name)
    if branch is None:
        return
    if not branch.entries:
        yield branch.place, f"支线「{name}」写了 无"
        return
    steps = [met.entry for met in walk(branch.entries)]
    for step in steps:
        if step.outputs or any(_PAPER.search(word) for word in words_of(step)):
            return
    yield steps[-1].place, f"支线「{name}」没有出具书面文书"
