"""R407, N102, N103, N202: 环节 and who holds them."""

from __future__ import annotations

import random
from typing import Any

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss


def _rework(matter: Keys, *flow: Any) -> None:  # noqa: ANN401 - rows and mappings
    matter["优化后"] |= {"时限": "13工作日", "流程": list(flow)}


RECEIVE = "受理 | 行政审批股 | 1工作日 | 形式审查、一次告知"
DECIDE = {"环节": "决定 | 行政审批股 | 1工作日 | 审批决定", "沿自": "审批"}
DELIVER = "制证送达 | 行政审批股 | 1工作日 | 制证、盖章、送达"
PLANNING = "规划审查 | 住建局 | 3工作日 | 规划审查"
POLICE = "治安审查 | 公安局 | 3工作日 | 治安审查"


@defect("R407")
def one_department_after_the_other(draft: Draft, dice: random.Random) -> None:
    """A chain of two departments."""
    _rework(draft.approval, RECEIVE, PLANNING, POLICE, DECIDE, DELIVER)


@defect("R407")
def ours_then_theirs(draft: Draft, dice: random.Random) -> None:
    """A chain of our own review and that of a department, in a public service."""
    _rework(draft.service, RECEIVE, "材料审查 | 综合股 | 3工作日 | 材料审核", POLICE, DELIVER)


@defect("R407")
def two_receive(draft: Draft, dice: random.Random) -> None:
    """Each department has its own window."""
    _rework(draft.approval, RECEIVE, "规划受理 | 住建局 | 1工作日 | 形式审查", DECIDE, DELIVER)


@defect("R407")
def two_deliver(draft: Draft, dice: random.Random) -> None:
    """Two offices hand out papers."""
    _rework(draft.approval, RECEIVE, DECIDE, "发证 | 综合股 | 1工作日 | 制证", DELIVER)


@near_miss("R407")
def departments_side_by_side(draft: Draft, dice: random.Random) -> None:
    """A parallel block."""
    _rework(draft.approval, RECEIVE, {"并联": [PLANNING, POLICE]}, DECIDE, DELIVER)


@near_miss("R407")
def the_second_needs_the_first(draft: Draft, dice: random.Random) -> None:
    """The order is one of documents."""
    first, second = {"环节": PLANNING, "出具": "规划意见"}, {"环节": POLICE, "使用": "规划意见"}
    _rework(draft.approval, RECEIVE, first, second, DECIDE, DELIVER)


@near_miss("R407")
def one_department_twice(draft: Draft, dice: random.Random) -> None:
    """Two 环节 of one department in a row are one chain of one."""
    _rework(draft.approval, RECEIVE, PLANNING, "现场勘验 | 住建局 | 1工作日 | 现场勘验(2人以上)", DECIDE, DELIVER)


@near_miss("R407")
def two_tables_of_one_window(draft: Draft, dice: random.Random) -> None:
    """The same unit receives twice."""
    _rework(draft.approval, RECEIVE, "收件登记 | 行政审批股 | 1工作日 | 登记", PLANNING, DECIDE, DELIVER)


@near_miss("R407")
def a_notice_on_the_way(draft: Draft, dice: random.Random) -> None:
    """What another office hands out before the decision is not the result."""
    _rework(draft.approval, RECEIVE, "送达核查通知 | 业务股 | 1工作日 | 送达通知", DECIDE, DELIVER)


@defect("N102")
def the_same_post_twice(draft: Draft, dice: random.Random) -> None:
    """审查 and 决定 at one desk."""
    rows(draft.approval)[2] = set_cell(rows(draft.approval)[2], 1, "行政审批股/审查岗")


@defect("N102")
def two_reviews_of_one_office(draft: Draft, dice: random.Random) -> None:
    """No posts, but twice 审查."""
    review = "现场核查 | 行政审批股 | 3工作日 | 现场核查(2人以上)"
    _rework(draft.approval, RECEIVE, "材料审查 | 行政审批股 | 3工作日 | 材料审核", review, DECIDE, DELIVER)


@near_miss("N102")
def two_posts_of_one_office(draft: Draft, dice: random.Random) -> None:
    """Another desk."""
    rows(draft.approval)[2] = set_cell(rows(draft.approval)[2], 1, "行政审批股/决定岗")


@near_miss("N102")
def checked_by_the_lawyer(draft: Draft, dice: random.Random) -> None:
    """法制审核 is kept apart."""
    review = "审核 | 行政审批股 | 3工作日 | 法制审核"
    _rework(draft.approval, RECEIVE, "调查 | 行政审批股 | 3工作日 | 调查取证", review, DECIDE, DELIVER)


