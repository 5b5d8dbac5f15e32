"""What was really changed: read from the lineage of the steps in the trees, not from the declaration and by no engine.

Every step of the last tree knows which steps of the first it continues (``origins``), so what was edited and edited
back leaves no trace, and what happened to a merged step is said of the merged one. Of the order, the steps that were
carried elsewhere are known (``moved``); what changed among the others is grouped (``arrangement``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from benchmarks.difference.claims import Answer, Claim, claim
from benchmarks.difference.tree import (
    Exclusive,
    Leaf,
    Optional,
    Path,
    Sequence,
    Version,
    leaves,
    passed_over,
    paths,
    relation,
    sequences,
    written,
)

RELATION_CODES = {
    ("o", "|"): "steps-parallelised",
    ("|", "o"): "steps-serialised",
    ("o", "#"): "steps-made-exclusive",
    ("#", "o"): "steps-made-sequential",
    ("#", "|"): "exclusive-made-parallel",
    ("|", "#"): "parallel-made-exclusive",
}
"""Kinds of relation (o: one after the other) before and after → code."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What goes on: the steps (uids) that it was and is."""

    before: tuple[int, ...]
    after: tuple[int, ...]


class Truth:
    """Both versions and what goes on between them."""

    def __init__(self, before: Version, after: Version, moved: Iterable[int]) -> None:
        """``moved``: uids of ``after`` that were carried to another place."""
        self.before, self.after = before, after
        self.old_names, self.new_names = names(before.tree), names(after.tree)
        self.old = {leaf.uid: leaf for leaf in written(before.tree)}
        self.new = {leaf.uid: leaf for leaf in written(after.tree)}
        self.units = tuple(_units(before, after))
        self.unit_of_new = {uid: unit for unit in self.units for uid in unit.after}
        self.unit_of_old = {uid: unit for unit in self.units for uid in unit.before}
        self.moved = {self.unit_of_new[uid] for uid in moved if uid in self.unit_of_new}

    def answer(self) -> Answer:
        """All claims and groups."""
        found = [*self._steps(), *self._attributes(), *self._loops(), *self._ways(), *self._procedures()]
        found += [*self._papers(), *self._version(), *self.arrangement()]
        groups = frozenset((self._old(unit.before), self._new(unit.after)) for unit in self.units)
        return Answer(frozenset(found), groups)

    def _old(self, uids: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self.old_names[uid] for uid in uids))

    def _new(self, uids: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self.new_names[uid] for uid in uids))

    def _say(self, code: str, units: Iterable[Unit]) -> Claim:
        units = list(units)
        return claim(
            code,
            self._old(uid for unit in units for uid in unit.before),
            self._new(uid for unit in units for uid in unit.after),
        )

    def _steps(self) -> Iterator[Claim]:
        for leaf in leaves(self.before.tree):
            if leaf.uid not in self.unit_of_old:
                yield claim("step-removed", self._old([leaf.uid]))
        for leaf in leaves(self.after.tree):
            if leaf.uid not in self.unit_of_new:
                yield claim("step-added", (), self._new([leaf.uid]))
        for unit in self.units:
            match len(unit.before), len(unit.after):
                case 1, 1:
                    continue
                case _, 1:
                    yield self._say("steps-merged", [unit])
                case 1, _:
                    yield self._say("step-split", [unit])
                case _:
                    yield self._say("steps-regrouped", [unit])

    def single(self) -> Iterator[tuple[Leaf, Leaf]]:
        """Steps that are one on both sides, those in named blocks too."""
        for unit in self.units:
            if len(unit.before) == len(unit.after) == 1:
                old, new = self.old[unit.before[0]], self.new[unit.after[0]]
                yield old, new
                yield from zip(old.members, new.members, strict=True)

    def _attributes(self) -> Iterator[Claim]:
        for old, new in self.single():
            differ = {
                "step-renamed": old.name != new.name,
                "step-holders-changed": old.holders != new.holders,
                "step-limit-changed": old.days != new.days,
                "step-counting-changed": bool(old.uncounted) != bool(new.uncounted),
            }
            yield from (
                claim(code, self._old([old.uid]), self._new([new.uid])) for code, found in differ.items() if found
            )

    def _loops(self) -> Iterator[Claim]:
        old = {(self.unit_of_old.get(one.source), self.unit_of_old.get(one.target)): one for one in self.before.loops}
        new = {(self.unit_of_new.get(one.source), self.unit_of_new.get(one.target)): one for one in self.after.loops}
        for ends, loop in old.items():
            if None in ends:
                continue
            was = self.old_names[loop.source], self.old_names[loop.target]
            if ends not in new:
                yield claim("loop-removed", was)
            elif new[ends].condition != loop.condition:
                yield claim("way-changed", was, (self.new_names[new[ends].source], self.new_names[new[ends].target]))
        for ends, loop in new.items():
            if None not in ends and ends not in old:
                yield claim("loop-added", (), (self.new_names[loop.source], self.new_names[loop.target]))

    def _ways(self) -> Iterator[Claim]:
        """Ways of alternatives and past steps that go on from the same to the same, in another case."""
        old = {(self.unit_of_old.get(source), self.unit_of_old.get(target)): (source, target, case)
               for source, target, case in exits(self.before.tree)}  # fmt: skip
        for source, target, case in exits(self.after.tree):
            ends = self.unit_of_new.get(source), self.unit_of_new.get(target)
            if None not in ends and ends in old and old[ends][2] != case:
                was = self.old_names[old[ends][0]], self.old_names[old[ends][1]]
                yield claim("way-changed", was, (self.new_names[source], self.new_names[target]))

    def _procedures(self) -> Iterator[Claim]:
        """By name, of several of one name those in steps that go on. What goes or comes with its step is not said."""
        old = [(act, leaf.uid) for leaf in leaves(self.before.tree) for act in done(leaf)]
        new = [(act, leaf.uid) for leaf in leaves(self.after.tree) for act in done(leaf)]
        for act in dict.fromkeys(act for act, _ in (*old, *new)):
            was = [uid for name, uid in old if name == act]
            now = [uid for name, uid in new if name == act]
            for uid in list(was):
                home = self.unit_of_old.get(uid)
                there = next((other for other in now if home and self.unit_of_new.get(other) == home), None)
                if there is not None:
                    was.remove(uid)
                    now.remove(there)
            said = _bare(act)
            for one, other in zip(was, now, strict=False):
                yield claim("procedure-moved", (said, self.old_names[one]), (said, self.new_names[other]))
            gone, come = was[len(now) :], now[len(was) :]
            yield from (
                claim("procedure-removed", (said, self.old_names[one])) for one in gone if one in self.unit_of_old
            )
            yield from (
                claim("procedure-added", (), (said, self.new_names[one])) for one in come if one in self.unit_of_new
            )

    def handed_over(self) -> Iterator[str]:
        """The procedures of which one was given up somewhere and one taken up elsewhere, once for each."""
        home = self.unit_of_old.get, self.unit_of_new.get
        old = Counter((act, home[0](leaf.uid) or leaf.uid) for leaf in leaves(self.before.tree) for act in done(leaf))
        new = Counter((act, home[1](leaf.uid) or leaf.uid) for leaf in leaves(self.after.tree) for act in done(leaf))
        gone, come = Counter[str](), Counter[str]()
        for left, count in ((gone, old - new), (come, new - old)):
            for (act, _), often in count.items():
                left[act] += often
        for act in gone.keys() & come.keys():
            yield from [act] * max(gone[act], come[act])

    def _papers(self) -> Iterator[Claim]:
        old = {paper.uid: paper for paper in self.before.papers}
        new = {paper.uid: paper for paper in self.after.papers}
        for uid, paper in old.items():
            if uid not in new:
                yield claim("material-removed", (paper.name,))
            elif new[uid].name != paper.name:
                yield claim("material-replaced", (paper.name,), (new[uid].name,))
            elif (new[uid].copies, new[uid].shared) != (paper.copies, paper.shared):
                yield claim("material-changed", (paper.name,), (paper.name,))
        yield from (claim("material-added", (), (paper.name,)) for uid, paper in new.items() if uid not in old)

    def _version(self) -> Iterator[Claim]:
        if self.before.limit != self.after.limit:
            yield claim("limit-changed")
        for key, value in self.before.facts.items():
            if self.after.facts[key] != value:
                yield claim("fact-changed", (key,), (key,))

    # --- the order

    def arrangement(self) -> tuple[Claim, ...]:
        """The moves that are needed, and what changed among the steps that were not moved."""
        moved = {unit for unit in self.moved if self._displaced(unit)}
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
        old, new = paths(self.before.tree), paths(self.after.tree)
        return any(
            not relations(unit.before, other.before, old) & relations(unit.after, other.after, new)
            for other in self.units
            if other is not unit
        )

    def _arranged(self, moved: set[Unit]) -> tuple[Claim, ...] | None:
        """The claims if ``moved`` are the steps moved; None if others run in another order too."""
        old, new = paths(self.before.tree), paths(self.after.tree)
        still = [unit for unit in self.units if unit not in moved]
        found = [self._say("step-moved", [unit]) for unit in moved]
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
            found += [self._say(code, part) for part in nx.connected_components(graph)]
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
        yield from (self._say("steps-made-optional", units) for units in made.values())
        yield from (self._say("steps-made-mandatory", units) for units in undone.values())


