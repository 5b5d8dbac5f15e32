"""Change patterns between one after the other, side by side and one instead of the other, among steps that stay.

Patterns: AP9 (parallelise), AP12 (synchronise) of Weber, Reichert, Rinderle-Ma (2008) and their inverses.
"""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_a_line_put_side_by_side_and_back(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 消防审核 | 公安局 | 5工作日 | 消防设计审核
        - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
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
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    all_three = "消防审核、住建审核、税务核实"
    assert compared.forwards == {("steps-parallelised", all_three, all_three)}
    assert compared.backwards == {("steps-serialised", all_three, all_three)}


def test_two_lines_put_side_by_side_and_back(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 书面审核 | 业务股 | 2工作日 | 材料审核
        - 出具意见 | 业务股 | 1工作日 | 书面意见
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 制作笔录 | 勘查股 | 1工作日 | 核查笔录
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 依次:
                - 书面审核 | 业务股 | 2工作日 | 材料审核
                - 出具意见 | 业务股 | 1工作日 | 书面意见
            - 依次:
                - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
                - 制作笔录 | 勘查股 | 1工作日 | 核查笔录
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    all_four = "书面审核、出具意见、现场核查、制作笔录"
    assert compared.forwards == {("steps-parallelised", all_four, all_four)}
    assert compared.backwards == {("steps-serialised", all_four, all_four)}


def test_the_step_before_a_block_taken_into_it_and_back(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
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
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # No order is inverted, so that nothing need have moved.
    assert compared.forwards == {
        ("steps-parallelised", "税务核实、消防审核、住建审核", "消防审核、住建审核、税务核实"),
    }
    assert compared.backwards == {
        ("steps-serialised", "消防审核、住建审核、税务核实", "税务核实、消防审核、住建审核"),
    }


def test_one_branch_made_to_wait_for_the_other(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 依次:
                - 书面审核 | 业务股 | 2工作日 | 材料审核
                - 出具意见 | 业务股 | 1工作日 | 书面意见
            - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 书面审核 | 业务股 | 2工作日 | 材料审核
            - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 出具意见 | 业务股 | 1工作日 | 书面意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # The format has no arrows between branches: that 出具意见 waits for 现场核查 is said by ending the block before it.
    assert compared.forwards == {("steps-serialised", "出具意见、现场核查", "现场核查、出具意见")}
    assert compared.backwards == {("steps-parallelised", "现场核查、出具意见", "出具意见、现场核查")}


def test_two_branches_made_to_wait_for_each_other(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 依次:
                - 书面审核 | 业务股 | 2工作日 | 材料审核
                - 出具意见 | 业务股 | 1工作日 | 书面意见
            - 依次:
                - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
                - 制作笔录 | 勘查股 | 1工作日 | 核查笔录
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 书面审核 | 业务股 | 2工作日 | 材料审核
            - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 并联:
            - 出具意见 | 业务股 | 1工作日 | 书面意见
            - 制作笔录 | 勘查股 | 1工作日 | 核查笔录
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # One arrow from 现场核查 to 出具意见 alone makes an N, which no nesting of blocks can say: the block is cut in two,
    # so that 制作笔录 waits for 书面审核 as well. The two pairs have no step in common.
    assert compared.forwards == {
        ("steps-serialised", "出具意见、现场核查", "现场核查、出具意见"),
        ("steps-serialised", "书面审核、制作笔录", "书面审核、制作笔录"),
    }
    assert compared.backwards == {
        ("steps-parallelised", "现场核查、出具意见", "出具意见、现场核查"),
        ("steps-parallelised", "书面审核、制作笔录", "书面审核、制作笔录"),
    }


def test_a_line_made_a_choice_and_back(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
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
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("steps-made-exclusive", "专家评审、股内会审", "专家评审、股内会审")}
    assert compared.backwards == {("steps-made-sequential", "专家评审、股内会审", "专家评审、股内会审")}


def test_a_choice_put_side_by_side_and_back(compared: BothWays) -> None:
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
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 并联:
            - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
            - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("exclusive-made-parallel", "专家评审、股内会审", "专家评审、股内会审")}
    assert compared.backwards == {("parallel-made-exclusive", "专家评审、股内会审", "专家评审、股内会审")}