@near_miss("N102")
def some_leave_between(draft: Draft, dice: random.Random) -> None:
    """Who does not conform leaves after the first."""
    review = rows(draft.approval)[1] | {"去向": {"不符合条件": "结束"}}
    rows(draft.approval)[1] = review
    rows(draft.approval)[2] = set_cell(rows(draft.approval)[2], 1, "行政审批股/审查岗")


@near_miss("N102")
def different_stages_without_posts(draft: Draft, dice: random.Random) -> None:
    """受理 and 决定 by one office: whether there is a hand-over is not said."""
    _rework(draft.approval, RECEIVE, DECIDE, DELIVER)


@defect("N103")
def reading_as_a_step(draft: Draft, dice: random.Random) -> None:
    """书面审查 as 环节 and as its only 程序."""
    _rework(draft.approval, RECEIVE, "书面审查 | 行政审批股 | 3工作日 | 书面审查", DECIDE, DELIVER)


@defect("N103")
def archiving_as_a_step(draft: Draft, dice: random.Random) -> None:
    """归档, counted."""
    _rework(draft.approval, RECEIVE, DECIDE, DELIVER, "归档 | 行政审批股 | 1工作日 | 立卷")


@near_miss("N103")
def a_stage_of_another_unit(draft: Draft, dice: random.Random) -> None:
    """会签 by another office is a stage."""
    _rework(draft.approval, RECEIVE, "会签 | 业务股 | 3工作日 | 会签", DECIDE, DELIVER)


@near_miss("N103")
def publication_of_seven_days(draft: Draft, dice: random.Random) -> None:
    """公示 with days of its own."""
    _rework(draft.approval, RECEIVE, "公示 | 行政审批股 | 7工作日 | 公示", DECIDE, DELIVER)


@near_miss("N103")
def a_stage_with_two_acts(draft: Draft, dice: random.Random) -> None:
    """A 环节 that holds more than itself."""
    _rework(draft.approval, RECEIVE, "书面审查 | 行政审批股 | 3工作日 | 书面审查、信息核对", DECIDE, DELIVER)


OLD = [
    "受理 | 登记股 | 1工作日 | 形式审查、一次告知",
    "材料审查 | 登记股 | 4工作日 | 材料审核",
    "现场核查 | 业务股 | 4工作日 | 现场核查(2人以上)",
    "审批 | 局领导 | 4工作日 | 局长签批",
    "制证送达 | 登记股 | 1工作日 | 制证、盖章、送达",
]
MERGED = {"环节": "受理审查 | 登记股 | 4工作日 | 形式审查、材料审核", "沿自": "受理、材料审查"}


@defect("N202")
def two_names_in_one(draft: Draft, dice: random.Random) -> None:
    """The file goes through the same hands."""
    draft.approval["优化前"]["流程"] = OLD
    _rework(draft.approval, MERGED, *OLD[2:])


@defect("N202")
def merged_and_sent_round(draft: Draft, dice: random.Random) -> None:
    """Fewer 环节, one unit more."""
    draft.power["优化前"]["流程"] = OLD
    _rework(draft.power, MERGED, OLD[2], "审批 | 局领导 | 4工作日 | 局长签批", "发证 | 综合股 | 1工作日 | 制证、送达")


@near_miss("N202")
def one_hand_less(draft: Draft, dice: random.Random) -> None:
    """The office on the way is gone."""
    draft.approval["优化前"]["流程"] = OLD
    _rework(draft.approval, {**MERGED, "沿自": "受理、材料审查、现场核查"}, *OLD[3:])


@near_miss("N202")
def to_the_leader_and_back(draft: Draft, dice: random.Random) -> None:
    """Two hand-overs are the fewest there can be."""
    draft.power["优化前"]["流程"] = [*OLD[:2], *OLD[3:]]
    _rework(draft.power, MERGED, *OLD[3:])


@near_miss("N202")
def one_hand_from_the_start(draft: Draft, dice: random.Random) -> None:
    """There was nothing to hand over."""
    draft.power["优化前"]["流程"] = [set_cell(row, 1, "登记股") for row in OLD]
    _rework(draft.power, MERGED, *(set_cell(row, 1, "登记股") for row in OLD[2:]))


@near_miss("N202")
def posts_named_only_now(draft: Draft, dice: random.Random) -> None:
    """Desks of one office are not more hands than offices were: two units less, three desks."""
    draft.approval["优化前"]["流程"] = OLD
    desks = [set_cell(MERGED, 1, "登记股/受理岗"), set_cell(OLD[2], 1, "登记股/核查岗")]
    _rework(draft.approval, *desks, OLD[3], set_cell(OLD[4], 1, "登记股/发证岗"))
