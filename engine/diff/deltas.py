"""The quantities before and after: 减环节, 简程序, 减材料, 压时限; hand-overs and the critical path beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from engine.measures import Measure
from engine.measures.measured import Measured
from processes.model.limits import DayKind
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

CONVERTED = "折算"
"""口径.混合日: working days may be converted to natural days when one matter uses both."""

NATURAL_PER_WORKING_DAY = Fraction(7, 5)
"""A week has 7 natural and 5 working days."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDelta(Delta):
    """A time in both versions, in days of the kind of each side; None for 即时 and 无, which have no kind."""

    before_days: DayKind | None
    after_days: DayKind | None


def count_delta(checked: CheckedMatter, measure: Measure, switches: Switches, gone: Place) -> Delta:
    """The difference of a count; a cancelled matter has 0 afterwards, because of the word at ``gone``."""
    before = measure.measure(checked.before, switches)
    after = measure.measure(checked.after, switches) if checked.after else Measured(0, (), (gone,))
    return Delta(
        name=measure.NAME,
        unit=measure.UNIT,
        before=before,
        after=after,
        reduction=Fraction(before.value or 0) - Fraction(after.value or 0),
    )


def time_delta(checked: CheckedMatter, measure: Measure, switches: Switches, gone: Place) -> TimeDelta:
    """The difference of a time.

    附件6: a cancelled matter has 无 afterwards (0 would read 即时办结) and is credited with the whole former limit;
    where there was no limit before (原无时限) nothing can be subtracted; 工作日 and 自然日 are not subtracted from
    each other unless the city converts them (7/5, rounded up), which it then does for a differing 法定时限 as well.
    """
    before, before_days = _time(checked.before, measure, switches)
    if checked.after is None:
        after, after_days = Measured(None, (), (gone,)), None
        reduction = None if before.value is None else Fraction(before.value)
    else:
        after, after_days = _time(checked.after, measure, switches)
        kinds = {checked.matter.statutory.limit.day_kind, before_days, after_days} - {None}
        if len(kinds) > 1 and switches.mixed_days == CONVERTED:
            before, before_days = _natural(before, before_days)
            after, after_days = _natural(after, after_days)
        comparable = before.value is not None and after.value is not None
        same = before_days is None or after_days is None or before_days is after_days
        reduction = Fraction(before.value or 0) - Fraction(after.value or 0) if comparable and same else None
    return TimeDelta(
        name=measure.NAME,
        unit=measure.UNIT,
        before=before,
        after=after,
        reduction=reduction,
        before_days=before_days,
        after_days=after_days,
    )


def _time(process: Process, measure: Measure, switches: Switches) -> tuple[Measured, DayKind | None]:
    """The quantity and its kind of day, which is that of the version: one unit in one version."""
    measured = measure.measure(process, switches)
    if not measured.value and process.version.limit.is_none:
        # No step with a limit in a version without one: the critical path is 无 as well, not 0.
        measured = replace(measured, value=None)
    return measured, process.version.limit.day_kind if measured.value else None


def _natural(measured: Measured, days: DayKind | None) -> tuple[Measured, DayKind | None]:
    """Working days as natural days, anything else as it is."""
    if days is not DayKind.WORKING or measured.value is None:
        return measured, days
    return replace(measured, value=Fraction(ceil(Fraction(measured.value) * NATURAL_PER_WORKING_DAY))), DayKind.NATURAL
