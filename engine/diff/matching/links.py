"""Links between the steps of two versions, and the groups they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.diff.groups import Evidence, Group, Links
from engine.diff.skeleton import Skeleton
from processes.model.process import Step


@dataclass(slots=True)
class Matching:
    """Pairs (index in ``before.steps``, index in ``after.steps``) of steps that go on, and why; at any depth.

    ``old`` and ``new`` are the links from either side: index → indices.
    """

    before: Skeleton
    after: Skeleton
    links: Links = field(default_factory=Links)
    old: dict[int, list[int]] = field(default_factory=dict)
    new: dict[int, list[int]] = field(default_factory=dict)

    def link(self, old: int, new: int, evidence: Evidence, likeness: float = 1.0) -> None:
        """Take two steps for one."""
        if (old, new) not in self.links.evidence:
            self.old.setdefault(old, []).append(new)
            self.new.setdefault(new, []).append(old)
        self.links.add(old, new, evidence, likeness)

    def groups(self, old_block: int = -1, new_block: int = -1) -> tuple[Group[Step], ...]:
        """Groups of the outermost steps, or of those directly in two named blocks.

        A named block goes on as whatever the steps in it go on as.
        """
        old_tops, new_tops = tops(self.before, old_block), tops(self.after, new_block)
        old = [index for index, top in enumerate(old_tops) if top == index]
        new = [index for index, top in enumerate(new_tops) if top == index]
        old_place = {index: place for place, index in enumerate(old)}
        new_place = {index: place for place, index in enumerate(new)}
        lifted = Links()
        for (one, other), evidence in self.links.evidence.items():
            one_top, other_top = old_tops[one], new_tops[other]
            if one_top >= 0 and other_top >= 0:
                likeness = self.links.likeness.get((one, other), 1.0)
                lifted.add(old_place[one_top], new_place[other_top], evidence, likeness)
        return lifted.groups([self.before.steps[index] for index in old], [self.after.steps[index] for index in new])


def tops(skeleton: Skeleton, block: int = -1) -> list[int]:
    """For each step the outermost step around it inside ``block`` (itself, if none); −1 outside the block."""
    found: list[int] = []
    for index, outer in enumerate(skeleton.outer):  # a block stands before the steps in it
        if outer == block:
            found.append(index)
        else:
            found.append(found[outer] if outer >= 0 else -1)
    return found


def leaves(skeleton: Skeleton, step: int) -> Iterator[int]:
    """The leaf steps of a step: itself, or those in it at any depth."""
    if skeleton.is_leaf(step):
        yield step
        return
    inside = {step}
    for index in range(step + 1, len(skeleton.steps)):
        if skeleton.outer[index] in inside:
            inside.add(index)
            if skeleton.is_leaf(index):
                yield index
