"""Change patterns that put steps at another place: move, swap, into and out of blocks and alternatives.

A step has moved when its order against steps that stay is inverted; of several readings the one with the fewest moved
steps and rearranged groups counts. Patterns: AP3 (move), AP5 (swap) of Weber, Reichert, Rinderle-Ma (2008).
"""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_a_step_moved_along_a_line(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 缴费 | 综合股 | 1工作日 | 收取工本费
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 缴费 | 综合股 | 1工作日 | 收取工本费
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-moved", "缴费", "缴费")}
    assert compared.backwards == {("step-moved", "缴费", "缴费")}


def test_two_steps_moved_to_different_places(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 缴费 | 综合股 | 1工作日 | 收取工本费
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 缴费 | 综合股 | 1工作日 | 收取工本费
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-moved", "缴费", "缴费"), ("step-moved", "法制审核", "法制审核")}
    assert compared.backwards == {("step-moved", "缴费", "缴费"), ("step-moved", "法制审核", "法制审核")}


def test_a_step_moved_into_an_alternative_or_out_of_it(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            一般项目: 股内会审
        - 环节: 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
          去向: 汇总意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            一般项目: 股内会审
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 环节: 公示 | 综合股 | 5工作日 | 网上公示
          去向: 汇总意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # 汇总意见 in front of 公示 would explain the inversion as well, but not that 公示 now excludes 股内会审.
    assert compared.forwards == {("step-moved", "公示", "公示")}
    assert compared.backwards == {("step-moved", "公示", "公示")}


def test_the_next_step_taken_into_one_of_two_alternatives(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            一般项目: 股内会审
        - 环节: 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
          去向: 公示
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            一般项目: 股内会审
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 环节: 公示 | 综合股 | 5工作日 | 网上公示
          去向: 决定
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # No order is inverted: nothing has moved, two steps now exclude each other.
    assert compared.forwards == {("steps-made-exclusive", "股内会审、公示", "公示、股内会审")}
    assert compared.backwards == {("steps-made-sequential", "公示、股内会审", "股内会审、公示")}


def test_a_step_moved_to_where_it_can_be_passed_over(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            情况简单: 集体会审
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 专家评审 | 业务股 | 5工作日 | 抽取专家、出具评审意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            情况简单: 集体会审
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 专家评审 | 业务股 | 5工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # Whether it can be passed over belongs to its new place.
    assert compared.forwards == {("step-moved", "专家评审", "专家评审")}
    assert compared.backwards == {("step-moved", "专家评审", "专家评审")}


def test_a_step_moved_into_a_parallel_block_or_out_of_it(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("step-moved", "税务核实", "税务核实")}
    assert compared.backwards == {("step-moved", "税务核实", "税务核实")}


def test_a_step_moved_from_one_branch_to_the_other(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 依次:
                - 消防审核 | 公安局 | 5工作日 | 消防设计审核
                - 现场核查 | 勘查股 | 3工作日 | 现场核查(2人以上)
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 依次:
                - 住建审核 | 住建局 | 4工作日 | 图纸核对
                - 现场核查 | 勘查股 | 3工作日 | 现场核查(2人以上)
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # One step moved says what otherwise takes two: parallel to the one it followed, behind the one it ran beside.
    assert compared.forwards == {("step-moved", "现场核查", "现场核查")}
    assert compared.backwards == {("step-moved", "现场核查", "现场核查")}


def test_two_neighbours_swapped(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # Either may be said to have moved, but it must be the same one in both directions.
    assert compared.forwards in ({("step-moved", "公示", "公示")}, {("step-moved", "集体会审", "集体会审")})
    assert compared.backwards == compared.forwards


def test_two_steps_swapped_over_others(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 法制审核 | 法规股 | 1工作日 | 合法性审核
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("step-moved", "法制审核", "法制审核"), ("step-moved", "公示", "公示")}
    assert compared.backwards == {("step-moved", "法制审核", "法制审核"), ("step-moved", "公示", "公示")}
