"""The years that the program brings, held against another source, day by day."""

from __future__ import annotations

import re
from datetime import date

import chinese_calendar
import pytest

from processes.calendars.calendar import calendar_of
from processes.calendars.packaged import packaged_years
from processes.calendars.year import SATURDAY
from tests.processes.calendars.oracle import LACKING, days

CALENDAR = calendar_of()


@pytest.mark.parametrize("year", range(2004, 2027))
def test_every_day_of_the_year_is_as_the_other_source_says(year: int) -> None:
    """chinesecalendar, by other people than the package that the years are made from; it lacks one day of 2005."""
    other = [
        day
        for day in days(date(year, 1, 1), date(year, 12, 31))
        if CALENDAR.is_working_day(day) != chinese_calendar.is_workday(day)
    ]
    assert other == ([LACKING] if year == LACKING.year else [])


def test_the_years_are_2004_to_2026_without_a_gap() -> None:
    """Each of its own days only."""
    assert [year.number for year in packaged_years()] == list(range(2004, 2027))
    for year in packaged_years():
        assert {day.year for day in (*year.days_off, *year.worked)} == {year.number}


def test_only_weekend_days_are_moved_to_be_worked() -> None:
    """And none of them is a day off."""
    for year in packaged_years():
        assert all(day.weekday() >= SATURDAY for day in year.worked)
        assert year.worked.isdisjoint(year.days_off)


def test_every_day_off_names_its_festival_and_its_notice() -> None:
    """The number of the notice, or for 2004 and 2005 its title."""
    number, title = r"国(?:办)?发明电〔\d{4}〕\d+号", r"国务院办公厅关于200[45]年部分节假日安排的通知"
    festivals = {"元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "抗战胜利纪念日"}
    for off in (off for year in packaged_years() for off in year.days_off.values()):
        assert {*off.name.split("、")} <= festivals
        assert re.fullmatch(f"{number}|{title}", off.basis)


@pytest.mark.parametrize(
    ("day", "name", "basis"),
    [
        ("2018-02-15", "春节", "国办发明电〔2017〕12号"),
        ("2018-12-31", "元旦", "国办发明电〔2018〕15号"),
        ("2015-09-04", "抗战胜利纪念日", "国发明电〔2015〕1号"),
        ("2019-05-02", "劳动节", "国办发明电〔2019〕3号"),
        ("2020-01-31", "春节", "国办发明电〔2020〕1号"),
        ("2020-01-30", "春节", "国办发明电〔2019〕16号"),
        ("2026-02-23", "春节", "国办发明电〔2025〕7号"),
    ],
)
def test_a_day_off_stands_under_the_notice_that_gave_it(day: str, name: str, basis: str) -> None:
    """Also where a later notice changed the year, and where the notice for the next year reaches into December."""
    off = date.fromisoformat(day)
    year = CALENDAR.year(off.year)
    assert year is not None
    assert year.days_off[off] == (name, basis)
