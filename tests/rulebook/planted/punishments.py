"""CF: 行政处罚 under the law of 1996 with its amendments, and under that of 2021."""

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
HEARING = "听证 | 综合股 | 不计时限(听证) | 听证"
DECISION = "决定 | 局领导 | 3工作日 | 集体讨论、局长签批"
SERVICE = "送达 | 业务股 | 3工作日 | 送达"
WITHOUT_HEARING = (INQUIRY, REVIEW, TELLING, DECISION, SERVICE)
WITH_HEARING = (INQUIRY, REVIEW, TELLING, HEARING, DECISION, SERVICE)


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


@both("CF38", "CF57", defect)
def heard_and_signed(draft: Draft, dice: random.Random) -> None:
    """The leader alone, after a hearing."""
    punish(draft, INQUIRY, REVIEW, TELLING, HEARING, "决定 | 局领导 | 3工作日 | 局长签批", SERVICE)


@both("CF38", "CF57", defect)
def heard_inside_a_step(draft: Draft, dice: random.Random) -> None:
    """The hearing is one act of many."""
    telling = "告知 | 业务股 | 20工作日 | 处罚告知、举行听证"
    punish(draft, INQUIRY, REVIEW, telling, "审批 | 局领导 | 3工作日 | 分管局长审核、局长签批", SERVICE)


@both("CF38", "CF57", near_miss)
def case_committee(draft: Draft, dice: random.Random) -> None:
    """Another name for discussing it together."""
    punish(draft, INQUIRY, REVIEW, TELLING, HEARING, "决定 | 局领导 | 3工作日 | 案审会审议", SERVICE)


@both("CF38", "CF57", near_miss)
def told_of_hearing_only(draft: Draft, dice: random.Random) -> None:
    """听证告知 is no hearing."""
    telling = "告知 | 业务股 | 5工作日 | 处罚告知、听证权利告知"
    punish(draft, INQUIRY, REVIEW, telling, "决定 | 局领导 | 3工作日 | 局长签批", SERVICE)


@both("CF33", "CF51", defect)
def simple_with_days(draft: Draft, dice: random.Random) -> None:
    """简易程序 in some days."""
    punish(draft, "处罚 | 业务股 | 3工作日 | 告知、陈述申辩、当场决定、交付", limit=f"{dice.randint(3, 9)}工作日")
    draft.power["名称"] = "占道经营处罚(简易程序)"


def _simple(draft: Draft, condition: str) -> None:
    punish(draft, "当场处罚 | 业务股 | 即时 | 告知、陈述申辩、当场决定、交付", limit="即时")
    draft.power.update({"名称": "占道经营当场处罚", "条件": [condition, "违法事实确凿"]})


@both("CF33", "CF51", defect)
def simple_with_high_fine(draft: Draft, dice: random.Random) -> None:
    """Above both laws' fines."""
    _simple(draft, dice.choice(("对公民处以300元以下罚款", "对法人或者其他组织处5000元以下罚款")))


@both("CF33", "CF51", near_miss)
def simple_at_once(draft: Draft, dice: random.Random) -> None:
    """The highest fines that both laws have."""
    _simple(draft, "对公民处以50元以下、对法人或者其他组织处以1000元以下罚款或者警告")


@both("CF33", "CF51", near_miss)
def traffic_fine(draft: Draft, dice: random.Random) -> None:
    """Another law has other fines."""
    _simple(draft, "对个人处以500元以下罚款")
    draft.power["依据"] = {"法律": "《中华人民共和国道路交通安全法》第一百零七条"}


@defect("CF51")
def simple_by_new_limits(draft: Draft, dice: random.Random) -> None:
    """Above the new law's fines by one."""
    _simple(draft, "对公民处以201元以下罚款")
    later(draft)


@near_miss("CF51")
def simple_within_new_limits(draft: Draft, dice: random.Random) -> None:
    """Above the old law's fines, not the new one's."""
    _simple(draft, "对公民处以200元以下、对法人或者其他组织处以3000元以下罚款")
    later(draft)


@defect("CF58")
def heard_not_reviewed(draft: Draft, dice: random.Random) -> None:
    """A hearing without 法制审核."""
    punish(draft, INQUIRY, TELLING, HEARING, DECISION, SERVICE)
    later(draft)


@defect("CF58")
def reviewed_afterwards(draft: Draft, dice: random.Random) -> None:
    """法制审核 when it is decided."""
    punish(draft, INQUIRY, TELLING, HEARING, DECISION, REVIEW, SERVICE)
    later(draft)


@near_miss("CF58")
def reviewed_before_the_hearing(draft: Draft, dice: random.Random) -> None:
    """Any time before the decision."""
    punish(draft, *WITH_HEARING)
    later(draft)


@near_miss("CF58")
def not_heard_not_reviewed(draft: Draft, dice: random.Random) -> None:
    """No hearing: the other cases cannot be seen."""
    punish(draft, INQUIRY, TELLING, DECISION, SERVICE)
    later(draft)


@near_miss("CF58")
def under_the_old_law(draft: Draft, dice: random.Random) -> None:
    """A hearing without 法制审核 before 2021."""
    punish(draft, INQUIRY, TELLING, HEARING, DECISION, SERVICE)


def _statutory(draft: Draft, text: str) -> None:
    punish(draft)
    later(draft)
    draft.plan["口径"] = {"混合日": "折算"}
    draft.power["法定时限"] = text


@defect("CF60")
def no_statutory_limit(draft: Draft, dice: random.Random) -> None:
    """无 in spite of art. 60."""
    _statutory(draft, "无")


@defect("CF60")
def more_than_ninety_days(draft: Draft, dice: random.Random) -> None:
    """Without another basis."""
    _statutory(draft, f"{dice.randint(91, 180)}自然日(《行政处罚法》第六十条)")


@defect("CF60")
def ninety_working_days(draft: Draft, dice: random.Random) -> None:
    """The law counts calendar days."""
    _statutory(draft, "90工作日(《中华人民共和国行政处罚法》第六十条)")


@near_miss("CF60")
def ninety_days(draft: Draft, dice: random.Random) -> None:
    """As the law has it."""
    _statutory(draft, "90自然日(《行政处罚法》第六十条)")


@near_miss("CF60")
def longer_by_another_rule(draft: Draft, dice: random.Random) -> None:
    """法律、法规、规章另有规定."""
    _statutory(draft, "120自然日(《示范行政处罚程序规定》第六十四条)")


@near_miss("CF60")
def no_limit_before_2021(draft: Draft, dice: random.Random) -> None:
    """The old law had none."""
    punish(draft)


@defect("CF64")
def two_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """Two of three days, under the old law."""
    punish(draft, INQUIRY, "告知 | 业务股 | 2工作日 | 处罚告知、听证告知", HEARING, DECISION, SERVICE)


@defect("CF64")
def four_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """Four of five days, under the new law."""
    punish(draft, INQUIRY, "听证告知 | 业务股 | 4工作日 | 处罚告知", HEARING, DECISION, SERVICE)
    later(draft)


@near_miss("CF64")
def three_days_under_the_old_law(draft: Draft, dice: random.Random) -> None:
    """Enough before 2021-07-15."""
    punish(draft, INQUIRY, "告知 | 业务股 | 3工作日 | 处罚告知、听证告知", HEARING, DECISION, SERVICE)


@near_miss("CF64")
def five_days_under_the_new_law(draft: Draft, dice: random.Random) -> None:
    """Enough since."""
    punish(draft, *WITH_HEARING)
    later(draft)


@near_miss("CF64")
def told_at_once(draft: Draft, dice: random.Random) -> None:
    """The days of the party are not counted."""
    punish(draft, INQUIRY, "告知 | 业务股 | 即时 | 处罚告知、听证告知", HEARING, DECISION, SERVICE)
    later(draft)
