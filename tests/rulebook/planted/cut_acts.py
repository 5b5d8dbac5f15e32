"""R409, R410, R422: 程序, and what they are for."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R409")
def papers_read_twice(draft: Draft, dice: random.Random) -> None:
    """材料审核 in 审查, 材料复审 in 决定, both at 股室 level."""
    flow = rows(draft.approval)
    flow[1], flow[2] = set_cell(flow[1], 3, "材料审核"), set_cell(flow[2], 3, "材料复审、审批决定")


@defect("R409")
def signed_twice(draft: Draft, dice: random.Random) -> None:
    """Two leaders sign one after the other."""
    flow = rows(draft.power)
    flow[2] = set_cell(set_cell(flow[2], 1, "局领导"), 3, "分管局长签字、局长签字")


@near_miss("R409")
def checked_again_above(draft: Draft, dice: random.Random) -> None:
    """Another level."""
    flow = rows(draft.approval)
    flow[1], flow[2] = set_cell(flow[1], 3, "股长复核"), set_cell(set_cell(flow[2], 1, "局领导"), 3, "局长复核、签发")


@near_miss("R409")
def checked_again_by_law(draft: Draft, dice: random.Random) -> None:
    """The law wants the second."""
    flow = rows(draft.approval)
    flow[1], flow[2] = set_cell(flow[1], 3, "材料审核"), set_cell(flow[2], 3, "材料复审(法定)、审批决定")


@near_miss("R409")
def read_side_by_side(draft: Draft, dice: random.Random) -> None:
    """Two units read at the same time what concerns them."""
    flow = rows(draft.approval)
    one = "登记审查 | 行政审批股/审查岗 | 1工作日 | 材料审核"
    flow[1] = {"并联": [one, "规划审查 | 行政审批股/规划岗 | 1工作日 | 材料审核"]}


@near_miss("R409")
def two_decisions(draft: Draft, dice: random.Random) -> None:
    """Two signatures far from each other decide two things."""
    flow = rows(draft.power)
    flow[0] = set_cell(set_cell(flow[0], 1, "局领导"), 3, "立案审批")
    flow[2] = set_cell(set_cell(flow[2], 1, "局领导"), 3, "局长签批")


@defect("R410")
def only_the_window(draft: Draft, dice: random.Random) -> None:
    """A permit that one must come for."""
    draft.approval["渠道"] = "窗口、邮寄"


@defect("R410")
def nothing_said_of_channels(draft: Draft, dice: random.Random) -> None:
    """Only the default, 窗口."""
    del draft.service["渠道"]


@near_miss("R410")
def a_power_at_the_window(draft: Draft, dice: random.Random) -> None:
    """Neither approval nor service."""
    draft.power["渠道"] = "窗口"


@near_miss("R410")
def cancelled_at_the_window(draft: Draft, dice: random.Random) -> None:
    """No longer done at all."""
    draft.service.update({"渠道": "窗口", "优化后": "取消"})


def _before(draft: Draft, acts: str) -> None:
    """A 环节 of 优化前 more, merged into 审查."""
    rows(draft.approval, "优化前").insert(1, f"意见征集 | 登记股 | 2工作日 | {acts}")
    rows(draft.approval)[1]["沿自"] += "、意见征集"


@defect("R422")
def publication_dropped(draft: Draft, dice: random.Random) -> None:
    """A 程序 declared 法定."""
    _before(draft, "审批公示(法定)")


@defect("R422")
def hearing_dropped(draft: Draft, dice: random.Random) -> None:
    """By its name, as information."""
    _before(draft, "听证")


@defect("R422")
def article_dropped(draft: Draft, dice: random.Random) -> None:
    """With the article, in the place of nothing of that name."""
    _before(draft, "意见汇总")
    row = rows(draft.approval, "优化前")[1]
    rows(draft.approval, "优化前")[1] = {
        "环节": row.rpartition(" | ")[0],
        "程序": [{"名称": "书面征求意见", "法定": "《示范经营法》第二十条"}],
    }


@near_miss("R422")
def publication_moved(draft: Draft, dice: random.Random) -> None:
    """It goes on in the merged 环节."""
    _before(draft, "审批公示(法定)")
    row = rows(draft.approval)[1]
    rows(draft.approval)[1] = set_cell(row, 3, row["环节"].split(" | ")[3] + "、审批公示(法定)")


@near_miss("R422")
def publication_renamed(draft: Draft, dice: random.Random) -> None:
    """It goes on under another name, as 沿自 says."""
    _before(draft, "审批公示(法定)")
    row = rows(draft.approval)[1]
    cells = row["环节"].split(" | ")
    acts = [*cells[3].split("、"), {"名称": "网上公开", "沿自": "审批公示"}]
    rows(draft.approval)[1] = {"环节": " | ".join(cells[:3]), "沿自": row["沿自"], "程序": acts}


@near_miss("R422")
def our_own_act_dropped(draft: Draft, dice: random.Random) -> None:
    """Nobody's law."""
    _before(draft, "股内会商")


@near_miss("R422")
def publication_with_more_words(draft: Draft, dice: random.Random) -> None:
    """网上审批公示 holds the whole old name."""
    _before(draft, "审批公示(法定)")
    row = rows(draft.approval)[1]
    rows(draft.approval)[1] = set_cell(row, 3, row["环节"].split(" | ")[3] + "、网上审批公示(法定)")


@defect("R422")
def one_of_two_publications_dropped(draft: Draft, dice: random.Random) -> None:
    """The other was there before, so that it does not stand for this one."""
    _before(draft, "公示(法定)、初审公示(法定)")
    row = rows(draft.approval)[1]
    rows(draft.approval)[1] = set_cell(row, 3, row["环节"].split(" | ")[3] + "、初审公示(法定)")
