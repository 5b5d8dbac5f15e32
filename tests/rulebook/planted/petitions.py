"""FY, XF: 行政复议, 信访."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planted.later import BEFORE_2019, later
from tests.rulebook.planting import defect, near_miss


def _review(draft: Draft, accepting: str, limit: str, day: str = BEFORE_2019, name: str = "行政复议决定") -> None:
    flow = [
        f"受理 | 综合股 | {accepting} | 审查申请",
        "审理 | 综合股 | 8工作日 | 审理",
        "决定 | 局领导 | 3工作日 | 签批",
    ]
    draft.power.update({"名称": name, "种类": "行政复议", "优化后": {"时限": limit, "流程": flow, "材料": "申请书"}})
    later(draft, day)


@defect("FY17")
def received_in_six_days(draft: Draft, dice: random.Random) -> None:
    """6工作日."""
    _review(draft, "6工作日", "40工作日")


@defect("FY17")
def received_in_ten_days(draft: Draft, dice: random.Random) -> None:
    """10工作日."""
    _review(draft, "10工作日", "40工作日", "2023-12-31")


@near_miss("FY17")
def received_in_five_days(draft: Draft, dice: random.Random) -> None:
    """5工作日."""
    _review(draft, "5工作日", "40工作日")


@near_miss("FY17")
def received_and_heard(draft: Draft, dice: random.Random) -> None:
    """What of it is 受理 cannot be seen."""
    _review(draft, "5工作日", "40工作日")
    draft.power["优化后"]["流程"][0] = "受理审查 | 综合股 | 9工作日 | 审查申请、通知答复"


@defect("FY31")
def decided_in_forty_five_working_days(draft: Draft, dice: random.Random) -> None:
    """61 calendar days at least."""
    _review(draft, "5工作日", "45工作日")


@defect("FY31")
def decided_with_extension(draft: Draft, dice: random.Random) -> None:
    """60 and 30."""
    _review(draft, "5工作日", "66工作日")


@near_miss("FY31")
def decided_in_forty_four_working_days(draft: Draft, dice: random.Random) -> None:
    """60 calendar days."""
    _review(draft, "5工作日", "44工作日")


@near_miss("FY31")
def decided_late_after_2023(draft: Draft, dice: random.Random) -> None:
    """Another rule."""
    _review(draft, "5工作日", "45工作日", "2024-01-01")


@defect("FY62")
def decided_late_under_the_new_law(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _review(draft, "5工作日", "45工作日", "2024-01-01")


@defect("FY62")
def simple_review_too_long(draft: Draft, dice: random.Random) -> None:
    """31 calendar days at least."""
    _review(draft, "3工作日", "23工作日", "2024-03-31", "行政复议决定(简易程序)")


@near_miss("FY62")
def simple_review_in_time(draft: Draft, dice: random.Random) -> None:
    """30 calendar days."""
    _review(draft, "3工作日", "22工作日", "2024-03-31", "行政复议决定(简易程序)")


@near_miss("FY62")
def review_in_time(draft: Draft, dice: random.Random) -> None:
    """Longer than a simple one."""
    _review(draft, "5工作日", "44工作日", "2024-03-31")


def _petition(draft: Draft, receiving: str, limit: str, day: str = BEFORE_2019, name: str = "信访事项办理") -> None:
    flow = [
        f"登记受理 | 综合股 | {receiving} | 登记、受理告知",
        "调查 | 综合股 | 5工作日 | 调查",
        "答复 | 局领导 | 3工作日 | 答复",
    ]
    draft.power.update({"名称": name, "种类": "其他", "优化后": {"时限": limit, "流程": flow, "材料": "无"}})
    later(draft, day)


@defect("XF22")
def petition_received_late(draft: Draft, dice: random.Random) -> None:
    """12工作日 are 16 calendar days."""
    _petition(draft, "12工作日", "40工作日")


@defect("XF22")
def petition_received_later(draft: Draft, dice: random.Random) -> None:
    """20工作日."""
    _petition(draft, "20工作日", "40工作日", "2022-04-30", "信访答复")


@near_miss("XF22")
def petition_received_in_time(draft: Draft, dice: random.Random) -> None:
    """11工作日 are 15 calendar days."""
    _petition(draft, "11工作日", "40工作日")


@near_miss("XF22")
def petition_received_late_after_2022(draft: Draft, dice: random.Random) -> None:
    """The old regulation is gone."""
    _petition(draft, "12工作日", "40工作日", "2022-05-01")


@defect("XF33")
def petition_finished_late(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _petition(draft, "5工作日", "45工作日")


@defect("XF33")
def petition_with_extension(draft: Draft, dice: random.Random) -> None:
    """90 calendar days."""
    draft.plan["口径"] = {"混合日": "折算"}
    _petition(draft, "5工作日", "45工作日")
    draft.power["优化后"] |= {"时限": "90自然日", "流程": ["办理 | 综合股 | 90自然日 | 登记、调查、答复"]}


@near_miss("XF33")
def petition_in_time(draft: Draft, dice: random.Random) -> None:
    """60自然日."""
    draft.plan["口径"] = {"混合日": "折算"}
    _petition(draft, "5工作日", "45工作日")
    draft.power["优化后"] |= {"时限": "60自然日", "流程": ["办理 | 综合股 | 60自然日 | 登记、调查、答复"]}


@near_miss("XF33")
def petition_reviewed(draft: Draft, dice: random.Random) -> None:
    """复核 has a limit of its own."""
    _petition(draft, "5工作日", "45工作日", name="信访事项复核")


@defect("XF34")
def petition_late_since_2022(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _petition(draft, "5工作日", "45工作日", "2022-05-01")


@defect("XF34")
def petition_much_too_late(draft: Draft, dice: random.Random) -> None:
    """60工作日."""
    _petition(draft, "5工作日", "60工作日", "2023-03-31", "信访投诉处理")


@near_miss("XF34")
def petition_in_time_since_2022(draft: Draft, dice: random.Random) -> None:
    """44工作日."""
    _petition(draft, "5工作日", "44工作日", "2022-05-01")


@near_miss("XF34")
def petition_late_before_2022(draft: Draft, dice: random.Random) -> None:
    """Another rule."""
    _petition(draft, "5工作日", "45工作日", "2022-04-30")
