"""Days of a case: those of Beijing time, wherever the program runs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from processes.errors import WrongUsage

BEIJING = timezone(timedelta(hours=8), "北京时间")
"""The one time of the country; without summer time since 1992."""


def beijing_day(at: datetime) -> date:
    """The day on which a moment falls."""
    return at.astimezone(BEIJING).date()


def must_have_zone(at: datetime) -> None:
    """Raises ``WrongUsage`` for a moment without a time zone: on which day it falls, nobody can say."""
    if at.tzinfo is None:
        raise WrongUsage(f'时间 {at} 没有写明时区;北京时间写 tzinfo=ZoneInfo("Asia/Shanghai")。')
