"""The day on which a time limit ends."""

from __future__ import annotations

from datetime import date
from math import ceil

from processes.calendars.calendar import Calendar, Reckoned
from processes.calendars.missing import NoCalendar
from processes.model.limits import DayKind, TimeLimit


def deadline(  # noqa: PLR0913 - what is counted, and how
    calendar: Calendar, start: date, limit: TimeLimit, *, roll: bool, provisional: bool = False, back: bool = False
) -> Reckoned | None:
    """The last day on which what has ``limit`` and began on ``start`` is in time; None without an end.

    即时 ends on ``start``. Hours are eighths of a working day (declaration format §2), and a part of a day needs that
    day: 4小时 and 0.5工作日 end with the first working day after ``start``, 9小时 with the second. ``roll``: as in
    ``add_natural_days``, for limits in 自然日. 无 and time that is not counted (行政许可法 art. 45) have no end.
    ``back``: the day that lies as long before ``start`` instead (听证的七日前, 行政许可法 art. 48). In years that are
    not known yet: a provisional day if ``provisional``, else ``NoCalendar`` is raised, as always before the first year.
    """
    if limit.excluded or limit.amount is None:
        return None
    number = -ceil(limit.days) if back else ceil(limit.days)
    if limit.day_kind is DayKind.NATURAL:
        found = calendar.reckon_natural_days(start, number, roll=roll)
    else:
        found = calendar.reckon_working_days(start, number)
    if found.missing and not provisional:
        raise NoCalendar(found.missing, coming=True)
    return found
