"""How alike two steps are: name, procedures, holder, time, and what stands around them.

All shares are between 0 and 1. The weights were set on generated pairs and on the samples with their lineage hidden
(``python -m benchmarks.difference accuracy``); names and procedures count most because a reform changes holders and
limits of nearly everything.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from engine.diff.skeleton import Skeleton
from processes.compilation.dictionary import kinds_of_name
from processes.model.folding import fold_name
from processes.model.process import Step

NAME, ACTS, HOLDER, TIME, AROUND = 0.38, 0.27, 0.08, 0.09, 0.18
"""Weights of name, procedures, holder, time and surroundings; together 1."""

REORDERED = 0.95
"""What one set of characters in another order is worth: 审核材料 for 材料审核."""

SAME_KIND = 0.45
"""How alike two names are at least that mean the same kind of step: 审查 and 核查."""

DOING_THE_SAME = 0.15
"""How much less alike two steps may be that do exactly the same."""

NAMES, ACTS_DONE = 0.5, 0.36
"""How alike names must be, more than one of two characters, or else procedures, for two steps to be one."""

_FILLING = str.maketrans("", "", "对的进行并及和与、,,。等由依法()()于")
"""Characters that say nothing by themselves: 对申请材料进行审核 is 申请材料审核."""


@lru_cache(1 << 14)
def core(name: str) -> str:
    """A name without brackets around it, spaces and filling; the name itself if nothing else is left."""
    return fold_name(name).translate(_FILLING) or fold_name(name)


@lru_cache(1 << 16)
def spelt_alike(one: str, other: str) -> float:
    """How alike two names are as they are written: common subsequence, or common characters."""
    one, other = core(one), core(other)
    if one == other:
        return 1.0
    common = (Counter(one) & Counter(other)).total()
    return max(ratio(one, other) / 100, REORDERED * 2 * common / (len(one) + len(other)))


@lru_cache(1 << 16)
def names_alike(one: str, other: str) -> float:
    """How alike two names are: as they are written, or by the kind of step they mean."""
    alike = spelt_alike(one, other)
    mine, theirs = kinds_of_name(core(one)), kinds_of_name(core(other))
    if mine and theirs and not set(mine).isdisjoint(theirs):
        return max(alike, SAME_KIND + (1 - SAME_KIND) * alike * alike)
    return alike


def acts_alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice the common share of both sets; of procedures that are none the same, half of how alike their names are."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    if common:
        return 2 * common / (len(one) + len(other))
    return max(names_alike(mine, theirs) for mine in one for theirs in other) / 2


def holders_alike(one: Step, other: Step) -> float:
    """1 for the same unit and post leading, 0.7 for the same unit, 0.4 if one takes part in the other."""
    if not one.holders or not other.holders:
        return 0.0
    mine, theirs = one.holders[0], other.holders[0]
    if mine.unit == theirs.unit:
        return 1.0 if mine.post == theirs.post else 0.7
    units = {holder.unit for holder in one.holders}
    return 0.4 if any(holder.unit in units for holder in other.holders) else 0.0


def times_alike(one: Step, other: Step) -> float:
    """1 for equal limits; else the share of the shorter in the longer."""
    if one.limit == other.limit:
        return 1.0
    mine, theirs = one.limit.counted, other.limit.counted
    return float(min(mine, theirs) / max(mine, theirs)) if mine and theirs else 0.0


@dataclass(slots=True)
class Likeness:
    """How alike steps of two versions are, by their indices."""

    before: Skeleton
    after: Skeleton

    def is_namesake(self, old: int, new: int) -> bool:
        """Whether the names are the same, and none was taken over from another step."""
        if self.is_taken_over(old, new):
            return False
        return fold_name(self.before.steps[old].name) == fold_name(self.after.steps[new].name)

    def is_taken_over(self, old: int, new: int) -> bool:
        """Whether the name went from one step to another: the two of that name do nothing in common.

        And what one of them does, all of it, one step of another name does in the other version, and no further step.
        """
        mine, theirs = self.before.acts[old], self.after.acts[new]
        if mine & theirs:
            return False
        return _is_handed_on(mine, self.before, self.after) or _is_handed_on(theirs, self.after, self.before)

    def least(self, old: int, new: int, otherwise: float) -> float:
        """How alike two steps must be: with several procedures, all the same, less than ``otherwise``."""
        acts = self.before.acts[old]
        return otherwise - DOING_THE_SAME if len(acts) > 1 and acts == self.after.acts[new] else otherwise

    def is_founded(self, old: int, new: int) -> bool:
        """Whether names or procedures say so at all: to stand in the same place is not enough."""
        names = spelt_alike(self.before.steps[old].name, self.after.steps[new].name)
        return names > NAMES or acts_alike(self.before.acts[old], self.after.acts[new]) >= ACTS_DONE

    def of_contents(self, old: int, new: int) -> float:
        """By name and procedures, whichever is more alike."""
        one, other = self.before.steps[old], self.after.steps[new]
        return max(names_alike(one.name, other.name), acts_alike(self.before.acts[old], self.after.acts[new]))

    def of(self, old: int, new: int, around: float) -> float:
        """All together; ``around`` is how alike what stands around them is."""
        one, other = self.before.steps[old], self.after.steps[new]
        return (
            NAME * names_alike(one.name, other.name)
            + ACTS * acts_alike(self.before.acts[old], self.after.acts[new])
            + HOLDER * holders_alike(one, other)
            + TIME * times_alike(one, other)
            + AROUND * around
        )


def _is_handed_on(acts: frozenset[str], own: Skeleton, other: Skeleton) -> bool:
    """Whether one step of ``own`` does any of this, and one of ``other``; either does all that the other does."""
    mine, theirs = _doing(own, acts), _doing(other, acts)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    done = other.acts[theirs.pop()]
    return acts <= done or (len(done) > 1 and done <= acts)


def _doing(side: Skeleton, acts: frozenset[str]) -> set[int]:
    return {step for act in acts for step in side.doers.get(act, ())}
