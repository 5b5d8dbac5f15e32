"""A matter made from another file: in which department, who holds it by default, under which file name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from commands._options import program
from commands._target import Target, checked, department_named, find_target
from processes.errors import CannotBeDone, WrongUsage
from processes.model.vocabulary import OfficeChange, OfficeRole

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.workspace import Workspace


def department_place(project: Path, department: str | None, what: str) -> Target:
    """The department folder: that of the department named, or the one that is the target.

    ``what`` does not say whose it is. Raises ``WrongUsage`` where nobody knows.
    """
    where = find_target(project)
    if department is None:
        if not where.folder:
            raise WrongUsage(f"{what}里没有写单位:到单位文件夹里运行,或者用 --部门 写明。")
        return where
    result = checked(Target(where.root, folder="."))
    if result.workspace is None:
        raise CannotBeDone(f"方案或单位的申报有错,先用 {program()} check 看问题、改好。")
    name = department_named(result.workspace, department)
    found = result.workspace.department(name)
    assert found is not None
    return Target(where.root, folder=found.folder)


def department_at(where: Target) -> Department:
    """The department whose folder it is. Raises ``CannotBeDone`` when its 单位.yaml cannot be read."""
    return department_in(where)[0]


def department_in(where: Target) -> tuple[Department, Workspace]:
    """As ``department_at``, with all that was read of the project."""
    workspace = checked(Target(where.root, folder=where.folder)).workspace
    found = [] if workspace is None else [one for one in workspace.departments if one.folder == where.folder]
    if workspace is None or not found:
        raise CannotBeDone(f"“{where.folder}”的单位.yaml 读不了,先用 {program()} check 看问题、改好。")
    return found[0], workspace


def default_office(department: Department) -> str:
    """The office that approves after the reform, else the first one: who holds the file where the drawing is silent."""
    kept = [one for one in department.offices if one.change is not OfficeChange.ABOLISHED]
    approving = [one for one in kept if one.role is OfficeRole.APPROVAL]
    return next((one.name for one in (*approving, *kept)), "")


def next_name(folder: Path, name: str) -> str:
    """The file name of one more matter in ``folder``."""
    from renderers.naming import safe

    numbers = [int(found[0]) for file in folder.glob("*.yaml") if (found := re.match(r"\d{1,4}", file.name))]
    return f"{max(numbers, default=0) + 1:02d}-{safe(name)}.yaml"


def working_office(department: Department) -> str:
    """The office that does the work before the reform: one with 监管, else the first that was there."""
    old = [one for one in department.offices if one.change is not OfficeChange.CREATED]
    working = [one for one in old if one.role is OfficeRole.SUPERVISION]
    return next((one.name for one in (*working, *old, *department.offices)), "")
