"""All stages of matching the steps of two versions."""

from __future__ import annotations

from collections.abc import Iterable

from engine.diff.groups import Evidence
from engine.diff.matching.assignment import match_alike, match_in_place
from engine.diff.matching.declared import match_declared, match_identified
from engine.diff.matching.fragments import APART, CONTAINED, match_fragments
from engine.diff.matching.functions import match_functions
from engine.diff.matching.likeness import Likeness
from engine.diff.matching.links import Matching
from engine.diff.skeleton import Skeleton
from processes.model.folding import fold_name


def match_steps(before: Skeleton, after: Skeleton) -> Matching:
    """Which steps go on as which, at any depth.

    A step that says itself where it comes from (沿自, 无 included) is left to that; a step of 优化前 may go on under
    its own name although another step claims it by 沿自: ``审核`` beside ``决定 ← 审核`` is a split of 审核.
    """
    matching = Matching(before, after)
    likeness = Likeness(before, after)
    free = match_declared(matching)
    undeclared = set(free)
    claimed = set(matching.old)
    free = match_identified(matching, free, likeness)
    identified = set(matching.old) - claimed
    free = _match_names(
        matching, likeness, [index for index in range(len(before.steps)) if index not in identified], free
    )
    old = [index for index in range(len(before.steps)) if index not in matching.old]
    if old or free:
        declared = [index for index in range(len(after.steps)) if index not in undeclared]
        match_fragments(matching, old, free, declared, APART)
        match_alike(matching, old, free, likeness)
        match_in_place(matching, old, free)
        match_fragments(matching, old, free, declared, CONTAINED)
        match_functions(matching, old, free, declared)
    return matching


def _match_names(matching: Matching, likeness: Likeness, old: Iterable[int], new: Iterable[int]) -> list[int]:
    """Link steps whose name is unique on both sides; gives what is left of ``new``."""
    mine, theirs = _by_name(matching.before, old), _by_name(matching.after, new)
    left = []
    for name, indices in theirs.items():
        same = mine.get(name, ())
        if len(indices) == len(same) == 1 and not likeness.is_taken_over(same[0], indices[0]):
            matching.link(same[0], indices[0], Evidence.NAME)
        else:
            left += indices
    return sorted(left)


def _by_name(skeleton: Skeleton, indices: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index in indices:
        found.setdefault(fold_name(skeleton.steps[index].name), []).append(index)
    return found
