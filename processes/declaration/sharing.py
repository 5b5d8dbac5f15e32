"""What one version says of a material or procedure holds for the same name in the other version too.

Declaration format §2: 来源, 依据, 可共享, 法定 and 种类 belong to the thing; 份数 and 人数 belong to the version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from processes.declaration.procedures import RowProcedures
from processes.model.flow import BlockEntry, Entry, Procedure, StepEntry
from processes.model.folding import fold_name
from processes.model.matter import Material

Named = TypeVar("Named", Material, Procedure)
Facts = dict[str, dict[str, Any]]


def share_materials(*versions: tuple[Material, ...]) -> list[tuple[Material, ...]]:
    """The materials of each version with the facts of all versions."""
    facts: Facts = {}
    for materials in versions:
        for material in materials:
            if material.shared is not None or material.basis or material.source:
                _collect(facts, material, ("source", "basis", "shared"))
    return [tuple([_completed(one, facts) for one in materials]) if facts else materials for materials in versions]


def share_procedures(*versions: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """The entries of each version, their procedures with the facts of all versions."""
    facts: Facts = {}
    for entries in versions:
        for procedure in _procedures(entries):
            if procedure.statutory or procedure.kind:
                _collect(facts, procedure, ("statutory", "kind"))
    return [_entries(entries, facts) if facts else entries for entries in versions]


def _procedures(entries: tuple[Entry, ...]) -> Iterator[Procedure]:
    """Those of which more than the name and the number of people may be said."""
    for entry in entries:
        if isinstance(entry, StepEntry):
            procedures = entry.procedures
            if not isinstance(procedures, RowProcedures) or procedures.statutory:
                yield from procedures
        for branch in entry.branches:
            yield from _procedures(branch)


def _collect(facts: Facts, thing: Material | Procedure, names: Iterable[str]) -> None:
    known = facts.setdefault(fold_name(thing.name), {})
    for name in names:
        if (value := getattr(thing, name)) not in ("", None):
            known.setdefault(name, value)


def _completed(thing: Named, facts: Facts) -> Named:
    said = facts.get(fold_name(thing.name))
    if said is None:
        return thing
    missing = {name: value for name, value in said.items() if getattr(thing, name) in ("", None)}
    return replace(thing, **missing) if missing else thing


def _entries(entries: tuple[Entry, ...], facts: Facts) -> tuple[Entry, ...]:
    return tuple(_entry(entry, facts) for entry in entries)


def _entry(entry: Entry, facts: Facts) -> Entry:
    branches = tuple(_entries(branch, facts) for branch in entry.branches)
    if isinstance(entry, BlockEntry):
        return replace(entry, branches=branches)
    procedures = tuple(_completed(one, facts) for one in entry.procedures)
    if procedures == tuple(entry.procedures) and not branches:
        return entry
    return replace(entry, procedures=procedures, branches=branches)
