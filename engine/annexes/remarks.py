"""What 附件6 says in words: 备注 of a matter, and the lines below the table about the totals."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from processes.model.limits import DayKind, number_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.diff.comparison import Comparison
    from engine.diff.days import Days
    from processes.model.places import Place

    _Limits = Sequence[tuple[str, Days]]

REASONED_RULES = ("R406", "R414", "R414a", "R414b", "R701", "R708")
"""Rules about the figures of the row itself, whose accepted reasons (说明) belong beside them: nothing optimised,
promise not below the statutory or the old limit, old practice above the law, not public, more than before."""


def remark(comparison: Comparison) -> tuple[tuple[str, ...], tuple[Place, ...]]:
    """The parts of 备注 in order, and the places they come from.

    First the kind of day or 即时办结 (附件6 注2), then whatever else the numbers need to be understood, then what the
    declaration adds. No part at all means 无.
    """
    matter, limits = comparison.matter, comparison.limits
    parts = [*_kinds(limits), *_immediate(limits), *_unlimited(comparison), *_converted(limits)]
    places = [place for _, days in limits for place in days.sources]
    for label, text, field in (
        ("取消原因:", matter.cancel_reason, "cancel_reason"),
        ("涉密:", matter.secret, "secret"),
        ("其他优化:", matter.other_improvement, "other_improvement"),
        ("", matter.remark, "remark"),
    ):
        if text:
            parts.append(label + text)
            places.append(matter.at(field))
    for rule in REASONED_RULES:
        if rule in matter.acceptances:
            parts.append(matter.acceptances[rule])
            places.append(matter.acceptances[rule].place)
    return tuple(parts), tuple(places)


def _kinds(limits: _Limits) -> Iterable[str]:
    """工作日 or 自然日; when a row holds both (only without conversion), which limit is in which."""
    kinds = [days.kind for _, days in limits if days.kind]
    if len(set(kinds)) > 1:
        return [f"{name}为{days.kind}" for name, days in limits if days.kind]
    return kinds[:1]


def _immediate(limits: _Limits) -> Iterable[str]:
    numbers = [(name, days.value) for name, days in limits if days.value is not None]
    at_once = [name for name, value in numbers if value == 0]
    if not at_once:
        return []
    return ["即时办结" if len(at_once) == len(numbers) else f"{'、'.join(at_once)}即时办结"]


def _unlimited(comparison: Comparison) -> Iterable[str]:
    """Why 25 is 无 although one of 23 and 24 is a number."""
    before, after = comparison.time_limit.before.value, comparison.time_limit.after.value
    if comparison.matter.after is None or (before is None) == (after is None):
        return []
    return ["原无时限" if before is None else "优化后无时限"]


def _converted(limits: _Limits) -> Iterable[str]:
    converted = [name for name, days in limits if days.is_converted]
    if not converted:
        return []
    natural = [name for name, days in limits if days.kind is DayKind.NATURAL and not days.is_converted]
    how = "按5个工作日折7个自然日折算,不足1日的按1日计"
    return [f"{'、'.join(natural)}为自然日,{'、'.join(converted)}已{how}"]


def mixed_totals(comparisons: Sequence[Comparison]) -> tuple[str, ...]:
    """The line for 总计.22–25 when working and natural days were added up; the form has no place for it inside."""
    sums: dict[str, dict[DayKind, Fraction]] = {name: {} for name in ("法定", "优化前", "优化后", "压减")}
    for comparison in comparisons:
        saved = comparison.time_limit
        numbers = [(name, days.value, days.kind) for name, days in comparison.limits]
        for name, value, kind in (*numbers, ("压减", saved.reduction, saved.reduced_kind)):
            if kind and value:
                sums[name][kind] = sums[name].get(kind, Fraction(0)) + value
    if len({kind for kinds in sums.values() for kind in kinds}) <= 1:
        return ()
    order = (DayKind.NATURAL, DayKind.WORKING)
    parts = (
        f"{name}含{'、'.join(f'{kind}{number_text(kinds[kind])}日' for kind in order if kind in kinds)}"
        for name, kinds in sums.items()
        if kinds
    )
    return (f"时限合计中,{';'.join(parts)}。",)


def without_cancelled(left_out: int) -> tuple[str, ...]:
    """The line that says how many cancelled matters the sums leave out (口径.合计含取消: 否), none if none."""
    return (f"总计第7至25栏各项之和不含此次取消的{left_out}个事项。",) if left_out else ()
