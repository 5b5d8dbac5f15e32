"""Which box stands in which row and column."""

from __future__ import annotations

from collections.abc import Callable

from renderers.flowcharts.chart import Chart, Parallel, Side
from renderers.flowcharts.layout.lanes.planning import planned


def places(chart: Chart) -> dict[str, tuple[int, int, int]]:
    """Box → lane, column in the lane, row."""
    return {key: (*cell.column, cell.row) for key, cell in planned(chart).cells.items()}


def test_steps_of_one_lane_stand_below_each_other(in_lanes: Callable[..., Chart]) -> None:
    """One row per step."""
    assert places(in_lanes("受理@窗口 审查@窗口", "受理>审查")) == {"受理": (0, 0, 0), "审查": (0, 0, 1)}


def test_a_hand_over_shares_the_row(in_lanes: Callable[..., Chart]) -> None:
    """To the right and to the left, as long as the lane is free."""
    chart = in_lanes("受理@窗口 审查@科室 批准@领导 发证@窗口", "受理>审查 审查>批准 批准>发证")
    assert places(chart) == {"受理": (0, 0, 0), "审查": (1, 0, 0), "批准": (2, 0, 0), "发证": (0, 0, 1)}


def test_where_no_arrow_leads_on_there_is_a_new_row(in_lanes: Callable[..., Chart]) -> None:
    """Two boxes that follow each other need not be joined: one may have been removed by the reform."""
    assert places(in_lanes("受理@窗口 审查@科室", ""))["审查"] == (1, 0, 1)


def test_what_leads_back_stands_left_of_its_diamond_and_an_end_right(in_lanes: Callable[..., Chart]) -> None:
    """Both level with it; the main path goes on below."""
    sides = Side("齐全?", ("补正",), left=True), Side("齐全?", ("不予受理", "结束"))
    chart = in_lanes(
        "受理@窗口 齐全?@窗口 审查@窗口 补正@窗口 不予受理@窗口 结束@窗口",
        "受理>齐全? 齐全?>审查:是 齐全?>补正:否 齐全?>不予受理:无权 补正>受理:退回 不予受理>结束",
        ("受理", "齐全?", "审查"),
        sides,
    )
    found = places(chart)
    assert found["补正"] == (0, -1, 1)
    assert (found["不予受理"], found["结束"]) == ((0, 1, 1), (0, 1, 2))
    assert found["审查"] == (0, 0, 2)


def test_an_end_stands_below_the_diamond_when_the_main_path_leaves_the_lane(in_lanes: Callable[..., Chart]) -> None:
    """The lane needs no second column for it."""
    chart = in_lanes(
        "批准?@领导 发证@窗口 不予许可@领导",
        "批准?>发证:是 批准?>不予许可:否",
        ("批准?", "发证"),
        (Side("批准?", ("不予许可",)),),
    )
    assert places(chart) == {"批准?": (1, 0, 0), "发证": (0, 0, 0), "不予许可": (1, 0, 1)}


def test_a_side_branch_of_another_lane_stands_there_level_with_the_diamond(in_lanes: Callable[..., Chart]) -> None:
    """In the column of that lane where the main path would run."""
    chart = in_lanes(
        "齐全?@窗口 审查@窗口 补正@申请人",
        "齐全?>审查:是 齐全?>补正:否",
        ("齐全?", "审查"),
        (Side("齐全?", ("补正",), left=True),),
    )
    assert places(chart)["补正"] == (0, 0, 0)


def test_the_main_path_waits_until_a_side_branch_has_room(in_lanes: Callable[..., Chart]) -> None:
    """The second diamond comes down so far that its own end stands level with it, below the first one's."""
    chart = in_lanes(
        "甲?@窗口 乙?@窗口 丙@窗口 一@窗口 二@窗口 三@窗口",
        "甲?>乙?:是 甲?>一:否 一>二 乙?>丙:是 乙?>三:否",
        ("甲?", "乙?", "丙"),
        (Side("甲?", ("一", "二")), Side("乙?", ("三",))),
    )
    found = places(chart)
    assert (found["一"], found["二"], found["三"]) == ((0, 1, 0), (0, 1, 1), (0, 1, 2))
    assert found["乙?"] == (0, 0, 2)


