"""The key of a unit of ``zaizao build``: the hash of all that its products depend on.

A unit is a pure function of small values, so hashing the values (every place in them included: forms name their
sources) leaves nothing out that could matter. What makes the products counts too: our own code and fonts, and the
versions of the libraries that draw and write.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands._products import Unit
    from processes.checking import Checked

_CODE = ("commands", "engine", "processes", "renderers")
_MAKERS = ("graphviz", "graphviz-pure", "networkx", "typst", "XlsxWriter")
"""The libraries whose output stands in a product."""


def keys_of(units: Iterable[Unit], checked: Checked) -> list[str]:
    """The key of each unit, the same in every process, folder and language of the system."""
    program = _program()
    matters = {matter.matter.file: _hash(matter) for matter in checked.matters}
    brief = _Brief()
    return [brief.hash((program, type(unit).__name__, unit.name, unit.depends_on(matters))) for unit in units]


class _Brief:
    """Hashes of values in which the plan and departments stand as their own: they are part of every unit."""

    def __init__(self) -> None:
        from processes.model.department import Department
        from processes.model.plan import Plan

        self._known: dict[int, tuple[object, str]] = {}
        self._reducers = {Plan: self._reduced, Department: self._reduced}

    def hash(self, value: object) -> str:
        stream = io.BytesIO()
        pickler = pickle.Pickler(stream, protocol=5)
        pickler.dispatch_table = self._reducers
        pickler.dump(value)
        return hashlib.sha256(stream.getbuffer()).hexdigest()

    def _reduced(self, value: object) -> tuple[type[str], tuple[str]]:
        # By identity: to compare two plans takes as long as to hash one. The value is kept, so that its number is.
        if id(value) not in self._known:
            self._known[id(value)] = value, _hash(value)
        return str, (self._known[id(value)][1],)


def key_of(*parts: object) -> str:
    """The key of something made from these values."""
    return _hash((_program(), parts))


def key_of_findings(checked: Checked, folder: str, filed: object) -> str:
    """The key of the list of findings: what was read, what reading said of files that were not, and what is ``filed``.

    ``filed``: the key of what the declarations are held against, None if nothing is.
    """
    return _hash((_program(), folder, sorted(checked.texts.items()), checked.findings, filed))


def _hash(value: object) -> str:
    # Equal values read from equal files share the same parts, so that their pickles are equal; should they ever
    # differ, something is made once more than needed.
    return hashlib.sha256(pickle.dumps(value, protocol=5)).hexdigest()


@cache
def _program() -> str:
    """What the products are made by."""
    found = hashlib.sha256()
    root = Path(__file__).parents[1]
    for room in _CODE:
        for file in sorted((root / room).rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                found.update(file.relative_to(root).as_posix().encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    made_with = [(name, distribution(name).version) for name in _MAKERS]
    found.update(repr((made_with, sys.version_info[:3], zlib.ZLIB_RUNTIME_VERSION)).encode())
    return found.hexdigest()
