"""CF37, CF42, CF31, CF44, CF40, CF61: 行政处罚 under the law of 1996 with its amendments, and under that of 2021."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import wraps
from typing import Any

from tests.rulebook.clean import Draft
from tests.rulebook.planted.later import later
from tests.rulebook.planting import Planter, defect, near_miss

INQUIRY = "立案调查 | 业务股 | 10工作日 | 立案、现场检查(2人以上)、调查询问(2人以上)"


REVIEW = "审核 | 综合股 | 3工作日 | 法制审核"


TELLING = "告知 | 业务股 | 5工作日 | 处罚告知、听取陈述申辩"


DECISION = "决定 | 局领导 | 3工作日 | 集体讨论、局长签批"


SERVICE = "送达 | 业务股 | 3工作日 | 送达"


WITHOUT_HEARING = (INQUIRY, REVIEW, TELLING, DECISION, SERVICE)


def punish(draft: Draft, *flow: Any, limit: str = "60工作日") -> None:  # noqa: ANN401 - rows are texts or mappings
    """The power becomes an ordinary punishment with this flow, or WITHOUT_HEARING."""
    draft.power.update(
        {
            "名称": "食品安全违法行为处罚",
            "种类": "行政处罚",
            "出具": "行政处罚决定书",
            "法定时限": "无",
            "优化后": {"时限": limit, "流程": list(flow or WITHOUT_HEARING), "材料": "无"},
        }
    )


def both(old: str, new: str, register: Callable[[str], Callable[[Planter], Planter]]) -> Callable[[Planter], Planter]:
    """The same for the rules of the old law and of the new one, which only differ by the day."""

    def of_both(planter: Planter) -> Planter:
        @wraps(planter)
        def under_the_new_law(draft: Draft, dice: random.Random) -> None:
            planter(draft, dice)
            later(draft)

        register(new)(under_the_new_law)
        return register(old)(planter)

    return of_both


@both("CF37", "CF42", defect)
def one_officer(draft: Draft, dice: random.Random) -> None:
    """1人."""
    row = {"环节": "立案调查", "承办": "业务股", "时限": "9工作日", "程序": [{"名称": "现场检查", "人数": "1"}]}
    punish(draft, row, *WITHOUT_HEARING[1:])


@both("CF37", "CF42", defect)
def number_unsaid(draft: Draft, dice: random.Random) -> None:
    """No inquiry is said to be made by two."""
    punish(draft, "立案调查 | 业务股 | 9工作日 | 立案、调查询问、现场勘验", *WITHOUT_HEARING[1:])


@both("CF37", "CF42", near_miss)
def two_officers_once(draft: Draft, dice: random.Random) -> None:
    """Said of one of two inquiries."""
    punish(draft, "立案调查 | 业务股 | 9工作日 | 调查询问、现场检查(2人以上)", *WITHOUT_HEARING[1:])


@both("CF37", "CF42", near_miss)
def nothing_to_inquire(draft: Draft, dice: random.Random) -> None:
    """A plan and a report are made by one."""
    punish(draft, "立案 | 业务股 | 9工作日 | 制定检查计划、调查终结报告", *WITHOUT_HEARING[1:])


@both("CF31", "CF44", defect)
def telling_cut_away(draft: Draft, dice: random.Random) -> None:
    """One step less."""
    punish(draft, INQUIRY, REVIEW, DECISION, SERVICE)


@both("CF31", "CF44", defect)
def told_afterwards(draft: Draft, dice: random.Random) -> None:
    """Told when it is decided."""
    punish(draft, INQUIRY, REVIEW, DECISION, TELLING, SERVICE)


@both("CF31", "CF44", near_miss)
def told_in_the_deciding_step(draft: Draft, dice: random.Random) -> None:
    """Merged, but not left out."""
    punish(draft, INQUIRY, "审核决定 | 局领导 | 9工作日 | 事先告知、听取陈述申辩、集体讨论", SERVICE)


@both("CF31", "CF44", near_miss)
def only_heard(draft: Draft, dice: random.Random) -> None:
    """陈述申辩 follows a 告知."""
    punish(draft, INQUIRY, "听取意见 | 业务股 | 3工作日 | 听取陈述和申辩", DECISION, SERVICE)


@both("CF40", "CF61", defect)
def not_served(draft: Draft, dice: random.Random) -> None:
    """Nothing after the decision."""
    punish(draft, INQUIRY, TELLING, DECISION, "结案 | 业务股 | 3工作日 | 执行、结案归档")


@both("CF40", "CF61", defect)
def served_in_eight_days(draft: Draft, dice: random.Random) -> None:
    """8工作日."""
    punish(draft, INQUIRY, TELLING, DECISION, f"送达 | 业务股 | {dice.randint(8, 15)}工作日 | 送达")


@both("CF40", "CF61", near_miss)
def served_in_seven_days(draft: Draft, dice: random.Random) -> None:
    """7工作日."""
    punish(draft, INQUIRY, TELLING, DECISION, "送达 | 业务股 | 7工作日 | 直接送达、公告送达")


@both("CF40", "CF61", near_miss)
def served_and_enforced(draft: Draft, dice: random.Random) -> None:
    """How long the serving takes is not said."""
    punish(draft, INQUIRY, TELLING, DECISION, "送达执行 | 业务股 | 15工作日 | 送达、执行")
