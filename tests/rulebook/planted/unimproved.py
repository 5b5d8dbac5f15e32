"""R406."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planting import defect, near_miss


@defect("R406")
def nothing_changes(draft: Draft, dice: random.Random) -> None:
    """优化后: 不变."""
    draft.approval["优化后"] = "不变"


@defect("R406")
def only_the_place_changes(draft: Draft, dice: random.Random) -> None:
    """Another place is no reduction."""
    del draft.service["地点"]
    draft.service["优化前"]["地点"] = "示范市示范局二楼"
    draft.service["优化后"] = {"地点": "示范市示范局一楼办事大厅"}


@near_miss("R406")
def one_day_less(draft: Draft, dice: random.Random) -> None:
    """A single quantity is enough."""
    old = draft.approval["优化前"]
    draft.approval["优化后"] = {"时限": f"{int(old['时限'].removesuffix('工作日')) + 1}工作日"}
    old["时限"] = f"{int(old['时限'].removesuffix('工作日')) + 2}工作日"


@near_miss("R406")
def cancelled(draft: Draft, dice: random.Random) -> None:
    """取消 is the greatest improvement."""
    draft.power["优化后"] = {"取消": "上位法已废止"}
