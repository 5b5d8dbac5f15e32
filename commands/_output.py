"""The output folder of ``zaizao build``: what was made is remembered, what a person edited is never overwritten.

A build is a list of units, each with a ``key``: the hash of everything its products depend on. A unit whose key is
the one remembered, and whose products are still there as they were made, is not made again. What is about to be
written goes into a journal first, so that a build killed anywhere is taken up by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from commands._files import BESIDE, write
from processes.errors import CannotBeDone, reason

MANIFEST = "清单.json"
"""``成果``: path of each file made → SHA-256 of its bytes; ``依据``: unit → its key and the paths of its products."""

JOURNAL = ".清单.未完成"
"""While a build runs: a line for each unit about to be written. There only when a build was killed."""


@dataclass(frozen=True, slots=True)
class _Record:
    """What a unit gave: its key, and path → digest of each product."""

    key: str
    products: Mapping[str, str]


class Output:
    """One output folder during one build."""

    def __init__(self, folder: Path) -> None:
        """Read what the last build left, finished or not."""
        self.folder = folder
        self.made: dict[str, str] = {}
        self.kept: list[str] = []
        self.unchanged = 0
        self._records: dict[str, _Record] = {}
        self._before, self._known = _read_manifest(folder / MANIFEST)
        self._ours = {(name, digest) for name, digest in self._before.items()}
        self._journaled = folder / JOURNAL
        self._take_up()

    def has(self, unit: str, key: str) -> bool:
        """Whether the unit need not be made: its key is the same, and its products are there as they were made."""
        record = self._known.get(unit)
        if record is None or record.key != key:
            return False
        if any(_digest(self.folder / name) != digest for name, digest in record.products.items()):
            return False
        self._records[unit] = record
        self.made.update(record.products)
        self.unchanged += len(record.products)
        return True

    def put_unit(self, unit: str, key: str, products: Iterable[tuple[str, bytes]]) -> None:
        """Make the products of a unit; see ``put``."""
        contents = dict(products)
        digests = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        # A half-written unit is nobody's: neither under the old key nor under the new one.
        self._known.pop(unit, None)
        self._announce(unit, _Record(key, digests))
        for name, content in contents.items():
            self._write(name, content, digests[name])
        self._records[unit] = _Record(key, digests)

    def put(self, name: str, content: bytes) -> None:
        """Make the file ``name`` (relative, ``/`` between its parts).

        A file that differs from what the last build made was edited by hand: it stays, and the new one is written
        beside it with 「(新)」 in its name.
        """
        digest = hashlib.sha256(content).hexdigest()
        self._announce("", _Record("", {name: digest}))
        self._write(name, content, digest)

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
        made, records = self.made, self._records
        if complete:
            for name in sorted({name for name, _ in self._ours} - self.made.keys()):
                path = self.folder / name
                if (name, _digest(path)) in self._ours:
                    path.unlink()
                    _remove_empty(path.parent, self.folder)
                    removed.append(name)
        else:
            made, records = {**self._before, **made}, {**self._known, **records}
        content = {
            "成果": dict(sorted(made.items())),
            "依据": {unit: [record.key, *record.products] for unit, record in sorted(records.items())},
        }
        text = (json.dumps(content, ensure_ascii=False, indent=0) + "\n").encode()
        if _digest(self.folder / MANIFEST) != hashlib.sha256(text).hexdigest():
            write(self.folder / MANIFEST, text)
        self._journaled.unlink(missing_ok=True)
        return removed

    def _write(self, name: str, content: bytes, digest: str) -> None:
        path = self.folder / name
        there = _digest(path)
        if there == digest:
            self.unchanged += 1
        elif there is not None and (name, there) not in self._ours:
            self.kept.append(name)
            # Remembered like any other: it goes when the edit is taken back, and stays if it is edited in its turn.
            beside = _beside(name)
            self._write(beside, content, digest)
        else:
            write(path, content)
        self.made[name] = digest

    def _announce(self, unit: str, record: _Record) -> None:
        """Put into the journal what will be written, unless it is all there already."""
        if all(_digest(self.folder / name) == digest for name, digest in record.products.items()):
            return
        line = json.dumps([unit, record.key, record.products], ensure_ascii=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._journaled.open("a", encoding="utf-8", newline="\n") as journal:
                journal.write(line + "\n")
                journal.flush()
                os.fsync(journal.fileno())
        except OSError as error:
            raise CannotBeDone(f"写不了“{self._journaled}”:{reason(error)}。") from error

    def _take_up(self) -> None:
        """Learn from the journal of a killed build what it wrote, and clear away what it left half-written."""
        try:
            lines = self._journaled.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            lines = []
        for line in lines:
            # The last line may have been cut off: what it announces was not begun.
            with suppress(ValueError, TypeError, AttributeError):
                unit, key, products = json.loads(line)
                products = {str(name): str(digest) for name, digest in products.items() if _inside(name)}
                self._ours |= set(products.items()) | {(_beside(name), digest) for name, digest in products.items()}
                if unit:
                    self._known[unit] = _Record(key, products)
        for folder in {self.folder, *((self.folder / name).parent for name, _ in self._ours if lines)}:
            for half in folder.glob(BESIDE.format("*")):
                half.unlink(missing_ok=True)


def _beside(name: str) -> str:
    """The name of the new file beside one that was edited."""
    path = Path(name)
    return path.with_stem(f"{path.stem}(新)").as_posix()


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove ``folder`` and those above it, up to ``top``, as far as nothing is left in them."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _inside(name: str) -> bool:
    """Whether the name stays in the folder: what is not in the folder is not ours, whatever a list says."""
    return ".." not in Path(name).parts and not Path(name).is_absolute()


def _read_manifest(path: Path) -> tuple[dict[str, str], dict[str, _Record]]:
    """Name → digest of each file made, and the record of each unit; nothing when the list cannot be read."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        made = {str(name): str(digest) for name, digest in content["成果"].items() if _inside(name)}
        records = {
            str(unit): _Record(str(key), {str(name): made[name] for name in names})
            for unit, (key, *names) in content["依据"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}, {}
    return made, records
