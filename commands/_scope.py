"""A command about a department or the whole city: --部门, --全市, or the department in whose folder the target is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands._target import checked, department_named, left_out_by_department, target_around, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter
    from processes.model.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is meant: ``department`` with its ``matters``, or with None the city.

    ``declared`` are the departments that are read, with matters that hold together; ``left_out``: department → number
    of its matters that do not.
    """

    workspace: Workspace
    declared: tuple[tuple[Department, Sequence[CheckedMatter]], ...]
    left_out: dict[str, int]
    department: Department | None

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.workspace.plan

    @property
    def matters(self) -> Sequence[CheckedMatter]:
        """The matters of the department."""
        return next((matters for one, matters in self.declared if one is self.department), ())


def scope_of(target: Path, department: str | None, *, city: bool) -> Scope:
    """The department or city meant. Raises ``WrongUsage`` for a department without matters, or both options."""
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    around = target_around(target, is_named=city or bool(department))
    result = checked(around)
    workspace = usable(result, around)
    name = department_named(workspace, department) if department else None
    wanted = (
        one for one in workspace.departments if one.name == name or (around.folder and one.folder == around.folder)
    )
    own = next(wanted, None)
    pairs = [(one, result.matters_of(one.name)) for one in workspace.departments]
    scope = Scope(
        workspace=workspace,
        declared=tuple((one, matters) for one, matters in pairs if matters),
        left_out=left_out_by_department(result, of_city=own is None),
        department=own,
    )
    if own is not None and not scope.matters:
        raise WrongUsage(f"{own.name}没有可用的事项。用 zaizao check 看全部问题。")
    return scope
