"""How long a limit is at least, when the law counts the other kind of days."""

from __future__ import annotations

from fractions import Fraction

from processes.model.limits import DayKind, TimeLimit, number_text

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


def days_text(days: Fraction, limit: TimeLimit) -> str:
    """Days held against a limit, in its kind: 12个工作日; 12天 where it has none (即时)."""
    return f"{number_text(days)}个{limit.day_kind}" if limit.day_kind else f"{number_text(days)}天"
