"""Working and natural days added and counted."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.calendars.calendar import Calendar, Reckoned, calendar_of
from processes.calendars.missing import NoCalendar, TooFar
from processes.calendars.weekends import nth_weekday, weekdays_until
from processes.calendars.year import Year
from processes.model.calendar import CalendarYear
from tests.processes.calendars.oracle import FIRST, LAST, walk, walked_count, worked

CALENDAR = calendar_of()
ANY_DAY = st.dates(FIRST, LAST)
INSIDE = st.dates(date(2006, 1, 1), date(2024, 12, 31))
WORKING = st.sampled_from(sorted(day for day in worked() if day.year in range(2006, 2025)))
NUMBER = st.integers(0, 400)


def day(text: str) -> date:
    """A date in a table."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2018-02-09", 1, "2018-02-11"),  # a Sunday worked for the Spring Festival
        ("2018-02-09", 5, "2018-02-22"),
        ("2018-02-10", 5, "2018-02-22"),  # received on a Saturday: as on the Friday before
        ("2018-02-11", 5, "2018-02-23"),
        ("2017-12-29", 1, "2018-01-02"),
        ("2018-12-28", 1, "2018-12-29"),
        ("2018-12-29", 1, "2019-01-02"),
        ("2018-02-09", 0, "2018-02-09"),
        ("2018-02-10", 0, "2018-02-10"),  # 即时 on a day off is that day
        ("2018-02-22", -1, "2018-02-14"),
        ("2018-02-17", -1, "2018-02-14"),  # from a day off the working day before is the first
        ("2018-02-22", -5, "2018-02-09"),
        ("2026-12-30", 1, "2026-12-31"),
        ("2004-01-05", -1, "2004-01-02"),
        ("2004-01-01", 1, "2004-01-02"),
    ],
)
def test_working_days_are_added_and_taken_off(start: str, number: int, end: str) -> None:
    """The day counted from is not counted itself, worked or not."""
    assert CALENDAR.add_working_days(day(start), number) == day(end)


def test_random_additions_and_counts_equal_a_walk_over_the_other_source() -> None:
    """Day by day, forwards and backwards; 100,000 of them in ``soak/test_calendars.py``."""
    chance = random.Random(20171031)  # noqa: S311 - a sample, no secret
    for _ in range(2000):
        start = date.fromordinal(chance.randint(date(2005, 1, 1).toordinal(), date(2025, 12, 31).toordinal()))
        number = chance.randint(-120, 120)
        end = walk(start, number)
        assert CALENDAR.add_working_days(start, number) == end, (start, number)
        if number >= 0:
            assert CALENDAR.count_working_days(start, end) == walked_count(start, end) == number


@given(starts=st.lists(INSIDE), number=st.integers(-60, 400))
def test_many_additions_at_once_are_the_single_ones(starts: list[date], number: int) -> None:
    """In their order."""
    assert CALENDAR.add_to_each(starts, number) == [CALENDAR.add_working_days(start, number) for start in starts]


@given(start=WORKING, number=NUMBER)
def test_adding_and_taking_off_the_same_number_comes_back_to_a_working_day(start: date, number: int) -> None:
    """Both ways."""
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, number), -number) == start
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, -number), number) == start


@given(start=INSIDE, number=NUMBER)
def test_so_many_days_are_counted_as_were_added(start: date, number: int) -> None:
    """And backwards from a working day."""
    end = CALENDAR.add_working_days(start, number)
    assert CALENDAR.count_working_days(start, end) == number
    if CALENDAR.is_working_day(start):
        before = CALENDAR.add_working_days(start, -number)
        assert CALENDAR.count_working_days(start, before) == -number


@given(one=INSIDE, other=INSIDE, number=NUMBER, more=st.integers(0, 90))
def test_later_and_longer_never_end_earlier(one: date, other: date, number: int, more: int) -> None:
    """In the start and, strictly, in the number."""
    early, late = sorted((one, other))
    assert CALENDAR.add_working_days(early, number) <= CALENDAR.add_working_days(late, number)
    longer = CALENDAR.add_working_days(early, number + more)
    assert longer > CALENDAR.add_working_days(early, number) or more == 0


@given(start=INSIDE, number=st.integers(1, 400))
def test_working_days_take_at_least_as_long_as_natural_ones_and_end_on_a_working_day(start: date, number: int) -> None:
    """With a natural limit rolled to a working day in between."""
    natural = CALENDAR.add_natural_days(start, number, roll=False)
    rolled = CALENDAR.add_natural_days(start, number, roll=True)
    working = CALENDAR.add_working_days(start, number)
    assert start + timedelta(number) == natural <= rolled <= working
    assert CALENDAR.is_working_day(rolled)
    assert CALENDAR.is_working_day(working)
    assert CALENDAR.count_working_days(start, natural) <= number


