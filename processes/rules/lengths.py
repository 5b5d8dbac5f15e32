"""How long a limit is at least, when the law counts the other kind of days, and sums of days in words."""

from __future__ import annotations

from fractions import Fraction

from processes.model.flow import Entry, walk
from processes.model.limits import HOURS_PER_WORKING_DAY, DayKind, TimeLimit, number_text

_WORKING, _WEEK = 5, 7


def least_natural(limit: TimeLimit) -> Fraction:
    """Calendar days that a limit takes at least: every five working days but the last have a weekend behind them."""
    days = limit.days
    if limit.day_kind is not DayKind.WORKING or days <= 0:
        return days
    return days + (_WEEK - _WORKING) * int((days - 1) // _WORKING)


def least_working(limit: TimeLimit) -> Fraction:
    """Working days that a limit has at least, public holidays left aside."""
    days = limit.days
    if limit.day_kind is not DayKind.NATURAL:
        return days
    weeks, rest = divmod(days, _WEEK)
    return Fraction(weeks * _WORKING) + max(Fraction(0), rest - (_WEEK - _WORKING))


def sum_text(days: Fraction, limit: TimeLimit, *flows: tuple[Entry, ...]) -> str:
    """Days of ``flows`` added up, in the unit that they and ``limit`` have: 12个工作日, 9小时.

    Empty where they have both kinds of day: such a sum says nothing, and cannot be held against the limit.
    """
    limits = (limit, *(met.entry.limit for flow in flows for met in walk(flow)))
    units = {one.unit for one in limits if one is not None and one.day_kind is not None and one.unit is not None}
    if units == {DayKind.HOUR}:
        return f"{number_text(days * HOURS_PER_WORKING_DAY)}{DayKind.HOUR}"
    kinds = {DayKind.WORKING if unit is DayKind.HOUR else unit for unit in units}
    return f"{number_text(days)}个{kinds.pop()}" if len(kinds) == 1 else ""
