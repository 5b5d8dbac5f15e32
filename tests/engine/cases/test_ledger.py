"""All the clocks of a case: where they start, where they end, what stops them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from engine.cases.cards import Card
from engine.cases.clocks import Clock, Rules
from engine.cases.history import History, Pause, Stay
from engine.cases.ledger import Accounts, Ledger
from processes.calendars.calendar import calendar_of
from tests.declaring import Declared

RULES = Rules(calendar_of())
JOINT = """优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 甲 | 2工作日 | 审
        - 依次:
            - 乙 | 1工作日 | 审
            - 听证会 | 20工作日不计时限(听证) | 听证
      去向:
        不同意: 受理
    - 决定 | 局领导 | 2工作日 | 签批
    - 送达 | 1工作日 | 送达
"""


def on(day: int) -> date:
    """A day of March 2018, which has no holiday; the 5th, 12th, 19th and 26th are Mondays."""
    return date(2018, 3, day)


def stay(node: str, entered: int, left: int | None = None) -> Stay:
    """The file at a node, from day to day of March 2018."""
    return Stay(node, on(entered), None if left is None else on(left))


def history(
    *stays: Stay, pauses: tuple[Pause, ...] = (), accepted: int | None = None, closed: int | None = None
) -> History:
    """A case received on Monday 5 March 2018."""
    return History(
        stays=stays,
        pauses=pauses,
        received_on=on(5),
        accepted_on=None if accepted is None else on(accepted),
        closed_on=None if closed is None else on(closed),
    )


def accounts(declared: Declared, *, until_decision: bool = False) -> Accounts:
    """The accounts of the small matter as it was before."""
    return Accounts(declared.before, declared.matter.statutory, RULES, until_decision=until_decision)


def clocks(found: Ledger) -> dict[tuple[str, int], Clock]:
    """环节 and visit → its clock."""
    return {(one.step.name, one.visit): one.clock for one in found.steps}


def total(clock: Clock | None) -> Clock:
    """A clock of the whole case that has started."""
    assert clock is not None
    return clock


def test_a_step_runs_from_when_the_file_came_to_when_it_left(declare: Callable[[str], Declared]) -> None:
    """审查 has five working days from Tuesday; the file left a day late."""
    found = accounts(declare("")).ledger(
        history(stay("受理", 5, 6), stay("审查", 6, 14), stay("决定", 14), accepted=6), on(15)
    )
    review = clocks(found)["审查", 1]
    assert (review.started, review.due, review.used, review.over) == (on(6), on(13), 6, 1)
    assert [one.step.name for one in found.running] == ["决定"]


def test_each_return_to_a_step_is_a_new_account(declare: Callable[[str], Declared]) -> None:
    """受理 again after the block was not agreed to."""
    seen = history(stay("受理", 5, 6), stay("受理", 12, 13), accepted=6)
    found = clocks(accounts(declare(JOINT)).ledger(seen, on(13)))
    assert [found["受理", visit].due for visit in (1, 2)] == [on(6), on(13)]


def test_the_promise_runs_from_acceptance_to_the_end_and_the_law_to_the_decision(
    declare: Callable[[str], Declared],
) -> None:
    """Accepted on the 6th, decided on the 15th, handed over on the 16th."""
    seen = history(
        stay("受理", 5, 6), stay("审查", 6, 13), stay("决定", 13, 15), stay("送达", 15, 16), accepted=6, closed=16
    )
    found = accounts(declare("")).ledger(seen, on(30))
    assert (total(found.promise.clock).started, total(found.promise.clock).ended) == (on(6), on(16))
    assert total(found.statutory.clock).ended == on(15)
    assert total(accounts(declare(""), until_decision=True).ledger(seen, on(30)).promise.clock).ended == on(15)


def test_nobody_waits_for_what_is_not_counted(declare: Callable[[str], Declared]) -> None:
    """通报 after 送达: the promise ends when the licence is handed over, unless the file goes back."""
    uncounted = """优化前:
  承办: 综合股
  时限: 10工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 送达 | 5工作日 | 送达
    - 环节: 通报 | 即时 | 抄送
      不计环节: 批后通报
      去向:
        有误: 送达
