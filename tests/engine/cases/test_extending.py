"""延长期限: once, in time, by what the law or the declaration allows; the last day is that of a walk day by day."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from engine.cases.attempt import Refusal
from engine.cases.extending import days_allowed
from engine.cases.history import Extension, History
from engine.cases.ledger import Accounts, Ledger, as_known
from engine.cases.timing import accounts_of
from processes.errors import WrongUsage
from processes.model.matter import StatutoryLimit
from processes.model.process import Process
from tests.declaring import MATTER_FILE, PLAN_FILE, Declared
from tests.engine.cases.oracle import drawn
from tests.engine.cases.test_clocks import RULES
from tests.living import CALENDAR, PERMIT, Living, definition_in, on
from tests.processes.calendars.oracle import DAY

Declare = Callable[[str], Declared]
REVIEWER = "业务股/审查岗"


@pytest.fixture
def case(declare: Declare) -> Living:
    """Accepted on 2 March 2018: 20工作日 by law until 30 March, as much by promise."""
    return accepted(declare(PERMIT))


def accepted(what: Declared) -> Living:
    """A case of a declaration that has been accepted."""
    case = Living(definition_in(what), "申请书", "平面图", "照片")
    case.fire("符合受理条件")
    return case


def ledger(case: Living, day: date) -> Ledger:
    """Its clocks on a day."""
    return accounts_of(case.course.definition, CALENDAR).ledger(case.course.history, day)


def dues(case: Living, day: date) -> tuple[date | None, date | None]:
    """The last days by law and by promise."""
    found = ledger(case, day)
    assert found.statutory.clock
    return found.statutory.clock.due, found.due


def test_ten_working_days_more_from_the_day_of_approval_on(case: Living) -> None:
    """Before that nobody knows; 5 to 7 April 2018 were days off, the 8th was worked."""
    assert dues(case, on(20)) == (on(30), on(30))
    event = case.extend(REVIEWER, 20)
    assert (event.event, event.names, event.reason) == ("10", ("局长",), "要复核")
    assert case.course.history.extension == Extension(10, on(20))
    assert dues(case, on(19)) == (on(30), on(30))
    assert dues(case, on(20)) == (on(16, 4), on(16, 4))
    clock = ledger(case, on(20)).statutory.clock
    assert clock
    assert (clock.budget, clock.extended, clock.left) == (30, 10, 18)


def test_once_and_no_more(case: Living) -> None:
    """A second time is a violation; fewer days than allowed are enough for once."""
    case.extend(REVIEWER, 20, days=4)
    assert dues(case, on(20)) == (on(8, 4), on(8, 4))
    assert case.extend(REVIEWER, 21) == Refusal("已经在2018年3月20日延长过4天,只能延长一次", violation=True)


def test_not_after_the_limit_is_over(case: Living) -> None:
    """On the last day still."""
    late = case.extend(REVIEWER, 31)
    assert late == Refusal("法定时限在2018年3月30日已经届满,届满以后不能再延长", violation=True)
    assert not isinstance(case.extend(REVIEWER, 30), Refusal)


def test_who_when_and_how_much(declare: Declare, case: Living) -> None:
    """Only who has the file; not before acceptance; not more than is allowed."""
    assert case.extend("综合股") == Refusal("延长期限由业务股/审查岗办理,不是“综合股”的事", violation=True)
    with pytest.raises(WrongUsage, match="最多延长10天\\(《行政许可法》第四十二条\\),不能延长11天"):
        case.extend(REVIEWER, days=11)
    new = Living(definition_in(declare(PERMIT)), "申请书")
    assert new.extend() == Refusal("时限还没有起算(还没有受理),没有期限可以延长", violation=False)


MIXED = f"==> {PLAN_FILE} <==\n口径:\n  混合日: 折算\n==> {MATTER_FILE} <==\n"
LAW = "法定时限: 20工作日(《行政许可法》第四十二条)\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (LAW, 10),
        ("法定时限: 20工作日(《食品经营许可管理办法》第十七条)\n", 10),
        ("法定时限: 20工作日(《娱乐场所管理条例》第九条)\n", 0),
        ("法定时限: 20自然日(《行政许可法》第四十二条)\n", 0),
        ("法定时限: 无\n", 0),
        (f"{LAW}共同实施: 发改局、住建局\n", 10),
        ("法定时限: 45工作日(《行政许可法》第四十二条第二款)\n共同实施: 发改局、住建局\n", 15),
        (f"{LAW}类型: 公共服务事项\n种类: 社会保障\n", 0),
        ("法定时限:\n  时限: 60自然日\n  依据: 《某条例》第三条\n  延长: 30自然日\n", 30),
        ("法定时限:\n  时限: 20工作日\n  依据: 《行政许可法》第四十二条\n  延长: 无\n", 0),
        ("法定时限:\n  时限: 60自然日\n  依据: 《某条例》第三条\n  延长: 10工作日\n", 0),
    ],
)
def test_what_the_law_and_the_declaration_allow(text: str, days: int, declare: Declare) -> None:
    """A regulation of its own, a 规章, several departments in twenty days and in more, no permit, what is declared."""
    assert days_allowed(definition_in(declare(MIXED + text + PERMIT))) == days


def test_what_is_not_allowed_says_why(declare: Declare) -> None:
    """And what to do; nothing is kept of it."""
    refused = accepted(declare("法定时限: 20工作日(《娱乐场所管理条例》第九条)\n" + PERMIT)).extend(REVIEWER)
    assert not refused.violation
    assert refused.reason.startswith("法定时限20个工作日另有规定(《娱乐场所管理条例》第九条),是不是可以延长要看那部")
    assert refused.reason.endswith("可以延长的,先在申报的法定时限里写 延长,再换用新流程")


def test_a_promise_that_counts_other_days_or_is_over_stays_as_it_is(declare: Declare) -> None:
    """60 natural days by law, 15 working days by promise; and such a promise that was late by then."""
    natural = f"{MIXED}法定时限:\n  时限: 60自然日\n  依据: 《某条例》第三条\n  延长: 30自然日\n"
    short = PERMIT.replace("  时限: 20工作日", "  时限: 15工作日")
    case = accepted(declare(natural + short))
    case.extend(REVIEWER, 5)
    assert dues(case, on(5)) == (on(31, 5), on(23))
    late = accepted(declare(short))
    late.extend(REVIEWER, 26)
    assert dues(late, on(26)) == (on(16, 4), on(23))


def extended_half_way(chance: random.Random, process: Process) -> bool:
    """Whether a trial that was extended some day became longer; the clock says what the walk says."""
    trial = drawn(chance)
    since = trial.started + DAY * chance.randint(0, 60)
    days = chance.randint(1, 20)
    one = replace(trial, today=max(trial.today, since), ended=None, extended=0)
    history = History((), one.pauses, one.started, one.started, extension=Extension(days, since))
    accounts = Accounts(process, StatutoryLimit(limit=one.limit), replace(RULES, roll=one.roll))
    clock = accounts.limit_by_law(as_known(history, one.today), one.today).clock
    assert clock
    due = replace(one, today=since).walk.told().due
    in_time = due is None or since <= due
    told = replace(one, extended=days if in_time else 0).walk.told()
    assert (clock.due, clock.used, clock.over) == (told.due, told.used, told.over), (one, since, days)
    return in_time


def test_the_last_day_is_that_of_a_walk_day_by_day(declare: Declare) -> None:
    """Two hundred limits extended half-way; soak/test_clocks.py has ten thousand."""
    chance = random.Random(42)  # noqa: S311 - a sample, no secret
    process = declare(PERMIT).before
    longer = sum(extended_half_way(chance, process) for _ in range(200))
    assert 50 < longer < 200
