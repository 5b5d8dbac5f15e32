"""The board counts what there is at the end of a day, and names what is late and who has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.cases.board import Board, board_of
from engine.cases.cards import Card
from engine.cases.entries import Entry, Scope, entry_of
from engine.cases.history import Pause
from processes.model.case import CaseStatus
from tests.declaring import Declared
from tests.engine.cases.boards import JOINT, accounts, board, city, on, seen, stay

Declare = Callable[[str], Declared]


@pytest.fixture
def shown(declare: Declare) -> Board:
    """The board of the 15th."""
    return board(declare(""), declare(JOINT))


def entry(board: Board, number: str) -> Entry:
    """The case of that number."""
    (found,) = (one for one in (*board.total.entries, *board.guests) if one.number == number)
    return found


def test_the_cases_of_each_department_are_counted(shown: Board) -> None:
    """In the order of the plan; what comes in later than the day is not there yet."""
    joint, own = shown.rows
    assert (joint.department, joint.received, joint.open, joint.red, joint.closed) == ("住建局", 1, 1, 1, 0)
    assert (own.department, own.received, own.open, own.closed) == ("示范局", 6, 5, 1)
    assert (own.paused, own.waiting, own.due, own.yellow, own.red, own.closed_late) == (1, 1, 1, 2, 1, 0)
    assert shown.total.received == 7
    assert shown.total.overdue_share == pytest.approx(2 / 7)


def test_the_longest_overdue_stand_first(shown: Board) -> None:
    """甲-1 was due on the 13th, 乙-1 on the 14th; of the yellow ones that of the day itself."""
    assert [one.number for one in shown.with_card(Card.RED)] == ["甲-1", "乙-1"]
    assert [one.number for one in shown.with_card(Card.YELLOW)] == ["甲-6", "甲-2"]


def test_a_red_card_names_the_limit_the_step_and_who_has_it(shown: Board) -> None:
    """The inspection of the police is late; that of the department itself is not."""
    late = entry(shown, "乙-1")
    (fault,) = (one for one in late.faults if one.clock.card is Card.RED)
    assert (fault.scope, fault.step, fault.holder, fault.clock.over) == (Scope.STEP, "治安审查", "公安局交警大队", 1)
    assert [(spot.step, spot.holder) for spot in late.spots] == [("现场核查", "业务股"), ("治安审查", "公安局交警大队")]


def test_the_gravest_of_several_limits_comes_first(declare: Declare) -> None:
    """Statutory limit before promise before step."""
    case = seen("1", accounts(declare("法定时限: 8工作日(《行政许可法》第四十二条)\n优化前:\n  时限: 6工作日\n  流程:\n    - 受理 | 综合股 | 1工作日 | 受理\n    - 审查 | 业务股 | 5工作日 | 审查\n  材料: 无\n")), stay("受理", 5, 6), stay("审查", 6), accepted=6)  # fmt: skip
    found = entry_of(case, on(26))
    assert [one.scope for one in found.faults] == [Scope.STATUTORY, Scope.PROMISE, Scope.STEP]
    assert found.due == on(14)


def test_a_paused_case_is_neither_late_nor_due(shown: Board) -> None:
    """Its hearing began on the 8th."""
    paused = entry(shown, "甲-3")
    assert (paused.status, paused.card, paused.due) == (CaseStatus.PAUSED, Card.GREEN, None)


def test_a_case_that_waits_for_papers_is_nobody_s_delay(shown: Board) -> None:
    """Told on the 6th what is missing; nine days later no limit runs."""
    waiting = entry(shown, "甲-4")
    assert (waiting.is_waiting, waiting.measures) == (True, ())


def test_a_case_closed_late_stays_so(declare: Declare) -> None:
    """超时办结: the promise of ten days was over on the 20th."""
    case = seen("1", accounts(declare("")), stay("审查", 6, 20), stay("决定", 20, 22), accepted=6, closed=22)
    found = board_of([case], on(28), city="", departments=())
    assert (found.total.closed, found.total.closed_late, found.total.red) == (1, 1, 0)
    assert found.closed_late == found.total.entries
    assert board_of([case], on(21), city="", departments=()).total.red == 1


def test_a_department_sees_its_own_cases_and_those_it_is_working_on(declare: Declare) -> None:
    """公安局 has none of its own, but its traffic police has one of 住建局 in hand, which is late."""
    small, joint = declare(""), declare(JOINT)
    police = board(small, joint, department="公安局")
    assert ([row.received for row in police.rows], [one.number for one in police.guests]) == ([0], ["乙-1"])
    assert [one.number for one in police.with_card(Card.RED)] == ["乙-1"]
    housing = board(small, joint, department="住建局")
    assert ([row.received for row in housing.rows], housing.guests) == ([1], ())


@pytest.mark.parametrize("day", [5, 9, 12, 15])
def test_a_past_day_is_shown_as_it_was_then(declare: Declare, day: int) -> None:
    """Cases cut off at that day give the same board as those that have gone on since."""
    small, joint = declare(""), declare(JOINT)
    cut = [
        replace(
            case,
            history=replace(
                case.history,
                stays=tuple(
                    replace(one, left=one.left if one.left and one.left <= on(day) else None)
                    for one in case.history.stays
                    if one.entered <= on(day)
                ),
                pauses=tuple(Pause(one.kind, one.since) for one in case.history.pauses if one.since <= on(day)),
                accepted_on=case.history.accepted_on
                if case.history.accepted_on and case.history.accepted_on <= on(day)
                else None,
                closed_on=case.history.closed_on
                if case.history.closed_on and case.history.closed_on <= on(day)
                else None,
            ),
        )
        for case in city(small, joint)
        if case.history.received_on <= on(day)
    ]
    then = board_of(cut, on(day), city="示范市", departments=("住建局", "示范局"))
    assert then.rows == board(small, joint, day=day).rows


def test_years_without_a_notice_are_named(declare: Declare) -> None:
    """2027 is not known yet."""
    case = seen("1", accounts(declare("")), stay("审查", 6), accepted=6)
    early = board_of([case], on(15).replace(year=2027), city="", departments=())
    assert early.missing == (2027,)
    assert board_of([case], on(15), city="", departments=()).missing == ()
