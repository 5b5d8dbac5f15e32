"""Who may send the file on, from where, with what; and what is kept of those who may not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cases.attempt import Refusal
from engine.cases.history import Stay
from processes.errors import WrongUsage
from processes.model.case import CaseEvent, CaseStatus, EventKind
from tests.declaring import Declared
from tests.living import PERMIT, Living, definition_in, on

ALL = ("申请书", "平面图", "照片")
BLOCK = """优化前:
  承办: 综合股
  时限: 20工作日
  材料: 申请书
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 并联:
        - 甲审 | 公安局 | 5工作日 | 核查
        - 乙审 | 业务股 | 6工作日 | 核查
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
优化后: 不变
"""
"""A 并联 after which nobody decides."""


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """A case that came in on Thursday 1 March with everything."""
    return Living(definition_in(declare(PERMIT)), *ALL)


@pytest.fixture
def poor(declare: Callable[[str], Declared]) -> Living:
    """A case that came in with nothing but the application."""
    return Living(definition_in(declare(PERMIT)), "申请书")


def accepted(case: Living) -> Living:
    """At 审查, accepted on the 2nd."""
    case.fire("符合受理条件")
    return case


def joined(case: Living) -> Living:
    """Before the decision after the 并联, on the 8th."""
    accepted(case).fire("下一环节", "业务股/审查岗", 5)
    case.fire("下一环节", "公安局", 6)
    case.fire("下一环节", "业务股", 8)
    return case


def test_a_case_goes_from_receipt_to_its_end(case: Living) -> None:
    """受理, 审查, both branches, the join, 决定, 送达; what was made on the way is known."""
    statuses = []
    joined(case).fire("合格", day=9)
    for said, unit, day in (("符合条件", "局领导", 12), ("下一环节", "综合股", 13)):
        case.fire(said, unit, day)
        statuses.append(case.course.status)
    assert statuses == [CaseStatus.OPEN, CaseStatus.CLOSED]
    assert case.course.end is not None
    assert case.course.end.name == "办结"
    assert case.course.documents == ("受理通知书", "许可证")
    history = case.course.history
    assert (history.received_on, history.accepted_on, history.closed_on) == (on(1), on(2), on(13))


def test_the_stays_say_where_the_file_lay(case: Living) -> None:
    """Branches side by side; a join only when all are done and somebody has to decide."""
    joined(case).fire("不合格", day=9)
    assert case.course.history.stays == (
        Stay("受理", on(1), on(2)),
        Stay("审查", on(2), on(5)),
        Stay("甲审", on(5), on(6)),
        Stay("乙审", on(5), on(8)),
        Stay("联审:合", on(8), on(9)),
        Stay("审查", on(9)),
    )


def test_a_join_waits_for_every_branch(case: Living) -> None:
    """Who decides before is told which branch is open; it is a violation."""
    accepted(case).fire("下一环节", "业务股/审查岗", 5)
    case.fire("下一环节", "公安局", 6)
    refused = case.fire("合格", day=6)
    assert refused == Refusal("次序不对:并联的各路都办完才能汇合,还有“乙审”没有办完", violation=True)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("下一环节", ""),
        ("符合条件", "次序不对:“决定”的“符合条件”还没有轮到,现在在“审查”(业务股/审查岗)"),
        ("合格", "次序不对:“联审”的“合格”还没有轮到,现在在“审查”(业务股/审查岗)"),
        ("不属于受理范围", "次序不对:“受理”的“不属于受理范围”已经办过,现在在“审查”(业务股/审查岗)"),
    ],
)
def test_what_is_out_of_order_is_a_violation(said: str, why: str, case: Living) -> None:
    """Ahead of its time or past it; the text says where the file is and who has it."""
    deed = accepted(case).fire(said, "业务股/审查岗")
    assert deed == Refusal(why, violation=True) if why else isinstance(deed, CaseEvent)


@pytest.mark.parametrize(
    ("unit", "may"),
    [("业务股/审查岗", True), ("业务股", False), ("业务股/复核岗", False), ("综合股", False), ("局领导/审查岗", False)],
)
def test_only_the_post_that_is_named_may_act(unit: str, may: bool, case: Living) -> None:
    """审查 is done by 业务股/审查岗; another post, another unit and the unit without its post are not theirs."""
    deed = accepted(case).fire("下一环节", unit)
    if may:
        assert deed.kind is EventKind.MOVED
    else:
        assert deed == Refusal(f"“审查”由业务股/审查岗办理,不是“{unit}”的事", violation=True)


def test_any_post_of_a_unit_may_do_what_the_unit_does(case: Living) -> None:
    """受理 is done by 综合股, so by its window too; spaces and full-width signs do not matter."""
    assert isinstance(case.fire("符合受理条件", "综合股/窗口"), CaseEvent)


def test_another_department_does_its_branch_itself(case: Living) -> None:
    """甲审 is 公安局's; our own unit may not do it."""
    accepted(case).fire("下一环节", "业务股/审查岗", 5)
    assert case.fire("下一环节", "综合股", 6, place="甲审").violation
    assert case.fire("下一环节", "公安局", 6).node == "甲审"


