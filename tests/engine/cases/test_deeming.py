"""视为受理: whoever says nothing for five working days has accepted, since receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from engine.cases import deeming
from engine.cases.history import Stay
from processes.calendars.calendar import Calendar, calendar_of
from processes.calendars.missing import NoCalendar
from processes.model.case import EventKind
from tests.declaring import Declared
from tests.living import CALENDAR, PERMIT, Living, definition_in, on


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """A permit asked for on Thursday 1 March 2018, without any material."""
    return Living(definition_in(declare(PERMIT)))


@pytest.mark.parametrize(("day", "due"), [(1, False), (7, False), (8, False), (9, True), (20, True)])
def test_it_is_due_when_five_working_days_are_over(day: int, due: bool, case: Living) -> None:
    """2, 5, 6, 7 and 8 March are the five; the day of receipt is none of them."""
    assert deeming.is_due(case.course, CALENDAR, on(day)) is due
    assert deeming.last_day_to_tell(case.course, CALENDAR).day == on(8)
    assert deeming.day_of_deeming(case.course, CALENDAR).day == on(9)


def test_holidays_are_no_working_days(case: Living) -> None:
    """Received on 9 February 2018: 11 and 24 February are worked, 15 to 21 are not (春节)."""
    course = replace(case.course, history=replace(case.course.history, received_on=date(2018, 2, 9)))
    assert deeming.last_day_to_tell(course, CALENDAR).day == date(2018, 2, 22)


def test_the_file_goes_on_without_the_materials_and_counts_since_receipt(case: Living) -> None:
    """The event is dated from receipt; 受理 was left on the day it was found out."""
    event = case.deem(9)
    assert (event.kind, event.node, event.event, event.effective) == (EventKind.DEEMED, "受理", "符合受理条件", on(1))
    assert case.places == ["审查"]
    assert case.course.deemed
    assert case.course.history.accepted_on == on(1)
    assert case.course.history.stays == (Stay("受理", on(1), on(9)), Stay("审查", on(9)))
    assert case.course.documents == ("受理通知书",)


def test_nothing_may_be_asked_for_afterwards(case: Living) -> None:
    """The notice comes too late."""
    case.deem(9)
    refused = case.fire("补正", day=9)
    assert refused.violation
    assert refused.reason.startswith("已经从2018年3月1日起视为受理,受理以后不能再要求补正")


@pytest.mark.parametrize("deed", ["告知", "受理", "不予受理", "办结"])
def test_whoever_has_said_something_has_not_said_nothing(deed: str, case: Living) -> None:
    """A notice, acceptance, refusal, the end: none of them is deemed accepted any more."""
    assert deeming.waits(case.course)
    if deed == "告知":
        case.fire("补正")
        case.fire("下一环节", day=5)
    elif deed == "受理":
        case.receive("申请书", "平面图", "照片")
        case.fire("符合受理条件")
    else:
        case.fire("不予受理")
        if deed == "办结":
            case.fire("下一环节")
    assert not deeming.waits(case.course)
    assert not deeming.is_due(case.course, CALENDAR, on(20))


def test_the_rule_is_that_of_permits(declare: Callable[[str], Declared]) -> None:
    """For a service no law says what silence means."""
    service = f"类型: 公共服务事项\n种类: 社会保障\n{PERMIT}"
    assert not deeming.waits(Living(definition_in(declare(service))).course)


def test_before_the_file_has_come_to_acceptance_it_is_accepted_where_it_is(
    declare: Callable[[str], Declared],
) -> None:
    """A step before 受理 does not help: the days run from receipt. The file stays, the acceptance counts."""
    text = PERMIT.replace("    - 环节: 受理", "    - 登记 | 综合股 | 1工作日 | 登记\n    - 环节: 受理")
    case = Living(definition_in(declare(text)))
    assert case.places == ["登记"]
    assert deeming.is_due(case.course, CALENDAR, on(9))
    assert (case.deem(9).node, case.places) == ("", ["登记"])
    assert case.course.history.accepted_on == on(1)


def test_where_days_off_are_not_known_nobody_is_deemed_anything(case: Living) -> None:
    """Weekends alone would say so; the notice of the State Council may say otherwise."""
    until = Calendar(tuple(year for year in calendar_of().years if year.number < 2018))
    assert not deeming.is_due(case.course, until, on(8))
    with pytest.raises(NoCalendar, match="没有 2018 年的放假安排"):
        deeming.is_due(case.course, until, on(9))
