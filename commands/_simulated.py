"""What ``zaizao simulate`` simulates: one matter, or several with the same officers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._logs import opened_log, tell_reading
from commands._scope import scope_of
from commands._target import Target, checked, find_target, left_out_by_department, narrowed, usable
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.reports.report import Report
    from engine.simulation.assumptions import Assumptions
    from engine.simulation.comparing import Variant
    from engine.simulation.fitting import Fit
    from engine.simulation.outcome import Result
    from engine.simulation.together import Member
    from engine.simulation.worked_days import WorkedDays
    from processes.calendars.calendar import Calendar
    from processes.model.process import CheckedMatter, Process

_MOST_CASES = 2_000_000


@dataclass(frozen=True, slots=True)
class Subject:
    """The matters, each under a name of its own, in the project at ``root``; ``name`` is what they are called together.

    ``is_alone``: one matter, named by its file. ``left_out``: how many matters of the departments are faulty.
    """

    name: str
    root: Path
    matters: tuple[tuple[str, CheckedMatter], ...]
    is_alone: bool
    left_out: int = 0

    @property
    def versions(self) -> list[Process]:
        """Both versions of the matter that is alone, or the one there is."""
        (alone,) = self.members
        return [version for version in (alone.before, alone.after) if version is not None]

    @property
    def members(self) -> tuple[Member, ...]:
        """The matters as they run together: how the receiving level goes on with one is shown where it is alone."""
        from engine.simulation.leaving import alone_after
        from engine.simulation.together import Member

        several = len({one.matter.department for _, one in self.matters}) > 1
        return tuple(
            Member(
                name,
                one.before,
                alone_after(one) if self.is_alone else None if one.matter.is_gone else one.after,
                one.matter.department if several else "",
            )
            for name, one in self.matters
        )


def subject_of(targets: Sequence[Path], department: str | None) -> Subject:
    """What is meant by the targets: files and departments' folders, or a project's folder with ``department``.

    Raises ``WrongUsage`` where that is nothing or not clear, ``CannotBeDone`` where it is faulty.
    """
    if department is not None:
        if len(targets) > 1 or any(find_target(one).file for one in targets):
            raise WrongUsage(
                "写了 --部门,目标就写项目文件夹(或不写);只模拟几个事项的,直接写这几个事项文件,不写 --部门。"
            )
        return _of_department(targets[0] if targets else Path(), department)
    if not targets:
        return _of_department(Path(), None)
    if len(targets) == 1 and not find_target(targets[0]).file:
        return _of_department(targets[0], None)
    return _of_several(targets)


def _of_department(folder: Path, department: str | None) -> Subject:
    scope = scope_of(folder, department, city=False)
    if scope.department is None:
        names = "、".join(one.name for one, _ in scope.declared)
        raise WrongUsage(f"写明模拟什么:一个事项写它的文件,一个部门写 --部门(或它的文件夹)。有可用事项的部门:{names}。")
    return Subject(
        name=scope.department.name,
        root=find_target(folder).root,
        matters=_named(scope.matters),
        is_alone=False,
        left_out=scope.left_out.get(scope.department.name, 0),
    )


def _of_several(targets: Sequence[Path]) -> Subject:
    """The matters of all targets, each once, in their order; a department is read once."""
    wheres = [find_target(one) for one in targets]
    root = wheres[0].root
    folders = dict.fromkeys(where.folder or where.file.rpartition("/")[0] for where in wheres)
    if any(where.root != root for where in wheres) or "" in folders:
        raise WrongUsage("几个目标要是同一个项目里的事项文件或单位文件夹。")
    read = {folder: checked(Target(root, folder=folder)) for folder in folders}
    found: dict[str, CheckedMatter] = {}
    departments: dict[str, str] = {}
    left_out = 0
    for where in dict.fromkeys(wheres):
        everything = read[where.folder or where.file.rpartition("/")[0]]
        result = narrowed(everything, where)
        workspace = usable(result, where)
        for one in result.matters:
            found[one.matter.file] = one
            departments[one.matter.department] = one.matter.department
        if where.folder:
            own = next(one.name for one in workspace.departments if one.folder == where.folder)
            left_out += left_out_by_department(everything).get(own, 0)
    matters = _named(tuple(found.values()))
    alone = len(wheres) == 1
    name = matters[0][0] if alone else "、".join(departments)
    return Subject(name, root, matters, alone, left_out)


def _named(matters: Sequence[CheckedMatter]) -> tuple[tuple[str, CheckedMatter], ...]:
    """Each by its name; those of the same name by their files."""
    times = Counter(one.matter.name for one in matters)
    return tuple(
        (one.matter.name if times[one.matter.name] == 1 else one.matter.file.removesuffix(".yaml"), one)
        for one in matters
    )


def runner(subject: Subject, worked: WorkedDays | None) -> Callable[[Assumptions], tuple[Result, ...]]:
    """What lets both versions run under some assumptions; of much it says beforehand that it takes a while."""
    from engine.simulation.queued import is_compiled, is_large, telling_of_compiling
    from engine.simulation.simulate import simulate
    from engine.simulation.together import run_together

    told: set[str] = set()

    def tell(wait: str) -> None:
        if wait not in told:
            told.add(wait)
            click.echo(wait, err=True)

    def once(assumptions: Assumptions) -> tuple[Result, ...]:
        if subject.is_alone:
            return tuple(simulate(one, assumptions, worked, subject.name) for one in subject.versions)
        return run_together(subject.members, assumptions, worked)

    def run(assumptions: Assumptions) -> tuple[Result, ...]:
        cases = {name: assumptions.cases_of(name) * assumptions.years for name, _ in subject.matters}
        if (total := sum(cases.values())) > _MOST_CASES:
            raise WrongUsage(f"{assumptions.years}年一共{total}件,太多了;请把件数或年数改小,不超过{_MOST_CASES}件。")
        nodes = {
            name: max(len(version.nodes) for version in (one.before, one.after) if version is not None)
            for name, one in subject.matters
        }
        if assumptions.officers is None or not is_large(sum(cases[name] * nodes[name] for name in cases)):
            return once(assumptions)
        tell("件数多,正在模拟……" if is_compiled() else "件数多,正在模拟(没有装 numba,要慢几十倍,请耐心等)……")
        with telling_of_compiling(lambda: tell("第一次要编译,约半分钟,以后不用……")):
            return once(assumptions)

    return run


def worked_days_of(subject: Subject, year: int) -> WorkedDays:
    """The working days of a year."""
    from engine.simulation.worked_days import worked_days

    return worked_days(_calendar_around(subject.root), year)


def declared_volumes(subject: Subject) -> dict[str, int]:
    """年办件量 of the matters that have one; 0 counts as none, for of nothing there is nothing to simulate."""
    return {name: one.matter.yearly_volume for name, one in subject.matters if one.matter.yearly_volume}


def fits_from(logs: Mapping[str, Path], columns: str | None, subject: Subject) -> dict[str, Fit]:
    """What logs say of the durations of steps: matter → file; of several matters a step stands behind its matter."""
    from engine.simulation.fitting import LEAST_TIMES, fits_of
    from engine.simulation.naming import names_of

    members = {member.name: member for member in subject.members}
    fits: dict[str, Fit] = {}
    for matter, path in logs.items():
        read = opened_log(path, columns)
        tell_reading(read)
        names = names_of([members[matter]])
        found = fits_of(read.log, names.steps, _calendar_around(subject.root))
        if not found:
            raise WrongUsage(
                f"“{path}”里没有可用的环节用时:环节名称要和申报的一致,有完成时间,至少{LEAST_TIMES}次。申报的环节:"
                f"{'、'.join(names.plain_steps)}。"
            )
        fits |= {name if len(members) == 1 else f"{matter}/{name}": fit for name, fit in found.items()}
    return fits


def reported(
    subject: Subject,
    outcomes: Sequence[Result],
    assumptions: Assumptions,
    arrivals_from: str,
    worked: WorkedDays | None,
    variants: Sequence[Variant],
) -> Report:
    """The report on one matter, or on several; ``arrivals_from`` where the user says how many come in."""
    from engine.simulation.leaving import leaving
    from engine.simulation.outcome import Outcome
    from engine.simulation.report import simulation_report
    from engine.simulation.together import Together
    from engine.simulation.together_report import together_report

    if subject.is_alone:
        alone = [one for one in outcomes if isinstance(one, Outcome)]
        declared = "事项的年办件量" if assumptions.volumes else "没有写年办件量,按默认"
        received = arrivals_from or declared
        notes = leaving(subject.matters[0][1])
        return simulation_report(subject.name, alone, assumptions, received, worked, variants, notes)
    together = [one for one in outcomes if isinstance(one, Together)]
    faulty = [f"还有{subject.left_out}个事项有错,没有算进来;用 zaizao check 看。"] if subject.left_out else []
    return together_report(subject.name, together, assumptions, arrivals_from, worked, variants, faulty)


def _calendar_around(root: Path) -> Calendar:
    """The program's calendar with the years of the project."""
    from processes.calendars.calendar import calendar_of
    from processes.declaration.folder import read_calendar_years

    years, findings = read_calendar_years(root)
    wrong = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    if wrong is not None:
        raise CannotBeDone(f"{wrong.place} {wrong.message}。日历有错,算不准;用 zaizao check 看全部问题。")
    return calendar_of(years)
