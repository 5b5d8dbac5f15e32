"""One run of ``zaizao package``: what is read, which packages are made, what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands._filing import declared_department
from commands._given import given_by
from commands._output import Output
from commands._packages import jobs_of, package_name
from commands._packing import Packer
from commands._packing_city import city_job
from commands._products import CITY
from commands._spool import forget
from commands._target import Target, checked, find_target, usable
from processes.errors import WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from commands._given import Given
    from commands._packages import GivenBy
    from engine.campaign.covers_city import Entry
    from engine.campaign.terms import Term
    from processes.model.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What came of a run: an entry for each department meant, in the plan's order, and what else is told.

    ``city_file``: name of the city's package; ``outdated``: the one of another run, which lists an earlier package.
    ``unchanged``: packages that were there already; ``kept``: those that somebody has changed. ``unasked``: files of
    --附加 that are no deliverable; ``failed``: papers that were not made.
    """

    stage: int
    stage_name: str
    folder: Path
    entries: tuple[Entry, ...]
    city_file: str = ""
    unchanged: int = 0
    kept: tuple[str, ...] = ()
    removed: int = 0
    outdated: str = ""
    unasked: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def pack(
    target: Path, department: str | None, *, city: bool, stage: int, attached: Path | None, output: Path
) -> Packed:
    """The packages of a department (by default that in whose folder ``target`` is) or of the city for a stage.

    Raises ``WrongUsage`` for what the plan does not have, ``CannotBeDone`` when nothing holds together or the folder
    cannot be written to. Where some papers cannot be made, the packages without them are made all the same.
    """
    from commands.build import check_place

    where = _meant(target, department, city=city)
    check_place(output, Target(where.root))
    result = checked(where)
    workspace = usable(result, where)
    term = _term(workspace, stage)
    only = None if city else next(one.name for one in workspace.departments if one.folder == where.folder)
    given, unasked = _given(workspace, term, attached, only)
    jobs = jobs_of(result, term, given, only)
    if only and not jobs:
        raise WrongUsage(f"{only}不在方案的部门里,没有要按阶段报送的。")
    made = Output(output / f"第{stage}阶段")
    packer = Packer(made)
    names = [job.name for job in jobs]
    city_file = ""
    with made.remembered():
        entries = packer.departments(jobs)
        if city:
            entries = _of_plan(workspace, entries)
            whole = city_job(result, term, jobs, entries)
            packer.city(whole)
            city_file = whole.name
    # What a department filed before stays as long as its declarations cannot be read.
    is_complete = city and not packer.failed and all(one.severity is not Severity.ERROR for one in result.findings)
    removed = made.finish(complete=is_complete)
    forget(made.folder, [name for name in (*names, city_file) if name in made.made])
    whole_city = package_name(CITY, stage)
    is_outdated = not city and not made.unchanged and (made.folder / whole_city).exists()
    return Packed(
        stage=stage,
        stage_name=term.name,
        folder=made.folder,
        entries=entries,
        outdated=whole_city if is_outdated else "",
        city_file=city_file,
        unchanged=made.unchanged,
        kept=tuple(made.kept),
        removed=len(removed),
        unasked=unasked,
        failed=tuple(packer.failed),
    )


def _meant(target: Path, department: str | None, *, city: bool) -> Target:
    """The project, or the folder of the department in it."""
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    where = find_target(target)
    if city:
        return Target(where.root)
    folder = where.folder or where.file.rpartition("/")[0]
    if department:
        folder = declared_department(where.root, department).folder
    if not folder:
        raise WrongUsage("请写明装哪个部门的:--部门 简称;各部门和全市的都装,写 --全市。")
    return Target(where.root, folder=folder)


def _term(workspace: Workspace, stage: int) -> Term:
    """The stage as it is on its last day."""
    from engine.campaign.terms import terms_of
    from processes.calendars.calendar import calendar_of

    stages = workspace.plan.stages
    if stage > len(stages):
        raise WrongUsage(f"方案只有 {len(stages)} 个阶段,没有第 {stage} 阶段。")
    return terms_of(stages, calendar_of(workspace.calendar_years), stages[stage - 1].due)[stage - 1]


def _given(
    workspace: Workspace, term: Term, attached: Path | None, only: str | None
) -> tuple[GivenBy, tuple[str, ...]]:
    """What the departments put in themselves, and the names of files that are no deliverable, or of nobody."""
    from engine.campaign.owing import known_name
    from engine.campaign.packing import wanted

    def known(stage: Iterable[str]) -> dict[str, str]:
        return {name: known_name(name) for name in (*map(str, stage), *wanted(stage))}

    due = known(term.deliverables)
    every = known([name for stage in workspace.plan.stages for name in stage.deliverables])
    found: dict[str, tuple[Given, ...]] = {}
    unasked: list[str] = []
    if attached is None:
        return found, ()
    names = [str(one.name) for one in workspace.departments if only in (None, one.name)]
    for name in names:
        found[name], unknown = given_by(attached, name, due, every)
        unasked += unknown
    if only and not (attached / only).is_dir():
        raise WrongUsage(f"“{attached}”里没有“{only}”文件夹;要装入的放在“{attached / only}”里。")
    if not only:
        unasked += sorted(one.name for one in attached.iterdir() if one.name not in names and one.name[0] != ".")
    return found, tuple(unasked)


def _of_plan(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """An entry for every department of the plan, in its order; who has declared nothing has an empty one."""
    from engine.campaign.covers_city import Entry

    known = {one.department: one for one in entries}
    return tuple(known.get(name) or Entry(department=str(name)) for name in workspace.plan.departments)
