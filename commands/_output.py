"""The output folder of ``zaizao build``: what was made is remembered, what a person edited is never overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from commands._files import write
from processes.errors import CannotBeDone

MANIFEST = "清单.json"
"""Path of each file made → SHA-256 of its bytes; stands in the output folder."""


class Output:
    """One output folder during one build."""

    def __init__(self, folder: Path) -> None:
        """Read what the last build left."""
        self.folder = folder
        self.made: dict[str, str] = {}
        self.kept: list[str] = []
        self.unchanged = 0
        self._before = _read_manifest(folder / MANIFEST)

    def put(self, name: str, content: bytes) -> None:
        """Make the file ``name`` (relative, ``/`` between its parts).

        A file that differs from what the last build made was edited by hand: it stays, and the new one is written
        beside it with 「(新)」 in its name.
        """
        digest = hashlib.sha256(content).hexdigest()
        path = self.folder / name
        there = _digest(path)
        if there == digest:
            self.unchanged += 1
            self.made[name] = digest
        elif there is not None and there != self._before.get(name):
            self.kept.append(name)
            # Remembered like any other: it goes when the edit is taken back, and stays if it is edited in its turn.
            self.put(path.with_stem(f"{path.stem}(新)").relative_to(self.folder).as_posix(), content)
        else:
            write(path, content)
        self.made[name] = digest

    @contextmanager
    def remembered(self) -> Iterator[None]:
        """What was made before an interruption is remembered too: the next build must not take it for edited."""
        try:
            yield
        except BaseException:
            with suppress(CannotBeDone):
                self.finish(complete=False)
            raise

    def finish(self, *, complete: bool) -> list[str]:
        """Write the manifest; after a ``complete`` build first remove what only earlier ones made (unless edited).

        Returns the names removed.
        """
        removed = []
        remembered = self.made
        if complete:
            for name, digest in self._before.items():
                path = self.folder / name
                if name not in self.made and _digest(path) == digest:
                    path.unlink()
                    removed.append(name)
                    _remove_empty(path.parent, self.folder)
        else:
            remembered = {**self._before, **self.made}
        manifest = json.dumps(dict(sorted(remembered.items())), ensure_ascii=False, indent=0)
        write(self.folder / MANIFEST, (manifest + "\n").encode())
        return removed


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove ``folder`` and those above it, up to ``top``, as far as nothing is left in them."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _read_manifest(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    # What is not in the folder is not ours, whatever the list says.
    names = [name for name in content if ".." not in Path(name).parts and not Path(name).is_absolute()]
    return {name: str(content[name]) for name in names}
