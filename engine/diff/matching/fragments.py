"""Mergers and splits: steps left over that are contained in a step that goes on, or together make up a new one.

A step was merged into another if that one now does what it did: its procedures stand there, or its name does (受理登记
out of 受理 and 登记). What was merged stood together: each step next to, or beside, another of them. A split is the
same, seen from the other version.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from engine.diff.groups import Evidence
from engine.diff.matching.likeness import core, holders_alike
from engine.diff.matching.links import Matching
from engine.diff.matching.surroundings import Surroundings
from engine.diff.skeleton import Skeleton

CONTAINED = 0.25
"""The share of a step that the other must hold."""

NAMED = 0.6
"""The share of a step's name that the other's name must hold."""

BY_NAME = 0.95
"""What a name is worth against procedures: two steps may share the name."""

BOTH = 0.2
"""What it adds if procedures and name both say so."""

APART = 0.9
"""The share of a step that the other must hold to be sure, whatever stood between them and whatever else is alike."""

NEW_WORDS = 2
"""How many characters in a row of a name the other must hold: one says nothing (审 in 审查 and 复审)."""


def match_fragments(
    matching: Matching, old: Sequence[int], new: Sequence[int], declared: Sequence[int], least: float
) -> None:
    """Link the steps still left of ``old`` and ``new`` to those they were merged into or split from.

    The surest first, whether merger or split, and never both of one step. ``declared``: steps of 优化后 that say
    themselves where they come from; nothing more is put into them. ``least``: the share of a step that the other must
    hold; from ``APART`` on only procedures that no other step has are counted.
    """
    left_old = [index for index in old if index not in matching.old and matching.before.is_leaf(index)]
    left_new = [index for index in new if index not in matching.new and matching.after.is_leaf(index)]
    if not left_old and not left_new:
        return
    said = set(declared)
    into = [index for index in range(len(matching.after.steps)) if index not in said and matching.after.is_leaf(index)]
    out_of = [index for index in range(len(matching.before.steps)) if matching.before.is_leaf(index)]
    merging = _Absorbing(matching.before, matching.after, matching.new, matching.old, into, left_old, least)
    splitting = _Absorbing(matching.after, matching.before, matching.old, matching.new, out_of, left_new, least)
    while True:
        best = max((*merging.found(), *splitting.found()), key=lambda one: one.rank, default=None)
        if best is None:
            return
        share = min(best.share, 0.99)
        if best.by is merging:
            matching.link(best.part, best.whole, Evidence.SIMILAR, share)
        else:
            matching.link(best.whole, best.part, Evidence.SIMILAR, share)


@dataclass(frozen=True, slots=True)
class _Candidate:
    by: _Absorbing
    share: float
    part: int
    whole: int

    @property
    def rank(self) -> tuple[object, ...]:
        """The same whichever way round the versions are compared."""
        names = self.by.parts.steps[self.part].name, self.by.wholes.steps[self.whole].name
        return self.share, names, sorted(self.by.parts.acts[self.part]), -self.part, -self.whole


@dataclass(slots=True)
class _Absorbing:
    """Steps of ``parts`` put into ``targets`` of ``wholes``.

    ``held``: for each step of ``wholes`` the parts it already has; ``linked``: for each of ``parts`` its wholes.
    """

    parts: Skeleton
    wholes: Skeleton
    held: dict[int, list[int]]
    linked: dict[int, list[int]]
    targets: Sequence[int]
    left: list[int]
    least: float
    candidates: list[tuple[int, int]] = field(init=False)
    near: Nearness | None = None
    known: dict[tuple[int, int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what comes into question at all."""
        self.candidates = self._candidates() if self.left else []

    def found(self) -> Iterator[_Candidate]:
        """What can be put in now."""
        self.left = [part for part in self.left if part not in self.linked]
        self.candidates = [pair for pair in self.candidates if pair[0] not in self.linked]
        for part, whole in self.candidates:
            if any(len(self.linked[other]) > 1 for other in self.held.get(whole, ())):
                continue  # it was split itself
            # It changes only when the whole gets another part.
            key = part, whole, len(self.held.get(whole, ()))
            share = self.known.get(key)
            if share is None:
                share = self.known[key] = self._share(part, whole)
            if share >= self.least and self._together(part, whole):
                yield _Candidate(self, share, part, whole)

    def _candidates(self) -> list[tuple[int, int]]:
        """The pairs of a part and a whole that have a procedure, or two characters of their names, in common."""
        acts: dict[str, list[int]] = {}
        pieces: dict[str, list[int]] = {}
        for part in self.left:
            for act in self.parts.acts[part]:
                acts.setdefault(act, []).append(part)
            for piece in _pieces(self.parts.steps[part].name) if self.least < APART else ():
                pieces.setdefault(piece, []).append(part)
        found: dict[tuple[int, int], None] = {}
        for whole in self.targets:
            for act in acts.keys() & self.wholes.acts[whole]:
                found.update(dict.fromkeys([(part, whole) for part in acts[act]]))
            for piece in _pieces(self.wholes.steps[whole].name) if pieces else ():
                for part in pieces.get(piece, ()):
                    found[part, whole] = None
        return list(found)

    def _together(self, part: int, whole: int) -> bool:
        """Whether the part stands by another part of the whole, or by one left over that belongs there too."""
        if self.near is None:
            self.near = Nearness(self.parts, self.linked)
        near = self.near
        if whole in self.held:
            return self._share(part, whole) >= APART or any(near.are(part, other) for other in self.held[whole])
        return any(
            self._share(other, whole, (part,)) >= self.least
            and (near.are(part, other) or self._share(part, whole) >= APART)
            for other in self.left
            if other != part
        )

    def _is_telling(self, act: str) -> bool:
        """Whether one step alone performs a procedure, in either version."""
        return len(self.parts.doers[act]) == 1 == len(self.wholes.doers[act])

    def _is_taken_over(self, part: int, whole: int) -> bool:
        """Whether the whole has the part's name, but does just what another step did that goes on as it."""
        if core(self.parts.steps[part].name) != core(self.wholes.steps[whole].name):
            return False
        return any(self.parts.acts[other] == self.wholes.acts[whole] for other in self.held.get(whole, ()))

    def _share(self, part: int, whole: int, beside: Sequence[int] = ()) -> float:
        """How much of the part the whole holds, beyond what it has of the parts it already has and those ``beside``."""
        step, other = self.parts.steps[part], self.wholes.steps[whole]
        held = (*self.held.get(whole, ()), *beside)
        acts = self.parts.acts[part]
        gained = self.wholes.acts[whole].difference(*(self.parts.acts[index] for index in held))
        common = acts & gained
        if self.least >= APART:
            return sum(map(self._is_telling, common)) / len(acts) if common else 0.0
        by_acts = len(common) / len(acts) if acts else 0.0
        if not by_acts and self._is_taken_over(part, whole):
            return 0.0
        by_name = _by_name(step.name, other.name, [self.parts.steps[index].name for index in held])
        share = max(by_acts, BY_NAME * by_name) + BOTH * min(by_acts, by_name)
        return share + 0.01 * holders_alike(step, other) if share else 0.0


