"""Change patterns of single steps (insert, delete, duplicate, replace, rename), each named in both directions.

The patterns are those of Weber, Reichert, Rinderle-Ma: Change patterns and change support features (2008), AP1–AP14.
"""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_a_step_put_in_or_taken_out_of_a_line(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
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
        - 专家评审 | 法规股 | 7工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-added", "", "专家评审")}
    assert compared.backwards == {("step-removed", "专家评审", "")}


def test_a_branch_put_into_a_parallel_block_or_taken_out(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 立项核实 | 发改局 | 2工作日 | 核实立项文件
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-added", "", "立项核实")}
    assert compared.backwards == {("step-removed", "立项核实", "")}


def test_a_step_put_beside_one_that_ran_alone(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 并联:
            - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-added", "", "税务核实")}
    assert compared.backwards == {("step-removed", "税务核实", "")}


def test_a_step_that_is_put_in_for_some_cases_only(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 环节: 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
          去向:
            情况简单: 集体会审
        - 专家评审 | 法规股 | 7工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    # The way past it comes with it: without the step there is nothing to pass over.
    assert compared.forwards == {("step-added", "", "专家评审")}
    assert compared.backwards == {("step-removed", "专家评审", "")}


def test_a_step_that_comes_and_goes_with_its_way_back(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 环节: 证照校验 | 法规股 | 1工作日 | 校验证照内容
          去向:
            有误: 制证
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {("step-added", "", "证照校验")}
    assert compared.backwards == {("step-removed", "证照校验", "")}


def test_a_further_alternative_put_in_or_taken_out(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            一般项目: 股内会审
        - 环节: 专家评审 | 法规股 | 7工作日 | 抽取专家、出具评审意见
          去向: 汇总意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 材料审查 | 业务股 | 3工作日 | 材料审核
          去向:
            重大项目: 专家评审
            应急项目: 现场交底
            一般项目: 股内会审
        - 环节: 专家评审 | 法规股 | 7工作日 | 抽取专家、出具评审意见
          去向: 汇总意见
        - 环节: 现场交底 | 勘查股 | 1工作日 | 现场交底记录
          去向: 汇总意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-added", "", "现场交底")}
    assert compared.backwards == {("step-removed", "现场交底", "")}


def test_a_step_done_a_second_time(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 复核 | 法规股 | 2工作日 | 复核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 复核 | 法规股 | 2工作日 | 复核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 环节: 复核 | 法规股 | 2工作日 | 复核
          标识: 核查后复核
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-added", "", "复核[核查后复核]")}
    assert compared.backwards == {("step-removed", "复核[核查后复核]", "")}


def test_a_step_replaced_by_another(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 8工作日 | 制定核查计划、现场核查(2人以上)
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 告知承诺 | 行政审批股 | 即时 | 签订承诺书
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {("step-removed", "现场核查", ""), ("step-added", "", "告知承诺")}
    assert compared.backwards == {("step-removed", "告知承诺", ""), ("step-added", "", "现场核查")}


def test_a_step_under_another_name(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核、核对原件
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)、制作笔录
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 对申请材料进行审核 | 业务股 | 3工作日 | 材料审核、核对原件
        - 实地勘验 | 勘查股 | 5工作日 | 现场核查(2人以上)、制作笔录
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {
        ("step-renamed", "材料审查", "对申请材料进行审核"),
        ("step-renamed", "现场核查", "实地勘验"),
    }
    assert compared.backwards == {
        ("step-renamed", "对申请材料进行审核", "材料审查"),
        ("step-renamed", "实地勘验", "现场核查"),
    }
