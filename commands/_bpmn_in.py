"""A BPMN file read into a project: which department it is for, the text of the matter file, what is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write
from commands._new_matter import default_office, department_at, department_place, next_name
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, program
from commands._target import Target, checked, find_target
from processes.declaration.templates import MARK
from processes.errors import CannotBeDone, WrongUsage, reason
from processes.model.findings import Severity

if TYPE_CHECKING:
    from processes.intake.bpmn.importing import Imported
    from processes.intake.bpmn.notes import Note
    from processes.model.department import Department

ENDING = ".bpmn"


def is_drawing(file: Path) -> bool:
    """Whether a file calls itself BPMN."""
    return file.suffix.lower() == ENDING and file.is_file()


def read_drawings(
    files: Sequence[Path], project: Path, department: str | None, process: str, *, preview: bool, replace: bool
) -> int:
    """Read each file into the department, and tell what became of everything in it; the exit code.

    ``preview``: nothing is written. ``replace``: a matter file that is there is put aside. A file that cannot be read
    is told, and the others are read. Raises ``WrongUsage`` where nobody knows whose the matters are.
    """
    where = department_place(project, department, "BPMN 图")
    own = department_at(where)
    refused = 0
    guessed = False
    for file in files:
        try:
            imported = imported_from(file, own, process)
            _put(file, imported, where, preview=preview, replace=replace)
        except CannotBeDone as error:
            refused += 1
            click.echo(f"没有读:{error}", err=True)
        else:
            guessed |= not imported.exact
    return EXIT_CANNOT if refused else EXIT_FINDINGS if guessed else 0


def _put(file: Path, imported: Imported, where: Target, *, preview: bool, replace: bool) -> None:
    """Write the matter file, and say what is left to do."""
    folder = where.root / where.folder
    path = folder / (imported.file or next_name(folder, imported.name))
    shown = where.shown(f"{where.folder}/{path.name}")
    click.echo(f"{file.name}:")
    _tell(imported.notes)
    if path.exists() and not replace:
        raise CannotBeDone(f"“{shown}”已经有了,没有动;看有什么不同用 {program()} diff,要换成图里的加 --替换。")
    if preview:
        click.echo(f"会写入 {shown}(只是查看,没有写)")
        return
    text = _text(imported, where)
    if path.exists():
        aside = path.with_name(f"{path.name}.旧")
        write(aside, path.read_bytes())
        click.echo(f"原来的另存为 {where.shown(f'{where.folder}/{aside.name}')}")
    write(path, text.encode())
    marks = text.count(f"# {MARK}")
    todo = f"标{MARK}的 {marks} 处改成实际情况,改完运行" if marks else "核对后运行"
    click.echo(f'已写入 {shown}\n{todo}:{program()} check "{shown}"')


def imported_from(file: Path, department: Department, process: str = "") -> Imported:
    """The matter in a BPMN file. Raises ``CannotBeDone`` with the name of the file before what is wrong with it."""
    from processes.intake.bpmn.importing import import_bpmn
    from processes.intake.bpmn.xml_tree import MAX_SIZE

    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
        return import_bpmn(content, name=file.stem, office=default_office(department), process=process)
    except OSError as error:
        raise CannotBeDone(f"读不了“{file}”:{reason(error)}。") from error
    except CannotBeDone as error:
        raise CannotBeDone(f"“{file}”:{error}") from error


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
    from tempfile import TemporaryDirectory

    around = find_target(other)
    folder = around.folder or around.file.rpartition("/")[0]
    if not folder:
        raise WrongUsage("BPMN 文件要和一个事项文件比,或者到单位文件夹里运行,才知道是哪个单位的。")
    department = department_at(Target(around.root, folder=folder))
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
                f"“{path}”读成的申报有错,没法比:{next(errors, '')}。先用 {program()} import 导入,改好再比。"
            )
        yield file
