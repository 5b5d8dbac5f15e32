"""日历: a year's public holidays and moved working days, as declared by the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from processes.model.places import Placed
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarYear(Placed):
    """日历/YYYY.yaml: weekdays off and weekend days worked, by the State Council's notice of that year."""

    year: int
    basis: str
    holidays: tuple[date, ...] = ()
    working_days: tuple[date, ...] = ()
