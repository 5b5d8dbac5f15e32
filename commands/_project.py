"""A command about one project of 联审联批: the file names it, and the whole city is read with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands._target import checked, find_target
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from processes.model.project import Project
    from processes.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class OneProject:
    """A project with the workspace in which its matters are; ``name`` is by what the files made of it are called."""

    project: Project
    workspace: Workspace
    name: str


def is_project(file: Path) -> bool:
    """Whether a file is one of 联审联批."""
    from processes.declaration.folder import PROJECTS_FOLDER

    return find_target(file).file.startswith(f"{PROJECTS_FOLDER}/")


def one_project(file: Path) -> OneProject:
    """The project in a file. Raises ``WrongUsage`` when it holds none, ``CannotBeDone`` when it has errors."""
    from renderers.naming import safe

    where = find_target(file)
    result = checked(where)
    first = next((f for f in result.findings if f.severity is Severity.ERROR and f.place.file == where.file), None)
    if first is not None:
        place = f"{where.shown(first.place.file)}:{first.place.line}:{first.place.column}"
        raise CannotBeDone(f"这个项目画不了:{place} {first.message}。用 zaizao check 看全部问题。")
    workspace = result.workspace
    if workspace is None:
        raise CannotBeDone("方案.yaml 读不了,用 zaizao check 看问题。")
    project = next((one for one in workspace.projects if one.file == where.file), None)
    if project is None:
        raise WrongUsage(f"“{file}”不是联审联批的项目文件。")
    return OneProject(project, workspace, safe(Path(where.file).stem))
