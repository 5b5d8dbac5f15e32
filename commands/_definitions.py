"""What a case is pinned to: the declarations of a matter as bytes, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from commands._frozen import laid_out
from commands._matter import one_matter
from commands._target import find_target
from engine.cases.definition import Definition, definition_of
from processes.checking import check_project
from processes.compilation.holders import HolderBook
from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE
from processes.errors import CannotBeDone, WrongUsage, reason
from processes.model.filing import FiledFile, digest_of
from processes.model.matter import VersionLabel

Key = tuple[str, VersionLabel]


def definition_files(root: Path, matter: str) -> tuple[FiledFile, ...]:
    """方案.yaml, 单位.yaml and the matter file ``matter`` (relative to the project ``root``), ordered by path.

    They are all that a process is made of; the calendar is not among them, for days off are what they are.
    """
    paths = (PLAN_FILE, f"{matter.rpartition('/')[0]}/{DEPARTMENT_FILE}", matter)
    try:
        return tuple(FiledFile(path, (root / path).read_bytes()) for path in sorted(paths))
    except OSError as error:
        raise CannotBeDone(f"申报文件读不出来:{reason(error)}。") from error


def digest_of_files(files: Iterable[FiledFile]) -> str:
    """The content hash by which a definition is known."""
    return digest_of(files, ())


def compiled_from(files: Iterable[FiledFile], label: VersionLabel) -> Definition:
    """The definition that these bytes declare.

    Raises ``CannotBeDone`` when this program no longer takes them for sound; ``WrongUsage`` for a cancelled matter.
    """
    kept = tuple(files)
    with laid_out(kept) as folder:
        checked = check_project(folder)
        matters = checked.matters
    if not matters or checked.workspace is None:
        raise CannotBeDone("办件所用的流程定义,这个版本的程序读不了;请用收件时的版本,或者换用新流程。")
    plan, matter = checked.workspace.plan, matters[0]
    department = next(one for one in checked.workspace.departments if one.name == matter.matter.department)
    book = HolderBook(plan, department)
    return definition_of(matter, label, digest_of_files(kept), plan.switches, book)


@dataclass(frozen=True, slots=True)
class Declared:
    """A matter as it is declared now: its process, and the files that a case is pinned to."""

    definition: Definition
    files: tuple[FiledFile, ...]


class Definitions(Mapping[Key, Definition]):
    """Digest and version → definition, read from the registry when first asked for and then remembered."""

    def __init__(self, stored: Callable[[str], tuple[FiledFile, ...]]) -> None:
        """``stored`` gives the files of a digest."""
        self._stored = stored
        self._known: dict[Key, Definition] = {}

    def __getitem__(self, key: Key) -> Definition:
        if key not in self._known:
            self._known[key] = compiled_from(self._stored(key[0]), key[1])
        return self._known[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def declared_in(self, file: Path, label: VersionLabel) -> Declared:
        """The matter in ``file`` as it is declared now; read again only when a byte has changed.

        Raises ``WrongUsage`` when there is no matter in it or no such version, ``CannotBeDone`` for one with errors.
        """
        where = find_target(file)
        if not where.file:
            raise WrongUsage(f"“{file}”不是事项文件。")
        files = definition_files(where.root, where.file)
        key = digest_of_files(files), label
        if key not in self._known:
            # Says what is wrong with the declaration, and where.
            one_matter(file)
            self._known[key] = compiled_from(files, label)
        return Declared(self._known[key], files)
