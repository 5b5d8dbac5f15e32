"""One year as a calendar knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from processes.model.calendar import CalendarYear

SATURDAY = 5
"""``date.weekday()`` from which on it is the weekend (国务院关于职工工作时间的规定 of 1995, art. 7)."""

DECLARED = "放假"
"""What a day off in a file of the user's is for: the file has no names."""


class DayOff(NamedTuple):
    """What a day off is for, and the notice that says so."""

    name: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Days off (weekends may be among them) and weekend days worked of one year.

    ``basis``: the notices that fix them. ``file``: the user's own 日历 file, relative to the project, empty for a year
    that the program brings; ``replaced``: the basis of that year of the program's in whose place the file stands.
    """

    number: int
    basis: str
    days_off: Mapping[date, DayOff] = field(hash=False)
    worked: frozenset[date] = frozenset()
    file: str = ""
    replaced: str = ""

    def is_working_day(self, day: date) -> bool:
        """Whether ``day``, one of this year, is worked: a weekday that is not off, or a moved weekend day."""
        return day in self.worked if day.weekday() >= SATURDAY else day not in self.days_off


def declared_year(declared: CalendarYear, replaced: str = "") -> Year:
    """The year that a 日历 file declares, in place of the program's whose basis is ``replaced``."""
    return Year(
        number=declared.year,
        basis=declared.basis,
        days_off=dict.fromkeys(declared.holidays, DayOff(DECLARED, declared.basis)),
        worked=frozenset(declared.working_days),
        file=declared.place.file,
        replaced=replaced,
    )
