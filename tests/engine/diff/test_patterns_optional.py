"""Change patterns of steps that may be passed over (容缺), each named in both directions: AP10 with an empty branch."""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_a_step_that_may_be_passed_over(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            信用良好: 集体会审
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("steps-made-optional", "现场核查", "现场核查")}
    assert compared.backwards == {("steps-made-mandatory", "现场核查", "现场核查")}


def test_two_steps_that_may_be_passed_over_together(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            信用良好: 集体会审
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("steps-made-optional", "现场核查、专家评审", "现场核查、专家评审")}
    assert compared.backwards == {("steps-made-mandatory", "现场核查、专家评审", "现场核查、专家评审")}


def test_two_steps_that_may_be_passed_over_in_different_cases(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            信用良好: 集体会审
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 环节: 集体会审 | 局领导 | 2工作日 | 集体会审
          去向:
            涉及商业秘密: 决定
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("steps-made-optional", "现场核查", "现场核查"),
        ("steps-made-optional", "公示", "公示"),
    }
    assert compared.backwards == {
        ("steps-made-mandatory", "现场核查", "现场核查"),
        ("steps-made-mandatory", "公示", "公示"),
    }


def test_the_last_step_that_may_be_passed_over(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 审批 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 邮寄 | 综合股 | 1工作日 | 邮寄证照
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 审批 | 局领导 | 1工作日 | 局长签批
        - 环节: 制证 | 综合股 | 1工作日 | 制证
          去向:
            窗口自取: 结束
        - 邮寄 | 综合股 | 1工作日 | 邮寄证照
    """
    assert compared.forwards == {("steps-made-optional", "邮寄", "邮寄")}
    assert compared.backwards == {("steps-made-mandatory", "邮寄", "邮寄")}