@lru_cache(1 << 14)
def _pieces(name: str) -> tuple[str, ...]:
    """All that stands in a row in a name, ``NEW_WORDS`` characters long."""
    name = core(name)
    return tuple(name[start : start + NEW_WORDS] for start in range(len(name) - NEW_WORDS + 1))


def _by_name(part: str, whole: str, held: Sequence[str]) -> float:
    """The longest piece of the part's name in what the whole's name has beyond those of the parts it has."""
    rest = core(whole)
    for name in held:
        if core(name) == rest:
            return 0.0
        rest = rest.replace(core(name), "|")
    name = core(part)
    for length in range(len(name), NEW_WORDS - 1, -1):
        if any(name[start : start + length] in rest for start in range(len(name) - length + 1)):
            return length / len(name) if length / len(name) >= NAMED else 0.0
    return 0.0


class Nearness:
    """Which steps of a version stand next to or beside each other."""

    def __init__(self, skeleton: Skeleton, linked: Container[int]) -> None:
        """``linked``: the steps that are matched."""
        leaves = {index for index in range(len(skeleton.steps)) if skeleton.is_leaf(index)}
        self.around = Surroundings(skeleton, leaves)
        self.past_others = Surroundings(skeleton, linked)
        self.known: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    def _of(self, step: int) -> tuple[frozenset[int], frozenset[int]]:
        if step not in self.known:
            self.known[step] = self.around.ahead(step), self.around.behind(step)
        return self.known[step]

    def are(self, one: int, other: int) -> bool:
        """Whether they stand next to each other, steps not matched left out, or between the same two."""
        ahead, behind = self._of(one)
        if other in ahead or other in behind:
            return True
        other_ahead, other_behind = self._of(other)
        if ahead & other_ahead and behind & other_behind:
            return True
        # Steps that went and stood between them do not part them.
        return other in self.past_others.ahead(one) or other in self.past_others.behind(one)
