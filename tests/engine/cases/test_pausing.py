"""暂停计时: for what the law and the declaration name, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cases.attempt import Refusal
from engine.cases.history import Pause
from engine.cases.pausing import kinds_allowed
from processes.errors import WrongUsage
from processes.model.case import CaseStatus
from tests.declaring import Declared
from tests.living import PERMIT, Living, definition_in, on

SPECIAL = "《取水许可和水资源费征收管理条例》第十九条"


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """At 审查, in which an inspection is not counted."""
    case = Living(definition_in(declare(PERMIT)), "申请书", "平面图", "照片")
    case.fire("符合受理条件")
    return case


def test_the_clock_stops_and_runs_again(case: Living) -> None:
    """From the day on which it was stopped to the day on which it goes on."""
    case.pause("检验", "业务股/审查岗", 5)
    assert (case.course.status, case.course.paused) == (CaseStatus.PAUSED, Pause("检验", on(5)))
    case.resume("业务股/审查岗", 9)
    assert (case.course.status, case.course.paused) == (CaseStatus.OPEN, None)
    assert case.course.history.pauses == (Pause("检验", on(5), on(9)),)


@pytest.mark.parametrize("kind", ["公示", "现场勘验", "征求意见", "会签", "考试", "", "《办法》", "《条例》第"])
def test_what_is_none_of_the_eight_and_no_article_does_not_exist(kind: str, case: Living) -> None:
    """The law is named, and what there is; nothing is kept, as it may be a slip of the pen."""
    with pytest.raises(WrongUsage, match=f"没有“{kind}”这种暂停,没有办,也没有记。.*《行政许可法》第四十五条"):
        case.pause(kind, "业务股/审查岗", 5)


def test_a_mistyped_kind_is_told_what_it_may_mean(case: Living) -> None:
    """A kind that is near, if there is one."""
    with pytest.raises(WrongUsage, match="没有“检研”这种暂停,没有办,也没有记。是不是「检验」"):
        case.pause("检研", "业务股/审查岗", 5)


@pytest.mark.parametrize("kind", ["招标", "鉴定", SPECIAL])
def test_what_is_not_declared_here_is_refused(kind: str, case: Living) -> None:
    """Lawful in itself, but this step needs none of it."""
    refused = case.pause(kind, "业务股/审查岗", 5)
    assert refused == Refusal(
        f"现在在“审查”(业务股/审查岗),申报里没有写这个环节有不计时限的“{kind}”;这里可以暂停的只有检验、检测、听证",
        violation=True,
    )


def test_a_special_law_is_lawful_where_it_is_declared(declare: Callable[[str], Declared]) -> None:
    """Full-width signs make no difference."""
    text = PERMIT.replace("5工作日 | 材料审核、产品检验(不计时限)", f"5工作日不计时限({SPECIAL}) | 征求意见")
    case = Living(definition_in(declare(text)), "申请书", "平面图", "照片")
    case.fire("符合受理条件")
    assert case.pause(f" {SPECIAL}", "业务股/审查岗", 5).reason.strip() == SPECIAL


def test_a_hearing_may_be_asked_for_in_any_permit_once_it_is_accepted(declare: Callable[[str], Declared]) -> None:
    """行政许可法 art. 46, 47; before acceptance no clock runs, and of a service that law says nothing."""
    case = Living(definition_in(declare(PERMIT)), "申请书", "平面图", "照片")
    assert kinds_allowed(case.course) == ()
    case.fire("符合受理条件")
    assert kinds_allowed(case.course) == ("检验", "检测", "听证")
    service = Living(
        definition_in(declare(f"类型: 公共服务事项\n种类: 社会保障\n{PERMIT}")), "申请书", "平面图", "照片"
    )
    service.fire("符合受理条件")
    assert kinds_allowed(service.course) == ("检验", "检测")


def test_one_pause_at_a_time(case: Living) -> None:
    """No violation, only nothing to be done."""
    assert case.resume("业务股/审查岗") == Refusal("没有暂停计时,不用恢复", violation=False)
    case.pause("听证", "业务股/审查岗", 5)
    again = case.pause("检验", "业务股/审查岗", 6)
    assert again == Refusal("已经因“听证”从2018年3月5日起暂停计时,不能再暂停", violation=False)


def test_only_who_has_the_file_stops_the_clock(case: Living) -> None:
    """And lets it run again."""
    assert case.pause("检验", "局领导", 5) == Refusal("暂停计时由业务股/审查岗办理,不是“局领导”的事", violation=True)
    case.pause("检验", "业务股/审查岗", 5)
    assert case.resume("局领导", 6) == Refusal("恢复计时由业务股/审查岗办理,不是“局领导”的事", violation=True)


def test_a_case_that_is_over_has_no_clock(case: Living) -> None:
    """It ended where the reviewers were done."""
    for unit, day in (("业务股/审查岗", 5), ("公安局", 6), ("业务股", 6)):
        case.fire("下一环节", unit, day)
    case.fire("合格", day=7)
    case.fire("不符合条件", "局领导", 8)
    case.fire("下一环节", "局领导", 8)
    assert case.pause("听证", "局领导", 9).violation
    assert kinds_allowed(case.course) == ()
