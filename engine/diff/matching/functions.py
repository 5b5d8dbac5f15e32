"""Matching by what a step is for, where neither name nor procedures tell: 审批 that became 决定, 复审 put into 审查.

What a step is for is its kind (种类, else by the dictionary of names). A kind that each version has once, between the
same neighbours, is one step. And a step that went stands in a neighbour whose new name is nothing but kinds of steps,
its own among them (决定送达, 审查): such a name covers all of its kind that stood there. Of two steps of one name next
to each other one was put into the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from engine.diff.groups import Evidence
from engine.diff.matching.fragments import Nearness
from engine.diff.matching.likeness import core
from engine.diff.matching.links import Matching
from engine.diff.matching.surroundings import Around
from engine.diff.skeleton import Skeleton
from processes.compilation.dictionary import words_of_kinds
from processes.model.process import Step
from processes.model.vocabulary import StepKind

SURE = 0.5
"""How sure it is: about as sure as of steps that are just alike enough."""

_ONCE = frozenset(StepKind) - {StepKind.REVIEW, StepKind.SECOND_REVIEW}
"""Kinds of which a matter has one as a rule; of reviews it has several."""

_PLAIN = re.compile("(?:" + "|".join(words_of_kinds()) + ")+")
"""Names that are nothing but kinds of steps."""

_ENDING = re.compile("(?:" + "|".join(words_of_kinds()) + ")$")
"""Names that say at their end what they are: 县级初审, not 调查设计."""


def match_functions(matching: Matching, old: Sequence[int], new: Sequence[int], declared: Sequence[int]) -> None:
    """Link what is left of ``old`` and ``new``; nothing is put into the steps of 优化后 ``declared``."""
    _match_single(matching, [index for index in old if index not in matching.old], new)
    left = [index for index in old if index not in matching.old and matching.before.is_leaf(index)]
    if left:
        _put_in(matching, left, set(declared))


def _match_single(matching: Matching, old: Sequence[int], new: Sequence[int]) -> None:
    new = [index for index in new if index not in matching.new]
    if not old or not new:
        return
    mine, theirs = _often(matching.before), _often(matching.after)
    around = Around(matching)
    for one in old:
        kinds = [kind for kind in matching.before.steps[one].kinds if kind in _ONCE and mine[kind] == theirs[kind] == 1]
        for other in new:
            if other in matching.new or set(kinds).isdisjoint(matching.after.steps[other].kinds):
                continue
            if around.alike(one, other) >= SURE:
                matching.link(one, other, Evidence.SIMILAR, SURE)
                break


def _often(skeleton: Skeleton) -> Counter[StepKind]:
    return Counter(kind for step in skeleton.steps if not step.composite for kind in step.kinds)


def _put_in(matching: Matching, left: Sequence[int], declared: set[int]) -> None:
    near = Nearness(matching.before, matching.old)
    for part in left:
        for whole in list(matching.new):
            held = matching.new[whole]
            step = matching.after.steps[whole]
            if whole in declared:
                continue
            names = {core(matching.before.steps[other].name) for other in held}
            gone = matching.before.steps[part]
            twin = names == {core(step.name)} == {core(gone.name)}
            covers = core(step.name) not in names and _covers(step, gone)
            if (twin or covers) and any(near.are(part, other) for other in held):
                matching.link(part, whole, Evidence.SIMILAR, SURE)
                break


def _covers(whole: Step, part: Step) -> bool:
    """Whether the name of ``whole`` is nothing but kinds of steps, that of ``part`` among them."""
    if whole.composite or not _PLAIN.fullmatch(core(whole.name)) or not _ENDING.search(core(part.name)):
        return False
    return not _family(whole).isdisjoint(_family(part))


def _family(step: Step) -> set[StepKind]:
    """Its kinds; a second review is a review."""
    return {StepKind.REVIEW if kind is StepKind.SECOND_REVIEW else kind for kind in step.kinds}