class Emergent(Exception):
    """Something changed that no edit was made for: the generator throws the pair away."""


def done(leaf: Leaf) -> list[str]:
    """The procedures of a step; those of a named block are done in the steps inside."""
    return [*leaf.procedures, *(act for member in leaf.members for act in member.procedures)]


def relations(some: Iterable[int], others: Iterable[int], where: dict[int, Path]) -> set[str]:
    """All relations between the steps of two units."""
    return {relation(where[one], where[other]) for one in some for other in others}


def _kind(found: set[str]) -> list[str]:
    return sorted({"o" if one in "<>" else one for one in found})


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


def exits(tree: Sequence) -> Iterator[tuple[int, int, str]]:
    """Source, target and condition of the ways of alternatives but the first, and of those past steps."""
    for sequence in sequences(tree):
        for index, node in enumerate(sequence):
            if isinstance(node, Leaf) or not isinstance(node, Exclusive | Optional):
                continue
            source, target = sequence[index - 1], sequence[index + 1]
            assert isinstance(source, Leaf)
            if isinstance(node, Optional):
                assert isinstance(target, Leaf)
                yield source.uid, target.uid, node.condition
                continue
            for branch, condition in list(zip(node.branches, node.conditions, strict=True))[1:]:
                first = branch[0]
                assert isinstance(first, Leaf)
                yield source.uid, first.uid, condition


def _bare(act: str) -> str:
    return act.removesuffix("(2人以上)")
