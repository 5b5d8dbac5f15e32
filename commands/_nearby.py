"""Files that may be meant by a name that is none: the matter of that name, the file spelt a little otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from processes.model.folding import fold_name

_MOST = 3
_LOOKED_AT = 5_000
"""Files: what lies in a folder with more is not looked for."""
_ALIKE = 0.6
_ENDINGS = frozenset((".xlsx", ".docx", ".csv", ".bpmn", ".xes", ".zip", ".txt", ".xls", ".doc", ".et", ".wps"))
"""What else than a declaration or a folder may be asked for."""


def nearby(name: str, folder: Path) -> tuple[str, ...]:
    """Paths below ``folder``, or below the project around it, for what was typed: the likeliest first, at most 3."""
    from processes.declaration.folder import find_project

    root = find_project(folder) or folder
    asked, endings = _bare(Path(name).name), {Path(name).suffix.lower()} & _ENDINGS or {"", ".yaml"}
    files = (path for path in _files(root, folder) if path.suffix.lower() in endings)
    scored = sorted((-_likeness(asked, _bare(path.name)), path.as_posix()) for path in files)
    best = [path for score, path in scored if -score >= _ALIKE]
    return tuple(best[:_MOST])


def _files(root: Path, folder: Path) -> Iterator[Path]:
    """What lies in the folder and, two steps down, the declarations of the project; as typed from the folder."""
    here = folder.resolve()
    found = {*here.glob("*"), *root.resolve().glob("*"), *root.resolve().glob("*/*.yaml")}
    for path in sorted(found)[:_LOOKED_AT]:
        if not path.name.startswith((".", "~")):
            yield Path(*([".."] * _up(here, path)), *path.parts[len(_common(here, path)) :])


def _common(one: Path, other: Path) -> tuple[str, ...]:
    shared = []
    for left, right in zip(one.parts, other.parts, strict=False):
        if left != right:
            break
        shared.append(left)
    return tuple(shared)


def _up(here: Path, path: Path) -> int:
    return len(here.parts) - len(_common(here, path))


def _bare(name: str) -> str:
    """A file name without number and ending: 社会团体成立登记 of 01-社会团体成立登记.yaml."""
    stem = name.rsplit(".", 1)[0] if "." in name else name
    return fold_name(stem.lstrip("0123456789-—_.、 ") or stem)


def _likeness(asked: str, there: str) -> float:
    if not asked or not there:
        return 0.0
    if asked in there:
        return 1.0 + len(asked) / len(there)
    return SequenceMatcher(None, asked, there).ratio()
