"""What stands around a step: the nearest steps ahead of it and behind it that are already matched."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from engine.diff.matching.links import Matching
from engine.diff.skeleton import Skeleton

_EDGE = -1
"""Stands for 开始 and 办结."""


class Surroundings:
    """The neighbours of the steps of one version; made anew when more steps are matched."""

    def __init__(self, skeleton: Skeleton, matched: Container[int]) -> None:
        """``matched``: indices of the steps that count as neighbours."""
        self.skeleton = skeleton
        self.matched = matched

    def ahead(self, step: int) -> frozenset[int]:
        """The nearest matched steps from which the file comes, −1 for 开始."""
        return self._nearest(self.skeleton.at[step], self.skeleton.backward)

    def behind(self, step: int) -> frozenset[int]:
        """The nearest matched steps to which the file goes, −1 for 办结."""
        skeleton = self.skeleton
        leave = skeleton.at[step] if skeleton.is_leaf(step) else skeleton.last(step)
        return self._nearest(leave, skeleton.forward)

    def _nearest(self, position: int, following: Sequence[Sequence[int]]) -> frozenset[int]:
        found: set[int] = set()
        seen: set[int] = set()
        open_ = list(following[position])
        while open_:
            here = open_.pop()
            if here in seen:
                continue
            seen.add(here)
            owner = self.skeleton.owner[here]
            if owner >= 0 and owner in self.matched:
                found.add(owner)
            elif not following[here]:
                found.add(_EDGE)
            else:
                open_ += following[here]
        return frozenset(found)


class Around:
    """How alike the surroundings of steps of two versions are, as far as they are matched."""

    def __init__(self, matching: Matching) -> None:
        """Read what ``matching`` has linked by now; what it links later is not seen."""
        self.old = Surroundings(matching.before, frozenset(matching.old))
        self.new = Surroundings(matching.after, frozenset(matching.new))
        self.old_group, self.new_group = _groups(matching)
        self.old_known: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
        self.new_known: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    def alike(self, old: int, new: int) -> float:
        """The mean of both sides of the shares of common neighbours; steps that became one are one."""
        if old not in self.old_known:
            self.old_known[old] = _around(self.old, old, self.old_group)
        if new not in self.new_known:
            self.new_known[new] = _around(self.new, new, self.new_group)
        pairs = zip(self.old_known[old], self.new_known[new], strict=True)
        return sum(2 * len(one & other) / (len(one) + len(other)) for one, other in pairs) / 2


def _around(side: Surroundings, step: int, group: Mapping[int, int]) -> tuple[frozenset[int], frozenset[int]]:
    ahead, behind = side.ahead(step), side.behind(step)
    return frozenset(map(group.__getitem__, ahead)), frozenset(map(group.__getitem__, behind))


def _groups(matching: Matching) -> tuple[dict[int, int], dict[int, int]]:
    """For the matched steps of either version the number of what is linked with each other; −1 stays −1."""
    old_group, new_group = {_EDGE: _EDGE}, {_EDGE: _EDGE}
    for number, start in enumerate(matching.old):
        open_ = [] if start in old_group else [start]
        while open_:
            old = open_.pop()
            old_group[old] = number
            for new in matching.old[old]:
                new_group[new] = number
                open_ += (other for other in matching.new[new] if other not in old_group)
    return old_group, new_group
