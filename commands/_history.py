"""``zaizao diff`` with versions in git: the same target as it was, and as it is or was later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from commands._revisions import Revision, find_revision, state_of
from commands._sides import error_lines, told
from commands._target import Target, department_named, find_target, left_out, narrowed, usable
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from engine.diff.history import History
    from engine.reports.report import Report
    from processes.checking import Checked
    from processes.model.filing import FiledFile
    from processes.model.matter import VersionLabel
    from processes.model.process import CheckedMatter

NOW = "现在"
_TITLES = frozenset({NOW, "项目", "单位", "来源", "相差", "相差比例"})
"""What else heads a column beside the two sides (``engine/reports/sides.py``, 来源 in JSON)."""


@dataclass(frozen=True, slots=True)
class _State:
    """A target at one time."""

    name: str
    where: Target
    result: Checked
    note: str = ""
    untouched: frozenset[str] = frozenset()
    """Matter files that are the same to the last byte in both states, with all around them: they were not read."""

    def untouched_of(self, department: str) -> int:
        """How many of them are of the department, or of all if it is empty."""
        assert self.result.workspace is not None
        names = {one.folder: one.name for one in self.result.workspace.departments}
        return sum(not department or names.get(file.partition("/")[0]) == department for file in self.untouched)

    @property
    def broken(self) -> set[str]:
        """The matter files that do not hold together."""
        return {file for file in left_out(self.result) if self.where.includes(file)}


def history_report_of(
    versions: Sequence[str], path: Path, department: str | None, labels: Sequence[VersionLabel]
) -> tuple[Report, bool]:
    """The report on ``path`` as it was in the first version and is now, or in the second; and whether it differs."""
    from engine.diff.history import history

    where = _target(path)
    revisions = [find_revision(where.root, name) for name in versions]
    if len({one.commit for one in revisions}) < len(revisions):
        raise WrongUsage(f"{versions[0]} 和 {versions[1]} 是同一个版本,没有可比的。")
    file = where.file
    # A matter may have been in another file of its department.
    around = Target(where.root, folder="" if department else where.folder or file.rpartition("/")[0])
    states = _states(around, revisions, file)
    then, now = states
    if file:
        _refuse_broken(states, file)
    if not then.result.sound and not now.result.sound and not now.untouched:
        usable(now.result, around)
    workspace = now.result.workspace or then.result.workspace
    assert workspace is not None
    name = _name(states, department)
    old, new = (_matters(state, other, name if department else "") for state, other in ((then, now), (now, then)))
    found = history(old, new, workspace.plan.switches, (then.name, now.name), labels)
    found = replace(found, untouched=now.untouched_of(name if department else ""))
    notes = (*(state.note for state in states if state.note), *_around(then, now), *_only(labels))
    if file:
        return _of_file(found, file, notes, labels)
    return _of_folder(found, states, name or workspace.plan.city, notes, labels)


def filed_report_of(
    department: str,
    names: tuple[str, str],
    sources: tuple[Sequence[FiledFile], Sequence[FiledFile]],
    notes: Sequence[str],
) -> Report:
    """The report on two submissions of a department called ``names``, from the declarations that were filed."""
    from commands._frozen import laid_out
    from engine.diff.history import history
    from processes.checking import check_project
    from processes.model.matter import VersionLabel

    states = []
    for name, files, note in zip(names, sources, notes, strict=True):
        with laid_out(files) as root:
            states.append(_State(name, Target(root), check_project(root), note))
    then, now = states
    _refuse_planless(states)
    assert now.result.workspace is not None
    switches = now.result.workspace.plan.switches
    labels = tuple(VersionLabel)
    found = history(_matters(then, now, ""), _matters(now, then, ""), switches, names, labels)
    return _of_folder(found, states, department, (*notes, *_around(then, now)), labels)[0]


def _target(path: Path) -> Target:
    """As ``find_target``, also of a file that is gone by now."""
    where = find_target(path)
    return where if path.exists() else Target(where.root, file=path.resolve().relative_to(where.root).as_posix())


def _states(around: Target, revisions: Sequence[Revision], file: str) -> tuple[_State, _State]:
    """The target in the version, or in both; else now. They are read while their folders are there.

    ``file`` is read in any case, other matters only if anything about them is not the same.
    """
    from processes.checking import check_project

    with ExitStack() as folders:
        roots = [folders.enter_context(state_of(around.root, one)) for one in revisions]
        # A branch may be called 现在 as well, or 来源.
        names = [one.commit[:7] if one.name in _TITLES else one.name for one in revisions]
        notes = [one.note for one in revisions]
        if len(revisions) == 1:
            roots, names, notes = [*roots, around.root], [*names, NOW], [*notes, ""]
        same = frozenset(one for one in _same(roots[0], roots[1]) if around.includes(one) and one != file)
        states = []
        for root, name, note in zip(roots, names, notes, strict=True):
            where = replace(around, root=root)
            result = narrowed(check_project(root, lambda one: around.includes(one) and one not in same), where)
            states.append(_State(name, where, result, note, same))
    _refuse_planless(states)
    then, now = states
    return then, now


def _refuse_planless(states: Sequence[_State]) -> None:
    for state in states:
        if state.result.workspace is None:
            raise CannotBeDone(f"{state.name}的方案有错,比不了:\n{error_lines(state.name, state.result, set())}")


def _same(one: Path, other: Path) -> Iterator[str]:
    """The matter files that say the same in two projects: also the plan, and the department with its defaults."""
    from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE, declaration_files
    from processes.declaration.matter_keys import MATTER

    def is_same(file: str) -> bool:
        try:
            return (one / file).read_bytes() == (other / file).read_bytes()
        except OSError:
            return False

    if is_same(PLAN_FILE):
        around: dict[str, bool] = {}
        for file, shape in declaration_files(one).items():
            folder = file.partition("/")[0]
            if shape is MATTER and around.setdefault(folder, is_same(f"{folder}/{DEPARTMENT_FILE}")) and is_same(file):
                yield file


def _refuse_broken(states: Sequence[_State], file: str) -> None:
    broken = [state for state in states if file in state.broken]
    if broken:
        raise CannotBeDone(
            "这个事项有错,比不了:\n" + "\n".join(error_lines(state.name, state.result, {file}) for state in broken)
        )


def _name(states: Sequence[_State], department: str | None) -> str:
    """The name of the department meant, empty for the whole project."""
    if department is not None:
        newest = states[-1].result.workspace
        assert newest is not None
        return department_named(newest, department)
    folder = states[-1].where.folder
    for state in reversed(states):
        for one in state.result.workspace.departments if state.result.workspace else ():
            if folder and one.folder == folder:
                return one.name
    return folder


def _matters(state: _State, other: _State, department: str) -> list[CheckedMatter]:
    """The matters of a state; those whose file has errors in the other one are neither new nor gone."""
    return [
        one
        for one in state.result.matters
        if one.matter.file not in other.broken and (not department or one.matter.department == department)
    ]


def _around(then: _State, now: _State) -> Iterator[str]:
    """That the plan or a department was written otherwise: what is compared are the matters alone."""
    from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE

    texts = then.result.texts, now.result.texts
    changed = [
        file
        for file in sorted({*texts[0], *texts[1]})
        if file.rpartition("/")[2] in (PLAN_FILE, DEPARTMENT_FILE)
        and (file == PLAN_FILE or now.where.includes(file) or now.where.file)
        and texts[0].get(file) != texts[1].get(file)
    ]
    if changed:
        yield f"{'、'.join(changed)} 也有变化;这里对比的只是事项。"
    plans = [state.result.workspace.plan for state in (then, now) if state.result.workspace]
    if len({plan.switches for plan in plans}) > 1:
        yield f"方案的口径有变化,两边都按{now.name}的口径计算。"


def _only(labels: Sequence[VersionLabel]) -> Iterator[str]:
    """That one version was left out: of it “没有变化” says nothing."""
    if len(labels) == 1:
        yield f"只比了{labels[0]}的流程和事项本身。"


def _of_file(found: History, file: str, notes: tuple[str, ...], labels: Sequence[VersionLabel]) -> tuple[Report, bool]:
    from engine.reports.history import matter_history_report, one_sided_report

    for one in found.matters:
        if file in (one.now.file, one.then.file):
            report = matter_history_report(one, found.sides, labels)
            return replace(report, notes=(*notes, *report.notes)), one.differs
    for matters, is_new in ((found.added, True), (found.removed, False)):
        for matter in matters:
            if matter.file == file:
                return replace(one_sided_report(matter, found.sides, is_new=is_new), notes=notes), True
    then, now = found.sides
    raise WrongUsage(f"{then}和{now}都没有“{file}”这个事项文件。")


def _of_folder(
    found: History, states: Sequence[_State], name: str, notes: tuple[str, ...], labels: Sequence[VersionLabel]
) -> tuple[Report, bool]:
    from engine.reports.history import history_report

    report = history_report(found, name, labels)
    left = [note for state in states if (note := told(state.name, state.result, state.broken))]
    return replace(report, notes=(*notes, *report.notes, *left)), found.differs
