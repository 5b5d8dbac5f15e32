"""Sums of the quantities of several matters, as the 总计 row of 附件6 has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from engine.diff.deltas import Delta
from processes.model.limits import DayKind
from processes.model.matter import Outcome
from processes.model.places import Place
from processes.model.plan import Switches

if TYPE_CHECKING:
    from engine.diff.compare import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sum of one quantity over matters.

    Each of the three is summed by itself: ``reduction`` is that of the matters, so it is before − after only where
    all matters have a number on both sides. ``sources`` are the matters added up; the report of each leads further.
    ``days`` is None for counts and for the nominal sum of both kinds of day.
    """

    name: str
    unit: str
    before: Fraction
    after: Fraction
    reduction: Fraction
    sources: tuple[Place, ...]
    days: DayKind | None = None

    @property
    def percentage(self) -> Fraction | None:
        """``reduction`` as a share of before; None when before is 0."""
        return self.reduction / self.before if self.before else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The four sums of 附件6 and hand-overs. ``days`` splits 时限 into 工作日 and 自然日 where both occur."""

    matters: int
    optimised: int
    cancelled: int
    devolved: int
    steps: Total
    procedures: Total
    materials: Total
    time_limit: Total
    handovers: Total
    days: tuple[Total, ...] = ()

    @property
    def four(self) -> tuple[Total, Total, Total, Total]:
        """减环节, 简程序, 减材料, 压时限."""
        return self.steps, self.procedures, self.materials, self.time_limit


def totals(differences: Sequence[Difference], switches: Switches) -> Totals:
    """The sums; matters are all counted, quantities of cancelled ones only if 口径.合计含取消 says so."""
    summed = [
        difference
        for difference in differences
        if switches.totals_with_cancelled or difference.matter.outcome is not Outcome.CANCELLED
    ]
    places = tuple(difference.matter.place for difference in summed)
    limits = [difference.time_limit for difference in summed]
    kinds = [
        kind
        for kind in (DayKind.WORKING, DayKind.NATURAL)
        if any(kind in (delta.before.kind, delta.after.kind) for delta in limits)
    ]
    time = _sum("时限", "天", limits, places)
    return Totals(
        matters=len(differences),
        optimised=sum(difference.is_optimised for difference in differences),
        cancelled=sum(difference.matter.outcome is Outcome.CANCELLED for difference in differences),
        devolved=sum(difference.matter.outcome is Outcome.DEVOLVED for difference in differences),
        steps=_sum("环节", "个", [difference.steps for difference in summed], places),
        procedures=_sum("程序", "个", [difference.procedures for difference in summed], places),
        materials=_sum("材料", "件", [difference.materials for difference in summed], places),
        time_limit=replace(time, days=kinds[0]) if len(kinds) == 1 else time,
        handovers=_sum("交接次数", "次", [difference.handovers for difference in summed], places),
        days=tuple(_of_kind(summed, kind) for kind in kinds) if len(kinds) > 1 else (),
    )


def _sum(name: str, unit: str, deltas: Sequence[Delta], sources: tuple[Place, ...]) -> Total:
    return Total(
        name=name,
        unit=unit,
        before=sum((Fraction(delta.before.value or 0) for delta in deltas), Fraction(0)),
        after=sum((Fraction(delta.after.value or 0) for delta in deltas), Fraction(0)),
        reduction=sum((delta.reduction or Fraction(0) for delta in deltas), Fraction(0)),
        sources=sources,
    )


def _of_kind(differences: Sequence[Difference], days: DayKind) -> Total:
    """The part of 时限 that is in ``days``; what was saved counts in the kind it was saved from."""
    limits = [difference.time_limit for difference in differences]
    before = _sum("时限", "天", [delta for delta in limits if delta.before.kind is days], ())
    after = _sum("时限", "天", [delta for delta in limits if delta.after.kind is days], ())
    saved = _sum("时限", "天", [delta for delta in limits if delta.reduced_kind is days], ())
    return replace(
        before,
        after=after.after,
        reduction=saved.reduction,
        sources=tuple(
            one.matter.place for one in differences if days in (one.time_limit.before.kind, one.time_limit.after.kind)
        ),
        days=days,
    )
