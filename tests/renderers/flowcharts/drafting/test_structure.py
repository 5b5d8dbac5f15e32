"""What stands below what in a chart: parallel blocks with their bars, side branches, ways that run together."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.chart import Parallel, Shape
from tests.renderers.flowcharts.conftest import joined


def test_a_named_block_has_one_number_and_its_branches_letters(chart: Chart) -> None:
    """The upper bar carries number, name, holder and limit of the block.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 并联审核 | 6工作日
        并联:
          - 规划审核 | 住建局 | 6工作日 | 材料审核
          - 依次:
              - 环评审查 | 税务局 | 3工作日 | 书面审查
              - 环节: 出具意见 | 税务局 | 1工作日 | 出具意见
                出具: 环评意见
      - 决定 | 2工作日 | 审批决定
    """
    block = Parallel("并联审核:分", (("规划审核",), ("环评审查", "出具意见")), "并联审核:合")
    assert block in chart.main
    band = chart.box("并联审核:分")
    assert (band.shape, band.name, band.number) == (Shape.BAR, "并联审核", "2")
    assert band.details == (("行政审批股", "6个工作日"),)
    assert (chart.box("并联审核:合").name, chart.box("并联审核:合").number) == ("", "")
    assert [chart.box(key).number for key in ("规划审核", "环评审查", "出具意见")] == ["2a", "2b", "2c"]
    assert chart.box("出具意见").details[0] == ("出具环评意见",)


def test_unnamed_blocks_may_be_nested_and_hold_decisions(chart: Chart) -> None:
    """Bars without text; inside, each 环节 has its own number and jumps stay within the branch.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 并联:
          - 材料审查 | 3工作日 | 材料审核
          - 依次:
              - 环节: 踏勘 | 住建局 | 2工作日 | 踏勘
                去向:
                  不合格: 踏勘
              - 并联:
                  - 消防 | 公安局 | 2工作日 | 出具意见
                  - 环保 | 税务局 | 2工作日 | 出具意见
      - 决定 | 2工作日 | 审批决定
    """
    (block,) = [item for item in chart.main if isinstance(item, Parallel)]
    first, second = block.branches
    assert first == ("材料审查",)
    assert second[:2] == ("踏勘", "踏勘|判断")
    assert isinstance(second[2], Parallel)
    assert second[2].branches == (("消防",), ("环保",))
    assert [chart.box(key).number for key in ("材料审查", "踏勘", "消防", "环保", "决定")] == ["2", "3", "4", "5", "6"]
    assert ("踏勘|判断", "不合格", "踏勘") in joined(chart)


def test_the_exits_of_a_block_are_decided_after_its_lower_bar(chart: Chart) -> None:
    """去向 of a named block.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 联审 | 6工作日
        并联:
          - 规划审核 | 住建局 | 6工作日 | 材料审核
          - 环评审查 | 税务局 | 3工作日 | 书面审查
        去向:
          不同意: 不予许可
      - 决定 | 2工作日 | 审批决定
    """
    assert chart.main[5] == "联审:合|判断"
    assert ("联审:合", "", "联审:合|判断") in joined(chart)
    assert ("联审:合|判断", "不同意", "不予许可/不予许可") in joined(chart)


def test_ways_to_the_same_place_are_one_line(chart: Chart) -> None:
    """Two conditions that lead to the same step share a line and a label.

    流程:
      - 环节: 受理 | 1工作日 | 形式审查
        去向:
          简单事项: 决定
          即办事项: 决定
      - 审查 | 2工作日 | 材料审核
      - 决定 | 2工作日 | 审批决定
    """
    assert ("受理|判断", "简单事项或即办事项", "决定") in joined(chart)


def test_a_step_with_one_way_on_decides_nothing(chart: Chart) -> None:
    """Whatever the case, the next step follows: no diamond, no label.

    流程:
      - 受理 | 1工作日 | 形式审查
      - 环节: 审查 | 2工作日 | 材料审核
        去向:
          同意: 决定
          不同意: 决定
      - 决定 | 2工作日 | 审批决定
    """
    assert ("审查", "", "决定") in joined(chart)


def test_a_side_branch_of_a_side_branch_hangs_on_it(chart: Chart) -> None:
    """It stands beside the box from which it is first entered.

    流程:
      - 环节: 受理 | 1工作日 | 形式审查
        去向:
          需要延期: 延期
      - 决定 | 2工作日 | 审批决定
    支线:
      延期:
        - 环节: 延期 | 1工作日 | 审批
          去向:
            不同意: 退件
            同意: 结束
      退件:
        - 退件 | 1工作日 | 退件
    """
    anchors = {side.items[0]: side.anchor for side in chart.sides}
    assert anchors["延期/延期"] == "受理|判断"
    assert anchors["退件/退件"] == "延期/延期|判断"
    assert ("延期/延期|判断", "同意", "办结") in joined(chart)
