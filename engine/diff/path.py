"""The critical path of both versions: which steps left it, and which entered it.

That is a consequence of changes, never one itself: a step leaves the path because it went, became shorter or runs
beside a longer one. The path is that of ``engine.measures.critical_path``, read from the skeletons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm

from engine.diff.groups import Group
from engine.diff.matching.links import tops
from engine.diff.skeleton import Skeleton
from engine.main_path import node_days
from processes.model.process import Step


def off_and_on(
    before: Skeleton, after: Skeleton, groups: Sequence[Group[Step]]
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The outermost steps of 优化前 on the path of which nothing goes on is on it now, and the other way round."""
    old, new = outermost_on_path(before), outermost_on_path(after)
    mine = {step.key: index for index, group in enumerate(groups) for step in group.before}
    theirs = {step.key: index for index, group in enumerate(groups) for step in group.after}
    was, is_now = {mine[step.key] for step in old}, {theirs[step.key] for step in new}
    return (
        tuple(step for step in old if mine[step.key] not in is_now),
        tuple(step for step in new if theirs[step.key] not in was),
    )


def outermost_on_path(skeleton: Skeleton) -> list[Step]:
    """The outermost steps that take time on the longest way through a version; of equal ways the first declared."""
    outermost = tops(skeleton)
    found: dict[int, None] = {}
    for position, days in _longest_way(skeleton):
        owner = skeleton.owner[position]
        if days and owner >= 0:
            found[outermost[owner]] = None
    return [skeleton.steps[index] for index in found]


def _longest_way(skeleton: Skeleton) -> Iterator[tuple[int, int]]:
    """The positions on the longest way in order, with the time that each adds, in parts of a day."""
    process = skeleton.process
    size = len(skeleton.forward)
    exact = [node_days(process, node) for node in process.nodes[:size]]
    # Parts of days as whole numbers of the smallest part: integers add up and compare much faster than fractions.
    part = lcm(*(one.denominator for one in exact))
    days = [one.numerator * (part // one.denominator) for one in exact]
    done = [-1] * size
    came_from = [-1] * size
    done[0] = days[0]
    for source, targets in enumerate(skeleton.forward):
        for target in targets:
            if done[source] + days[target] > done[target]:
                done[target] = done[source] + days[target]
                came_from[target] = source
    way = []
    here = max(range(size), key=done.__getitem__, default=-1)
    while here >= 0:
        way.append((here, days[here]))
        here = came_from[here]
    return reversed(way)
