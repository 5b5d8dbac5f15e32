"""Matters with nothing wrong but where their flow leads: of no use to anybody, but there is a process to be proved.

``zaizao check`` says which line is wrong (S103, S105, S106); a proof shows by a run what comes of it.
"""

from __future__ import annotations

from processes.checking import Checked, books_of, compiled, guards, of_matter
from processes.compilation.entries import all_steps
from processes.compilation.exits import FINISH, NEXT_STEP, branch_names
from processes.model.folding import fold_name
from processes.model.matter import Matter, Version
from processes.model.process import CheckedMatter
from processes.rules.rule import Context, Scope, law_day

_JUMP = "S103"
"""A 去向 that leads out of a block or into one leads somewhere all the same. S105 and S106 are told of processes."""


def astray(checked: Checked) -> tuple[CheckedMatter, ...]:
    """Of the matters that do not hold together those that have a process, in the workspace's order."""
    workspace = checked.workspace
    if workspace is None:
        return ()
    sound = {matter.file for matter in checked.sound}
    left = [matter for matter in workspace.matters if matter.file not in sound and not matter.faulty]
    if not left:
        return ()
    books, day = books_of(workspace), law_day(workspace.plan)
    departments = {one.name: one for one in workspace.departments}
    found = []
    for matter in left:
        book = books[matter.department]
        around = Context(workspace=workspace, department=departments[matter.department], book=book, day=day)
        if _has_process(matter, of_matter(matter, around)):
            found.append(compiled(matter, book))
    return tuple(found)


def _has_process(matter: Matter, context: Context) -> bool:
    modules = [one for one in guards().values() if one.RULE.scope is Scope.MATTER and one.RULE.blocks]
    others = (one for one in modules if one.RULE.code != _JUMP)
    if any(any(one.check(matter, context)) for one in others):
        return False
    return all(_leads_somewhere(matter, version) for version in matter.versions)


def _leads_somewhere(matter: Matter, version: Version) -> bool:
    """Whether every 去向 names something that there is."""
    steps = all_steps(version)
    names = {fold_name(name) for name in (NEXT_STEP, FINISH, *branch_names(matter, version))}
    names |= {fold_name(met.entry.key) for met in steps}
    return all(fold_name(exit_.target) in names for met in steps for exit_ in met.entry.exits)
