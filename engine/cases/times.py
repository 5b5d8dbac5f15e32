"""Days of a case: those of Beijing time, wherever the program runs."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "北京时间")
"""The one time of the country; without summer time since 1992."""


def beijing_day(at: datetime) -> date:
    """The day on which a moment falls."""
    return at.astimezone(BEIJING).date()
