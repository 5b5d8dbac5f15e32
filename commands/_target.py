"""目标 of a command: which project folder, and which of its matters."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Finding, Severity

if TYPE_CHECKING:
    from processes.checking import Checked
    from processes.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Target:
    """A project folder and what of it is meant: everything, one department's folder, or one file (relative path)."""

    root: Path
    folder: str = ""
    file: str = ""

    def includes(self, file: str) -> bool:
        """Whether the file (relative to the project) belongs to the target."""
        if self.file:
            return file == self.file
        return not self.folder or file.startswith(f"{self.folder}/")

    def shown(self, file: str) -> str:
        """The path of a project file as the user would type it from the current folder."""
        path = self.root / file
        try:
            return Path(os.path.relpath(path)).as_posix()
        except ValueError:
            # On Windows there is no relative path between drives.
            return str(path)


def target_around(path: Path, *, is_named: bool) -> Target:
    """The folder of the department around ``path``; the whole project where an option names what is meant.

    What is named may lie outside of the folder that is the target. Raises as ``find_target``.
    """
    where = find_target(path)
    return Target(where.root, folder="" if is_named else where.folder or where.file.rpartition("/")[0])


def find_target(path: Path) -> Target:
    """The target at ``path``. Raises ``CannotBeDone`` when there is no project around it."""
    from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE, find_project

    path = path.resolve()
    root = find_project(path)
    if root is None:
        raise CannotBeDone(
            f"在“{path}”和它上面的文件夹里都没有 {PLAN_FILE}。"
            f"请到项目文件夹里运行;还没有项目的,先用 zaizao init 建一个。"
        )
    relative = path.relative_to(root)
    if path == root or path == root / PLAN_FILE:
        return Target(root)
    if path.is_file() and path.name != DEPARTMENT_FILE:
        if path.suffix != ".yaml":
            raise WrongUsage(f"“{path.name}”不是申报文件;目标应是事项文件(.yaml)、单位文件夹或项目文件夹。")
        return Target(root, file=relative.as_posix())
    return Target(root, folder=relative.parts[0])


def checked(target: Target, advance: Callable[[], None] = lambda: None) -> Checked:
    """The project read and checked; only the target's matters are read, and only findings that concern them are kept.

    Findings in 方案.yaml and in the department's 单位.yaml concern every matter.
    """
    result = _read(target, advance)
    return narrowed(result, target) if target.folder or target.file else result


def examined(
    target: Target,
    *,
    day: date | None = None,
    wanted: Callable[[str], bool] | None = None,
    frozen: Callable[[Checked], Iterable[Finding]] | None = None,
) -> Checked:
    """As ``checked``, with the rule book: of one file the rules of matters, of a folder those of departments too.

    The rules on the whole city are asked only when the whole project is read. ``day``, ``wanted`` and ``frozen`` as in
    ``examine``.
    """
    from engine.examining import Breadth, examine

    breadth = Breadth.MATTER if target.file else Breadth.DEPARTMENT
    breadth = breadth if _reads_some(target) else Breadth.CITY
    result = examine(_read(target), breadth=breadth, day=day, wanted=wanted, frozen=frozen)
    return narrowed(result, target) if target.folder or target.file else result


def _read(target: Target, advance: Callable[[], None] = lambda: None) -> Checked:
    from processes.checking import check_project

    return check_project(target.root, target.includes if _reads_some(target) else lambda _: True, advance)


def _reads_some(target: Target) -> bool:
    """Projects refer to matters of every department: what is in their folder is checked with all of them."""
    from processes.declaration.folder import CALENDAR_FOLDER, PROJECTS_FOLDER

    return (target.folder or target.file.rpartition("/")[0]) not in ("", PROJECTS_FOLDER, CALENDAR_FOLDER)


def narrowed(result: Checked, target: Target) -> Checked:
    """``result`` with what concerns the target only: its own published lists, and those of the whole city."""
    from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE

    folder = target.folder or target.file.rpartition("/")[0]
    around = {PLAN_FILE, f"{folder}/{DEPARTMENT_FILE}", *_lists_around(result, folder)}
    kept = tuple(f for f in result.findings if f.place.file in around or target.includes(f.place.file))
    sound = tuple(matter for matter in result.sound if target.includes(matter.file))
    return replace(result, findings=kept, sound=sound)


