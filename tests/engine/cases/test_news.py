"""What is told to the outside of every kind of event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.cases.course import fold
from engine.cases.news import news_of
from processes.model.case import EventKind
from tests.declaring import Declared
from tests.living import PERMIT, Living, definition_in


def told(case: Living) -> list[tuple[str, str]]:
    """Topic and text of each event of a case."""
    found = []
    before = None
    for number, event in enumerate(case.course.events, 1):
        after = fold(case.course.events[:number], case.definitions)
        (message,) = news_of("7", before, event, after)
        found.append((message.topic, message.text))
        before = after
    return found


@pytest.fixture
def case(declare: Callable[[str], Declared]) -> Living:
    """A permit asked for without its plan."""
    return Living(definition_in(declare(PERMIT)), "申请书", "照片")


def test_an_applicant_hears_of_receipt_notice_acceptance_and_end(case: Living) -> None:
    """With dates, and with what is missing."""
    case.fire("补正")
    case.fire("下一环节", day=5)
    case.receive("平面图", day=5)
    case.fire("符合受理条件", day=6)
    case.fire("下一环节", "业务股/审查岗", 7)
    assert told(case) == [
        ("收件", "2018年3月1日收件,还缺1件材料:平面图。"),
        ("补正", "2018年3月2日一次告知补正:平面图。"),
        ("流转", "2018年3月5日综合股办完“一次告知补正”,现在在“受理”(综合股)。"),
        ("收到材料", "2018年3月5日收到材料:平面图。"),
        ("受理", "2018年3月6日受理,现在在“审查”(业务股/审查岗)。"),
        ("流转", "2018年3月7日业务股/审查岗办完“审查”,现在在“甲审”(公安局)、“乙审”(业务股)。"),
    ]


def test_pauses_deemed_acceptance_violations_and_ends_are_told(case: Living) -> None:
    """Each in a sentence of its own."""
    case.deem(9)
    case.pause("检验", "业务股/审查岗", 9)
    case.resume("业务股/审查岗", 12)
    refused = case.fire("下一环节", "局领导", 12)
    case.add(case.attempt("局领导", 12).refused(refused, "审查", "下一环节"))
    assert told(case)[1:] == [
        (
            "视为受理",
            "2018年3月9日因逾期没有告知补正,自2018年3月1日收到材料之日起视为受理,现在在“审查”(业务股/审查岗)。",
        ),
        ("暂停计时", "2018年3月9日起因“检验”暂停计时,所需时间不计算在期限内。"),
        ("恢复计时", "2018年3月12日恢复计时。"),
        ("违规", "2018年3月12日违规:局领导 张三,“审查”由业务股/审查岗办理,不是“局领导”的事。"),
    ]
    assert case.course.events[-1].kind is EventKind.REFUSED


def test_an_end_is_told_by_its_name(case: Living) -> None:
    """不予受理 is an end as well."""
    case.fire("不予受理")
    case.fire("下一环节", day=5)
    assert told(case)[-1] == ("办结", "2018年3月5日办结:不予受理。")
