"""Declarations become processes here, and only here: rules first, then the processes, then the rules on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import processes.rules
from processes.compilation.build import compile_process
from processes.compilation.entries import all_steps
from processes.compilation.holders import HolderBook
from processes.declaration.folder import read_project_folder
from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.places import Text
from processes.model.process import CheckedMatter
from processes.model.workspace import Workspace
from processes.rules.rule import Context, RuleModule, Scope, rules_in

_SEVERITIES = {"错误": Severity.ERROR, "警告": Severity.WARNING, "提示": Severity.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a project folder holds after checking.

    ``matters`` are those that hold together, in the workspace's order; ``findings`` all of them, in order of place.
    """

    workspace: Workspace | None
    matters: tuple[CheckedMatter, ...]
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """File → decoded text, for the source lines of findings."""

    def matters_of(self, department: str) -> tuple[CheckedMatter, ...]:
        """The checked matters of one department."""
        return tuple(checked for checked in self.matters if checked.matter.department == department)


def rules() -> Mapping[str, RuleModule]:
    """Code → rule, of all the rules on declarations."""
    return rules_in(processes.rules)


def check_project(
    root: Path, only: Callable[[str], bool] = lambda _: True, advance: Callable[[], None] = lambda: None
) -> Checked:
    """Read and check the project folder ``root``; ``only`` chooses matter files by relative path."""
    workspace, findings, texts = read_project_folder(root, only, advance)
    if workspace is None:
        return Checked(workspace=None, matters=(), findings=findings, texts=texts)
    matters, found = check_workspace(workspace)
    ordered = tuple(sorted((*findings, *found), key=Finding.sort_key))
    return Checked(workspace=workspace, matters=matters, findings=ordered, texts=texts)


def check_workspace(workspace: Workspace) -> tuple[tuple[CheckedMatter, ...], list[Finding]]:
    """The matters that hold together, and all findings of the rules, with the plan's severities and acceptances."""
    by_scope: dict[Scope, list[RuleModule]] = {scope: [] for scope in Scope}
    for module in rules().values():
        by_scope[module.RULE.scope].append(module)
    findings: list[Finding] = []
    checked: list[CheckedMatter] = []
    books = {department.name: HolderBook(workspace.plan, department) for department in workspace.departments}
    nobody = HolderBook(workspace.plan, None)
    departments = {department.name: department for department in workspace.departments}
    whole = Context(workspace=workspace, department=None, book=nobody)
    findings += _run(by_scope[Scope.WORKSPACE], workspace, whole)
    for project in workspace.projects:
        findings += _run(by_scope[Scope.PROJECT], project, whole)
    for department in workspace.departments:
        findings += _run(
            by_scope[Scope.DEPARTMENT], department, replace(whole, department=department, book=books[department.name])
        )
    for matter in workspace.matters:
        department_or_none = departments.get(matter.department)
        context = Context(
            workspace=workspace,
            department=department_or_none,
            book=books.get(matter.department, nobody),
            matter=matter,
            steps={version.label: tuple(all_steps(version)) for version in matter.versions},
        )
        found = list(_run(by_scope[Scope.MATTER], matter, context))
        process = None if _blocked(found) else _processes(matter, context, by_scope[Scope.PROCESS], found)
        if process is not None:
            checked.append(process)
        findings += found
    return tuple(checked), _judged(workspace, findings)


def _run(modules: Iterable[RuleModule], subject: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401 - of the rule's scope
    for module in modules:
        yield from module.check(subject, context)


_BLOCKING = frozenset(module.RULE.code for module in rules().values() if module.RULE.blocks)


def _blocked(findings: Iterable[Finding]) -> bool:
    return any(finding.code in _BLOCKING for finding in findings)


def _processes(
    matter: Matter, context: Context, modules: Iterable[RuleModule], findings: list[Finding]
) -> CheckedMatter | None:
    before = compile_process(matter, matter.before, context.book)
    after = None if matter.after is None else compile_process(matter, matter.after, context.book)
    found = [
        finding for process in (before, after) if process is not None for finding in _run(modules, process, context)
    ]
    # What 优化后 takes over from 优化前 is found at the same place twice.
    findings += dict.fromkeys(found)
    return None if _blocked(found) else CheckedMatter(matter=matter, before=before, after=after)


def _judged(workspace: Workspace, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with the severities of the plan (规则) and the reasons of 说明; what is ignored is left out."""
    accepted: dict[str, Mapping[str, Text]] = {"": workspace.plan.acceptances}
    accepted |= {f"{department.folder}/单位.yaml": department.acceptances for department in workspace.departments}
    accepted |= {matter.file: matter.acceptances for matter in workspace.matters}
    accepted |= {project.file: project.acceptances for project in workspace.projects}
    severities = workspace.plan.severities
    judged: list[Finding] = []
    for finding in findings:
        word = severities.get(finding.code)
        if word == "忽略":
            continue
        changed = finding if word is None else replace(finding, severity=_SEVERITIES[word])
        reason = accepted.get(finding.place.file, {}).get(finding.code)
        judged.append(replace(changed, accepted=str(reason)) if reason else changed)
    return judged
