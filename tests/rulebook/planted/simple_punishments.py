"""CF33, CF51, CF60: 简易程序, and how long the others take."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planted.later import later
from tests.rulebook.planted.punishments import both, punish
from tests.rulebook.planting import defect, near_miss


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