def test_siblings_of_a_block_share_a_row(in_lanes: Callable[..., Chart]) -> None:
    """In columns of their own where the lane is the same; the bars lie over all of them."""
    block = Parallel("=分", (("会签",), ("公示",), ("核查",)), "=合")
    chart = in_lanes(
        "=分@窗口 会签@窗口 公示@科室 核查@科室 =合@窗口",
        "=分>会签 =分>公示 =分>核查 会签>=合 公示>=合 核查>=合",
        (block,),
    )
    plan = planned(chart)
    assert places(chart) == {"会签": (0, 0, 1), "公示": (1, 0, 1), "核查": (1, 1, 1)}
    fork, join = plan.spans["=分"], plan.spans["=合"]
    assert (fork.first, fork.last, fork.row) == ((0, 0), (1, 1), 0)
    assert (join.first, join.last, join.row) == ((0, 0), (1, 1), 2)


def test_nothing_else_stands_within_a_block(in_lanes: Callable[..., Chart]) -> None:
    """An end beside the diamond before the block is passed first."""
    block = Parallel("=分", (("会签",), ("公示",)), "=合")
    chart = in_lanes(
        "齐全?@窗口 =分@窗口 会签@窗口 公示@窗口 =合@窗口 不予受理@窗口 结束@窗口",
        "齐全?>=分:是 齐全?>不予受理:否 不予受理>结束 =分>会签 =分>公示 会签>=合 公示>=合",
        ("齐全?", block),
        (Side("齐全?", ("不予受理", "结束")),),
    )
    plan = planned(chart)
    assert plan.cells["结束"].row == 1
    assert plan.spans["=分"].row == 2


def test_a_branch_that_works_towards_the_right_stands_right_of_one_that_stays(in_lanes: Callable[..., Chart]) -> None:
    """Though it is declared first: it would have to pass the other one."""
    block = Parallel("=分", (("核查", "公示"), ("会签",)), "=合")
    chart = in_lanes(
        "=分@窗口 核查@窗口 公示@科室 会签@窗口 =合@窗口",
        "=分>核查 核查>公示 公示>=合 =分>会签 会签>=合",
        (block,),
    )
    assert places(chart) == {"会签": (0, 0, 1), "核查": (0, 1, 1), "公示": (1, 0, 1)}


def test_a_step_and_its_question_keep_together(in_lanes: Callable[..., Chart]) -> None:
    """What a side branch put into the lane is passed first: nothing comes between the two."""
    chart = in_lanes(
        "齐全?@窗口 审查@科室 合格?@科室 甲@科室 乙@科室",
        "齐全?>审查:是 审查>合格? 齐全?>甲:否 甲>乙",
        ("齐全?", "审查", "合格?"),
        (Side("齐全?", ("甲", "乙")),),
    )
    found = places(chart)
    assert (found["甲"], found["乙"]) == ((1, 0, 0), (1, 0, 1))
    assert (found["审查"], found["合格?"]) == ((1, 0, 2), (1, 0, 3))


def test_a_side_branch_that_cannot_stand_level_stands_one_row_lower(in_lanes: Callable[..., Chart]) -> None:
    """The second of two in other lanes: the first one stands in the way."""
    chart = in_lanes(
        "齐全?@窗口 审查@窗口 甲@科室 乙@领导",
        "齐全?>审查:是 齐全?>甲:否 齐全?>乙:难",
        ("齐全?", "审查"),
        (Side("齐全?", ("甲",)), Side("齐全?", ("乙",))),
    )
    found = places(chart)
    assert (found["甲"], found["乙"]) == ((1, 0, 0), (2, 0, 1))
