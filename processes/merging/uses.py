"""使用 of 环节 that name a 材料 which is none any more: what merge takes out of 材料 it takes out there, too (R503)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from processes.declaration.cells import split_names
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.merging.lists import without_entry
from processes.merging.source import Change, Source
from processes.model.folding import fold_name

_USES = "使用"
_WHERE = ("流程", "支线")


def without_uses(source: Source, version: str, gone: Collection[str]) -> list[Change]:
    """Changes that take the names ``gone`` out of 使用 in a version; what cannot be done and keep a comment is left."""
    folded = frozenset(map(fold_name, gone))
    changes: list[Change] = []
    for name in _WHERE:
        for entry in _entries(source.node(version, name)):
            changes += _without(source, entry, folded)
    return changes


def _entries(node: Node | None) -> Iterator[Mapping]:
    """The entries that have 使用, wherever they stand in blocks and branches."""
    if isinstance(node, Mapping):
        if _USES in node.entries:
            yield node
        for _, value in node.entries.values():
            yield from _entries(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item)


def _without(source: Source, entry: Mapping, gone: frozenset[str]) -> list[Change]:
    key, node = entry.entries[_USES]
    names = _names(node)
    kept = [name for name in names if fold_name(name) not in gone]
    if len(kept) == len(names):
        return []
    if kept:
        return source.names(node, names, kept)
    # The first key stands behind the dash of its entry: its line is not its own.
    return [] if key.line == entry.line else without_entry(source, entry, _USES)


def _names(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [one.text for one in split_names(node.text)]
    return [item.text for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []
