"""R606, R607, R608, R613, R614: what is done at the window, and what stays outside."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planted.hall import NO_ENTRY, OWN_HALL
from tests.rulebook.planting import defect, near_miss


@defect("R606")
def delivered_by_an_office(draft: Draft, dice: random.Random) -> None:
    """制证送达 in 综合股."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "综合股")


@defect("R606")
def received_by_an_office(draft: Draft, dice: random.Random) -> None:
    """受理 in 业务股."""
    rows(draft.other)[0] = set_cell(rows(draft.other)[0], 1, "业务股")


@near_miss("R606")
def delivered_by_the_hall(draft: Draft, dice: random.Random) -> None:
    """制证送达 at a window of the hall."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "行政服务中心窗口")


@near_miss("R606")
def told_by_an_office(draft: Draft, dice: random.Random) -> None:
    """Not counted: 归档送达 of the file."""
    rows(draft.approval).append({"环节": "归档传送 | 综合股 | 即时 | 立卷归档", "不计环节": "归档是内部事务"})


@near_miss("R606")
def stays_out(draft: Draft, dice: random.Random) -> None:
    """未进驻原因."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "综合股")
    draft.approval.update({"地点": "示范市示范局登记大厅", "未进驻原因": OWN_HALL})


@defect("R607")
def paid_in_an_office(draft: Draft, dice: random.Random) -> None:
    """综合股 takes the money."""
    rows(draft.approval)[1]["环节"] = set_cell(rows(draft.approval)[1]["环节"], 1, "综合股")
    rows(draft.approval)[1]["环节"] = set_cell(rows(draft.approval)[1]["环节"], 3, "材料审核、收费")


@defect("R607")
def paid_elsewhere(draft: Draft, dice: random.Random) -> None:
    """缴费 at another department."""
    rows(draft.approval).insert(3, {"环节": "缴费 | 发改局 | 即时 | 缴款", "沿自": "无"})


@near_miss("R607")
def paid_at_the_window(draft: Draft, dice: random.Random) -> None:
    """行政审批股 takes the money, or the hall."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 3, "收费、制证、盖章、送达")
    rows(draft.other).insert(3, {"环节": "缴费 | 行政服务中心 | 即时 | 缴款", "沿自": "无"})


@near_miss("R607")
def a_power_is_paid_in_an_office(draft: Draft, dice: random.Random) -> None:
    """No 行政审批事项."""
    rows(draft.power)[3] = set_cell(rows(draft.power)[3], 3, "收费、制证、送达")


@defect("R608")
def in_the_department(draft: Draft, dice: random.Random) -> None:
    """The old place."""
    draft.approval["地点"] = "示范市示范局一楼办事大厅"


@defect("R608")
def here_and_there(draft: Draft, dice: random.Random) -> None:
    """The hall, and the department besides."""
    draft.other["地点"] = "示范市行政服务中心3号窗口、住建局二楼"


@near_miss("R608")
def a_hall_by_another_name(draft: Draft, dice: random.Random) -> None:
    """政务大厅, and in it the window of the department."""
    draft.approval["地点"] = "示范市政务服务大厅一楼,示范局3号窗口"


@near_miss("R608")
def powers_stay_where_they_are(draft: Draft, dice: random.Random) -> None:
    """Only 行政审批事项 move; this one has a reason."""
    draft.approval.update({"地点": "示范市示范局登记大厅", "未进驻原因": OWN_HALL})


@defect("R613")
def nobody_is_told(draft: Draft, dice: random.Random) -> None:
    """监管措施 without any notice."""
    draft.approval["监管措施"] = "三十日内开展首次检查"


@defect("R613")
def no_supervision(draft: Draft, dice: random.Random) -> None:
    """No 监管措施."""
    del draft.approval["监管措施"]


@near_miss("R613")
def told_in_a_step(draft: Draft, dice: random.Random) -> None:
    """The notice is a step that is not counted."""
    draft.approval["监管措施"] = "三十日内开展首次检查"
    rows(draft.approval).append({"环节": "通报 | 行政审批股 | 即时 | 抄送业务股", "不计环节": "批后通报"})


@near_miss("R613")
def other_types_need_none(draft: Draft, dice: random.Random) -> None:
    """A cancelled 许可 is not approved any more."""
    draft.approval["优化后"] = {"取消": "上位法已废止"}
    draft.approval["监管措施"] = "双随机抽查"


@defect("R614")
def no_word_of_guidance(draft: Draft, dice: random.Random) -> None:
    """A reason and a hall, nothing else."""
    draft.approval["未进驻原因"] = "登记大厅专网独立,暂不能进驻"


@defect("R614")
def no_hall(draft: Draft, dice: random.Random) -> None:
    """Guided, but where?"""
    draft.approval.update({"地点": "示范路1号", "未进驻原因": "条件不具备,暂不能进驻中心,接受行政服务中心业务指导"})


@near_miss("R614")
def the_hall_is_the_place(draft: Draft, dice: random.Random) -> None:
    """The hall stands under 地点."""
    draft.approval.update({"地点": "示范局车管所一楼", "未进驻原因": "专网独立,暂不能进驻,接受行政服务中心考核"})


@near_miss("R614")
def before_anybody_enters(draft: Draft, dice: random.Random) -> None:
    """A plan without an entry."""
    draft.approval["未进驻原因"] = "暂未进驻"
    draft.plan["阶段"][3] = NO_ENTRY
