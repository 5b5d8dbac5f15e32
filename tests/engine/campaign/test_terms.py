"""Where a date stands to the stages of the plan."""

from __future__ import annotations

from datetime import date

import pytest

from engine.campaign.terms import Phase, Term, days_late, terms_of
from processes.calendars.calendar import calendar_of
from processes.model.places import NOWHERE, Text
from processes.model.plan import Stage

CALENDAR = calendar_of()
STAGES = tuple(
    Stage(name=name, due=due, deliverables=(Text("附件4", NOWHERE),), place=NOWHERE)
    for name, due in (("梳理", date(2017, 12, 31)), ("优化", date(2018, 1, 31)), ("总结", date(2018, 3, 31)))
)


def terms(day: date) -> tuple[Term, ...]:
    """The stages on a day."""
    return terms_of(STAGES, CALENDAR, day)


def test_the_last_working_day_before_a_last_day_off() -> None:
    """2017-12-31 was a Sunday, 2018-01-31 a Wednesday, 2018-03-31 a Saturday (domain annexes §0.2)."""
    assert [one.last_worked for one in terms(date(2017, 12, 1))] == [
        date(2017, 12, 29),
        date(2018, 1, 31),
        date(2018, 3, 30),
    ]


@pytest.mark.parametrize(
    ("day", "phases", "left"),
    [
        (date(2017, 12, 20), [Phase.NOW, Phase.LATER, Phase.LATER], 7),
        (date(2017, 12, 29), [Phase.NOW, Phase.LATER, Phase.LATER], 0),
        (date(2017, 12, 31), [Phase.NOW, Phase.LATER, Phase.LATER], 0),
        (date(2018, 1, 1), [Phase.OVER, Phase.NOW, Phase.LATER], 0),
        (date(2018, 1, 2), [Phase.OVER, Phase.NOW, Phase.LATER], -1),
        (date(2018, 4, 2), [Phase.OVER, Phase.OVER, Phase.OVER], -62),
    ],
)
def test_a_stage_is_over_the_day_after_its_last_day(day: date, phases: list[Phase], left: int) -> None:
    """New Year's Day is a day off: over, but no working day has passed."""
    found = terms(day)
    assert [one.phase for one in found] == phases
    assert found[0].left == left


def test_stages_that_end_together_are_on_together() -> None:
    """As the first and the second of the plan."""
    both = (STAGES[0], STAGES[0], STAGES[1])
    found = terms_of(both, CALENDAR, date(2017, 12, 1))
    assert [(one.number, one.phase) for one in found] == [(1, Phase.NOW), (2, Phase.NOW), (3, Phase.LATER)]


def test_working_days_late() -> None:
    """The last day itself is in time; a weekend after it adds nothing."""
    stage = terms(date(2018, 2, 1))[1]
    late = [days_late(stage, date(2018, *day), CALENDAR) for day in ((1, 31), (2, 1), (2, 2), (2, 4), (2, 5))]
    assert late == [0, 1, 2, 2, 3]


def test_a_year_without_notice_gives_a_provisional_term() -> None:
    """Weekends alone are taken off, and it is said."""
    stage = Stage(name="将来", due=date(2040, 12, 30), place=NOWHERE)
    (found,) = terms_of((stage,), CALENDAR, date(2040, 12, 24))
    assert (found.last_worked, found.left, found.provisional) == (date(2040, 12, 28), 4, True)
