"""What was filed in stage 2, laid beside the declarations: has 优化前 been changed since?

The one door of ``check``, ``build``, ``status``, ``submit`` and the language server. Where there is no registry nothing
is imported and nothing opened; where it cannot be asked, N212 is left out and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from commands._registry import REGISTRY_FILE
from commands._target import Target
from processes.errors import ZaizaoError
from processes.model.digests import sha256_of

if TYPE_CHECKING:
    from engine.frozen import Frozen
    from processes.checking import Checked
    from processes.model.department import Department
    from processes.model.filing import FiledFile, Submission
    from processes.model.findings import Finding
    from processes.model.process import CheckedMatter

_PATIENCE = 5.0
"""Seconds that a mere check waits for a registry."""

Unsaved = Mapping[str, str]
"""File → what an editor holds of it, not saved yet."""

NOTHING_UNSAVED: Unsaved = MappingProxyType({})


@dataclass(frozen=True)
class FiledBefore:
    """What is in force of stage 2 (the latest versions that were not sent back) for the project in ``root``.

    ``filed``: department → its submission and declarations; none of the latter where nothing differs on disk and
    nobody wanted them. ``key`` is another one once anything else is in force.
    """

    root: Path
    filed: Mapping[str, tuple[Submission, tuple[FiledFile, ...]]]
    _read: dict[tuple[str, frozenset[str]], tuple[CheckedMatter, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def key(self) -> tuple[tuple[str, int, str], ...]:
        """Department, version, digest of each."""
        return tuple((name, one.version, one.digest) for name, (one, _) in sorted(self.filed.items()))

    def findings(self, checked: Checked, unsaved: Unsaved = NOTHING_UNSAVED) -> Iterator[Finding]:
        """N212, of the departments of which any matter holds together."""
        from engine.frozen import check
        from processes.declaration.folder import declaration_files

        assert checked.workspace is not None
        sound = {matter.department for matter in checked.sound}
        for department in checked.workspace.departments:
            known = self.filed.get(department.name)
            if known is None or department.name not in sound:
                continue
            frozen = self._frozen(department, *known, unsaved)
            if frozen.matters:
                yield from check(
                    frozen,
                    department,
                    checked.matters_of(department.name),
                    checked.workspace.plan.switches,
                    asked=declaration_files(self.root),
                )

    def _frozen(
        self, department: Department, submission: Submission, sources: tuple[FiledFile, ...], unsaved: Unsaved
    ) -> Frozen:
        """What was filed; only what has been touched since is read again, and once for the same files."""
        from engine.frozen import Frozen
        from processes.checking import check_project
        from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE

        same = frozenset(one.path for one in sources if _now(self.root, one.path, unsaved) == one.content)
        around = {PLAN_FILE, f"{department.folder}/{DEPARTMENT_FILE}"}
        untouched = same if around <= same else frozenset()
        if len(untouched) == len(sources):
            return Frozen(submission=submission, matters=(), same=untouched)
        place = department.name, untouched
        if place not in self._read:
            with laid_out(sources) as folder:
                self._read[place] = check_project(folder, lambda file: file not in untouched).matters
        return Frozen(submission=submission, matters=self._read[place], same=untouched)


def filed_before(
    root: Path, database: str | None = None, *, wanted: Collection[str] = (), patience: float = _PATIENCE
) -> FiledBefore | None:
    """What is in force of stage 2, from ``database`` or else the registry of the project; None where there is none.

    ``wanted``: folders of departments whose declarations are read even where all files are as they were filed.
    Raises ``ZaizaoError`` when the registry cannot be asked within ``patience`` seconds.
    """
    if not has_registry(root, database):
        return None
    from engine.frozen import STAGE
    from processes.store.registry import Registry

    filed = {}
    url = database or Target(root).shown(REGISTRY_FILE)
    with Registry.open(url, create=False, patience=patience) as registry:
        for one, digests in registry.in_force(STAGE):
            is_wanted = any(path.partition("/")[0] in wanted for path in digests) or any(
                sha256_of(_now(root, path, NOTHING_UNSAVED)) != digest for path, digest in digests.items()
            )
            sources = registry.sources(one.department, one.stage, one.version) if is_wanted else ()
            filed[one.department] = (one, sources)
    return FiledBefore(root, filed)


def has_registry(root: Path, database: str | None) -> bool:
    """Whether anything could have been filed."""
    return database is not None or (root / REGISTRY_FILE).is_file()


def filed_before_or_told(root: Path, database: str | None) -> FiledBefore | None:
    """As ``filed_before``; None, and the reason told, when the registry cannot be asked."""
    try:
        return filed_before(root, database)
    except ZaizaoError as error:
        click.echo(unasked(error), err=True)
        return None


def unasked(error: ZaizaoError) -> str:
    """That N212 was left out, and why."""
    return f"没有查优化前改没改过(N212):{error}"


def frozen_findings(root: Path, database: str | None = None) -> Callable[[Checked], Iterable[Finding]] | None:
    """What says of a checked project whether 优化前 has been changed; None where nobody can know."""
    found = filed_before_or_told(root, database)
    return None if found is None else found.findings


def _now(root: Path, file: str, unsaved: Unsaved) -> bytes:
    """What stands in a file now; nothing where there is none."""
    if file in unsaved:
        return unsaved[file].encode()
    try:
        return (root / file).read_bytes()
    except OSError:
        return b""


@contextmanager
def laid_out(sources: Iterable[FiledFile]) -> Iterator[Path]:
    """A temporary project folder with what was filed.

    Raises ``Damaged`` for a file that would lie outside of it: no declaration does, somebody changed the registry.
    """
    from tempfile import TemporaryDirectory

    from processes.store.failures import Damaged

    with TemporaryDirectory(prefix="zaizao-") as name:
        root = Path(name).resolve()
        for one in sources:
            path = (root / one.path).resolve()
            if not path.is_relative_to(root):
                raise Damaged(f"登记库里的文件“{one.path}”不在申报文件夹里,登记库被人改过或者损坏了。")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.content)
        yield root