@given(one=ANY_DAY, two=ANY_DAY, three=ANY_DAY)
def test_counts_add_up_over_any_day_between(one: date, two: date, three: date) -> None:
    """Whatever order they come in: a count backwards is negative."""
    there = CALENDAR.count_working_days(one, two) + CALENDAR.count_working_days(two, three)
    assert there == CALENDAR.count_working_days(one, three)


@pytest.mark.parametrize(
    ("start", "number", "plain", "rolled"),
    [
        ("2018-01-05", 30, "2018-02-04", "2018-02-05"),  # a Sunday
        ("2018-01-18", 30, "2018-02-17", "2018-02-22"),  # within the Spring Festival
        ("2018-02-04", 7, "2018-02-11", "2018-02-11"),  # a Sunday that is worked
        ("2018-02-09", 60, "2018-04-10", "2018-04-10"),
        ("2018-02-17", 0, "2018-02-17", "2018-02-17"),
        ("2018-02-24", -7, "2018-02-17", "2018-02-17"),  # what is counted backwards is not rolled
    ],
)
def test_a_natural_period_that_ends_on_a_day_off_is_rolled_only_if_asked(
    start: str, number: int, plain: str, rolled: str
) -> None:
    """To the next working day."""
    assert CALENDAR.add_natural_days(day(start), number, roll=False) == day(plain)
    assert CALENDAR.add_natural_days(day(start), number, roll=True) == day(rolled)


@pytest.mark.parametrize(
    ("due", "last"),
    [("2017-12-31", "2017-12-29"), ("2018-03-31", "2018-03-30"), ("2018-02-24", "2018-02-24"), ("2018-02-21", "2018-02-14")],
)
def test_the_last_working_day_until_a_date(due: str, last: str) -> None:
    """The stages of the plan end on a Sunday and a Saturday; Saturday 2018-02-24 was worked."""
    assert CALENDAR.last_working_day_on_or_before(day(due)) == day(last)


def test_past_the_known_years_the_year_that_is_missing_is_named() -> None:
    """With the file that adds it."""
    with pytest.raises(NoCalendar, match=r"没有 2027 年的放假安排.*新建 日历/2027\.yaml") as raised:
        CALENDAR.add_working_days(day("2026-12-01"), 45)
    assert (raised.value.years, raised.value.coming) == ((2027,), True)
    with pytest.raises(NoCalendar, match="没有 2027、2028、2029等 年的放假安排"):
        CALENDAR.count_working_days(day("2026-12-01"), day("2030-01-01"))


@pytest.mark.parametrize(
    "asked",
    [
        lambda: CALENDAR.is_working_day(date(2027, 1, 4)),
        lambda: CALENDAR.last_working_day_on_or_before(date(2027, 1, 4)),
        lambda: CALENDAR.add_working_days(date(2027, 1, 4), 1),
        lambda: CALENDAR.add_to_each([date(2026, 12, 31)], 1),
        lambda: CALENDAR.count_working_days(date(2026, 12, 31), date(2027, 1, 1)),
        lambda: CALENDAR.add_natural_days(date(2026, 12, 31), 1, roll=True),
    ],
)
def test_no_method_goes_past_the_known_years(asked: Callable[[], object]) -> None:
    """Whatever is asked."""
    with pytest.raises(NoCalendar, match="没有 2027 年"):
        asked()


@pytest.mark.parametrize(
    "asked",
    [
        lambda: CALENDAR.is_working_day(date(2003, 12, 31)),
        lambda: CALENDAR.last_working_day_on_or_before(date(2004, 1, 1)),
        lambda: CALENDAR.add_working_days(date(2003, 12, 31), 1),
        lambda: CALENDAR.add_working_days(date(2004, 1, 5), -2),
        lambda: CALENDAR.add_to_each([date(2004, 1, 5), date(2003, 12, 31)], 1),
        lambda: CALENDAR.reckon_working_days(date(2004, 1, 5), -2),
        lambda: CALENDAR.reckon_count(date(2003, 12, 31), date(2004, 1, 5)),
        lambda: CALENDAR.add_natural_days(date(2003, 12, 1), 30, roll=True),
    ],
)
def test_nothing_is_counted_before_2004_not_even_provisionally(asked: Callable[[], object]) -> None:
    """Those notices are all out: who needs them adds them."""
    with pytest.raises(NoCalendar, match="没有 2003 年") as raised:
        asked()
    assert not raised.value.coming


def test_natural_days_that_are_not_rolled_need_no_calendar() -> None:
    """Before and after the known years."""
    assert CALENDAR.add_natural_days(date(1999, 12, 31), 1, roll=False) == date(2000, 1, 1)
    assert CALENDAR.add_natural_days(date(2030, 1, 1), -1, roll=False) == date(2029, 12, 31)