def test_acceptance_waits_for_the_materials_and_is_no_violation_without_them(poor: Living) -> None:
    """What is missing is named; when it has come in the case is accepted."""
    assert poor.fire("符合受理条件") == Refusal("还缺2件材料:平面图、照片", violation=False)
    poor.receive("平面图", "照片")
    assert poor.fire("符合受理条件").event == "符合受理条件"


def test_a_notice_asks_for_all_that_is_missing_and_for_what_is_sent_back(poor: Living) -> None:
    """申请书 was there and is not in the legal form: it has to be handed in again."""
    event = poor.fire("补正", ask=("申请书",))
    assert event.names == ("申请书", "平面图", "照片")
    assert poor.course.asked == event.names
    assert (poor.course.received, poor.course.told_on) == (frozenset(), on(2))


def test_nothing_can_be_asked_for_when_all_is_there(case: Living) -> None:
    """Unless it says what is not in the legal form."""
    assert case.fire("补正").reason.startswith("材料已经收齐")
    assert case.fire("补正", ask=("照片",)).names == ("照片",)


def test_a_second_notice_is_a_violation_that_names_the_law(poor: Living) -> None:
    """行政许可法 art. 32 (4): once."""
    poor.fire("补正")
    poor.fire("下一环节", day=5)
    poor.receive("平面图", day=5)
    refused = poor.fire("补正", day=6)
    assert refused.violation
    assert refused.reason.startswith("补正只能一次告知,已经在2018年3月2日告知过,不能再次要求补正")
    assert "《行政许可法》第三十二条第一款第四项" in refused.reason


def test_nothing_may_be_asked_for_after_acceptance(case: Living) -> None:
    """That would be a notice too late, wherever the file is."""
    refused = accepted(case).fire("补正", day=5, ask=("照片",))
    assert refused.violation
    assert refused.reason.startswith("已经从2018年3月2日起受理,受理以后不能再要求补正")


def test_who_is_no_permit_is_told_once_too_but_not_by_that_law(declare: Callable[[str], Declared]) -> None:
    """The law is on permits; 一次告知 is what the branch is called everywhere."""
    service = f"类型: 公共服务事项\n种类: 社会保障\n{PERMIT}"
    case = Living(definition_in(declare(service)), "申请书")
    case.fire("补正")
    case.fire("下一环节", day=5)
    assert case.fire("补正", day=6).reason == "补正只能一次告知,已经在2018年3月2日告知过,不能再次要求补正"


def test_a_case_that_is_over_goes_nowhere(case: Living) -> None:
    """And no material comes in."""
    case.fire("不属于受理范围")
    case.fire("下一环节")
    assert case.course.end is not None
    assert case.course.end.name == "不予受理"
    for refused in (case.fire("下一环节"), case.receive("照片")):
        assert refused.violation
        assert "已经结束(不予受理)" in refused.reason


def test_while_the_clock_is_stopped_nothing_goes_on(case: Living) -> None:
    """It has to run again first; that is no violation."""
    accepted(case).pause("检验", "业务股/审查岗", 5)
    assert case.course.status is CaseStatus.PAUSED
    refused = case.fire("下一环节", "业务股/审查岗", 6)
    assert refused == Refusal("因“检验”从2018年3月5日起暂停计时,要先恢复计时才能往下办", violation=False)


