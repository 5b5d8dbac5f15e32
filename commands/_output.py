"""The output folder of ``zaizao build``: what was made is remembered, what a person edited is never overwritten."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from commands._files import write

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
        self.made[name] = digest
        there = _digest(path)
        if there == digest:
            self.unchanged += 1
        elif there is not None and there != self._before.get(name):
            self.kept.append(name)
            write(path.with_stem(f"{path.stem}(新)"), content)
        else:
            write(path, content)

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
        else:
            remembered = {**self._before, **self.made}
        manifest = json.dumps(dict(sorted(remembered.items())), ensure_ascii=False, indent=0)
        write(self.folder / MANIFEST, (manifest + "\n").encode())
        return removed


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
    return {str(name): str(digest) for name, digest in content.items()} if isinstance(content, dict) else {}
