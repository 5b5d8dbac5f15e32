"""The rule book run over what holds together: rules on declarations, processes, differences, departments, the city."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from types import MappingProxyType
from typing import Any

import engine.rules
import processes.rules
from engine.frozen import RULE as FROZEN
from engine.rules.subjects import Examined, Filing
from processes.checking import Checked, books_of, compiled, guards, of_matter
from processes.compilation.holders import HolderBook
from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE, collector_off
from processes.declaration.refusals import REFUSALS
from processes.judging import idle_reasons, ignored, judge, unknown_codes
from processes.model.department import Department
from processes.model.findings import Finding
from processes.model.matter import Matter
from processes.model.workspace import Workspace
from processes.rules.rule import Context, Rule, Scope, law_day, rules_in


class Breadth(IntEnum):
    """How much of the project was read, hence which rules can be answered."""

    MATTER = 1
    DEPARTMENT = 2
    CITY = 3


def rule_book() -> Mapping[str, Rule]:
    """Code → rule, of every rule there is, the guards too, in order of code."""
    modules = {**guards(), **rules_in(processes.rules), **rules_in(engine.rules)}
    rules = {code: module.RULE for code, module in modules.items()} | {FROZEN.code: FROZEN}
    return MappingProxyType({code: rules[code] for code in sorted(rules)})


_Check = Callable[[Any, Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class _Book:
    """The checks of the rules that are asked, by room and scope: rules of declarations, rules of the engine."""

    declared: Mapping[Scope, tuple[_Check, ...]]
    reckoned: Mapping[Scope, tuple[_Check, ...]]
    codes: frozenset[str]


def examine(  # noqa: PLR0913 - what there is to choose
    checked: Checked,
    *,
    breadth: Breadth = Breadth.CITY,
    day: date | None = None,
    wanted: Callable[[str], bool] | None = None,
    advance: Callable[[], None] = lambda: None,
    frozen: Callable[[Checked], Iterable[Finding]] | None = None,
) -> Checked:
    """``checked`` with what the rule book finds, added in order of place.

    ``day``: whose law is applied (the last day of the reform, if not given). ``wanted`` chooses rules by code; the
    findings that are there already are not touched. ``advance`` is called after every matter. Matters that do not hold
    together are not examined, projects only with the whole city. ``frozen`` gives what N212 finds, where anything has
    been filed.
    """
    workspace = checked.workspace
    if workspace is None:
        return checked
    day = day or law_day(workspace.plan)
    book = _chosen(day, wanted or (lambda _: True))
    with collector_off():
        found = _of_departments(checked, workspace, book, breadth, day, advance)
    if breadth is Breadth.CITY:
        whole = Context(workspace=workspace, department=None, book=HolderBook(workspace.plan, None), day=day)
        for checks in (book.declared, book.reckoned):
            for project in workspace.projects:
                found += _run(checks[Scope.PROJECT], project, whole)
            found += _run(checks[Scope.WORKSPACE], workspace, whole)
    if frozen is not None and (wanted is None or wanted(FROZEN.code)):
        found += frozen(checked)
    rules = rule_book()
    # What 优化后 takes over from 优化前 is found at the same place twice.
    once = {(one.place, one.code, one.message): one for one in found}
    judged = (*checked.findings, *judge(workspace, once.values(), rules))
    if wanted is None:
        known = {*rules, *REFUSALS}
        # Whoever has no registry cannot know whether the reason is needed.
        asked = known if frozen is not None else known - {FROZEN.code}
        judged += (*unknown_codes(workspace, known), *_idle(checked, workspace, judged, breadth, asked))
    return replace(checked, findings=tuple(sorted(judged, key=Finding.sort_key)))


def _chosen(day: date, wanted: Callable[[str], bool]) -> _Book:
    """The rules that are law on that day and wanted; guards have been checked before."""
    rooms = []
    codes: set[str] = set()
    for package in (processes.rules, engine.rules):
        by_scope: dict[Scope, list[_Check]] = {scope: [] for scope in Scope}
        for code, module in rules_in(package).items():
            rule = module.RULE
            in_force = rule.valid_from <= day <= rule.valid_until
            if in_force and hasattr(module, "check") and wanted(code):
                by_scope[rule.scope].append(module.check)
                codes.add(code)
        rooms.append({scope: tuple(checks) for scope, checks in by_scope.items()})
    declared, reckoned = rooms
    return _Book(declared, reckoned, frozenset(codes))


def _of_departments(  # noqa: PLR0913 - what there is to examine, and how
    checked: Checked, workspace: Workspace, book: _Book, breadth: Breadth, day: date, advance: Callable[[], None]
) -> list[Finding]:
    """Department after department, so that the processes of one are forgotten before the next."""
    books = books_of(workspace)
    asked = book.codes - ignored(workspace.plan) if breadth >= Breadth.DEPARTMENT else frozenset()
    sound: dict[str, list[Matter]] = {}
    for matter in checked.sound:
        sound.setdefault(matter.department, []).append(matter)
    found: list[Finding] = []
    for department in workspace.departments:
        around = Context(workspace=workspace, department=department, book=books[department.name], day=day, asked=asked)
        found += _run(book.declared[Scope.DEPARTMENT], department, around)
        examined = []
        for matter in sound.get(department.name, ()):
            one = Examined(checked=compiled(matter, around.book), department=department, plan=workspace.plan)
            found += _of_matter(one, of_matter(matter, around), book)
            examined.append(one)
            advance()
        if breadth >= Breadth.DEPARTMENT:
            filing = Filing(department=department, plan=workspace.plan, matters=tuple(examined))
            found += _run(book.reckoned[Scope.DEPARTMENT], filing, around)
    return found


def _of_matter(one: Examined, context: Context, book: _Book) -> list[Finding]:
    found = _run(book.declared[Scope.MATTER], one.matter, context)
    for process in one.processes:
        found += _run(book.declared[Scope.PROCESS], process, context)
        found += _run(book.reckoned[Scope.PROCESS], process, context)
    return found + _run(book.reckoned[Scope.MATTER], one, context)


def _run(checks: Iterable[_Check], subject: object, context: Context) -> list[Finding]:
    found: list[Finding] = []
    for check in checks:
        found += check(subject, context)
    return found


def _idle(
    checked: Checked, workspace: Workspace, findings: tuple[Finding, ...], breadth: Breadth, known: Collection[str]
) -> Iterator[Finding]:
    """Reasons that nothing needed, in the files about which everything has been asked."""
    files = {matter.file for matter in checked.sound}
    if breadth >= Breadth.DEPARTMENT:
        files |= {_file(one) for one in workspace.departments if workspace.matters_of(one.name)}
    if breadth is Breadth.CITY:
        files |= {PLAN_FILE, *(_file(one) for one in workspace.departments), *(one.file for one in workspace.projects)}
    return idle_reasons(workspace, findings, files, known)


def _file(department: Department) -> str:
    return f"{department.folder}/{DEPARTMENT_FILE}"
