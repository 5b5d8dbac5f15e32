"""Declarations become processes here, and only here: rules first, then the processes, then the rules on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import processes.rules.guards
from processes.compilation.build import compile_process
from processes.compilation.entries import all_steps
from processes.compilation.holders import HolderBook
from processes.declaration.folder import NOTHING_UNSAVED, Texts, read_project_folder
from processes.judging import judge
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter, Version
from processes.model.process import CheckedMatter
from processes.model.workspace import Workspace
from processes.rules.rule import Context, RuleModule, Scope, law_day, rules_in


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What a project folder holds after checking.

    ``sound`` are the matters that hold together, in the workspace's order; ``findings`` all of them, in order of
    place; ``texts`` file → decoded text, for the source lines of findings.
    """

    workspace: Workspace | None
    sound: tuple[Matter, ...]
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def matters(self) -> tuple[CheckedMatter, ...]:
        """The sound matters with their processes, made when first asked for: checking alone does not need them."""
        if self.workspace is None:
            return ()
        books = books_of(self.workspace)
        return tuple(compiled(matter, books[matter.department]) for matter in self.sound)

    def matters_of(self, department: str) -> tuple[CheckedMatter, ...]:
        """The checked matters of one department."""
        return self._by_department.get(department, ())

    @cached_property
    def _by_department(self) -> Mapping[str, tuple[CheckedMatter, ...]]:
        found: dict[str, list[CheckedMatter]] = {}
        for checked in self.matters:
            found.setdefault(checked.matter.department, []).append(checked)
        return {name: tuple(matters) for name, matters in found.items()}


def guards() -> Mapping[str, RuleModule]:
    """Code → rule, of the rules that every command checks; the others are the rule book of ``zaizao check``."""
    return rules_in(processes.rules.guards)


def check_project(
    root: Path,
    only: Callable[[str], bool] = lambda _: True,
    advance: Callable[[], None] = lambda: None,
    unsaved: Texts = NOTHING_UNSAVED,
) -> Checked:
    """Read and check the project folder ``root``; parameters as in ``read_project_folder``."""
    workspace, findings, texts = read_project_folder(root, only, advance, unsaved)
    if workspace is None:
        return Checked(workspace=None, sound=(), findings=findings, texts=texts)
    sound, found = check_workspace(workspace)
    # What could not be read makes the rules stumble over the same line: there the first word is enough.
    # A warning or a hint takes nothing away: it must not hide why a matter cannot be used.
    read = {finding.place[:2] for finding in findings if finding.severity is Severity.ERROR}
    found = [finding for finding in found if finding.place[:2] not in read or finding.code[0] == "R"]
    ordered = tuple(sorted((*findings, *found), key=Finding.sort_key))
    return Checked(workspace=workspace, sound=sound, findings=ordered, texts=texts)


def check_workspace(workspace: Workspace) -> tuple[tuple[Matter, ...], list[Finding]]:
    """The matters that hold together, and what the guards find, with the plan's severities and acceptances."""
    by_scope: dict[Scope, list[RuleModule]] = {scope: [] for scope in Scope}
    modules = guards()
    for module in modules.values():
        by_scope[module.RULE.scope].append(module)
    findings: list[Finding] = []
    sound: list[Matter] = []
    books = books_of(workspace)
    plan = workspace.plan
    whole = Context(workspace=workspace, department=None, book=HolderBook(plan, None), day=law_day(plan))
    findings += _run(by_scope[Scope.WORKSPACE], workspace, whole)
    for project in workspace.projects:
        findings += _run(by_scope[Scope.PROJECT], project, whole)
    contexts = {
        department.name: replace(whole, department=department, book=books[department.name])
        for department in workspace.departments
    }
    for department in workspace.departments:
        findings += _run(by_scope[Scope.DEPARTMENT], department, contexts[department.name])
    checks = [module.check for module in by_scope[Scope.MATTER]]
    for matter in workspace.matters:
        around = contexts[matter.department]
        context = of_matter(matter, around)
        # What 优化后 takes over from 优化前 may be found at the same place twice.
        found = list(dict.fromkeys(finding for check in checks for finding in check(matter, context)))
        if matter.faulty or (found and _blocked(found)):
            findings += found
            continue
        if any(version.branches for version in matter.versions) or any(
            met.entry.exits for own in context.steps.values() for met in own
        ):
            found += _on_processes(compiled(matter, context.book), context, by_scope[Scope.PROCESS])
        # Without 去向 and 支线 a process is a series of steps and blocks: the rules on graphs cannot fail.
        findings += found
        if not _blocked(found):
            sound.append(matter)
    return tuple(sound), judge(workspace, findings, {code: module.RULE for code, module in modules.items()})


def of_matter(matter: Matter, around: Context) -> Context:
    """What surrounds a matter, in the surroundings of its department."""
    steps = {version.label: all_steps(version) for version in matter.versions if _is_own(version, matter)}
    # Made anew for every matter, and ``replace`` takes twice as long.
    return Context(
        workspace=around.workspace,
        department=around.department,
        book=around.book,
        day=around.day,
        matter=matter,
        steps=steps,
    )


def _is_own(version: Version, matter: Matter) -> bool:
    """Whether the version has steps of its own, or other surroundings; what it only takes over is checked before."""
    before = matter.before
    return (
        version is before
        or version.entries is not before.entries
        or version.branches != before.branches
        or version.offices != before.offices
        or bool(version.materials) != bool(before.materials)
    )


def books_of(workspace: Workspace) -> dict[str, HolderBook]:
    """Department → its look-up of units."""
    return {department.name: HolderBook(workspace.plan, department) for department in workspace.departments}


def compiled(matter: Matter, book: HolderBook) -> CheckedMatter:
    """A sound matter with its processes."""
    before = compile_process(matter, matter.before, book)
    after = None if matter.after is None else compile_process(matter, matter.after, book)
    return CheckedMatter(matter=matter, before=before, after=after)


def _run(modules: Iterable[RuleModule], subject: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401 - of the rule's scope
    for module in modules:
        yield from module.check(subject, context)


_BLOCKING = frozenset(module.RULE.code for module in guards().values() if module.RULE.blocks)


def _blocked(findings: Iterable[Finding]) -> bool:
    return any(finding.code in _BLOCKING for finding in findings)


def _on_processes(checked: CheckedMatter, context: Context, modules: Iterable[RuleModule]) -> Iterable[Finding]:
    """What the rules find in the processes of a matter."""
    processes = [checked.before] if checked.after is None else [checked.before, checked.after]
    # What 优化后 takes over from 优化前 is found at the same place twice.
    return dict.fromkeys(finding for process in processes for finding in _run(modules, process, context))
