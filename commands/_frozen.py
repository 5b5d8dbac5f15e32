"""What was filed in stage 2, laid beside the declarations: has 优化前 been changed since?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from commands._registry import REGISTRY_FILE
from processes.errors import ZaizaoError

if TYPE_CHECKING:
    from engine.frozen import Frozen
    from processes.checking import Checked
    from processes.model.department import Department
    from processes.model.filing import FiledFile, Submission
    from processes.model.findings import Finding
    from processes.store.registry import Registry

_PATIENCE = 5.0
"""Seconds that a mere check waits for a registry."""


def frozen_findings(root: Path, database: str | None = None) -> Callable[[Checked], Iterable[Finding]] | None:
    """What says of a checked project whether 优化前 has been changed; None where nothing has been filed.

    Nothing is imported and nothing opened where there is no registry.
    """
    url = database or str(root / REGISTRY_FILE)
    if database is None and not (root / REGISTRY_FILE).is_file():
        return None

    def find(checked: Checked) -> Iterable[Finding]:
        from processes.store.registry import Registry

        try:
            with Registry.open(url, create=False, patience=_PATIENCE) as registry:
                return list(_findings(registry, root, checked))
        except ZaizaoError as error:
            click.echo(f"没有查优化前改没改过(N212):{error}", err=True)
            return []

    return find


def _findings(registry: Registry, root: Path, checked: Checked) -> Iterator[Finding]:
    from engine.frozen import STAGE, check
    from processes.declaration.folder import declaration_files

    assert checked.workspace is not None
    filed = {one.department: one for one in registry.history(stage=STAGE) if _counts(one)}
    files = declaration_files(root)
    sound: dict[str, set[str]] = {}
    for matter in checked.sound:
        sound.setdefault(matter.department, set()).add(matter.file)
    for department in checked.workspace.departments:
        submission = filed.get(department.name)
        if submission is not None and department.name in sound:
            frozen = _frozen(registry, root, department, submission)
            if frozen.matters:
                yield from check(
                    frozen,
                    department,
                    checked.matters_of(department.name),
                    checked.workspace.plan.switches,
                    asked=files,
                )


def _counts(one: Submission) -> bool:
    from processes.model.filing import ReviewState

    return one.state is not ReviewState.RETURNED


def _frozen(registry: Registry, root: Path, department: Department, submission: Submission) -> Frozen:
    """What was filed; only what has been touched since is read again."""
    from engine.frozen import Frozen
    from processes.checking import check_project
    from processes.declaration.folder import DEPARTMENT_FILE, PLAN_FILE

    sources = registry.sources(submission.department, submission.stage, submission.version)
    same = frozenset(one.path for one in sources if _is_on_disk(root, one))
    untouched = same if {PLAN_FILE, f"{department.folder}/{DEPARTMENT_FILE}"} <= same else frozenset()
    if len(untouched) == len(sources):
        return Frozen(submission=submission, matters=(), same=untouched)
    with laid_out(sources) as folder:
        matters = check_project(folder, lambda file: file not in untouched).matters
    return Frozen(submission=submission, matters=matters, same=untouched)


def _is_on_disk(root: Path, file: FiledFile) -> bool:
    try:
        return (root / file.path).read_bytes() == file.content
    except OSError:
        return False


@contextmanager
def laid_out(sources: Iterable[FiledFile]) -> Iterator[Path]:
    """A temporary project folder with what was filed."""
    with TemporaryDirectory(prefix="zaizao-") as name:
        for one in sources:
            path = Path(name) / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.content)
        yield Path(name)
