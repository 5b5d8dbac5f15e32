"""What the declarations say themselves: 沿自, then 标识."""

from __future__ import annotations

from collections.abc import Iterator

from engine.diff.groups import Evidence
from engine.diff.matching.likeness import Likeness
from engine.diff.matching.links import Matching
from engine.diff.skeleton import Skeleton
from processes.model.folding import fold_name

REUSED = 0.25
"""A 标识 is taken for reused if names and procedures are less alike than this and a step of its name is elsewhere."""


def match_declared(matching: Matching) -> list[int]:
    """Link what 沿自 says; gives the steps of 优化后 that do not say where they come from.

    A name in 沿自 is a 标识, else a name, the first of several. What stands inside a block that is new (无) is new
    with it.
    """
    before, after = matching.before, matching.after
    undeclared = list(_undeclared(after))
    if len(undeclared) < len(after.steps):
        keys: dict[str, int] = {}
        names: dict[str, int] = {}
        for index, step in enumerate(before.steps):
            keys[fold_name(step.key)] = index
            names.setdefault(fold_name(step.name), index)
        for index, step in enumerate(after.steps):
            for origin in map(fold_name, step.origins or ()):
                old = keys.get(origin, names.get(origin))
                if old is not None:
                    matching.link(old, index, Evidence.DECLARED)
    return undeclared


def match_identified(matching: Matching, undeclared: list[int], likeness: Likeness) -> list[int]:
    """Link steps of one 标识 (a step without one has its name); gives what is left of ``undeclared``."""
    before, after = matching.before, matching.after
    keys = {step.key: index for index, step in enumerate(before.steps)}
    left = []
    for index in undeclared:
        step = after.steps[index]
        old = keys.get(step.key)
        if old is None or (step.key == step.name and before.steps[old].key == before.steps[old].name):
            left.append(index)  # names are another matter
            continue
        if step.name != before.steps[old].name and _is_reused(matching, old, index, likeness):
            left.append(index)
        else:
            matching.link(old, index, Evidence.IDENTIFIER)
    return left


def _is_reused(matching: Matching, old: int, new: int, likeness: Likeness) -> bool:
    """Whether one of two steps of one 标识 is found under its name elsewhere, and the two are unlike.

    They are if they do nothing in common, and the step found elsewhere does the same.
    """
    mine, theirs = matching.before.steps, matching.after.steps
    old_name, new_name = fold_name(mine[old].name), fold_name(theirs[new].name)
    rivals = [(index, new) for index, step in enumerate(mine) if fold_name(step.name) == new_name]
    rivals += [(old, index) for index, step in enumerate(theirs) if fold_name(step.name) == old_name]
    if rivals and likeness.of_contents(old, new) < REUSED:
        return True
    acts = matching.before.acts, matching.after.acts
    if acts[0][old] & acts[1][new]:
        return False
    return any(acts[0][one] == acts[1][other] for one, other in rivals)


def _undeclared(after: Skeleton) -> Iterator[int]:
    renewed: set[int] = set()
    for index, step in enumerate(after.steps):
        if step.origins == () or after.outer[index] in renewed:
            renewed.add(index)
        elif step.origins is None:
            yield index
