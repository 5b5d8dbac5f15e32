"""Make ``processes/calendars/years.txt`` again: the days off and moved working days of 2004 to 2026.

The facts are those of the State Council's yearly notices as the PyPI package ``holidays`` (MIT) records them; the
numbers of the notices stand below. From the project folder::

    uv run --no-project --with holidays==0.109 python tools/make_calendars.py

Not the package that the tests compare with (``chinesecalendar``): two that were written by different people say the
same of every day but one, 2005-12-31, where the notice for 2006 agrees with this one (that Saturday was worked).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import holidays

OUT = Path(__file__).resolve().parents[1] / "processes" / "calendars" / "years.txt"
FIRST, LAST = 2004, 2026
DAY = timedelta(1)

NOTICES = {
    2006: "国办发明电〔2005〕35号",
    2007: "国办发明电〔2006〕49号",
    2008: "国办发明电〔2007〕52号",
    2009: "国办发明电〔2008〕42号",
    2010: "国办发明电〔2009〕27号",
    2011: "国办发明电〔2010〕40号",
    2012: "国办发明电〔2011〕45号",
    2013: "国办发明电〔2012〕33号",
    2014: "国办发明电〔2013〕28号",
    2015: "国办发明电〔2014〕28号",
    2016: "国办发明电〔2015〕18号",
    2017: "国办发明电〔2016〕17号",
    2018: "国办发明电〔2017〕12号",
    2019: "国办发明电〔2018〕15号",
    2020: "国办发明电〔2019〕16号",
    2021: "国办发明电〔2020〕27号",
    2022: "国办发明电〔2021〕11号",
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}
"""The notice for a year; where the number was not to be had (2004, 2005) its title is given instead."""
CHANGES = (
    ("国发明电〔2015〕1号", date(2015, 9, 3), date(2015, 9, 6)),
    ("国办发明电〔2019〕3号", date(2019, 4, 28), date(2019, 5, 5)),
    ("国办发明电〔2020〕1号", date(2020, 1, 31), date(2020, 2, 2)),
)
"""What was notified later, and the days that it is about."""
AHEAD = 25
"""From this day of December on, what is moved is moved by the notice for the next year."""

NAMES = {
    "元旦": "元旦",
    "春节": "春节",
    "清明": "清明节",
    "劳动": "劳动节",
    "端午": "端午节",
    "中秋": "中秋节",
    "国庆": "国庆节",
    "抗日战争": "抗战胜利纪念日",
}
"""What the package's name of a festival has in it → as the notices name it."""

HEAD = """\
# 2004 to 2026, notice by notice of the State Council: days off with what for, and weekend days worked (上班).
# Made by tools/make_calendars.py; not edited by hand.
"""


def names_of(text: str) -> list[str]:
    """The festivals that the package's name of a day means; none for a day off in place of one (补假, 调休)."""
    return [] if "补假" in text else [name for part, name in NAMES.items() if part in text]


def runs(off: dict[date, str]) -> Iterator[tuple[list[date], str]]:
    """Days off in a row, weekends between them included, each row with the names of its festivals."""
    days = [date(FIRST, 1, 1) + DAY * number for number in range((date(LAST + 1, 1, 8) - date(FIRST, 1, 1)).days)]
    for resting, group in groupby(days, lambda day: day in off or day.weekday() > 4):
        row = list(group)
        named = [at for at, day in enumerate(row) if day in off]
        if resting and named:
            row = row[named[0] : named[-1] + 1]
            yield row, "、".join(dict.fromkeys(name for day in row for name in names_of(off.get(day, ""))))


def notice_of(day: date) -> tuple[int, str]:
    """The notice that says what ``day`` is, with the year it is for."""
    for notice, first, last in CHANGES:
        if first <= day <= last:
            return day.year, notice
    year = day.year + (day.month == 12 and day.day >= AHEAD)
    return year, NOTICES.get(year, f"国务院办公厅关于{year}年部分节假日安排的通知")


def main() -> None:
    """Write the file: notice by notice, as they came out."""
    china = holidays.country_holidays("CN", years=range(FIRST, LAST + 2), language="zh_CN")
    lines: dict[tuple[int, str], list[str]] = {}
    for row, name in runs(dict(china)):
        # A notice names the days of its own; the year after the last has none yet.
        for notice, group in groupby((day for day in row if day.year <= LAST), notice_of):
            days = list(group)
            lines.setdefault(notice, []).append(f"  {name} {days[0]}" + (f"~{days[-1]}" if len(days) > 1 else ""))
    for notice, worked in groupby(sorted(china.weekend_workdays), notice_of):
        if FIRST <= notice[0] <= LAST:
            lines[notice].append(f"  上班 {' '.join(map(str, worked))}")
    blocks = ["\n".join([f"{year} {name}", *lines[year, name]]) for year, name in lines]
    OUT.write_text(HEAD + "\n".join(blocks) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
