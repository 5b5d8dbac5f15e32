"""Laws that hold of every clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.cases.cards import Card
from engine.cases.clocks import Clock, Rules, clock_of
from engine.cases.history import Pause
from processes.calendars.calendar import calendar_of
from processes.model.limits import DayKind, TimeLimit
from tests.engine.cases.oracle import Trial
from tests.processes.calendars.oracle import DAY

CALENDAR = calendar_of()
STARTS = st.dates(date(2016, 1, 1), date(2024, 12, 31))
SPANS = st.tuples(st.integers(-5, 40), st.none() | st.integers(0, 30))


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """A limit in working or natural days, its pauses, seen some time after it began."""
    started = draw(STARTS)
    number = draw(st.integers(0, 40))
    unit = draw(st.sampled_from((DayKind.WORKING, DayKind.NATURAL))) if number else None
    pauses = [
        Pause("听证", since := started + DAY * start, None if length is None else since + DAY * length)
        for start, length in draw(st.lists(SPANS, max_size=3))
    ]
    ended = draw(st.none() | st.integers(0, 90))
    return Trial(
        TimeLimit(Fraction(number), unit),
        started,
        None if ended is None else started + DAY * ended,
        tuple(pauses),
        started + DAY * draw(st.integers(0, 90)),
        draw(st.booleans()),
    )


def run(trial: Trial) -> Clock:
    """The clock of a trial."""
    rules = Rules(CALENDAR, roll=trial.roll)
    return clock_of(trial.limit, trial.started, trial.ended, trial.pauses, trial.today, rules)


def later(due: date | None) -> date:
    """A last day that nobody knows comes after all others."""
    return due or date.max


@given(trials())
def test_used_and_left_are_the_budget(trial: Trial) -> None:
    """And all counted days are used or paused."""
    found = run(trial)
    assert found.left is not None
    assert found.used + found.left == found.budget
    unpaused = run(replace(trial, pauses=()))
    assert found.used + found.paused == unpaused.used


@given(trials(), SPANS)
def test_a_pause_never_brings_the_end_nearer(trial: Trial, span: tuple[int, int | None]) -> None:
    """Nor does it make anything late, or use more days."""
    since, length = trial.started + DAY * span[0], span[1]
    pause = Pause("鉴定", since, None if length is None else since + DAY * length)
    without, paused = run(trial), run(replace(trial, pauses=(*trial.pauses, pause)))
    assert later(without.due) <= later(paused.due)
    assert later(without.warns_on) <= later(paused.warns_on)
    assert paused.used <= without.used
    assert without.is_late or not paused.is_late


@given(trials())
def test_a_longer_limit_does_not_end_earlier(trial: Trial) -> None:
    """A day more, of the same unit."""
    assert trial.limit.amount is not None
    longer = TimeLimit(trial.limit.amount + 1, trial.limit.unit or DayKind.WORKING)
    assert later(run(trial).due) <= later(run(replace(trial, limit=longer)).due)


@given(trials())
def test_a_later_start_does_not_end_earlier(trial: Trial) -> None:
    """Begun a day later, with the same pauses."""
    begun = replace(trial, started=trial.started + DAY, today=trial.today + DAY, ended=None)
    assert later(run(replace(trial, ended=None, today=begun.today)).due) <= later(run(begun).due)


@given(trials())
def test_a_working_day_is_no_shorter_than_a_day(trial: Trial) -> None:
    """The same number of working days ends no earlier than of natural days that are not put off."""
    if trial.limit.amount:
        working = replace(trial, limit=TimeLimit(trial.limit.amount, DayKind.WORKING))
        natural = replace(trial, limit=TimeLimit(trial.limit.amount, DayKind.NATURAL), roll=False)
        assert later(run(natural).due) <= later(run(working).due)


@given(trials())
def test_cards_go_from_green_to_yellow_to_red_and_never_back(trial: Trial) -> None:
    """Seen day after day while nothing happens and nothing pauses; on the last day it is yellow, the day after red."""
    quiet = replace(trial, pauses=(), ended=None)
    seen = [run(replace(quiet, today=trial.started + DAY * number)) for number in range(90)]
    ranks = [one.card.rank for one in seen]
    assert ranks == sorted(ranks)
    assert {one.due for one in seen} == {seen[0].due}
    assert seen[0].due is not None
    last = (seen[0].due - trial.started).days
    assert [one.card for one in seen[last : last + 2]] == [Card.YELLOW, Card.RED][: len(seen[last : last + 2])]


@given(trials())
def test_it_is_late_exactly_after_the_last_day(trial: Trial) -> None:
    """Days over are counted from there; of one in time there are none."""
    found = run(trial)
    assert found.is_late == (found.due is not None and found.until > found.due) == (found.card is Card.RED)
    assert found.is_late or not found.over
    assert found.over <= max(0, found.used)


@given(trials())
def test_it_warns_no_later_than_the_last_day(trial: Trial) -> None:
    """And not before it began."""
    found = run(trial)
    if found.due is not None:
        assert found.warns_on is not None
        assert trial.started <= found.warns_on <= found.due
