"""A matter measured before and after: the numbers that 附件6 prints and 附件9 adds up."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from engine.measures import materials, procedures, steps, time_limit
from engine.measures.measured import Measured, distinct
from processes.model.limits import DayKind
from processes.model.matter import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.measures import Measure
    from processes.model.limits import TimeLimit
    from processes.model.places import Place
    from processes.model.plan import Switches
    from processes.model.process import CheckedMatter

CONVERT = "折算"
"""The value of 口径.混合日 with which working days are turned into natural days."""

NATURAL_PER_WORKING_DAY = Fraction(7, 5)
"""A week has 7 natural and 5 working days."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One count before and after; of a cancelled matter nothing is left, so ``after`` is 0."""

    before: Measured
    after: Measured

    @property
    def reduction(self) -> Fraction | int:
        """前 - 后; negative if there is more than before."""
        return (self.before.value or 0) - (self.after.value or 0)


@dataclass(frozen=True, slots=True)
class Days:
    """A limit as a number of days of one ``kind``: ``value`` None = 无, 0 = 即时 (then, as for 无, no ``kind``)."""

    value: Fraction | int | None
    kind: DayKind | None
    measured: Measured
    converted: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """附件6 columns 22–25; ``cancelled`` when nothing is left of the matter."""

    statutory: Days
    before: Days
    after: Days
    cancelled: bool

    @property
    def named(self) -> tuple[tuple[str, Days], ...]:
        """The three limits under the names of their columns."""
        return ("法定", self.statutory), ("优化前", self.before), ("优化后", self.after)

    @property
    def reduction(self) -> Days:
        """压减天数: 23 - 24, the whole of 23 when cancelled; 无 where there is nothing to subtract."""
        sources = distinct((*self.before.measured.sources, *self.after.measured.sources))
        value = self._difference()
        kind = (self.before.kind or self.after.kind) if value else None
        return Days(value, kind, Measured(value, (), sources))

    def _difference(self) -> Fraction | int | None:
        if self.cancelled or self.before.value is None:
            return self.before.value
        if self.after.value is None or len({self.before.kind, self.after.kind} - {None}) > 1:
            return None
        return self.before.value - self.after.value


@dataclass(frozen=True, slots=True)
class Comparison:
    """One matter of the ledger."""

    checked: CheckedMatter
    steps: Pair
    procedures: Pair
    materials: Pair
    limits: Limits

    @property
    def optimised(self) -> bool:
        """Whether it is one of “此次进行了优化的事项” (附件6 总计.26, 附件9 column 8).

        That is: cancelled or devolved; fewer 环节, 程序, 材料 or days; other 程序 than before; or 其他优化 declared.
        Being made public alone does not count.
        """
        matter = self.checked.matter
        return (
            matter.outcome in {Outcome.CANCELLED, Outcome.DEVOLVED}
            or any(pair.reduction > 0 for pair in (self.steps, self.procedures, self.materials))
            or self.procedures.before.items != self.procedures.after.items
            or (self.limits.reduction.value or 0) > 0
            or bool(matter.other_improvement)
        )


def compare(checked: CheckedMatter, switches: Switches) -> Comparison:
    """Measure both versions of a matter in the city's own counting."""
    return Comparison(
        checked,
        _pair(checked, steps, switches),
        _pair(checked, procedures, switches),
        _pair(checked, materials, switches),
        _limits(checked, switches),
    )


def _pair(checked: CheckedMatter, measure: Measure, switches: Switches) -> Pair:
    before = measure.measure(checked.before, switches)
    if checked.after is None:
        return Pair(before, Measured(0, (), distinct((checked.matter.at("after"),))))
    return Pair(before, measure.measure(checked.after, switches))


def _limits(checked: CheckedMatter, switches: Switches) -> Limits:
    matter = checked.matter
    law = matter.statutory
    law_place = next(iter(distinct((law.at("limit"), matter.at("statutory")))), matter.place)
    statutory = _days(law.limit, Measured(None if law.limit.is_none else law.limit.days, (), distinct((law_place,))))
    before = _days(checked.before.version.limit, time_limit.measure(checked.before, switches))
    if checked.after is None:
        after = Days(None, None, Measured(None, (), distinct((matter.at("after"),))))
    else:
        after = _days(checked.after.version.limit, time_limit.measure(checked.after, switches))
    if switches.mixed_days == CONVERT and len({statutory.kind, before.kind, after.kind} - {None}) > 1:
        # That a limit is converted depends on the kinds of all three.
        places = [place for days in (statutory, before, after) for place in days.measured.sources]
        statutory, before, after = (_in_natural_days(days, places) for days in (statutory, before, after))
    return Limits(statutory, before, after, cancelled=checked.after is None)


def _days(limit: TimeLimit, measured: Measured) -> Days:
    return Days(measured.value, limit.day_kind, measured)


def _in_natural_days(days: Days, places: Iterable[Place]) -> Days:
    """Working days as natural days, a part of a day counted as a day; anything else as it is."""
    if days.kind is not DayKind.WORKING or days.value is None:
        return days
    value = ceil(days.value * NATURAL_PER_WORKING_DAY)
    measured = Measured(value, (), distinct((*days.measured.sources, *places)))
    return Days(value, DayKind.NATURAL, measured, converted=True)