def test_a_way_may_be_said_as_on_a_walk(case: Living) -> None:
    """By what it is called, by where it leads, by its beginning; what is none is not understood."""
    for said in ("不属于受理范围", "不予受理", "不属"):
        assert case.fire(said, "无关股").reason == "“受理”由综合股办理,不是“无关股”的事"
    with pytest.raises(WrongUsage, match="“同意”不是这个流程里的选择。现在可以写:“材料不齐全或不符合法定形式”、"):
        case.fire("同意")
    with pytest.raises(WrongUsage, match="没有“复审”这个环节。有:受理、审查、"):
        case.fire("下一环节", place="复审")


def test_a_slip_of_the_pen_is_no_violation(case: Living) -> None:
    """The step itself in the place of the way out of it, and the beginning of what may be said elsewhere."""
    with pytest.raises(WrongUsage, match="“受理”就是现在的环节,要写办完以后怎样走。现在可以写:“材料"):
        case.fire("受理")
    with pytest.raises(WrongUsage, match="“不符合”不是这个流程里的选择"):
        case.fire("不符合")
    assert case.fire("不符合条件").violation


def test_where_the_file_is_at_several_places_the_unit_or_the_place_decides(case: Living) -> None:
    """Who has one branch means that one."""
    accepted(case).fire("下一环节", "业务股/审查岗", 5)
    assert case.fire("下一环节", "业务股", 6).node == "乙审"


def test_who_has_several_branches_has_to_say_which(declare: Callable[[str], Declared]) -> None:
    """It is never guessed."""
    case = accepted(Living(definition_in(declare(BLOCK.replace("公安局", "业务股"))), "申请书"))
    with pytest.raises(WrongUsage, match="请用 --环节 写明是哪一个:甲审、乙审"):
        case.fire("下一环节", "业务股", 5)
    assert case.fire("下一环节", "业务股", 5, place="甲审").node == "甲审"


def test_only_who_has_the_file_or_took_it_in_ticks_off_materials(poor: Living) -> None:
    """At 受理 that is 综合股."""
    assert poor.receive("照片", unit="业务股") == Refusal("收材料由综合股办理,不是“业务股”的事", violation=True)


@pytest.fixture
def side_by_side(declare: Callable[[str], Declared]) -> Living:
    """A case in both branches of a 并联 after which nobody decides."""
    return accepted(Living(definition_in(declare(BLOCK)), "申请书"))


def test_what_lies_behind_a_block_is_out_of_order_while_a_branch_is_open(side_by_side: Living) -> None:
    """Nobody can choose to go there, but to try is a violation; a name that is mistyped is none."""
    found = side_by_side.fire("决定", "局领导", 5)
    assert found.violation
    assert found.reason == "次序不对:“决定”还没有轮到,现在在“甲审”(公安局)、“乙审”(业务股)"
    with pytest.raises(WrongUsage, match="“决订”不是这个流程里的选择"):
        side_by_side.fire("决订", "局领导", 5)


def test_the_last_branch_may_be_sent_to_what_lies_behind_the_block(side_by_side: Living) -> None:
    """As the first may be by 下一环节 only, for it does not lead there yet."""
    assert side_by_side.fire("决定", "公安局", 5).violation
    side_by_side.fire("下一环节", "公安局", 5)
    assert isinstance(side_by_side.fire("决定", "业务股", 6), CaseEvent)
    assert side_by_side.places == ["决定"]


def test_what_lies_behind_a_block_may_be_done_already(side_by_side: Living) -> None:
    """Then that is said; of a closed case, that it is closed."""
    for said, unit in (("下一环节", "公安局"), ("下一环节", "业务股"), ("符合条件", "局领导")):
        side_by_side.fire(said, unit, 6)
    assert side_by_side.fire("决定", "局领导", 6).reason == "次序不对:“决定”已经办过,现在在“送达”(综合股)"
    side_by_side.fire("下一环节", day=7)
    assert side_by_side.fire("决定", "局领导", 7).reason == "办件已经结束(办结),不能再流转"


def test_who_has_nothing_in_any_branch_is_refused_without_being_asked_which(side_by_side: Living) -> None:
    """下一环节 fits both, and neither is theirs."""
    found = side_by_side.fire("下一环节", "综合股", 5)
    assert (found.violation, found.reason) == (True, "“甲审”由公安局办理,不是“综合股”的事")


def test_a_branch_may_be_named_as_where_the_file_goes(declare: Callable[[str], Declared]) -> None:
    """受理 leads to both at once."""
    case = Living(definition_in(declare(BLOCK)), "申请书")
    case.fire("甲审")
    assert case.places == ["甲审", "乙审"]
