"""Both versions in one chart: what is said of the boxes, and how the lines run."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.chart import Box, Parallel, Shape, Status

R, A, C, S = Status.REMOVED, Status.ADDED, Status.CHANGED, Status.SAME


def named(chart: Chart, name: str) -> Box:
    """The box of that name; there must be one and no other."""
    (box,) = (box for box in chart.boxes if box.name == name)
    return box


def fates(chart: Chart) -> dict[str, tuple[str, Status | None, tuple[str, ...]]]:
    """Name of a 环节 → its number, what becomes of it, its flags."""
    shapes = (Shape.PROCESS, Shape.SUBPROCESS, Shape.BAR)
    steps = [box for box in chart.boxes if box.shape in shapes and box.name]
    return {box.name: (box.number, box.status, box.tags) for box in steps}


def lines(chart: Chart, *statuses: Status) -> set[tuple[str, str, str]]:
    """The lines of a fate by the names of the boxes at their ends."""
    names = {box.key: box.name or box.shape.value for box in chart.boxes}
    wanted = [arrow for arrow in chart.arrows if arrow.status in statuses and not arrow.bare]
    return {(names[arrow.source], arrow.label, names[arrow.target]) for arrow in wanted}


def test_what_goes_stands_behind_what_it_followed_and_what_comes_where_it_is(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 业务股 | 3工作日 | 初步审核
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 检验 | 检测中心 | 2工作日 | 抽样检验
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert fates(chart) == {
        "受理": ("1", S, ()),
        "检验": ("2", A, ()),
        "决定": ("3", S, ()),
        "初审": ("2", R, ()),
    }
    assert chart.main == ("开始", "开始|材料", "受理", "初审|前", "检验", "决定", "办结")
    assert lines(chart, R) == {("受理", "", "初审"), ("初审", "", "决定")}
    assert lines(chart, A) == {("受理", "", "检验"), ("检验", "", "决定")}


def test_what_changed_about_a_step_stands_in_its_box(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 5工作日 | 材料审核、现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查核实 | 行政审批股 | 3工作日 | 材料审核
          沿自: 审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    box = named(chart, "审查核实")
    assert (box.status, box.was) == (C, "审查")
    assert box.details == (("业务股 → 行政审批股", "5个工作日 → 3个工作日"), ("取消程序现场核查",))
    assert lines(chart, R, A) == set()


def test_of_merged_steps_one_is_the_result_and_the_others_say_where_they_went(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 业务股 | 3工作日 | 初步审核
        - 复审 | 业务股 | 2工作日 | 再次审核
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 复审 | 业务股 | 2工作日 | 一次审核
          沿自: 初审、复审
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert fates(chart)["初审"] == ("2", R, ("并入2",))
    assert fates(chart)["复审"] == ("2", C, ("合并",))
    assert any("并入" in note for note in chart.notes)


def test_of_what_was_split_the_longest_goes_on_and_the_others_come(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理审核 | 综合股 | 4工作日 | 形式审查、材料审核
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 环节: 受理 | 综合股 | 1工作日 | 形式审查
          沿自: 受理审核
        - 环节: 审核 | 综合股 | 2工作日 | 材料审核
          沿自: 受理审核
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert fates(chart) == {
        "受理": ("1", A, ("拆分",)),
        "审核": ("2", C, ("拆分",)),
        "决定": ("3", S, ()),
    }
    assert named(chart, "审核").was == "受理审核"


def test_a_step_of_no_neighbour_in_common_is_flagged_where_it_has_moved_to(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 公示 | 业务股 | 3工作日 | 张榜公示
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 公示 | 业务股 | 3工作日 | 张榜公示
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert fates(chart)["公示"] == ("4", C, ("移动",))
    assert [fate for name, fate in fates(chart).items() if name != "公示"] == [
        ("1", S, ()),
        ("2", S, ()),
        ("3", S, ()),
        ("5", S, ()),
    ]


def test_bars_come_with_what_is_put_side_by_side(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 核查 | 业务股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 审查 | 业务股 | 2工作日 | 材料审核
            - 核查 | 业务股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    bars = [box for box in chart.boxes if box.shape is Shape.BAR]
    assert [(bar.status, bar.tags) for bar in bars] == [(A, ("改并联",)), (A, ())]
    assert chart.main[3] == Parallel("并联1:分", (("审查",), ("核查",)), "并联1:合")
    assert lines(chart, R) == {("受理", "", "审查"), ("审查", "", "核查"), ("核查", "", "决定")}


def test_bars_that_went_stand_around_what_ran_between_them(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 审查 | 业务股 | 2工作日 | 材料审核
            - 核查 | 业务股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 核查 | 业务股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    bars = [box for box in chart.boxes if box.shape is Shape.BAR]
    assert [(bar.status, bar.tags) for bar in bars] == [(R, ("改串联",)), (R, ())]
    assert chart.main[3] == Parallel("并联1:分|前", (("审查", "核查"),), "并联1:合|前")


def test_a_decision_that_comes_or_goes_is_no_line_of_its_own(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 2工作日 | 材料审核
          去向:
            有异议: 受理
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 环节: 决定 | 局领导 | 2工作日 | 局长签批
          去向:
            材料不属实: 审查
    """
    assert named(chart, "是否有异议？").status is R
    assert named(chart, "材料是否属实？").status is A
    assert lines(chart, R) == {("是否有异议？", "有异议", "受理")}
    assert lines(chart, A) == {("材料是否属实？", "材料不属实", "审查")}


def test_a_way_under_another_condition_says_both(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 2工作日 | 材料审核
          去向:
            不合格: 受理
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 2工作日 | 材料审核
          去向:
            需补正: 受理
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert {label for _, label, _ in lines(chart, C)} >= {"不合格 → 需补正"}


def test_the_materials_are_counted_before_and_after(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
      材料: 申请书、身份证复印件、户口簿复印件
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
      材料: 申请书、照片
    """
    assert named(chart, "有关材料").details == (("申请书等3件 → 2件",), ("取消2件", "新增1件"))


def test_a_document_that_becomes_a_line_in_its_step_is_not_gone(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 核查 | 业务股 | 3工作日 | 现场核查
          出具: 核查意见
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 环节: 核查 | 业务股 | 3工作日 | 现场核查
              出具: 核查意见
            - 检验 | 检测中心 | 3工作日 | 抽样检验
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert named(chart, "核查").details[0] == ("出具核查意见",)
    assert not [box.name for box in chart.boxes if box.name == "核查意见"]


def test_what_is_not_counted_says_so(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 转办 | 综合股 | 无 | 转交材料
          不计环节: 内部管理
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 环节: 通报 | 综合股 | 无 | 通报情况
          不计环节: 内部管理
    """
    for name, status in (("转办", R), ("通报", A)):
        box = named(chart, name)
        assert (box.number, box.status, box.details[-1]) == ("", status, ("不计环节",))
