"""QZ25, QZ32: 查封, 扣押, 冻结."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planted.enforcement import APPROVAL, FREEZING, HANDLING, SEALING, enforce
from tests.rulebook.planting import defect, near_miss


@defect("QZ25")
def sealed_for_long(draft: Draft, dice: random.Random) -> None:
    """31自然日 at least."""
    draft.plan["口径"] = {"混合日": "折算"}
    enforce(draft, "违法场所查封", APPROVAL, SEALING, HANDLING, limit=f"{dice.randint(23, 40)}工作日")


@defect("QZ25")
def statutory_with_extension(draft: Draft, dice: random.Random) -> None:
    """30+30 as the statutory limit."""
    draft.plan["口径"] = {"混合日": "折算"}
    power = enforce(draft, "违法物品扣押", APPROVAL, SEALING, HANDLING)
    power["法定时限"] = "60自然日(《行政强制法》第二十五条)"


@near_miss("QZ25")
def sealed_for_thirty_days(draft: Draft, dice: random.Random) -> None:
    """22工作日 are 30自然日."""
    draft.plan["口径"] = {"混合日": "折算"}
    power = enforce(draft, "违法场所查封", APPROVAL, SEALING, HANDLING, limit="22工作日")
    power["法定时限"] = "30自然日(《行政强制法》第二十五条)"


@near_miss("QZ25")
def longer_by_another_law(draft: Draft, dice: random.Random) -> None:
    """法律、行政法规另有规定."""
    draft.plan["口径"] = {"混合日": "折算"}
    power = enforce(draft, "违法物品扣押", APPROVAL, SEALING, HANDLING, limit="35工作日")
    power["法定时限"] = "60自然日(《示范物品管理条例》第八条)"


@defect("QZ32")
def frozen_for_long(draft: Draft, dice: random.Random) -> None:
    """40工作日."""
    enforce(draft, "违法资金冻结", APPROVAL, FREEZING, HANDLING, limit=f"{dice.randint(23, 40)}工作日")


@defect("QZ32")
def frozen_for_long_by_a_regulation(draft: Draft, dice: random.Random) -> None:
    """Only a law may allow it."""
    power = enforce(draft, "涉案存款冻结", APPROVAL, FREEZING, HANDLING, limit="35工作日")
    power["法定时限"] = "60工作日(《示范资金管理条例》第八条)"


@near_miss("QZ32")
def frozen_for_thirty_days(draft: Draft, dice: random.Random) -> None:
    """22工作日."""
    enforce(draft, "违法资金冻结", APPROVAL, FREEZING, HANDLING, limit="22工作日")


@near_miss("QZ32")
def frozen_for_long_by_a_law(draft: Draft, dice: random.Random) -> None:
    """法律另有规定."""
    power = enforce(draft, "违法资金冻结", APPROVAL, FREEZING, HANDLING, limit="35工作日")
    power["法定时限"] = "60工作日(《中华人民共和国示范资金法》第八条)"
