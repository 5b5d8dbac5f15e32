"""绿牌、黄牌、红牌: how a limit stands, at a glance.

A red card is what the law calls it: the limit is over (超时办结, if the work is done by now). When to warn is in no law
and not in the plan either: the share below is ours, and 方案.yaml may set another (口径: 预警).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil


class Card(StrEnum):
    """From good to bad."""

    GREEN = "绿牌"
    """In time, or no limit."""
    YELLOW = "黄牌"
    """In time still, but the limit is about to run out."""
    RED = "红牌"
    """Over, or done when it was over."""

    @property
    def rank(self) -> int:
        """0 to 2, the worst last."""
        return tuple(Card).index(self)


@dataclass(frozen=True, slots=True)
class WarningRule:
    """When the yellow card is shown: while no more than ``lead`` days are left.

    ``share`` of the limit, rounded up, at least one day; but never more than half of the limit, rounded down, so that
    what takes one day is not yellow from the beginning: of 1 day 0 (the last day alone), of 2 to 5 days 1, of 10 days
    2, of 13 days 3, of 20 days 4. All of it is our choice.
    """

    share: Fraction = Fraction(1, 5)

    def lead(self, budget: int) -> int:
        """Days left of ``budget`` days at which the warning begins."""
        return min(max(1, ceil(budget * self.share)), budget // 2)


USUAL = WarningRule()
