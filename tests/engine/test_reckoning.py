"""What is told beside a day that was counted to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reckoning import Reckoning, Rest, days_reckoned, limit_reckoned, spoken
from processes.calendars.calendar import calendar_of
from processes.calendars.missing import NoCalendar
from processes.declaration.cells import parse_limit
from processes.model.calendar import CalendarYear

CALENDAR = calendar_of()
NOTICE = "国办发明电〔2017〕12号"


def reckoned(start: date, text: str, *, roll: bool = True, back: bool = False) -> Reckoning:
    """A limit as it is written, from a day on."""
    limit = parse_limit(text)
    assert limit is not None
    found = limit_reckoned(CALENDAR, start, limit, roll=roll, provisional=True, back=back)
    assert found is not None
    return found


def test_what_was_left_out_on_the_way_is_told() -> None:
    """Five working days over the Spring Festival of 2018."""
    found = reckoned(date(2018, 2, 9), "5工作日")
    assert found.end == date(2018, 2, 22)
    assert (found.working, found.natural, found.weekends) == (5, 13, 1)
    assert found.rests == (Rest(date(2018, 2, 15), date(2018, 2, 21), "春节", NOTICE),)
    assert found.worked == (date(2018, 2, 11),)


def test_the_weekend_beside_a_festival_belongs_to_it() -> None:
    """New Year 2018 was a Monday: off from Saturday on, and the last days of 2018 stand in the notice for 2019."""
    assert days_reckoned(CALENDAR, date(2017, 12, 28), date(2018, 1, 3)).rests == (
        Rest(date(2017, 12, 30), date(2018, 1, 1), "元旦", NOTICE),
    )
    (rest,) = days_reckoned(CALENDAR, date(2018, 12, 28), date(2019, 1, 3)).rests
    assert rest == Rest(date(2018, 12, 30), date(2019, 1, 1), "元旦", "国办发明电〔2018〕15号")


def test_a_natural_limit_remembers_the_day_off_that_it_was_rolled_from() -> None:
    """Only when it was rolled."""
    assert reckoned(date(2018, 1, 5), "30自然日").rolled_from == date(2018, 2, 4)
    assert reckoned(date(2018, 1, 5), "30自然日", roll=False).rolled_from is None
    assert reckoned(date(2018, 1, 5), "31自然日").rolled_from is None


def test_no_end_no_reckoning() -> None:
    """无."""
    limit = parse_limit("无")
    assert limit is not None
    assert limit_reckoned(CALENDAR, date(2018, 1, 5), limit, roll=True) is None


@pytest.mark.parametrize(
    ("start", "first", "last"),
    [
        (date(2017, 9, 30), "《民法通则》第一百五十四条", "《民法通则》第一百五十四条"),
        (date(2017, 10, 1), "《民法总则》第二百零一条", "《民法总则》第二百零三条"),
        (date(2020, 12, 31), "《民法总则》第二百零一条", "《民法总则》第二百零三条"),
        (date(2021, 1, 1), "《民法典》第二百零一条", "《民法典》第二百零三条"),
    ],
)
def test_the_articles_are_those_in_force_on_the_first_day(start: date, first: str, last: str) -> None:
    """民法总则 since 2017-10-01, 民法典 since 2021-01-01."""
    found = reckoned(start, "30自然日")
    assert (found.start_law, found.end_law) == (first, last)


def test_years_that_are_not_known_are_named() -> None:
    """2027 is the user's own, 2028 is not there; before 2004 nothing is provisional."""
    calendar = calendar_of([CalendarYear(year=2027, basis="通知", holidays=(date(2027, 1, 1),))])
    found = days_reckoned(calendar, date(2026, 12, 31), date(2028, 1, 3), provisional=True)
    assert found.missing == (2028,)
    with pytest.raises(NoCalendar, match="没有 2028 年"):
        days_reckoned(calendar, date(2026, 12, 31), date(2028, 1, 3))
    with pytest.raises(NoCalendar, match="没有 2003 年"):
        days_reckoned(calendar, date(2003, 12, 31), date(2004, 1, 3), provisional=True)


@given(start=st.dates(date(2005, 1, 1), date(2025, 1, 1)), number=st.integers(0, 300), back=st.booleans())
def test_every_day_on_the_way_is_told_once(start: date, number: int, back: bool) -> None:
    """Worked, in a festival or a plain weekend day."""
    found = reckoned(start, f"{number}工作日" if number else "即时", back=back)
    resting = sum((rest.last - rest.first).days + 1 for rest in found.rests) + found.weekends
    assert found.natural == abs((found.end - found.start).days) == found.working + resting
    assert found.working == number


def test_the_last_day_of_all_can_be_reckoned_from() -> None:
    """There is no day beside it."""
    assert reckoned(date.max, "即时").natural == 0


def test_a_day_is_shown_with_its_weekday() -> None:
    """2018-02-22 was a Thursday."""
    assert spoken(date(2018, 2, 22)) == "2018-02-22(星期四)"
