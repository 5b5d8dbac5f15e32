"""What ``zaizao diff`` compares: which words are files and which versions in git, and what the sides are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._target import Target, checked, department_named, find_target, left_out, usable
from processes.errors import WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from processes.checking import Checked
    from processes.model.plan import Plan
    from processes.model.process import CheckedMatter

_TWO = 2
_SHOWN_ERRORS = 20


def sorted_words(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """The versions and the paths among ``words``: what exists is a path, what stands before all paths a version.

    A matter file is a path even where it is gone: an earlier version may have it. Raises ``WrongUsage`` when there
    are too many words, or without a version a path that is not there.
    """
    are_paths = [Path(word).exists() or word.endswith(".yaml") for word in words]
    first = are_paths.index(True) if True in are_paths else len(words)
    # Behind two versions there is nothing but a path.
    versions, paths = tuple(words[: min(first, _TWO)]), tuple(map(Path, words[min(first, _TWO) :]))
    for word in versions:
        if Path(f"{word}.yaml").exists():
            raise WrongUsage(f"没有“{word}”这个文件或文件夹,是不是“{word}.yaml”?")
    if len(paths) > (1 if versions else _TWO):
        raise WrongUsage("写得太多了:可以写一个目标、两个目标,或者一两个版本加一个目标。")
    if not versions:
        for path in paths:
            if not path.exists():
                raise WrongUsage(f"没有“{path}”这个文件或文件夹。和以前的版本比,版本写在目标前面:HEAD~3 {paths[0]}")
    return versions, paths


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison of two targets: its project, and the matters meant."""

    where: Target
    result: Checked
    plan: Plan
    department: str
    matters: Sequence[CheckedMatter]

    @property
    def broken(self) -> set[str]:
        """The files of matters meant that have errors: they are not among ``matters``."""
        broken = {file for file in left_out(self.result) if self.where.includes(file)}
        folder = self.matters[0].matter.file.partition("/")[0] if self.department else ""
        return {file for file in broken if not folder or file.startswith(f"{folder}/")}

    @property
    def home(self) -> tuple[str, str, str, str, str]:
        """What can tell it from another: city, folder of the project, department, matter, path."""
        name = self.matters[0].matter.name if self.where.file else ""
        path = self.where.shown(self.where.file or self.where.folder)
        return self.plan.city, self.where.root.name, self.department, name, path


def side_of(path: Path, department: str | None = None) -> Side:
    """The side at ``path``, or the ``department`` in its project. Raises when there is no usable matter."""
    where = find_target(path)
    if department is not None:
        where = Target(where.root)
    result = checked(where)
    workspace = usable(result, where)
    matters: Sequence[CheckedMatter] = result.matters
    name = ""
    if department is not None:
        name = department_named(workspace, department)
        matters = result.matters_of(name)
    elif where.file or where.folder:
        name = matters[0].matter.department
    if not matters:
        raise WrongUsage(f"“{path}”里的{name}没有可用的事项。用 zaizao check 看全部问题。")
    return Side(where, result, workspace.plan, name, matters)


def left_out_note(name: str, side: Side) -> str:
    """Which matters of a side have errors and are not compared; told at once why, in the note only which."""
    return told(name, side.result, side.broken)


def told(name: str, result: Checked, broken: set[str]) -> str:
    """Shows the errors of the ``broken`` files of the side called ``name``; the note of a report on them."""
    if not broken:
        return ""
    click.echo(f"{name}有错的事项没有对比:\n{error_lines(name, result, broken)}", err=True)
    return broken_note(f"{name}有错、没有对比", broken)


def broken_note(said: str, broken: set[str]) -> str:
    """``乙县有错、没有对比的事项 2 项:…。``, with the names of the files."""
    return f"{said}的事项 {len(broken)} 项:{'、'.join(sorted(broken))}。"


def error_lines(name: str, result: Checked, files: set[str]) -> str:
    """The errors in ``files``, or all if there are none in them, a line each."""
    found = [one for one in result.findings if one.severity is Severity.ERROR]
    own = [one for one in found if one.place.file in files] or found
    called = f"{name} " if name else ""
    lines = [f"  {called}{one.place} {one.code} {one.message}" for one in own[:_SHOWN_ERRORS]]
    more = [f"  ……还有 {len(own) - _SHOWN_ERRORS} 处"] if len(own) > _SHOWN_ERRORS else []
    return "\n".join([*lines, *more])


def side_names(homes: Sequence[tuple[str, str, str, str, str]]) -> tuple[str, ...]:
    """What to call the sides: as short as tells them apart. ``homes`` as ``Side.home``."""
    city, folder, department, matter, path = range(5)
    for fields in ((city, department), (city, department, matter), (folder, department, matter), (path,)):
        varying = [field for field in fields if len({home[field] for home in homes}) > 1]
        names = tuple("".join(home[field] for field in varying) for home in homes)
        if len(set(names)) == len(homes) and all(names):
            return names
    return tuple(f"第{number}个" for number in range(1, len(homes) + 1))