def test_a_provisional_day_counts_weekdays_in_the_years_to_come_and_says_so() -> None:
    """2026-12-31 is a Thursday."""
    assert CALENDAR.reckon_working_days(day("2026-12-31"), 1) == Reckoned(day("2027-01-01"), (2027,))
    assert CALENDAR.reckon_working_days(day("2026-12-31"), 2) == Reckoned(day("2027-01-04"), (2027,))
    assert CALENDAR.reckon_working_days(day("2026-12-01"), 5).provisional is False
    assert CALENDAR.reckon_natural_days(day("2026-12-31"), 2, roll=True) == Reckoned(day("2027-01-04"), (2027,))
    assert CALENDAR.reckon_working_days(day("2027-01-04"), -1) == Reckoned(day("2027-01-01"), (2027,))
    assert CALENDAR.reckon_count(day("2026-12-31"), day("2027-01-11")) == 7


@given(start=st.dates(date(2026, 12, 1), date(2040, 1, 1)), number=NUMBER)
def test_provisional_days_count_back(start: date, number: int) -> None:
    """As in the known years."""
    end = CALENDAR.reckon_working_days(start, number).day
    assert CALENDAR.reckon_count(start, end) == number


@given(st.integers(1, 10**6))
def test_weekdays_are_numbered_without_a_gap(number: int) -> None:
    """Monday 0001-01-01 is the first."""
    ordinal = nth_weekday(number)
    assert weekdays_until(ordinal) == number == weekdays_until(ordinal - 1) + 1
    assert date.fromordinal(ordinal).weekday() < 5


def test_a_day_after_the_end_of_the_calendar_is_refused_in_words() -> None:
    """Python's dates end with the year 9999."""
    with pytest.raises(TooFar, match="9999年"):
        CALENDAR.reckon_working_days(day("2026-12-31"), 10**7)
    with pytest.raises(TooFar, match="9999年"):
        CALENDAR.add_natural_days(day("2026-12-31"), 10**7, roll=False)


def test_an_own_year_stands_in_place_of_the_programs_and_remembers_it() -> None:
    """The whole year, with its reason."""
    own = CalendarYear(
        year=2018, basis="当地规定", holidays=(day("2018-02-12"),), working_days=(day("2018-02-10"),)
    )
    calendar = calendar_of([own])
    assert calendar.add_working_days(day("2018-02-09"), 2) == day("2018-02-13")
    assert calendar.is_working_day(day("2018-02-16"))
    year = calendar.year(2018)
    assert year is not None
    assert (year.basis, year.replaced) == ("当地规定", "国办发明电〔2017〕12号、国办发明电〔2018〕15号")
    assert calendar.year(2017) == CALENDAR.year(2017)


def test_an_own_year_carries_the_calendar_on() -> None:
    """Until its last day."""
    own = CalendarYear(year=2027, basis="通知", holidays=(day("2027-01-01"),))
    calendar = calendar_of([own])
    assert calendar.add_working_days(day("2026-12-31"), 1) == day("2027-01-04")
    with pytest.raises(NoCalendar, match="没有 2028 年"):
        calendar.add_working_days(day("2027-12-31"), 1)


def test_a_year_left_out_between_is_missed_on_the_way_only() -> None:
    """2027 is not known, 2028 is."""
    calendar = calendar_of([CalendarYear(year=2028, basis="通知", holidays=(day("2028-01-03"),))])
    assert calendar.add_working_days(day("2028-01-02"), 1) == day("2028-01-04")
    assert calendar.add_to_each([day("2028-01-02")], 1) == [day("2028-01-04")]
    assert calendar.add_working_days(day("2026-12-30"), 1) == day("2026-12-31")
    for start, number in (("2026-12-31", 1), ("2026-12-31", 300), ("2028-01-04", -1)):
        reckoned = calendar.reckon_working_days(day(start), number)
        assert reckoned.missing == (2027,)
        with pytest.raises(NoCalendar, match="没有 2027 年"):
            calendar.add_working_days(day(start), number)


def test_a_calendar_and_its_error_travel_to_other_processes() -> None:
    """As the work of a pool does."""
    calendar = pickle.loads(pickle.dumps(CALENDAR))  # noqa: S301 - our own bytes
    assert calendar == CALENDAR
    assert calendar.add_working_days(day("2018-02-09"), 5) == day("2018-02-22")
    error = pickle.loads(pickle.dumps(NoCalendar((2027, 2028), coming=True)))  # noqa: S301 - as above
    assert (error.years, error.coming, str(error)) == ((2027, 2028), True, str(NoCalendar((2027, 2028), coming=True)))


def test_a_year_without_weekday_off_works_every_weekday() -> None:
    """A calendar can be made of any years."""
    calendar = Calendar((Year(number=2001, basis="通知", days_off={}),))
    assert calendar.count_working_days(date(2001, 1, 1), date(2001, 12, 31)) == 260
