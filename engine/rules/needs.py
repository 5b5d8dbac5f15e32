"""Which matters need what other matters issue: the graph behind R106."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from processes.model.folding import fold_name
from processes.model.matter import Material, Matter
from processes.model.workspace import Workspace

_COPY = re.compile(r"(?:\((?:原件|复印件|正本|副本)\)|原件|复印件|正本|副本)+$")
_QUOTES = str.maketrans("", "", "《》“”")


class Need(NamedTuple):
    """``matter`` needs what ``giver`` issues; ``exact`` if the material names the giver itself."""

    matter: Matter
    giver: Matter
    material: Material
    exact: bool


def needs_of(workspace: Workspace) -> Iterator[Need]:
    """Every material of another matter: named as 部门/事项, or the only one of that department that issues it."""
    kept = [one for one in workspace.matters if one.after is not None and not one.is_gone]
    named = {(one.department, fold_name(one.name)): one for one in kept}
    issued = _issued(kept)
    for matter in kept:
        for material in matter.after.materials if matter.after else ():
            if not material.source:
                continue
            department, _, name = material.source.partition("/")
            giver = (
                named.get((department, fold_name(name))) if name else issued.get((department, _document(material.name)))
            )
            if giver is not None and giver is not matter:
                yield Need(matter, giver, material, bool(name))


def _issued(kept: list[Matter]) -> Mapping[tuple[str, str], Matter]:
    """Department and document → the matter that issues it, where it is a single one."""
    found: dict[tuple[str, str], Matter | None] = {}
    for one in kept:
        for output in one.outputs:
            key = (one.department, _document(output))
            found[key] = one if found.get(key, one) is one else None
    return {key: one for key, one in found.items() if one is not None}


def _document(name: str) -> str:
    return _COPY.sub("", fold_name(name).translate(_QUOTES))


def without_loose_ends(arcs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The arcs that can be part of a circle: what nothing leads to, or that leads nowhere, is taken off in turn."""
    while True:
        sources, targets = {arc[0] for arc in arcs}, {arc[1] for arc in arcs}
        kept = {arc for arc in arcs if arc[0] in targets and arc[1] in sources}
        if len(kept) == len(arcs):
            return kept
        arcs = kept
