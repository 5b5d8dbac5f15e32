"""The years that the program brings: ``years.txt``, made by ``tools/make_calendars.py``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from processes.calendars.year import DayOff, Year

WORKED = "上班"


@cache
def packaged_years() -> tuple[Year, ...]:
    """2004 to 2026, in order.

    A notice is a line of the year it is for and its number, then indented lines: a festival and its day or
    ``first~last``, or 上班 and the weekend days worked. Some of them lie in the December before.
    """
    days_off: dict[date, DayOff] = {}
    worked: dict[date, str] = {}
    notice = ""
    text = Path(__file__).with_name("years.txt").read_text(encoding="utf-8")
    for line in (line for line in text.splitlines() if not line.startswith("#")):
        head, *spans = line.split()
        if not line.startswith(" "):
            (notice,) = spans
        elif head == WORKED:
            worked |= dict.fromkeys(map(date.fromisoformat, spans), notice)
        else:
            days_off |= dict.fromkeys(_days(*spans), DayOff(head, notice))
    return tuple(_year(number, days_off, worked) for number in sorted({day.year for day in days_off}))


def _year(number: int, days_off: dict[date, DayOff], worked: dict[date, str]) -> Year:
    own = {day: off for day, off in days_off.items() if day.year == number}
    moved = {day: notice for day, notice in worked.items() if day.year == number}
    notices = dict.fromkeys([off.basis for off in own.values()] + list(moved.values()))
    return Year(number=number, basis="、".join(notices), days_off=own, worked=frozenset(moved))


def _days(span: str) -> Iterator[date]:
    first, _, last = span.partition("~")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return (start + timedelta(number) for number in range((end - start).days + 1))
