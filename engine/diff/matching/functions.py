"""Matching by what a step is for, where neither name nor procedures tell: 审批 that became 决定, 复审 put into 审查.

What a step is for is its kind (种类, else by the dictionary of names). Two steps called by nothing but their kind,
which each version has once, between the same neighbours, are one. And a step that went stands in a neighbour whose new
name is nothing but kinds of steps, its own among them (决定送达, 审查): such a name covers all of its kind that stood
there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from engine.diff.groups import Evidence
from engine.diff.matching.fragments import Nearness
from engine.diff.matching.likeness import core
from engine.diff.matching.links import Matching
from engine.diff.matching.surroundings import Around
from engine.diff.skeleton import Skeleton
from processes.compilation.dictionary import kinds_of_name, words_of_kinds
from processes.model.process import Step
from processes.model.vocabulary import StepKind

SURE = 0.5
"""How sure it is: about as sure as of steps that are just alike enough."""

SAME_PLACE = 0.5
"""How alike the surroundings of two steps must be that have nothing but their kind in common."""

_ONCE = frozenset(StepKind) - {StepKind.REVIEW, StepKind.SECOND_REVIEW}
"""Kinds of which a matter has one as a rule; of reviews it has several."""

_SIGNED = "签批"
"""No kind by itself in the dictionary, for others sign too; a step called so decides."""

_PLAIN = re.compile("(?:" + "|".join((*words_of_kinds(), _SIGNED)) + ")+")
"""Names that are nothing but kinds of steps."""

_MERE_REVIEW = re.compile("^(?:审核|审查|核查|核实|检查)$|(?:初审|复审|复核)$")
"""Reviews of nothing in particular: 复审, 林业站初审, not 法制审核."""

_ENDING = re.compile("(?:" + "|".join(words_of_kinds()) + ")$")
"""Names that say at their end what they are: 县级初审, not 调查设计."""


def match_functions(matching: Matching, old: Sequence[int], new: Sequence[int], declared: Sequence[int]) -> None:
    """Link what is left of ``old`` and ``new``; nothing is put into the steps of 优化后 ``declared``."""
    _match_single(matching, [index for index in old if index not in matching.old], new)
    into = _Covering(matching.before, matching.after, matching.old, matching.new)
    out_of = _Covering(matching.after, matching.before, matching.new, matching.old)
    for part, whole in into.found(old, set(declared)):
        matching.link(part, whole, Evidence.SIMILAR, SURE)
    for part, whole in out_of.found(new, set()):
        matching.link(whole, part, Evidence.SIMILAR, SURE)


def _match_single(matching: Matching, old: Sequence[int], new: Sequence[int]) -> None:
    new = [index for index in new if index not in matching.new]
    if not old or not new:
        return
    mine, theirs = _often(matching.before), _often(matching.after)
    around = Around(matching)
    for one in filter(lambda index: _is_plain(matching.before, index), old):
        kinds = [
            kind for kind in _kinds(matching.before.steps[one]) if kind in _ONCE and mine[kind] == theirs[kind] == 1
        ]
        for other in filter(lambda index: _is_plain(matching.after, index), new):
            if other in matching.new or set(kinds).isdisjoint(_kinds(matching.after.steps[other])):
                continue
            if around.alike(one, other) >= SAME_PLACE:
                matching.link(one, other, Evidence.SIMILAR, SURE)
                break


def _kinds(step: Step) -> tuple[StepKind, ...]:
    return (*step.kinds, StepKind.DECIDE) if core(step.name) == _SIGNED else step.kinds


def _is_plain(skeleton: Skeleton, step: int) -> bool:
    """Whether its name is nothing but kinds of steps: 审批, not 名称核准."""
    return bool(_PLAIN.fullmatch(core(skeleton.steps[step].name)))


def _often(skeleton: Skeleton) -> Counter[StepKind]:
    return Counter(kind for step in skeleton.steps if not step.composite for kind in _kinds(step))


@dataclass(slots=True)
class _Covering:
    """Steps of ``parts`` that are covered by the name of a neighbour in ``wholes``.

    ``linked`` and ``held`` are the links from either side.
    """

    parts: Skeleton
    wholes: Skeleton
    linked: dict[int, list[int]]
    held: dict[int, list[int]]

    def found(self, left: Sequence[int], declared: Container[int]) -> list[tuple[int, int]]:
        """The part and the whole of each, as far as they do not depend on each other; none of ``declared``."""
        left = [index for index in left if index not in self.linked and self.parts.is_leaf(index)]
        if not left:
            return []
        near: Nearness | None = None
        pairs = []
        for part in left:
            for whole, held in self.held.items():
                if whole in declared or any(len(self.linked[other]) > 1 for other in held):
                    continue
                if not self._covers(part, whole, held):
                    continue
                near = near or Nearness(self.parts, self.linked)
                if any(near.are(part, other) for other in held):
                    pairs.append((part, whole))
                    break
        return pairs

    def _covers(self, part: int, whole: int, held: Sequence[int]) -> bool:
        """Whether the name of the whole is nothing but kinds of steps, that of the part among them.

        Kinds that the names of the parts it has say already do not count.
        """
        gone, step = self.parts.steps[part], self.wholes.steps[whole]
        name = core(step.name)
        names = {core(self.parts.steps[other].name) for other in held}
        if (
            name in names
            or name == core(gone.name)
            or step.composite
            or not _PLAIN.fullmatch(name)
            or not _ENDING.search(core(gone.name))
        ):
            return False
        if len(held) == 1 and name in min(names):
            return False  # the one part it has was only called more exactly
        for other in names:
            name = name.replace(other, "")
        common = _family(kinds_of_name(name)) & _family(gone.kinds)
        # Reviews there are many, each of something: only a mere review, or one of a level, is covered.
        return bool(common - {StepKind.REVIEW}) or (bool(common) and bool(_MERE_REVIEW.search(core(gone.name))))


def _family(kinds: Sequence[StepKind]) -> set[StepKind]:
    """The kinds; a second review is a review."""
    return {StepKind.REVIEW if kind is StepKind.SECOND_REVIEW else kind for kind in kinds}