"""
    made = accounts(declare(uncounted))
    told = history(stay("受理", 5, 6), stay("送达", 6, 9), stay("通报", 9), accepted=6)
    assert total(made.ledger(told, on(28)).promise.clock).ended == on(9)
    back = history(stay("受理", 5, 6), stay("送达", 6, 9), stay("通报", 9, 12), stay("送达", 12), accepted=6)
    assert total(made.ledger(back, on(28)).promise.clock).ended is None


def test_a_decision_taken_back_is_none(declare: Callable[[str], Declared]) -> None:
    """决定 sends the file back to 审查: the statutory limit runs on."""
    seen = history(stay("审查", 6, 8), stay("决定", 8, 9), stay("审查", 9), accepted=6)
    assert total(accounts(declare("")).ledger(seen, on(12)).statutory.clock).ended is None
    again = history(stay("决定", 8, 9), stay("审查", 9, 12), stay("决定", 12, 13), stay("送达", 13), accepted=6)
    assert total(accounts(declare("")).ledger(again, on(14)).statutory.clock).ended == on(13)


def test_before_acceptance_the_limits_of_the_case_do_not_run(declare: Callable[[str], Declared]) -> None:
    """The step does."""
    found = accounts(declare("")).ledger(history(stay("受理", 5)), on(7))
    assert (found.promise.clock, found.statutory.clock, found.due) == (None, None, None)
    assert clocks(found)["受理", 1].is_late


def test_deemed_acceptance_dates_from_receipt(declare: Callable[[str], Declared]) -> None:
    """行政许可法 art. 32 (4): whoever says nothing for five days has accepted on the day of receipt."""
    found = accounts(declare("")).ledger(history(stay("受理", 5), accepted=5), on(13))
    assert total(found.promise.clock).started == on(5)


def test_the_applicant_has_no_clock_while_papers_are_missing(declare: Callable[[str], Declared]) -> None:
    """一次告知补正 is the applicant's time; 受理 starts anew when the papers are there."""
    notice = "一次告知补正/一次告知补正"
    seen = history(stay("受理", 5, 6), stay(notice, 6, 20), stay("受理", 20, 21), accepted=21)
    found = accounts(declare("")).ledger(seen, on(22))
    assert list(clocks(found)) == [("受理", 1), ("受理", 2)]
    assert total(found.promise.clock).started == on(21)


@pytest.mark.parametrize(
    ("runs_from", "started", "doubt"),
    [
        ("收到登记申请书之日", 20, ""),
        ("收到全部有效文件之日", 20, ""),
        ("立案之日", 21, ""),
        ("受理公告期满之日", 28, ""),
        ("公布结果之日", 21, "不明白从“公布结果之日”起算,先按受理之日起算"),
    ],
)
def test_the_day_it_runs_from_is_the_one_declared(
    declare: Callable[[str], Declared], runs_from: str, started: int, doubt: str
) -> None:
    """Received on the 5th, complete on the 20th, accepted on the 21st; the period for applications ends on the 28th."""
    matter = declare(f"法定时限:\n  时限: 20工作日\n  依据: 《行政许可法》第四十二条\n  起算: {runs_from}\n")
    seen = history(stay("受理", 5, 6), stay("一次告知补正/一次告知补正", 6, 20), stay("受理", 20, 21), accepted=21)
    found = accounts(matter).ledger(replace(seen, period_ended=on(28)), on(29)).promise
    assert (total(found.clock).started, found.doubt) == (on(started), doubt)


def test_a_period_that_ends_later_says_already_when_the_limit_ends(declare: Callable[[str], Declared]) -> None:
    """Accepted on the 6th, the period ends on the 9th: until then nothing is used, and the last day is known."""
    matter = declare("法定时限:\n  时限: 5工作日\n  依据: 《教师资格条例》第十六条\n  起算: 受理期限终止之日\n")
    seen = replace(history(stay("受理", 5, 6), stay("审查", 6), accepted=6), period_ended=on(9))
    then = total(accounts(matter).ledger(seen, on(7)).statutory.clock)
    assert (then.started, then.used, then.left, then.due, then.card) == (on(9), 0, 5, on(16), Card.GREEN)
    assert accounts(matter).ledger(seen, on(5)).statutory.clock is None
    assert total(accounts(matter).ledger(seen, on(12)).statutory.clock).used == 1


def test_an_end_of_the_period_that_nobody_has_told_is_doubtful(declare: Callable[[str], Declared]) -> None:
    """Taken for acceptance until then: too early rather than too late."""
    matter = declare("法定时限:\n  时限: 20工作日\n  依据: 《行政许可法》第四十二条\n  起算: 受理期限终止之日\n")
    found = accounts(matter).ledger(history(stay("受理", 5, 6), accepted=6), on(12)).statutory
    assert (total(found.clock).started, found.doubt) == (on(6), "没有登记受理期限终止之日,先按受理之日起算")


