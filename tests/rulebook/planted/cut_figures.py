"""N203, N208, N210: where figures come from, and what is left to tell."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planting import defect, near_miss


@defect("N203")
def figures_from_nowhere(draft: Draft, dice: random.Random) -> None:
    """One of three."""
    del draft.approval["优化前"]["出处"]


@defect("N203")
def cancelled_figures_from_nowhere(draft: Draft, dice: random.Random) -> None:
    """取消 is credited with everything."""
    del draft.power["优化前"]["出处"]
    draft.power["优化后"] = "取消"


@near_miss("N203")
def nothing_credited(draft: Draft, dice: random.Random) -> None:
    """不变: nothing is reckoned from it."""
    del draft.approval["优化前"]["出处"]
    draft.approval["优化后"] = "不变"


@near_miss("N203")
def figures_from_practice(draft: Draft, dice: random.Random) -> None:
    """Any source is one."""
    draft.approval["优化前"]["出处"] = "登记股办件台账"


@defect("N208")
def one_cancelled(draft: Draft, dice: random.Random) -> None:
    """It counts."""
    draft.power["优化后"] = "取消"


@defect("N208")
def the_only_one_cancelled(draft: Draft, dice: random.Random) -> None:
    """All that was cut was cancelled."""
    draft.other["优化后"] = {"取消": "上位法已废止"}


@near_miss("N208")
def cancelled_and_left_out(draft: Draft, dice: random.Random) -> None:
    """口径.合计含取消: 否."""
    draft.plan["口径"] = {"合计含取消": "否"}
    draft.power["优化后"] = "取消"


@near_miss("N208")
def devolved(draft: Draft, dice: random.Random) -> None:
    """下放 is not 取消."""
    draft.power["优化后"] = {"下放": "镇(乡)"}


def _empty(matter: Keys, *gone: str) -> None:
    matter["条件"] = "无"
    for version in ("优化前", "优化后"):
        matter[version]["材料"] = "无"
    for key in gone:
        del matter[key]


@defect("N210")
def empty_service(draft: Draft, dice: random.Random) -> None:
    """Nothing to read on it."""
    _empty(draft.service, "地点", "咨询电话")


@defect("N210")
def empty_permit(draft: Draft, dice: random.Random) -> None:
    """Same of a permit."""
    _empty(draft.approval, "地点", "咨询电话")


@near_miss("N210")
def a_number_to_call(draft: Draft, dice: random.Random) -> None:
    """咨询电话 alone."""
    _empty(draft.service, "地点")


@near_miss("N210")
def a_place_to_go(draft: Draft, dice: random.Random) -> None:
    """地点 alone."""
    _empty(draft.service, "咨询电话")
