"""Mergers and splits: steps left over that are contained in a step that goes on, or together make up a new one.

A step was merged into another if that one now does what it did: its procedures stand there, or its name does (受理登记
out of 受理 and 登记). What was merged stood together: each step next to, or beside, another of them. A split is the
same, seen from the other version.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from engine.diff.groups import Evidence
from engine.diff.matching.likeness import acts_of, core, holders_alike
from engine.diff.matching.links import Matching
from engine.diff.matching.surroundings import Surroundings
from engine.diff.skeleton import Skeleton

CONTAINED = 0.3
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

    ``declared``: steps of 优化后 that say themselves where they come from; nothing more is put into them. ``least``:
    the share of a step that the other must hold.
    """
    left_old = [index for index in old if index not in matching.old and matching.before.is_leaf(index)]
    left_new = [index for index in new if index not in matching.new and matching.after.is_leaf(index)]
    if left_old:
        said = set(declared)
        targets = [
            index for index in range(len(matching.after.steps)) if index not in said and matching.after.is_leaf(index)
        ]
        merging = _Absorbing(matching.before, matching.after, matching.new, matching.old, targets, least)
        merging.absorb(left_old, lambda one, other, share: matching.link(one, other, Evidence.SIMILAR, share))
    if left_new:
        left_new = [index for index in left_new if index not in matching.new]
        sources = [index for index in range(len(matching.before.steps)) if matching.before.is_leaf(index)]
        splitting = _Absorbing(matching.after, matching.before, matching.old, matching.new, sources, least)
        splitting.absorb(left_new, lambda one, other, share: matching.link(other, one, Evidence.SIMILAR, share))


@dataclass(slots=True)
class _Absorbing:
    """Steps of ``parts`` put into ``targets`` of ``wholes``; ``held``: for each of those the parts it already has."""

    parts: Skeleton
    wholes: Skeleton
    held: dict[int, list[int]]
    linked: dict[int, list[int]]
    targets: Sequence[int]
    least: float

    def absorb(self, left: Sequence[int], link: Callable[[int, int, float], None]) -> None:
        """Put in what is contained, the surest first, until nothing more is."""
        near = Nearness(self.parts, self.linked)
        open_ = list(left)
        while open_:
            found = [
                (share, -part, -whole)
                for part in open_
                for whole in self.targets
                if (share := self._share(part, whole)) >= self.least and self._together(part, whole, open_, near)
            ]
            if not found:
                return
            share, part, whole = max(found)
            link(-part, -whole, min(share, 0.99))
            open_.remove(-part)

    def _together(self, part: int, whole: int, left: Sequence[int], near: Nearness) -> bool:
        """Whether the part stands by another part of the whole, or by one left over that belongs there too."""
        if whole in self.held:
            return self._share(part, whole) >= APART or any(near.are(part, other) for other in self.held[whole])
        return any(
            self._share(other, whole) >= self.least and (near.are(part, other) or self._share(part, whole) >= APART)
            for other in left
            if other != part
        )

    def _share(self, part: int, whole: int) -> float:
        """How much of the part the whole holds, beyond what it has of the parts it already has."""
        step, other = self.parts.steps[part], self.wholes.steps[whole]
        held = [self.parts.steps[index] for index in self.held.get(whole, ())]
        acts = acts_of(step)
        gained = acts_of(other).difference(*map(acts_of, held))
        by_acts = len(acts & gained) / len(acts) if acts else 0.0
        # Of two steps of one name it is not yet known which is which when only what is sure is put together.
        by_name = _by_name(step.name, other.name, [one.name for one in held]) if self.least < APART else 0.0
        share = max(by_acts, BY_NAME * by_name) + BOTH * min(by_acts, by_name)
        return share + 0.01 * holders_alike(step, other) if share else 0.0


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