def _lists_around(result: Checked, folder: str) -> set[str]:
    """The list files in which there is something to tell, without those named after departments of other folders."""
    from processes.intake.lists import LISTS_FOLDER, owner_of

    files = {f.place.file for f in result.findings if f.place.file.startswith(f"{LISTS_FOLDER}/")}
    if result.workspace is None or not files:
        return files
    plan, departments = result.workspace.plan, result.workspace.departments
    own = {"", *(one.name for one in departments if one.folder == folder)}
    return {file for file in files if owner_of(file, plan, departments) in own}


def usable(result: Checked, target: Target) -> Workspace:
    """The workspace; raises ``CannotBeDone`` with the first error when there is none, or nothing in it to work on."""
    from processes.declaration.folder import PROJECTS_FOLDER

    if result.workspace is None or not result.sound:
        if target.folder == PROJECTS_FOLDER or target.file.startswith(f"{PROJECTS_FOLDER}/"):
            raise WrongUsage(
                f"{PROJECTS_FOLDER}的申报不出表:用 zaizao check 检查,用 zaizao draw 画图(目标写其中一个项目文件)。"
            )
        first = next((f for f in result.findings if f.severity is Severity.ERROR), None)
        if first is None:
            raise CannotBeDone("这里还没有事项:先用 zaizao new 新建一个(zaizao new --help 看写法)。")
        place = f"{target.shown(first.place.file)}:{first.place.line}:{first.place.column}"
        what = "这个事项有错,用不了" if target.file else "没有可用的事项"
        raise CannotBeDone(f"{what}:{place} {first.message}。用 zaizao check 看全部问题。")
    return result.workspace


def department_named(workspace: Workspace, name: str) -> str:
    """``name`` if a department of that short or full name is declared. Raises ``WrongUsage`` if not."""
    for department in workspace.departments:
        if name in (department.name, department.full_name):
            return department.name
    names = "、".join(department.name for department in workspace.departments)
    declared = f"已申报的单位:{names}。" if names else "还没有单位申报,先用 zaizao new 新建一个事项。"
    if name in workspace.plan.departments:
        raise WrongUsage(f"“{name}”还没有申报。{declared}")
    raise WrongUsage(f"没有“{name}”这个单位。{declared}")


def to_mend(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that ask for something: errors, and warnings without an accepted reason."""
    return tuple(
        f for f in findings if f.severity is Severity.ERROR or (f.severity is Severity.WARNING and not f.accepted)
    )


def left_out(result: Checked) -> set[str]:
    """The matter files that do not hold together or could not be read at all."""
    from processes.declaration.folder import CALENDAR_FOLDER, DEPARTMENT_FILE, PROJECTS_FOLDER
    from processes.intake.lists import LISTS_FOLDER

    broken = {finding.place.file for finding in result.findings if finding.severity is Severity.ERROR}
    matters = {
        file
        for file in broken
        if file.count("/") == 1
        and not file.endswith(f"/{DEPARTMENT_FILE}")
        and not file.startswith((f"{PROJECTS_FOLDER}/", f"{CALENDAR_FOLDER}/", f"{LISTS_FOLDER}/"))
    }
    return matters - {matter.file for matter in result.sound}


def left_out_by_department(result: Checked, *, of_city: bool = False) -> dict[str, int]:
    """Name of a department → how many of its matters are left out; ``of_city``: only those in the plan's scope."""
    assert result.workspace is not None
    names: dict[str, str] = {one.folder: one.name for one in result.workspace.departments}
    outside = {one.folder for one in result.workspace.departments if of_city and one.outside_scope}
    folders = [file.partition("/")[0] for file in sorted(left_out(result))]
    counts = Counter(names.get(folder, folder) for folder in folders if folder not in outside)
    return dict(counts)
