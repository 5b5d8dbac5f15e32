"""A BPMN file read into a project: which department it is for, the text of the matter file, what is told of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from commands._files import write, write_new
from commands._options import program
from commands._target import Target, checked, find_target
from processes.declaration.templates import MARK
from processes.errors import CannotBeDone, WrongUsage, reason
from processes.model.findings import Severity
from processes.model.vocabulary import OfficeChange, OfficeRole

if TYPE_CHECKING:
    from processes.intake.bpmn.importing import Imported
    from processes.intake.bpmn.notes import Note
    from processes.model.department import Department

ENDING = ".bpmn"


def read_in(file: Path, target: Path, output: Path | None, process: str = "") -> None:
    """Read ``file`` into the department folder ``target``, or to ``output``, and tell what became of everything in it.

    Raises ``CannotBeDone`` for a file that cannot be read and where the matter file is there already; ``WrongUsage``
    where ``target`` is no department.
    """
    where = find_target(target) if output is None else _around(output)
    if output is None and not (where and where.folder):
        raise WrongUsage("目标应是单位文件夹(到单位文件夹里运行就不用写),或者用 -o 写明写到哪个文件。")
    imported = imported_from(file, _department(where) if where else None, process)
    text = _text(imported, where) if where else imported.text()
    if output is not None:
        path = output
        write(path, text.encode())
    else:
        assert where is not None
        path = where.root / where.folder / (imported.file or _next_name(where.root / where.folder, imported.name))
        if path.exists():
            shown = Target(path.parent).shown(path.name)
            raise CannotBeDone(f"“{shown}”已经有了,没有覆盖;要替换它或者另写一个文件,用 -o 写明。")
        write_new(path, text)
    _tell(imported.notes)
    shown = Target(path.parent).shown(path.name)
    click.echo(f"已写入 {shown}")
    marks = text.count(f"# {MARK}")
    todo = f"标{MARK}的 {marks} 处改成实际情况,改完运行" if marks else "核对后运行"
    click.echo(f'{todo}:{program()} check "{shown}"')


def _around(output: Path) -> Target | None:
    """The department folder in which a file is to be written; None outside of any."""
    from processes.declaration.folder import DEPARTMENT_FILE, find_project

    folder = output.resolve().parent
    root = find_project(folder)
    return Target(root, folder=folder.name) if root == folder.parent and (folder / DEPARTMENT_FILE).is_file() else None


def imported_from(file: Path, department: Department | None, process: str = "") -> Imported:
    """The matter in a BPMN file. Raises ``CannotBeDone`` with the name of the file before what is wrong with it."""
    from processes.intake.bpmn.importing import import_bpmn
    from processes.intake.bpmn.xml_tree import MAX_SIZE

    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
        return import_bpmn(content, name=file.stem, office=_office(department) if department else "", process=process)
    except OSError as error:
        raise CannotBeDone(f"读不了“{file}”:{reason(error)}。") from error
    except CannotBeDone as error:
        raise CannotBeDone(f"“{file}”:{error}") from error


def _department(where: Target) -> Department:
    result = checked(Target(where.root, folder=where.folder))
    found = [] if result.workspace is None else [d for d in result.workspace.departments if d.folder == where.folder]
    if not found:
        raise CannotBeDone(f"“{where.folder}”的单位.yaml 读不了,先用 {program()} check 看问题、改好。")
    return found[0]


def _office(department: Department) -> str:
    """The office that approves after the reform, else the first one: who holds the file where the drawing is silent."""
    kept = [one for one in department.offices if one.change is not OfficeChange.ABOLISHED]
    approving = [one for one in kept if one.role is OfficeRole.APPROVAL]
    return next((one.name for one in (*approving, *kept)), "")


def _next_name(folder: Path, name: str) -> str:
    from renderers.naming import safe

    numbers = [int(found[0]) for file in folder.glob("*.yaml") if (found := re.match(r"\d{1,4}", file.name))]
    return f"{max(numbers, default=0) + 1:02d}-{safe(name)}.yaml"


def _text(imported: Imported, where: Target) -> str:
    """The matter file without what 默认 of this project say just so."""
    from processes.declaration.folder import defaults_of
    from processes.declaration.matter_file import read_matter
    from processes.declaration.nodes import parse
    from processes.declaration.reporting import Reporter

    defaults = defaults_of(where.root, where.folder)

    def matter(text: str) -> object:
        report = Reporter("")
        root = parse(text, report)
        return None if root is None else read_matter(root, report, "", defaults)

    whole, short = imported.text(), imported.text(imported.inherited)
    return short if matter(short) == matter(whole) else whole


def _tell(notes: tuple[Note, ...]) -> None:
    """What was taken, guessed and left, and how many there are of each."""
    counts = Counter(note.fate for note in notes)
    for note in notes:
        click.echo(str(note))
    click.echo("、".join(f"{fate} {count} 处" for fate, count in sorted(counts.items())))


@contextmanager
def laid_beside(path: Path, other: Path) -> Iterator[Path]:
    """A matter file made of the BPMN file ``path``, in a project like that around ``other``; gone afterwards.

    Raises ``WrongUsage`` where ``other`` is in no department, ``CannotBeDone`` where the matter does not hold together.
    """
    around = find_target(other)
    folder = around.folder or around.file.rpartition("/")[0]
    if not folder:
        raise WrongUsage("BPMN 文件要和一个事项文件比,或者到单位文件夹里运行,才知道是哪个单位的。")
    department = _department(Target(around.root, folder=folder))
    imported = imported_from(path, department)
    with TemporaryDirectory(prefix="zaizao-") as name:
        root = Path(name) / path.name
        (root / folder).mkdir(parents=True)
        for one in ("方案.yaml", f"{folder}/单位.yaml"):
            (root / one).write_bytes((around.root / one).read_bytes())
        file = root / folder / "01-导入.yaml"
        file.write_text(imported.text(), encoding="utf-8")
        result = checked(Target(root, file=f"{folder}/{file.name}"))
        if not result.sound:
            errors = (one.message for one in result.findings if one.severity is Severity.ERROR)
            raise CannotBeDone(
                f"“{path}”读成的申报有错,没法比:{next(errors, '')}。先用 {program()} bpmn 读进来,改好再比。"
            )
        yield file
