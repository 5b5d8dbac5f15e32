"""What a department puts into its package itself: signed papers, scans, what we do not make (窗口授权书 …)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from commands._chart_products import Product
from commands._filing import is_due
from processes.errors import CannotBeDone, WrongUsage, reason

_LARGEST = 100 << 20
"""Bytes of one file: a scan has a few MiB."""
_HIDDEN = (".", "~$")
"""With these begin files of the system and of a Word that has a paper open."""


@dataclass(frozen=True, slots=True)
class Given:
    """A file to put in: its path in the package's folder, the deliverable that it is, where it lies, its SHA-256."""

    path: str
    deliverable: str
    file: Path
    digest: str

    def content(self) -> bytes:
        """Its bytes. Raises ``CannotBeDone`` when they are no longer those that were looked at."""
        content = _read(self.file)
        if sha256(content).hexdigest() != self.digest:
            raise CannotBeDone(f"“{self.file}”正在改动。请保存好,再运行一次。")
        return content


def given_by(
    folder: Path, department: str, due: Mapping[str, str], others: Mapping[str, str]
) -> tuple[tuple[Given, ...], tuple[str, ...]]:
    """The files in ``folder``/``department`` that are due, and the names of those that are no deliverable at all.

    A file is the deliverable with whose name its own begins, or in whose folder it lies: ``窗口授权书.pdf``,
    ``附件6-盖章.pdf``, ``附件7/01-….docx``. ``due``: a name of a deliverable → that by which we know it;
    ``others``: those of other stages, which are left alone. Raises ``WrongUsage`` for a name that no Windows can have.
    """
    from renderers.naming import safe

    found: list[Given] = []
    unknown: list[str] = []
    root = folder / department
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root).as_posix()
        if not file.is_file() or any(part.startswith(_HIDDEN) for part in path.split("/")):
            continue
        if any(safe(part) != part for part in path.split("/")):
            raise WrongUsage(f"“{file}”的名称太长,或者有 Windows 不能用的字符;请改名。")
        deliverable = _deliverable(path, due)
        if deliverable is None:
            if _deliverable(path, others) is None:
                unknown.append(f"{department}/{path}")
        else:
            found.append(Given(path, deliverable, file, sha256(_read(file)).hexdigest()))
    return tuple(found), tuple(unknown)


def by_deliverable(given: Iterable[Given]) -> Mapping[str, tuple[str, ...]]:
    """Deliverable → the paths given for it."""
    found: dict[str, tuple[str, ...]] = {}
    for one in given:
        found[one.deliverable] = (*found.get(one.deliverable, ()), one.path)
    return found


def with_given(products: Iterable[Product], given: Sequence[Given], drafts: frozenset[str]) -> list[Product]:
    """The products (path in the folder of the package) and what is given, which takes the place of what it is.

    A draft gives way to whatever is given for it; a form to what has its ending: 附件6.xlsx, but not to a scan of it.
    """
    kept = [(path, content) for path, content in products if not any(_replaces(one, path, drafts) for one in given)]
    return kept + [(one.path, one.content()) for one in given]


def _deliverable(path: str, due: Mapping[str, str]) -> str | None:
    top, _, rest = path.partition("/")
    stem = top if rest else PurePosixPath(top).stem
    named = (one for one in due if stem == one or (not rest and stem.startswith((f"{one}-", f"{one}("))))
    found = next(named, None)
    if found is not None:
        return due[found]
    return next((one for one in due.values() if is_due(f"/{path}", (one,))), None)


def _replaces(one: Given, path: str, drafts: frozenset[str]) -> bool:
    if not is_due(f"/{path}", (one.deliverable,)):
        return False
    ours, theirs = PurePosixPath(path), PurePosixPath(one.path)
    if ours == theirs or one.deliverable in drafts:
        return True
    # One of many (附件7/01-….docx) is replaced by its own name only.
    return "/" not in path and "/" not in one.path and ours.suffix == theirs.suffix


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise WrongUsage(f"“{file}”超过 {_LARGEST >> 20} MiB,没有装入;扫描件请调低分辨率。")
        return file.read_bytes()
    except OSError as error:
        raise CannotBeDone(f"“{file}”读不出来:{reason(error)}。") from error