def test_branches_run_side_by_side_and_the_block_has_its_own_clock(declare: Callable[[str], Declared]) -> None:
    """甲 is late, 乙 in time; the block of six days ends when both have come together."""
    seen = history(
        stay("受理", 5, 6),
        stay("甲", 6, 12),
        stay("乙", 6, 7),
        stay("听证会", 7, 8),
        stay("联审:合", 8, 13),
        accepted=6,
    )
    found = clocks(accounts(declare(JOINT)).ledger(seen, on(13)))
    assert (found["甲", 1].is_late, found["乙", 1].is_late) == (True, False)
    assert (found["联审", 1].started, found["联审", 1].ended, found["联审", 1].due) == (on(6), on(13), on(15))


def test_a_block_entered_again_begins_again(declare: Callable[[str], Declared]) -> None:
    """Not agreed to, accepted again, reviewed again; also if all that happens on one day."""
    for back in (13, 14):
        seen = history(
            stay("甲", 6, 8), stay("乙", 6, 7), stay("听证会", 7, 13), stay("受理", 13, back),
            stay("甲", back), stay("乙", back, back), stay("听证会", back), accepted=6,
        )  # fmt: skip
        found = clocks(accounts(declare(JOINT)).ledger(seen, on(20)))
        assert (found["联审", 1].ended, found["联审", 2].started, found["联审", 2].ended) == (on(13), on(back), None)


def test_time_that_is_not_counted_stops_the_limits_around_it_but_not_the_other_branch(
    declare: Callable[[str], Declared],
) -> None:
    """The hearing from the 7th to the 14th: five working days less for block and case, none for 甲."""
    seen = history(stay("甲", 6), stay("乙", 6, 7), stay("听证会", 7, 14), accepted=6)
    found = accounts(declare(JOINT)).ledger(seen, on(15))
    by_step = clocks(found)
    assert (by_step["甲", 1].used, by_step["联审", 1].used, total(found.promise.clock).used) == (7, 2, 2)
    assert [(one.kind, one.days) for one in total(found.promise.clock).suspensions] == [("听证", 5)]
    hearing = by_step["听证会", 1]
    assert (hearing.budget, hearing.used) == (20, 5)


def test_a_pause_of_the_case_stops_every_clock_but_that_of_its_own_kind(declare: Callable[[str], Declared]) -> None:
    """鉴定 stops the hearing too; a pause for 听证 does not stop the hearing itself."""
    seen = history(
        stay("甲", 6), stay("听证会", 6), pauses=(Pause("鉴定", on(7), on(8)), Pause("听证", on(12))), accepted=6
    )
    found = clocks(accounts(declare(JOINT)).ledger(seen, on(15)))
    assert (found["甲", 1].is_paused, found["甲", 1].used) == (True, 3)
    assert (found["听证会", 1].is_paused, found["听证会", 1].used) == (False, 6)


def test_it_can_be_seen_as_on_any_day_before(declare: Callable[[str], Declared]) -> None:
    """On the 7th nobody knew that the file would leave 审查 on the 13th, nor that it would be paused."""
    whole = history(
        stay("受理", 5, 6), stay("审查", 6, 13), stay("决定", 13), pauses=(Pause("听证", on(8), on(9)),), accepted=6
    )
    then = history(stay("受理", 5, 6), stay("审查", 6), accepted=6)
    made = accounts(declare(""))
    assert made.ledger(whole, on(7)) == made.ledger(then, on(7))
    assert made.ledger(whole, on(5)).due is None


def test_what_is_running_are_the_open_ones_of_all(declare: Callable[[str], Declared]) -> None:
    """Reckoned alone they are the same."""
    seen = history(stay("受理", 5, 6), stay("甲", 6), stay("乙", 6, 7), stay("听证会", 7), accepted=6)
    made = accounts(declare(JOINT))
    assert made.running(seen, on(9)) == made.ledger(seen, on(9)).running


def test_a_case_refused_has_no_limit_to_keep(declare: Callable[[str], Declared]) -> None:
    """不予受理: never accepted, closed all the same."""
    found = accounts(declare("")).ledger(history(stay("受理", 5, 6), stay("不予受理/不予受理", 6, 6), closed=6), on(20))
    assert found.promise.clock is None
    assert not found.running
