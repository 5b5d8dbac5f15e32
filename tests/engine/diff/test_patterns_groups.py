"""Change patterns of several steps that become one or were one: merge, split, extract, inline; by 沿自 and without."""

from __future__ import annotations

from tests.engine.diff.telling import BothWays, Told


def test_two_steps_that_become_one_of_both_names(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 登记 | 综合股 | 1工作日 | 录入系统
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理登记 | 综合股 | 1工作日 | 形式审查、录入系统
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("steps-merged", "受理、登记", "受理登记"), ("steps-merged", "制证、送达", "制证送达")}
    assert compared.backwards == {("step-split", "受理登记", "受理、登记"), ("step-split", "制证送达", "制证、送达")}


def test_three_steps_that_become_one_of_a_new_name(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 书面审核 | 业务股 | 3工作日 | 材料审核、核对原件
        - 实地踏勘 | 勘查股 | 5工作日 | 现场踏勘(2人以上)
        - 专家论证 | 法规股 | 5工作日 | 专家评审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 综合审查 | 业务股 | 8工作日 | 材料审核、核对原件、现场踏勘(2人以上)、专家评审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("steps-merged", "书面审核、实地踏勘、专家论证", "综合审查")}
    assert compared.backwards == {("step-split", "综合审查", "书面审核、实地踏勘、专家论证")}


def test_steps_merged_into_one_of_them_and_a_procedure_lost_on_the_way(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 3工作日 | 材料审核、核对原件
        - 复审 | 业务股 | 3工作日 | 股长复核、填写审批表
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 4工作日 | 材料审核、核对原件、填写审批表
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("steps-merged", "审查、复审", "审查"),
        ("procedure-removed", "复审/股长复核", ""),
    }
    assert compared.backwards == {
        ("step-split", "审查", "审查、复审"),
        ("procedure-added", "", "复审/股长复核"),
    }


def test_parallel_steps_put_into_a_named_block_or_freed_from_it(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 联合审核 | 行政审批股 | 5工作日
          并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("steps-merged", "消防审核、住建审核、税务核实", "联合审核")}
    assert compared.backwards == {("step-split", "联合审核", "消防审核、住建审核、税务核实")}


def test_steps_of_a_line_put_into_a_named_block_or_freed_from_it(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 消防审核 | 公安局 | 5工作日 | 消防设计审核
        - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 联合审核 | 行政审批股 | 5工作日
          并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    # That they no longer wait for each other follows from the block that they are put into.
    assert compared.forwards == {("steps-merged", "消防审核、住建审核", "联合审核")}
    assert compared.backwards == {("step-split", "联合审核", "消防审核、住建审核")}


def test_mergers_splits_and_new_names_declared_by_lineage(found: set[Told]) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初核 | 业务股 | 3工作日 | 初核
        - 踏看 | 勘查股 | 5工作日 | 踏看
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 审批 | 局领导 | 1工作日 | 局长签批
        - 办证 | 综合股 | 1工作日 | 制证、送达
        - 复议告知 | 法规股 | 1工作日 | 告知救济途径
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 研判 | 行政审批股 | 3工作日 | 初核、踏看
          沿自: 初核、踏看
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 环节: 决定 | 局领导 | 1工作日 | 局长签批
          沿自: 审批
        - 环节: 打印证书 | 综合股 | 即时 | 制证
          沿自: 办证
        - 环节: 寄出 | 综合股 | 1工作日 | 送达
          沿自: 办证
        - 环节: 复议告知 | 行政审批股 | 即时 | 短信提醒
          沿自: 无
    """
    assert found == {
        ("steps-merged", "初核、踏看", "研判"),
        ("step-renamed", "审批", "决定"),
        ("step-split", "办证", "打印证书、寄出"),
        ("step-removed", "复议告知", ""),
        ("step-added", "", "复议告知"),
    }


def test_the_same_lineage_declared_the_other_way_round(found: set[Told]) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 研判 | 行政审批股 | 3工作日 | 初核、踏看
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 打印证书 | 综合股 | 即时 | 制证
        - 寄出 | 综合股 | 1工作日 | 送达
        - 复议告知 | 行政审批股 | 即时 | 短信提醒
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 初核 | 业务股 | 3工作日 | 初核
          沿自: 研判
        - 环节: 踏看 | 勘查股 | 5工作日 | 踏看
          沿自: 研判
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 环节: 审批 | 局领导 | 1工作日 | 局长签批
          沿自: 决定
        - 环节: 办证 | 综合股 | 1工作日 | 制证、送达
          沿自: 打印证书、寄出
        - 环节: 复议告知 | 法规股 | 1工作日 | 告知救济途径
          沿自: 无
    """
    assert found == {
        ("step-split", "研判", "初核、踏看"),
        ("step-renamed", "决定", "审批"),
        ("steps-merged", "打印证书、寄出", "办证"),
        ("step-removed", "复议告知", ""),
        ("step-added", "", "复议告知"),
    }


def test_steps_regrouped_and_what_they_use_replaced_by_lineage(found: set[Told]) -> None:
    """优化前:
      材料:
        - 申请书
        - 居住证明
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 一审 | 业务股 | 3工作日 | 一审
        - 二审 | 法规股 | 3工作日 | 二审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 审批 | 局领导 | 2工作日 | 副局长审核、局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      材料:
        - 申请书
        - 名称: 承诺书
          沿自: 居住证明
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 甲岗审查 | 业务股 | 2工作日 | 一审
          沿自: 一审、二审
        - 环节: 乙岗审查 | 法规股 | 2工作日 | 二审
          沿自: 二审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 环节: 审批
          承办: 局领导
          时限: 2工作日
          程序:
            - 名称: 审批决定
              沿自: 副局长审核、局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert found == {
        ("steps-regrouped", "一审、二审", "甲岗审查、乙岗审查"),
        ("procedure-replaced", "审批/副局长审核、审批/局长签批", "审批/审批决定"),
        ("material-replaced", "居住证明", "承诺书"),
    }
