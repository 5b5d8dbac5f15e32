"""A matter in numbers, before and after: what 附件6 prints and 附件9 adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from engine.diff.days import Days, statutory_days
from engine.diff.deltas import Delta, TimeDelta, count_delta, time_delta
from engine.measures import measures
from processes.model.matter import Matter, VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from processes.model.quick import quick

BEFORE_AND_AFTER = (str(VersionLabel.BEFORE), str(VersionLabel.AFTER))
"""What the two versions are called."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The four quantities of 附件6 in both versions, and the limit that the law sets."""

    matter: Matter
    steps: Delta
    procedures: Delta
    materials: Delta
    statutory: Days
    time_limit: TimeDelta

    @property
    def deltas(self) -> tuple[Delta, Delta, Delta, TimeDelta]:
        """减环节, 简程序, 减材料, 压时限, in the order of 附件6."""
        return self.steps, self.procedures, self.materials, self.time_limit

    @property
    def limits(self) -> tuple[tuple[str, Days], ...]:
        """附件6 columns 22–24 under the names of the columns."""
        return ("法定", self.statutory), ("优化前", self.time_limit.before), ("优化后", self.time_limit.after)

    @property
    def is_optimised(self) -> bool:
        """Whether the matter is one of “此次进行了优化的事项” (附件6 总计.26, 附件9 columns 8–12).

        That is: cancelled or devolved; fewer 环节, 程序, 材料 or days; another list of 程序; or 其他优化 declared. To
        be made public (是否公开) is not enough.
        """
        return (
            self.matter.is_gone
            or any(delta.reduction is not None and delta.reduction > 0 for delta in self.deltas)
            or self.procedures.before.items != self.procedures.after.items
            or bool(self.matter.other_improvement)
        )


def compare_numbers(checked: CheckedMatter, switches: Switches) -> Comparison:
    """Both versions of a matter measured as ``switches`` (口径) say."""
    counted = measures()
    return Comparison(
        matter=checked.matter,
        steps=count_delta(checked, counted["steps"], switches),
        procedures=count_delta(checked, counted["procedures"], switches),
        materials=count_delta(checked, counted["materials"], switches),
        statutory=statutory_days(checked.matter, switches),
        time_limit=time_delta(checked, counted["time_limit"], switches),
    )


def compare_all(matters: Sequence[CheckedMatter], switches: Switches) -> tuple[Comparison, ...]:
    """``compare_numbers`` of each; those of the last department are remembered, for 附件6 and 附件9 both need them."""
    return _compare_all(tuple(matters), switches)


@lru_cache(1)
def _compare_all(matters: tuple[CheckedMatter, ...], switches: Switches) -> tuple[Comparison, ...]:
    return tuple(compare_numbers(matter, switches) for matter in matters)
