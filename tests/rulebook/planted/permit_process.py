"""L26a, L32-1, L32-4, L32-5, L37-38: how permits are received, completed and refused."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

WINDOW = "行政审批股/受理岗"
OUTSIDE = "须在养殖场现场办理"
REVIEWER = "行政审批股/审查岗"


def acts(matter: Keys, index: int, text: str) -> None:
    """Other procedures of a step after the reform."""
    flow = rows(matter)
    flow[index] = set_cell(flow[index], 3, text)


def insert(matter: Keys, index: int, row: Any) -> None:  # noqa: ANN401 - a row is a text or a mapping
    """A further step after the reform that takes no counted time."""
    rows(matter).insert(index, row)


def exit_of(matter: Keys, index: int, condition: str, target: str) -> None:
    """A 去向 of a step after the reform."""
    flow = rows(matter)
    row = flow[index] if isinstance(flow[index], dict) else {"环节": flow[index]}
    flow[index] = row | {"去向": {condition: target}}


@defect("L26a")
def another_office_delivers(draft: Draft, dice: random.Random) -> None:
    """受理 and 送达 in two offices of a matter that stays out of the hall."""
    draft.approval["未进驻原因"] = OUTSIDE
    flow = rows(draft.approval)
    flow[3] = set_cell(flow[3], 1, "综合股")


@defect("L26a")
def two_offices_accept(draft: Draft, dice: random.Random) -> None:
    """Each office takes in its own half, and the matter stays out of the hall."""
    draft.other["未进驻原因"] = OUTSIDE
    insert(draft.other, 1, "业务受理 | 业务股 | 即时 | 登记")


@near_miss("L26a")
def behind_the_window(draft: Draft, dice: random.Random) -> None:
    """In the hall R606 asks for the step to be moved."""
    flow = rows(draft.approval)
    flow[3] = set_cell(flow[3], 1, "综合股")


@near_miss("L26a")
def another_office_reviews(draft: Draft, dice: random.Random) -> None:
    """What lies between may be elsewhere."""
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], 1, "业务股")


@near_miss("L26a")
def another_department_accepts_too(draft: Draft, dice: random.Random) -> None:
    """Not one of our offices."""
    insert(draft.approval, 1, "公安受理 | 公安局 | 即时 | 登记")


@near_miss("L26a")
def notice_to_another_office(draft: Draft, dice: random.Random) -> None:
    """What is not counted is internal."""
    rows(draft.approval).append({"环节": "传送档案 | 综合股 | 即时 | 立卷归档", "不计环节": "内部事务"})


@defect("L32-1")
def acceptance_never_refused(draft: Draft, dice: random.Random) -> None:
    """The standard branch switched off."""
    draft.approval["支线"] = {"不予受理": "无"}


@defect("L32-1")
def acceptance_refused_by_word_of_mouth(draft: Draft, dice: random.Random) -> None:
    """Declared without a document."""
    draft.other["支线"] = {"不予受理": [f"口头告知 | {WINDOW} | 即时 | 说明情况"]}


@near_miss("L32-1")
def acceptance_refused_in_writing(draft: Draft, dice: random.Random) -> None:
    """The document is in the words of the procedure."""
    draft.approval["支线"] = {"不予受理": [f"不予受理 | {WINDOW} | 即时 | 出具不予受理通知书"]}


@near_miss("L32-1")
def confirmation_never_refused(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    draft.power["支线"] = {"不予受理": "无"}


@near_miss("L32-1")
def another_branch_off(draft: Draft, dice: random.Random) -> None:
    """补正 is switched off, not this."""
    draft.approval["支线"] = {"一次告知补正": "无"}


@defect("L37-38")
def never_refused(draft: Draft, dice: random.Random) -> None:
    """The standard branch switched off."""
    draft.approval["支线"] = {"不予许可": "无"}


@defect("L37-38")
def refused_by_word_of_mouth(draft: Draft, dice: random.Random) -> None:
    """Declared without a document, in 优化后 alone."""
    draft.other["优化后"]["支线"] = {"不予许可": ["退件 | 行政审批股/股长 | 1工作日 | 退回材料"]}


@near_miss("L37-38")
def refused_in_writing(draft: Draft, dice: random.Random) -> None:
    """With its document."""
    step = {"环节": "不予许可 | 行政审批股/股长 | 1工作日 | 说明理由", "出具": "不予行政许可决定书"}
    draft.approval["支线"] = {"不予许可": [step]}


@near_miss("L37-38")
def cancelled_never_refused(draft: Draft, dice: random.Random) -> None:
    """What is cancelled is mended."""
    draft.approval.update({"支线": {"不予许可": "无"}, "优化后": {"取消": "上位法已废止"}})


@defect("L32-4")
def told_after_ten_days(draft: Draft, dice: random.Random) -> None:
    """More than five."""
    row = f"告知补正 | {WINDOW} | {dice.randint(6, 15)}工作日 | 出具补正告知书"
    draft.approval["支线"] = {"一次告知补正": [row]}


@defect("L32-4")
def told_after_acceptance(draft: Draft, dice: random.Random) -> None:
    """审查 finds something missing."""
    exit_of(draft.other, 1, "材料不齐全", "一次告知补正")


@defect("L32-4")
def told_twice(draft: Draft, dice: random.Random) -> None:
    """An own branch beside the standard one."""
    exit_of(draft.approval, 1, "需补充材料", "补正材料")
    draft.approval["优化后"]["支线"] = {"补正材料": [f"通知补正 | {REVIEWER} | 2工作日 | 出具补正通知书"]}


@near_miss("L32-4")
def told_in_five_days(draft: Draft, dice: random.Random) -> None:
    """Just within."""
    draft.approval["支线"] = {"一次告知补正": [f"告知补正 | {WINDOW} | 5工作日 | 出具补正告知书"]}


@near_miss("L32-4")
def told_at_acceptance(draft: Draft, dice: random.Random) -> None:
    """Said outright, once."""
    exit_of(draft.approval, 0, "材料不齐全", "一次告知补正")


@near_miss("L32-4")
def own_branch_instead(draft: Draft, dice: random.Random) -> None:
    """The standard branch gives way to the own one."""
    exit_of(draft.approval, 0, "材料不齐全", "补正材料")
    own = {"环节": f"通知补正 | {WINDOW} | 2工作日 | 出具补正通知书", "去向": "受理"}
    draft.approval["优化后"]["支线"] = {"一次告知补正": "无", "补正材料": [own]}


def _second_permit(draft: Draft) -> Keys:
    matter = deepcopy(draft.approval) | {"名称": "示范经营许可证变更"}
    draft.files["示范局/04-变更.yaml"] = matter
    return matter


def _receipt(matter: Keys) -> None:
    rows(matter)[0] = {"环节": rows(matter)[0], "出具": "受理通知书"}


@defect("L32-5")
def second_permit_without_receipt(draft: Draft, dice: random.Random) -> None:
    """The first says what it hands out, the second does not."""
    _second_permit(draft)
    _receipt(draft.approval)


@defect("L32-5")
def first_permit_without_receipt(draft: Draft, dice: random.Random) -> None:
    """The other way round."""
    _receipt(_second_permit(draft))


@near_miss("L32-5")
def both_with_receipt(draft: Draft, dice: random.Random) -> None:
    """Both say it."""
    _receipt(_second_permit(draft))
    _receipt(draft.approval)


@near_miss("L32-5")
def receipt_of_a_service(draft: Draft, dice: random.Random) -> None:
    """Permits are compared with permits of the same department."""
    _receipt(draft.service)
    _receipt(draft.other)
