"""R507: 工作流程图."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R507")
def both_ways_lead_on(draft: Draft, dice: random.Random) -> None:
    """合格 and 不合格 go to the same step."""
    rows(draft.approval)[1]["去向"] = {"合格": "决定", "不合格": "决定"}


@defect("R507")
def a_box_without_a_limit(draft: Draft, dice: random.Random) -> None:
    """无 in a step of a matter that has a limit."""
    rows(draft.service)[1] = set_cell(rows(draft.service)[1], 2, "无")


@defect("R507")
def the_same_case_twice(draft: Draft, dice: random.Random) -> None:
    """Two exits that only brackets tell apart."""
    rows(draft.power)[1]["去向"] = {"不合格(初次)": "受理", "不合格（初次）": "不予办理"}


@near_miss("R507")
def a_loop_is_a_way(draft: Draft, dice: random.Random) -> None:
    """不合格 goes back, the rest goes on."""
    rows(draft.approval)[1]["去向"] = {"合格": "决定", "不合格": "受理"}


@near_miss("R507")
def time_not_counted(draft: Draft, dice: random.Random) -> None:
    """听证 takes no time of the limit, 即时 takes none at all."""
    steps = rows(draft.approval)
    steps.insert(2, "听证 | 行政审批股/听证岗 | 不计时限(听证) | 听证")
    steps[0] = set_cell(steps[0], 2, "即时")


@near_miss("R507")
def two_cases_one_way(draft: Draft, dice: random.Random) -> None:
    """Two of three cases go back to the same step."""
    rows(draft.power)[1]["去向"] = {"需要补正": "受理", "需要核实": "受理", "合格": "决定"}
