"""CF38, CF57, CF58, CF64: punishments with a hearing."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planted.later import later
from tests.rulebook.planted.punishments import DECISION, INQUIRY, REVIEW, SERVICE, TELLING, both, punish
from tests.rulebook.planting import defect, near_miss

HEARING = "听证 | 综合股 | 不计时限(听证) | 听证"


WITH_HEARING = (INQUIRY, REVIEW, TELLING, HEARING, DECISION, SERVICE)


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


@defect("CF64")
def two_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """Two of three days, under the old law."""
    punish(draft, INQUIRY, "告知 | 业务股 | 2工作日 | 处罚告知、听证告知", HEARING, DECISION, SERVICE)


@defect("CF64")
def four_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """Four of five days, under the new law."""
    punish(draft, INQUIRY, "听证告知 | 业务股 | 4工作日 | 处罚告知", HEARING, DECISION, SERVICE)
    later(draft)


def _in_natural_days(draft: Draft, telling: int) -> None:
    """With a hearing, under the new law, all limits of 优化后 in calendar days."""
    told = f"听证告知 | 业务股 | {telling}自然日 | 处罚告知"
    flow = (INQUIRY, told, HEARING, DECISION, SERVICE)
    punish(draft, *(row.replace("工作日", "自然日") for row in flow), limit="60自然日")
    later(draft)
    draft.plan["口径"] = {"混合日": "折算"}


@defect("CF64")
def six_natural_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """A weekend among them leaves four of five working days."""
    _in_natural_days(draft, 6)


@near_miss("CF64")
def seven_natural_days_to_ask(draft: Draft, dice: random.Random) -> None:
    """A week has five working days wherever it begins."""
    _in_natural_days(draft, 7)


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
