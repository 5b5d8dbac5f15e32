"""XX: 政府信息公开."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planted.later import AFTER_2019, BEFORE_2019, later
from tests.rulebook.planting import defect, near_miss


def _request(draft: Draft, limit: str, day: str) -> Keys:
    draft.service["名称"] = "依申请公开政府信息"
    draft.service["优化后"] = {"时限": limit, "流程": [f"答复 | 综合股 | {limit} | 登记、审核、答复"], "材料": "申请书"}
    later(draft, day)
    return draft.service


@defect("XX24")
def answered_in_sixteen_days(draft: Draft, dice: random.Random) -> None:
    """16工作日."""
    _request(draft, "16工作日", BEFORE_2019)


@defect("XX24")
def answered_with_extension(draft: Draft, dice: random.Random) -> None:
    """15+15 as the usual limit."""
    _request(draft, "30工作日", BEFORE_2019)["名称"] = "政府信息公开申请处理"


@near_miss("XX24")
def answered_in_fifteen_days(draft: Draft, dice: random.Random) -> None:
    """15工作日."""
    _request(draft, "15工作日", BEFORE_2019)


@near_miss("XX24")
def other_answer(draft: Draft, dice: random.Random) -> None:
    """Another service may take longer."""
    _request(draft, "16工作日", BEFORE_2019)["名称"] = "公共信息咨询答复"


@near_miss("XX24")
def answered_under_the_new_text(draft: Draft, dice: random.Random) -> None:
    """20工作日 since 2019-05-15."""
    _request(draft, "20工作日", AFTER_2019)


@defect("XX33")
def answered_in_twenty_one_days(draft: Draft, dice: random.Random) -> None:
    """21工作日."""
    _request(draft, "21工作日", AFTER_2019)


@defect("XX33")
def answered_in_a_month(draft: Draft, dice: random.Random) -> None:
    """31自然日 are 21 working days at least."""
    draft.plan["口径"] = {"混合日": "折算"}
    _request(draft, "31自然日", AFTER_2019)


@near_miss("XX33")
def answered_in_twenty_days(draft: Draft, dice: random.Random) -> None:
    """20工作日."""
    _request(draft, "20工作日", AFTER_2019)


@near_miss("XX33")
def answered_late_before(draft: Draft, dice: random.Random) -> None:
    """21工作日 before the new text: another rule."""
    _request(draft, "21工作日", BEFORE_2019)


@defect("XX42")
def pays_for_copies(draft: Draft, dice: random.Random) -> None:
    """复制费."""
    _request(draft, "15工作日", AFTER_2019)["收费"] = "复制费 | 每页0.5元 | 《示范办法》第八条"


@defect("XX42")
def pays_for_searching(draft: Draft, dice: random.Random) -> None:
    """检索费 beside what is allowed."""
    fees = ["信息处理费 | 按件 | 国办函〔2020〕109号", "检索费 | 每件10元 | 《示范办法》第八条"]
    _request(draft, "15工作日", AFTER_2019)["收费"] = fees


@near_miss("XX42")
def pays_for_too_many(draft: Draft, dice: random.Random) -> None:
    """信息处理费."""
    _request(draft, "15工作日", AFTER_2019)["收费"] = "信息处理费 | 按件 | 国办函〔2020〕109号"


@near_miss("XX42")
def paid_before_2019(draft: Draft, dice: random.Random) -> None:
    """复制费 under the old text."""
    _request(draft, "15工作日", BEFORE_2019)["收费"] = "复制费 | 每页0.5元 | 《示范办法》第八条"
