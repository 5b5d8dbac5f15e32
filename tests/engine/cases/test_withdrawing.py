"""撤回申请: before the decision the applicant may leave off; the case is over where it lies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cases.attempt import Refusal
from engine.cases.cards import Card
from engine.cases.entries import Seen, entry_of
from engine.cases.history import Pause, Stay
from engine.cases.timers import timers_of
from processes.model.case import CaseStatus
from tests.declaring import Declared
from tests.living import CALENDAR, PERMIT, Living, definition_in, on

REVIEWER = "业务股/审查岗"


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """At 审查 since 2 March."""
    case = Living(definition_in(declare(PERMIT)), "申请书", "平面图", "照片")
    case.fire("符合受理条件")
    return case


def test_the_case_is_over_and_nothing_runs_any_more(case: Living) -> None:
    """Stays and pauses end that day, clocks with them; nobody has it; the papers and the course stay."""
    case.pause("检验", REVIEWER, 5)
    case.withdraw(day=7)
    course = case.course
    assert (course.status, course.end and course.end.name) == (CaseStatus.CLOSED, "撤回申请")
    assert (course.marking, course.tokens, course.paused) == (0, {}, None)
    assert course.history.stays == (Stay("受理", on(1), on(2)), Stay("审查", on(2), on(7)))
    assert course.history.pauses == (Pause("检验", on(5), on(7)),)
    assert course.received == {"申请书", "平面图", "照片"}
    ledger = case.accounts.ledger(course.history, on(30))
    assert ledger.running == ()
    assert ledger.statutory.clock
    assert (ledger.statutory.clock.ended, ledger.statutory.clock.card) == (on(7), Card.GREEN)
    assert timers_of("1", course, ledger, CALENDAR) == ()


def test_on_the_board_it_is_done_in_time(case: Living) -> None:
    """It lies nowhere."""
    case.withdraw(day=7)
    seen = Seen(
        number="1",
        department="示范局",
        matter="甲",
        applicant="乙",
        accounts=case.accounts,
        history=case.course.history,
    )
    entry = entry_of(seen, on(30))
    assert (entry.status, entry.closed_on, entry.card, entry.spots) == (CaseStatus.CLOSED, on(7), Card.GREEN, ())
    assert entry_of(seen, on(6)).status is CaseStatus.OPEN


def test_nothing_can_be_done_after_it(case: Living) -> None:
    """Neither a second time nor anything else."""
    case.withdraw(day=7)
    assert case.withdraw(day=8) == Refusal("办件已经结束(撤回申请),没有可以撤回的申请", violation=False)
    assert case.fire("下一环节", REVIEWER, 8, place="审查").violation
    assert case.receive("照片", day=8).violation


def test_not_after_the_decision_and_not_by_anybody(case: Living) -> None:
    """The window and who has the file write it down; who comes too late is told so."""
    assert case.withdraw("局领导") == Refusal("登记撤回由业务股/审查岗、综合股办理,不是“局领导”的事", violation=True)
    for unit, day in ((REVIEWER, 5), ("公安局", 6), ("业务股", 6)):
        case.fire("下一环节", unit, day)
    case.fire("合格", day=7)
    case.fire("符合条件", "局领导", 8)
    assert case.withdraw(day=9) == Refusal("已经在2018年3月8日作出决定,申请不能再撤回", violation=False)
