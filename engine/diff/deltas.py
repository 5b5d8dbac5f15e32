"""The quantities before and after: 减环节, 简程序, 减材料, 压时限; hand-overs and the critical path beside them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.diff.days import Days, days_of, in_one_unit
from engine.measures import Measure
from engine.measures.measured import Measured, distinct
from processes.model.limits import DayKind
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Delta:
    """One quantity in both versions, exact; ``value`` None of a side is 无.

    ``reduction`` is before − after; negative for growth; None where one cannot be taken from the other.
    """

    name: str
    unit: str
    before: Measured
    after: Measured
    reduction: Fraction | None

    @property
    def percentage(self) -> Fraction | None:
        """``reduction`` as a share of before (1/3, not 33.3); None when before is 0 or 无 (附件3: ``——``)."""
        return (
            self.reduction / Fraction(self.before.value) if self.reduction is not None and self.before.value else None
        )


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDelta(Delta):
    """A time in both versions, each side in days of a kind."""

    before: Days
    after: Days

    @property
    def reduced_kind(self) -> DayKind | None:
        """The kind of the days saved: what was saved counts in the kind it was saved from."""
        return self.before.kind or self.after.kind


def count_delta(checked: CheckedMatter, measure: Measure, switches: Switches) -> Delta:
    """The difference of a count; a cancelled matter has 0 afterwards, because of the word 取消."""
    before = measure.measure(checked.before, switches)
    after = measure.measure(checked.after, switches) if checked.after else _nothing_left(checked, 0)
    return Delta(
        name=measure.NAME,
        unit=measure.UNIT,
        before=before,
        after=after,
        reduction=Fraction((before.value or 0) - (after.value or 0)),
    )


def time_delta(checked: CheckedMatter, measure: Measure, switches: Switches) -> TimeDelta:
    """The difference of a time.

    附件6: a cancelled matter has 无 afterwards (0 would read 即时办结) and is credited with the whole former limit;
    where there was no limit before (原无时限) nothing can be subtracted; 工作日 and 自然日 are not subtracted from
    each other unless the city converts them.
    """
    old = days_of(checked.before, measure, switches)
    if checked.after:
        new = days_of(checked.after, measure, switches)
    else:
        nothing = _nothing_left(checked, None)
        new = Days(nothing.value, nothing.items, nothing.sources)
    before, after = (in_one_unit(days, checked.matter, switches) for days in (old, new))
    return TimeDelta(
        name=measure.NAME,
        unit=measure.UNIT,
        before=before,
        after=after,
        reduction=_reduction(before, after, cancelled=checked.after is None),
    )


def _nothing_left(checked: CheckedMatter, value: int | None) -> Measured:
    return Measured(value, (), distinct((checked.matter.at("after"),)))


def _reduction(before: Days, after: Days, *, cancelled: bool) -> Fraction | None:
    if before.value is None:
        return None
    if cancelled:
        return Fraction(before.value)
    if after.value is None or len({before.kind, after.kind} - {None}) > 1:
        return None
    return Fraction(before.value) - Fraction(after.value)
