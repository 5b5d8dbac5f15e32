"""What a list of cases is asked for, by names that may be mistyped: a list of nothing is no answer to those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commands._rounds import key_of
from engine.cases.units import is_known, names_known
from processes.declaration.folder import find_project, read_project_folder
from processes.errors import WrongUsage
from processes.suggesting import suggest

if TYPE_CHECKING:
    from commands._desk import Desk
    from processes.model.case import CaseHead
    from processes.model.workspace import Workspace


def plan_around(target: Path) -> Workspace | None:
    """The project around a folder, without its matters; None where there is none, or its plan cannot be read."""
    root = find_project(target.resolve())
    return read_project_folder(root, lambda _: False)[0] if root else None


def department_meant(department: str, workspace: Workspace | None, known: Sequence[str]) -> str:
    """The short name of the department, given that or its full name.

    Raises ``WrongUsage`` for one that is not among those ``known``.
    """
    full = {one.full_name: one.name for one in workspace.departments} if workspace else {}
    name = full.get(department, department)
    if name in known:
        return name
    names = list(dict.fromkeys(known))
    listed = f"有:{'、'.join(names)}。" if names else "登记库里还没有办件。"
    raise WrongUsage(f"没有“{department}”这个部门。{suggest(department, names) or listed}")


def department_of(desk: Desk, department: str) -> str:
    """As ``department_meant``, among those of the plan around here and those that have cases."""
    workspace = plan_around(Path())
    planned = workspace.plan.departments if workspace else ()
    return department_meant(department, workspace, [*planned, *(head.department for head in desk.heads())])


def must_be_known(desk: Desk, heads: Iterable[CaseHead], unit: str) -> None:
    """Raises ``WrongUsage`` for a unit that no case knows, if there are cases."""
    definitions = [desk.definitions[key] for key in dict.fromkeys(map(key_of, heads))]
    if definitions and not any(is_known(one, unit) for one in definitions):
        names = sorted({name for one in definitions for name in names_known(one)})
        raise WrongUsage(f"没有“{unit}”这个单位。{suggest(unit, names)}写内设机构、部门或局领导的名称。")
