"""Which step of 优化前 went on as which step of 优化后, and what they are called on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from benchmarks.difference.claims import Claim, claim
from benchmarks.difference.tree import Leaf, Path, Sequence, Version, leaves, paths, relation, written


@dataclass(frozen=True, slots=True)
class Unit:
    """What goes on: the steps (uids) that it was and is."""

    before: tuple[int, ...]
    after: tuple[int, ...]


class Lineage:
    """Both versions and what goes on between them."""

    def __init__(self, before: Version, after: Version, moved: Iterable[int]) -> None:
        """``moved``: uids of ``after`` that were carried to another place."""
        self.before, self.after = before, after
        self.old_paths, self.new_paths = paths(before.tree), paths(after.tree)
        self.old_names, self.new_names = names(before.tree), names(after.tree)
        self.old = {leaf.uid: leaf for leaf in written(before.tree)}
        self.new = {leaf.uid: leaf for leaf in written(after.tree)}
        self.units = tuple(_units(before, after))
        self.unit_of_new = {uid: unit for unit in self.units for uid in unit.after}
        self.unit_of_old = {uid: unit for unit in self.units for uid in unit.before}
        self.moved = {self.unit_of_new[uid] for uid in moved if uid in self.unit_of_new}

    def called_before(self, uids: Iterable[int]) -> tuple[str, ...]:
        """The labels of steps of 优化前, sorted."""
        return tuple(sorted(self.old_names[uid] for uid in uids))

    def called_after(self, uids: Iterable[int]) -> tuple[str, ...]:
        """The labels of steps of 优化后, sorted."""
        return tuple(sorted(self.new_names[uid] for uid in uids))

    def say(self, code: str, units: Iterable[Unit]) -> Claim:
        """A claim about units."""
        units = list(units)
        return claim(
            code,
            self.called_before(uid for unit in units for uid in unit.before),
            self.called_after(uid for unit in units for uid in unit.after),
        )

    def single(self) -> Iterator[tuple[Leaf, Leaf]]:
        """Steps that are one on both sides, those in named blocks too."""
        for unit in self.units:
            if len(unit.before) == len(unit.after) == 1:
                old, new = self.old[unit.before[0]], self.new[unit.after[0]]
                yield old, new
                yield from zip(old.members, new.members, strict=True)


def done(leaf: Leaf) -> list[str]:
    """The procedures of a step; those of a named block are done in the steps inside."""
    return [*leaf.procedures, *(act for member in leaf.members for act in member.procedures)]


def relations(some: Iterable[int], others: Iterable[int], where: dict[int, Path]) -> set[str]:
    """All relations between the steps of two units."""
    return {relation(where[one], where[other]) for one in some for other in others}


def _units(before: Version, after: Version) -> Iterator[Unit]:
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    there = {leaf.uid for leaf in leaves(before.tree)}
    for leaf in leaves(after.tree):
        graph.add_edges_from((("old", origin), ("new", leaf.uid)) for origin in leaf.origins & there)
    for part in nx.connected_components(graph):
        yield Unit(
            tuple(sorted(uid for side, uid in part if side == "old")),
            tuple(sorted(uid for side, uid in part if side == "new")),
        )


def names(tree: Sequence) -> dict[int, str]:
    """Uid → label, as ``claims.labels`` gives them."""
    often = Counter(leaf.name for leaf in written(tree))
    met: Counter[str] = Counter()
    found = {}
    for leaf in written(tree):
        met[leaf.name] += 1
        found[leaf.uid] = f"{leaf.name}#{met[leaf.name]}" if often[leaf.name] > 1 else leaf.name
    return found
