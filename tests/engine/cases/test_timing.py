"""黄牌, 红牌: each limit is warned of once and found overdue once; timers say when to look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from engine.cases.ledger import Ledger
from engine.cases.timers import timers_of
from engine.cases.timing import PROMISE, STATUTORY, STEP, accounts_of, cards_due, running
from processes.model.case import TimerKind
from tests.declaring import Declared
from tests.living import CALENDAR, PERMIT, Living, definition_in, on


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """A permit received on Thursday 1 March 2018 with everything."""
    return Living(definition_in(declare(PERMIT)), "申请书", "平面图", "照片")


def ledger(case: Living, day: date) -> Ledger:
    """The clocks on a day."""
    return accounts_of(case.course.definition, CALENDAR).ledger(case.course.history, day)


def shown(case: Living, day: int) -> list[tuple[str, str, str]]:
    """The cards that a look on a day shows: card, whose limit, of which step."""
    cards = cards_due(case.course, ledger(case, on(day)), case.attempt("系统", day))
    for card in cards:
        case.add(card)
    return [(card.reason, card.event, card.node) for card in cards]


def due(case: Living, day: int) -> dict[TimerKind, date]:
    """The timers as set on a day."""
    return {one.kind: one.due for one in timers_of("1", case.course, ledger(case, on(day)), CALENDAR)}


def test_a_card_is_shown_once_a_limit(case: Living) -> None:
    """受理 has one day, the 2nd: yellow on it, red after it; looked at again nothing is new."""
    assert shown(case, 1) == []
    assert shown(case, 2) == [("黄牌", STEP, "受理")]
    assert shown(case, 2) == []
    assert shown(case, 5) == [("红牌", STEP, "受理")]
    assert shown(case, 6) == []


def test_what_is_over_when_it_is_looked_at_is_red_at_once(case: Living) -> None:
    """No yellow first."""
    assert shown(case, 20) == [("红牌", STEP, "受理")]


def test_a_step_and_the_whole_case_have_their_own_cards(case: Living) -> None:
    """Accepted on the 2nd: 审查 has until the 9th; the promise and the law, 20 days, until 30 March."""
    case.fire("符合受理条件")
    assert [(limit.name, limit.clock.due) for limit in running(case.course, ledger(case, on(2)))] == [
        (STEP, on(9)),
        (PROMISE, on(30)),
        (STATUTORY, on(30)),
    ]
    assert shown(case, 8) == [("黄牌", STEP, "审查")]
    assert shown(case, 28) == [("红牌", STEP, "审查"), ("黄牌", PROMISE, ""), ("黄牌", STATUTORY, "")]


def test_a_step_that_the_file_comes_back_to_is_warned_of_anew(case: Living) -> None:
    """The second visit has its own limit."""
    case.fire("符合受理条件")
    assert shown(case, 8) == [("黄牌", STEP, "审查")]
    for said, unit in (
        ("下一环节", "业务股/审查岗"),
        ("下一环节", "公安局"),
        ("下一环节", "业务股"),
        ("不合格", "综合股"),
    ):
        case.fire(said, unit, 9)
    assert shown(case, 12) == []
    assert shown(case, 15) == [("黄牌", STEP, "审查")]


def test_a_step_come_back_to_on_the_day_of_its_card_is_warned_of_anew(case: Living) -> None:
    """审查 has a red card on the 12th, is done and come back to on the same day, and has until the 19th."""
    case.fire("符合受理条件")
    assert shown(case, 12) == [("红牌", STEP, "审查")]
    for said, unit in (
        ("下一环节", "业务股/审查岗"),
        ("下一环节", "公安局"),
        ("下一环节", "业务股"),
        ("不合格", "综合股"),
    ):
        case.fire(said, unit, 12)
    assert due(case, 12) == {TimerKind.YELLOW: on(16), TimerKind.RED: on(20)}
    assert shown(case, 16) == [("黄牌", STEP, "审查")]
    assert shown(case, 20) == [("红牌", STEP, "审查")]


def test_timers_are_the_first_days_on_which_something_is_due(case: Living) -> None:
    """The yellow card of 受理 on the 2nd, its red one after it, deemed acceptance on the 9th."""
    assert due(case, 1) == {TimerKind.YELLOW: on(2), TimerKind.RED: on(3), TimerKind.DEEMED: on(9)}
    shown(case, 2)
    assert due(case, 2) == {TimerKind.RED: on(3), TimerKind.DEEMED: on(9)}
    shown(case, 5)
    assert due(case, 5) == {TimerKind.DEEMED: on(9)}


def test_while_the_clock_is_stopped_or_the_case_over_nothing_is_due(case: Living) -> None:
    """A pause without an end has no last day."""
    case.fire("符合受理条件")
    case.pause("检验", "业务股/审查岗", 5)
    assert due(case, 5) == {}
    assert shown(case, 30) == []
    case.resume("业务股/审查岗", 30)
    assert set(due(case, 30)) == {TimerKind.YELLOW, TimerKind.RED}


def test_a_case_that_is_over_is_shown_no_card(case: Living) -> None:
    """However late it was."""
    case.fire("不予受理")
    case.fire("下一环节", day=28)
    assert running(case.course, ledger(case, on(28))) == ()
    assert due(case, 28) == {}


def test_the_plan_says_when_to_warn(declare: Callable[[str], Declared]) -> None:
    """预警 2/5 of five days is two days before the last."""
    text = f"{PERMIT}==> 方案.yaml <==\n口径:\n  预警: 2/5\n"
    case = Living(definition_in(declare(text)), "申请书", "平面图", "照片")
    case.fire("符合受理条件")
    assert shown(case, 6) == []
    assert shown(case, 7) == [("黄牌", STEP, "审查")]
