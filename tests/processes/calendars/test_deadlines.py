"""The day on which a time limit ends."""

from __future__ import annotations

from datetime import date

import pytest

from processes.calendars.calendar import Reckoned, calendar_of
from processes.calendars.deadlines import deadline
from processes.calendars.missing import NoCalendar
from processes.declaration.cells import parse_limit
from processes.model.limits import TimeLimit

CALENDAR = calendar_of()
FRIDAY = date(2018, 2, 9)


def limit(text: str) -> TimeLimit:
    """A limit as it is written."""
    found = parse_limit(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("即时", date(2018, 2, 9)),
        ("1工作日", date(2018, 2, 11)),
        ("0.5工作日", date(2018, 2, 11)),  # a part of a day needs the day
        ("1.5工作日", date(2018, 2, 12)),
        ("4小时", date(2018, 2, 11)),
        ("8小时", date(2018, 2, 11)),  # 8小时 are one working day
        ("9小时", date(2018, 2, 12)),
        ("20工作日", date(2018, 3, 14)),  # 行政许可法 art. 42 and 82
        ("8自然日", date(2018, 2, 22)),  # 02-17 is in the Spring Festival
    ],
)
def test_a_limit_ends_on_a_day(text: str, end: date) -> None:
    """Received on Friday 2018-02-09; the Sunday after it was worked."""
    assert deadline(CALENDAR, FRIDAY, limit(text), roll=True) == Reckoned(end)


def test_only_natural_days_are_rolled_and_only_if_asked() -> None:
    """The day as it falls."""
    assert deadline(CALENDAR, FRIDAY, limit("8自然日"), roll=False) == Reckoned(date(2018, 2, 17))
    assert deadline(CALENDAR, FRIDAY, limit("5工作日"), roll=False) == deadline(
        CALENDAR, FRIDAY, limit("5工作日"), roll=True
    )


@pytest.mark.parametrize("text", ["无", "不计时限(听证)", "20工作日不计时限(听证)"])
def test_what_has_no_end_has_no_deadline(text: str) -> None:
    """无 is not 即时; time that is not counted runs beside the limit."""
    assert deadline(CALENDAR, FRIDAY, limit(text), roll=True) is None


def test_a_notice_is_due_so_many_days_before() -> None:
    """A hearing on 2018-03-20, told seven working days before."""
    assert deadline(CALENDAR, date(2018, 3, 20), limit("7工作日"), roll=True, back=True) == Reckoned(date(2018, 3, 9))
    assert deadline(CALENDAR, date(2018, 3, 20), limit("9自然日"), roll=True, back=True) == Reckoned(date(2018, 3, 11))


def test_past_the_known_years_there_is_a_deadline_only_provisionally() -> None:
    """45 working days from late November 2026 reach into 2027."""
    with pytest.raises(NoCalendar, match="没有 2027 年"):
        deadline(CALENDAR, date(2026, 11, 26), limit("45工作日"), roll=True)
    found = deadline(CALENDAR, date(2026, 11, 26), limit("45工作日"), roll=True, provisional=True)
    assert found == Reckoned(date(2027, 1, 28), (2027,))
