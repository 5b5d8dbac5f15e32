"""The smallest cuts that reach a share: how many units in all, and from which matters they are best taken.

Units are whole: whole days, whole 环节, whole 程序. Where the sum is tested, any units will do, and they are taken from
the matter that has most left above its own least; where every matter is tested by itself, each gives what it lacks.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Left:
    """What a matter had before, what is left of it, and the least that must stay."""

    before: Fraction
    after: Fraction
    least: Fraction

    @property
    def room(self) -> int:
        """Whole units that can still be taken."""
        return max(floor(self.after - self.least), 0)

    def lacks(self, share: Fraction) -> int:
        """The fewest whole units to take for this matter to reach the share by itself."""
        return lacking(self.before, self.after, share)


@dataclass(frozen=True, slots=True)
class Cuts:
    """Units to take from each, in the order given; ``missing`` are those that no matter has room for."""

    each: tuple[int, ...]
    missing: int

    @property
    def total(self) -> int:
        """Of all."""
        return sum(self.each)


def lacking(before: Fraction, after: Fraction, share: Fraction) -> int:
    """The fewest whole units by which ``after`` has to fall so that ``share`` of ``before`` is gone."""
    return max(ceil(after - before * (1 - share)), 0)


def cuts_of_sum(lefts: Sequence[Left], share: Fraction) -> Cuts:
    """So that the sum reaches the share; if it cannot, everything that can be taken."""
    before = sum((one.before for one in lefts), Fraction(0))
    after = sum((one.after for one in lefts), Fraction(0))
    wanted = lacking(before, after, share)
    each = [0] * len(lefts)
    # The most left first; of equal ones the one declared first.
    waiting = [(one.least - one.after, at) for at, one in enumerate(lefts)]
    heapq.heapify(waiting)
    while wanted and waiting:
        left, at = heapq.heappop(waiting)
        if left > -1:
            break
        each[at] += 1
        wanted -= 1
        heapq.heappush(waiting, (left + 1, at))
    return Cuts(tuple(each), wanted)


def cuts_of_each(lefts: Sequence[Left], share: Fraction) -> Cuts:
    """So that every matter reaches the share by itself."""
    each = [min(one.lacks(share), one.room) for one in lefts]
    return Cuts(tuple(each), sum(one.lacks(share) for one in lefts) - sum(each))
