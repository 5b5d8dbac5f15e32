"""L42e: limits of permits that are extended."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planted.permit_limits import LAW, natural
from tests.rulebook.planting import defect, near_miss


def _extended(limit: str, extension: str, basis: str = "《行政许可法》第四十二条") -> Keys:
    return {"时限": limit, "依据": basis, "延长": extension}


@defect("L42e")
def extended_by_other_days(draft: Draft, dice: random.Random) -> None:
    """Days of the calendar cannot be added to working days."""
    draft.approval["法定时限"] = _extended("20工作日", f"{dice.randint(1, 10)}自然日")


@defect("L42e")
def calendar_days_extended_by_hours(draft: Draft, dice: random.Random) -> None:
    """Hours are parts of working days."""
    natural(draft.power)
    draft.power["法定时限"] = _extended("60自然日", f"{dice.randint(1, 80)}小时", LAW)


@defect("L42e")
def nothing_to_extend(draft: Draft, dice: random.Random) -> None:
    """There is no limit."""
    draft.service["法定时限"] = _extended("无", "5工作日")


@defect("L42e")
def extended_at_once(draft: Draft, dice: random.Random) -> None:
    """即时 is no number of days; that it may not be extended is said by 无."""
    draft.power["法定时限"] = _extended("20工作日", "即时", LAW)


@defect("L42e")
def extended_by_more_than_ten(draft: Draft, dice: random.Random) -> None:
    """Art. 42 (1) allows ten."""
    draft.approval["法定时限"] = _extended("20工作日", f"{dice.randint(11, 30)}工作日")


@near_miss("L42e")
def extended_by_hours(draft: Draft, dice: random.Random) -> None:
    """Eight hours are a working day."""
    draft.approval["法定时限"] = _extended("20工作日", f"{dice.randint(1, 80)}小时")


@near_miss("L42e")
def extended_by_fifteen_together(draft: Draft, dice: random.Random) -> None:
    """Art. 42 (2)."""
    draft.approval.update({"并联部门": "公安局", "法定时限": _extended("45工作日", "15工作日")})


@near_miss("L42e")
def extended_by_thirty_by_law(draft: Draft, dice: random.Random) -> None:
    """The own law allows more."""
    draft.approval["法定时限"] = _extended("20工作日", "30工作日", LAW)


@near_miss("L42e")
def not_to_be_extended(draft: Draft, dice: random.Random) -> None:
    """无 is of no unit."""
    natural(draft.power)
    draft.power["法定时限"] = _extended("60自然日", "无", LAW)
