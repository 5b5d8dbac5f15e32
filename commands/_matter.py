"""A command about one matter: the file names it, and its department and plan are read with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands._target import Target, checked, find_target, narrowed, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.findings import Finding
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter


@dataclass(frozen=True, slots=True)
class OneMatter:
    """A matter with what stands around it; ``name`` is 编号-短名, by which the files made of it are called.

    ``findings`` are those of reading it, its department and the plan.
    """

    checked: CheckedMatter
    department: Department
    plan: Plan
    name: str
    findings: tuple[Finding, ...]


def one_matter(file: Path) -> OneMatter:
    """The matter in a file. Raises ``WrongUsage`` when it holds none, ``CannotBeDone`` when it is unusable."""
    from renderers.naming import matter_names

    where = find_target(file)
    if not where.file:
        raise WrongUsage(f"“{file}”不是事项文件。")
    everything = checked(Target(where.root, folder=where.file.rpartition("/")[0]))
    result = narrowed(everything, where)
    workspace = usable(result, where)
    matter = result.matters[0]
    department = workspace.department(matter.matter.department)
    # Without its 单位.yaml no matter is usable.
    assert department is not None
    name = matter_names(workspace.matters_of(department.name))[matter.matter.file]
    return OneMatter(matter, department, workspace.plan, name, result.findings)
