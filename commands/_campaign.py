"""进度 on the command line: the declarations and the registry read, and the board that they give."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from commands._frozen import frozen_findings
from commands._registry import local, open_registry, registry_file
from commands._target import Target, checked, find_target, left_out_by_department, usable
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from engine.campaign.board import Board
    from engine.campaign.filed import Digests
    from engine.campaign.owing import Facts
    from engine.campaign.standing import Filed
    from processes.checking import Checked
    from processes.model.plan import Plan
    from processes.model.workspace import Workspace


def board_for(target: Path, day: date, *, department: str | None, stage: int | None, database: str | None) -> Board:
    """The board on ``day`` of all departments, of the one named, or of the one in whose folder ``target`` is.

    Declarations are taken as they are now, filings as they were at the end of ``day``. Raises ``WrongUsage`` for a
    department or stage that the plan does not have, ``CannotBeDone`` when the plan cannot be read.
    """
    from engine.campaign.board import board_of
    from processes.calendars.calendar import calendar_of

    where = find_target(target)
    folder = "" if department else where.folder or where.file.rpartition("/")[0]
    result = checked(Target(where.root, folder=folder))
    workspace = result.workspace or usable(result, where)
    own = _own(workspace, department, folder)
    _refuse_stage(workspace.plan, stage)
    # First what cannot be done without: a registry that cannot be read is told once, not as a question left out, too.
    filed = _filed(target, workspace, day, database)
    facts = facts_of(_examined(result, where.root, workspace.plan, day, database))
    return board_of(
        workspace.plan,
        facts,
        filed or {},
        day=day,
        calendar=calendar_of(workspace.calendar_years),
        has_registry=filed is not None,
        wanted=lambda name, number: own in (None, name) and stage in (None, number),
    )


def _own(workspace: Workspace, department: str | None, folder: str) -> str | None:
    """The short name of the department meant; it need not have declared anything, but be in the plan."""
    if not department and not folder:
        return None
    known = next(
        (one for one in workspace.departments if department in (one.name, one.full_name) or one.folder == folder), None
    )
    name = known.name if known else department or folder
    if name in workspace.plan.departments:
        return name
    if known:
        raise WrongUsage(f"{name}不在方案的部门里,没有要按阶段报送的。")
    raise WrongUsage(f"方案里没有“{name}”这个部门。方案的部门:{'、'.join(workspace.plan.departments)}。")


def _refuse_stage(plan: Plan, stage: int | None) -> None:
    if not plan.stages:
        raise WrongUsage("方案没有写阶段,没有进度可看。")
    if stage is not None and stage > len(plan.stages):
        raise WrongUsage(f"方案只有 {len(plan.stages)} 个阶段,没有第 {stage} 阶段。")


def _examined(result: Checked, root: Path, plan: Plan, day: date, database: str | None) -> Checked:
    """With the rule book, as it will be asked on the next last day of a stage: what is due then has to be there."""
    from engine.examining import Breadth, examine
    from processes.rules.rule import law_day

    coming = (stage.due for stage in plan.stages if stage.due >= day)
    asked = min(coming, default=law_day(plan))
    return examine(result, breadth=Breadth.DEPARTMENT, day=asked, frozen=frozen_findings(root, database))


def facts_of(result: Checked) -> Mapping[str, Facts]:
    """Short name → what the declarations say about what is owed, of every declared department in the plan's scope."""
    from engine.campaign.declared import facts_by_department

    assert result.workspace is not None
    read = {
        one.name: len(result.workspace.matters_of(one.name)) - len(result.matters_of(one.name))
        for one in result.workspace.departments
    }
    left_out = left_out_by_department(result)
    return facts_by_department(result, {name: max(0, left_out.get(name, 0) - broken) for name, broken in read.items()})


def _filed(
    target: Path, workspace: Workspace, day: date, database: str | None
) -> Mapping[tuple[str, int], Filed] | None:
    """What had been filed by the end of ``day``; None where there is no registry."""
    from engine.campaign.filed import filed_by, with_made
    from engine.campaign.owing import PER_MATTER, known_name

    if database is None and not registry_file(target).exists():
        return None
    with open_registry(target, database) as registry:
        versions, digests = registry.history(), registry.declared()
        present = _present(find_target(target).root, workspace, {one.department for one in versions})
        found = filed_by(versions, day, lambda at: local(at).date(), digests, present)
        counted = {
            number
            for number, stage in enumerate(workspace.plan.stages, start=1)
            if any(known_name(str(name)) in PER_MATTER for name in stage.deliverables)
        }
        keys = [(*key, one.latest.version) for key, one in found.items() if key[1] in counted]
        return with_made(found, registry.figures_of(keys))


def _present(root: Path, workspace: Workspace, filers: Collection[str]) -> Mapping[str, Digests]:
    """Department → its declarations as they are now, of those that have filed; what they share is read once."""
    from processes.declaration.folder import CALENDAR_FOLDER, PLAN_FILE, declaration_files

    names = {one.folder: one.name for one in workspace.departments if one.name in filers}
    shared: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    for file in declaration_files(root) if names else ():
        folder = file.partition("/")[0]
        if file == PLAN_FILE or folder == CALENDAR_FOLDER:
            shared[file] = _digest(root / file)
        elif folder in names:
            found[names[folder]][file] = _digest(root / file)
    return {name: {**shared, **own} for name, own in found.items()}


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise CannotBeDone(f"“{path}”读不出来:{reason(error)}。") from error
