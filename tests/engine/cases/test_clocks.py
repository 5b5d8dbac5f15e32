"""A clock counts what a person counts who goes through the days one by one."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction

import pytest

from engine.cases.cards import Card, WarningRule
from engine.cases.clocks import Clock, Rules, clock_of
from engine.cases.history import Pause
from processes.calendars.calendar import calendar_of
from processes.model.limits import IMMEDIATE, NO_LIMIT, DayKind, TimeLimit
from tests.engine.cases.oracle import Trial, drawn
from tests.processes.calendars.oracle import DAY

RULES = Rules(calendar_of())
FRIDAY, MONDAY = date(2018, 3, 2), date(2018, 3, 5)


def working(number: int | Fraction) -> TimeLimit:
    """So many working days."""
    return TimeLimit(Fraction(number), DayKind.WORKING)


def natural(number: int) -> TimeLimit:
    """So many natural days."""
    return TimeLimit(Fraction(number), DayKind.NATURAL)


def clock(
    limit: TimeLimit,
    *pauses: Pause,
    started: date = MONDAY,
    ended: date | None = None,
    today: date = date(2018, 3, 9),
    rules: Rules = RULES,
) -> Clock:
    """A clock of the second week of March 2018, which has no holiday, seen on its Friday."""
    return clock_of(limit, started, ended, pauses, today, rules)


def run(trial: Trial) -> Clock:
    """The clock of a trial."""
    rules = Rules(RULES.calendar, roll=trial.roll)
    return clock_of(trial.limit, trial.started, trial.ended, trial.pauses, trial.today, rules, trial.extended)


def agrees(trial: Trial) -> bool:
    """Whether the clock says what the walk says."""
    found, told = run(trial), trial.walk.told()
    ledger = {one.kind: one.days for one in found.suspensions if one.days}
    return (found.used, found.over, found.due, ledger) == (told.used, told.over, told.due, told.ledger)


def test_it_counts_as_somebody_who_walks_through_the_days() -> None:
    """Three hundred limits, some extended, with pauses of all sorts; soak/test_clocks.py has a hundred thousand."""
    chance = random.Random(2018)  # noqa: S311 - a sample, no secret
    assert [trial for trial in (drawn(chance) for _ in range(300)) if not agrees(trial)] == []


def test_the_first_day_is_not_counted_and_days_off_are_not() -> None:
    """Five working days from Friday 2 March 2018 end on Friday the 9th."""
    found = clock(working(5), started=FRIDAY)
    assert (found.due, found.used, found.left) == (date(2018, 3, 9), 5, 0)


def test_natural_days_end_on_a_working_day() -> None:
    """Five days from Monday end on Saturday, so on Monday (民法典 art. 203), unless the city does not put them off."""
    assert clock(natural(5)).due == date(2018, 3, 12)
    assert clock(natural(5), rules=Rules(RULES.calendar, roll=False)).due == date(2018, 3, 10)


@pytest.mark.parametrize(("hours", "budget"), [(1, 1), (4, 1), (8, 1), (9, 2), (16, 2)])
def test_hours_are_eighths_of_a_working_day_and_a_part_needs_the_day(hours: int, budget: int) -> None:
    """8小时 are 1工作日 (declaration format §2)."""
    assert clock(TimeLimit(Fraction(hours), DayKind.HOUR)).budget == budget


def test_at_once_means_the_same_day_worked_or_not() -> None:
    """即时 begun on a Saturday ends on it."""
    saturday = date(2018, 3, 3)
    assert clock(IMMEDIATE, started=saturday, today=saturday).card is Card.YELLOW
    assert clock(IMMEDIATE, started=saturday, today=date(2018, 3, 5)).card is Card.RED
    assert clock(IMMEDIATE, started=saturday, ended=saturday).card is Card.GREEN


def test_without_a_limit_nothing_is_late() -> None:
    """无 has no last day and no card, but days are counted all the same."""
    found = clock(NO_LIMIT)
    assert (found.budget, found.left, found.due, found.used, found.card) == (None, None, None, 4, Card.GREEN)


def test_paused_days_are_taken_out_with_their_article() -> None:
    """A hearing from Tuesday to Thursday takes out two days, and the last day comes two days later."""
    found = clock(working(5), Pause("听证", date(2018, 3, 6), date(2018, 3, 8)))
    (line,) = found.suspensions
    assert (line.kind, line.basis, line.days) == ("听证", "《行政许可法》第四十五条", 2)
    assert (found.due, found.used, found.paused, found.left) == (date(2018, 3, 14), 2, 2, 3)


def test_what_a_special_law_takes_out_stands_with_that_law() -> None:
    """取水许可: the hearing and the consultation are left out by an article of its own."""
    law = "《取水许可和水资源费征收管理条例》第十九条"
    assert clock(working(5), Pause(law, date(2018, 3, 6), date(2018, 3, 7))).suspensions[0].basis == law


def test_a_day_in_two_pauses_is_taken_out_once() -> None:
    """检验 from Tuesday to Thursday and 鉴定 from Wednesday to Friday are three days, not four."""
    found = clock(
        working(5),
        Pause("检验", date(2018, 3, 6), date(2018, 3, 8)),
        Pause("鉴定", date(2018, 3, 7), date(2018, 3, 9)),
    )
    assert [(one.kind, one.days) for one in found.suspensions] == [("检验", 2), ("鉴定", 1)]


def test_while_it_is_paused_there_is_no_last_day_and_no_warning() -> None:
    """Nobody knows when it goes on; the days left stay as they are."""
    found = clock(working(3), Pause("听证", date(2018, 3, 7)))
    assert (found.is_paused, found.due, found.used, found.left, found.card) == (True, None, 2, 1, Card.GREEN)


def test_who_pauses_on_the_last_day_has_that_day_when_it_goes_on() -> None:
    """One day from Monday ends on Tuesday; paused on Tuesday until Thursday, it ends on Thursday."""
    assert clock(working(1), Pause("听证", date(2018, 3, 6), date(2018, 3, 8))).due == date(2018, 3, 8)
    assert clock(working(1), Pause("听证", date(2018, 3, 6))).due is None


def test_a_pause_after_the_last_day_does_not_help() -> None:
    """What is late stays late, on the same day."""
    found = clock(working(1), Pause("听证", date(2018, 3, 7)))
    assert (found.due, found.over, found.card) == (date(2018, 3, 6), 1, Card.RED)


def test_what_was_done_late_is_red_for_ever() -> None:
    """超时办结: done on Friday what was due on Thursday; seen weeks later it is one day over as before."""
    found = clock(working(3), ended=date(2018, 3, 9), today=date(2018, 4, 20))
    assert (found.due, found.over, found.used, found.card) == (date(2018, 3, 8), 1, 4, Card.RED)


def test_what_is_past_its_last_day_on_a_weekend_is_late_without_a_working_day_over() -> None:
    """Due on Friday, seen on Saturday."""
    found = clock(working(4), today=date(2018, 3, 10))
    assert (found.due, found.is_late, found.over) == (date(2018, 3, 9), True, 0)


@pytest.mark.parametrize(("days", "lead"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 2), (10, 2), (13, 3), (20, 4)])
def test_it_warns_a_fifth_before_the_end_and_at_least_a_day(days: int, lead: int) -> None:
    """Never more than half of the limit, so that one day is not yellow from the beginning."""
    assert WarningRule().lead(days) == lead
    assert WarningRule(Fraction(1)).lead(days) == days // 2


def test_it_warns_while_no_more_than_the_lead_is_left() -> None:
    """Of ten working days from 5 March the eighth, ninth and tenth are yellow."""
    cards = [clock(working(10), today=MONDAY + DAY * number).card for number in range(20)]
    assert cards.count(Card.YELLOW) == 5  # 15 and 16 March, the weekend, 19 March
    assert (cards[9], cards[10], cards[14], cards[15]) == (Card.GREEN, Card.YELLOW, Card.YELLOW, Card.RED)


def test_years_without_a_notice_make_it_provisional() -> None:
    """In 2027, whose days off nobody knows yet, only weekends are taken off."""
    found = clock(working(5), started=date(2026, 12, 29), today=date(2026, 12, 30))
    assert found.missing == (2027,)
    assert clock(working(5), started=date(2026, 12, 21), today=date(2026, 12, 22)).missing == ()
    assert clock(natural(5), started=date(2026, 12, 24), today=date(2026, 12, 30)).missing == ()


def test_what_comes_later_is_not_known_yet() -> None:
    """On Wednesday nobody knows that the pause will end on Thursday and the work on Friday."""
    pause = Pause("听证", date(2018, 3, 6), date(2018, 3, 8))
    then = clock(working(5), pause, ended=date(2018, 3, 9), today=date(2018, 3, 7))
    assert (then.is_paused, then.ended, then.due) == (True, None, None)
    before = clock(working(5), pause, today=MONDAY)
    assert (before.is_paused, before.due) == (False, date(2018, 3, 12))
