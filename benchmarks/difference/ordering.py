"""What was changed about the order, read from the trees: the steps moved, and what the others are to each other."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from benchmarks.difference.claims import Claim
from benchmarks.difference.lineage import Lineage, Unit, relations
from benchmarks.difference.tree import Path, passed_over

RELATION_CODES = {
    ("o", "|"): "steps-parallelised",
    ("|", "o"): "steps-serialised",
    ("o", "#"): "steps-made-exclusive",
    ("#", "o"): "steps-made-sequential",
    ("#", "|"): "exclusive-made-parallel",
    ("|", "#"): "parallel-made-exclusive",
}
"""Kinds of relation (o: one after the other) before and after → code."""


class Emergent(Exception):
    """Something changed that no edit was made for: the generator throws the pair away."""


class Ordering:
    """The order of both versions."""

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage

    def arrangement(self) -> tuple[Claim, ...]:
        """The moves that are needed, and what changed among the steps that were not moved."""
        moved = {unit for unit in self.lineage.moved if self._displaced(unit)}
        best = self._arranged(moved)
        for unit in sorted(moved, key=lambda one: one.after):
            fewer = self._arranged(moved - {unit})
            if fewer is not None and best is not None and len(fewer) < len(best):
                moved, best = moved - {unit}, fewer
        if best is None:
            raise Emergent("steps changed places that nobody moved")
        return best

    def _displaced(self, unit: Unit) -> bool:
        """Whether a step stands otherwise to any other; carried next to where it was, it may not."""
        old, new = self.lineage.old_paths, self.lineage.new_paths
        return any(
            not relations(unit.before, other.before, old) & relations(unit.after, other.after, new)
            for other in self.lineage.units
            if other is not unit
        )

    def _arranged(self, moved: set[Unit]) -> tuple[Claim, ...] | None:
        """The claims if ``moved`` are the steps moved; None if others run in another order too."""
        old, new = self.lineage.old_paths, self.lineage.new_paths
        still = [unit for unit in self.lineage.units if unit not in moved]
        found = [self.lineage.say("step-moved", [unit]) for unit in moved]
        graphs: dict[str, nx.Graph[Unit]] = {code: nx.Graph() for code in RELATION_CODES.values()}
        for index, one in enumerate(still):
            for other in still[index + 1 :]:
                was, now = relations(one.before, other.before, old), relations(one.after, other.after, new)
                if was & now:
                    continue
                kinds = "".join(_kind(was)), "".join(_kind(now))
                if kinds not in RELATION_CODES:
                    return None
                graphs[RELATION_CODES[kinds]].add_edge(one, other)
        for code, graph in graphs.items():
            found += [self.lineage.say(code, part) for part in nx.connected_components(graph)]
        return (*found, *self._optional(still, old, new))

    def _optional(self, still: list[Unit], old: dict[int, Path], new: dict[int, Path]) -> Iterator[Claim]:
        made: dict[int, list[Unit]] = {}
        undone: dict[int, list[Unit]] = {}
        for unit in still:
            was, now = passed_over(old[unit.before[0]]), passed_over(new[unit.after[0]])
            if now and not was:
                made.setdefault(id(now), []).append(unit)
            if was and not now:
                undone.setdefault(id(was), []).append(unit)
        yield from (self.lineage.say("steps-made-optional", units) for units in made.values())
        yield from (self.lineage.say("steps-made-mandatory", units) for units in undone.values())


def _kind(found: set[str]) -> list[str]:
    return sorted({"o" if one in "<>" else one for one in found})
