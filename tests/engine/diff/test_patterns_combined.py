"""Six combinations of three change patterns: each is still named by itself, and nothing else, in both directions."""

from __future__ import annotations

from tests.engine.diff.telling import BothWays


def test_merged_and_parallelised_and_removed(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 登记 | 综合股 | 1工作日 | 录入系统
        - 消防审核 | 公安局 | 5工作日 | 消防设计审核
        - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 复审 | 法规股 | 2工作日 | 股长复核
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理登记 | 综合股 | 1工作日 | 形式审查、录入系统
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    reviews = "消防审核、住建审核、税务核实"
    assert compared.forwards == {
        ("steps-merged", "受理、登记", "受理登记"),
        ("steps-parallelised", reviews, reviews),
        ("step-removed", "复审", ""),
    }
    assert compared.backwards == {
        ("step-split", "受理登记", "受理、登记"),
        ("steps-serialised", reviews, reviews),
        ("step-added", "", "复审"),
    }


def test_moved_and_sent_back_and_given_to_another_office(compared: BothWays) -> None:
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
        - 材料审查 | 行政审批股 | 3工作日 | 材料审核
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)
        - 环节: 集体会审 | 局领导 | 2工作日 | 集体会审
          去向:
            需补正: 材料审查
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 缴费 | 综合股 | 1工作日 | 收取工本费
        - 制证送达 | 综合股 | 1工作日 | 制证、送达
    """
    assert compared.forwards == {
        ("step-moved", "缴费", "缴费"),
        ("loop-added", "", "集体会审→材料审查(需补正)"),
        ("step-holders-changed", "材料审查", "材料审查"),
    }
    assert compared.backwards == {
        ("step-moved", "缴费", "缴费"),
        ("loop-removed", "集体会审→材料审查(需补正)", ""),
        ("step-holders-changed", "材料审查", "材料审查"),
    }


def test_renamed_and_made_optional_and_put_in(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核、核对原件
        - 现场核查 | 勘查股 | 5工作日 | 现场核查(2人以上)、制作笔录
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 材料审查 | 业务股 | 3工作日 | 材料审核、核对原件
        - 环节: 实地勘验 | 勘查股 | 5工作日 | 现场核查(2人以上)、制作笔录
          去向:
            技术成熟: 集体会审
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 集体会审 | 局领导 | 2工作日 | 集体会审
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("step-renamed", "现场核查", "实地勘验"),
        ("steps-made-optional", "专家评审", "专家评审"),
        ("step-added", "", "公示"),
    }
    assert compared.backwards == {
        ("step-renamed", "实地勘验", "现场核查"),
        ("steps-made-mandatory", "专家评审", "专家评审"),
        ("step-removed", "公示", ""),
    }


def test_serialised_and_no_longer_sent_back_and_given_less_time(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 环节: 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
          去向:
            意见不齐: 受理
        - 决定 | 局领导 | 3工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 消防审核 | 公安局 | 5工作日 | 消防设计审核
        - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 制证 | 综合股 | 1工作日 | 制证
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("steps-serialised", "消防审核、住建审核", "消防审核、住建审核"),
        ("loop-removed", "汇总意见→受理(意见不齐)", ""),
        ("step-limit-changed", "决定", "决定"),
    }
    assert compared.backwards == {
        ("steps-parallelised", "消防审核、住建审核", "消防审核、住建审核"),
        ("loop-added", "", "汇总意见→受理(意见不齐)"),
        ("step-limit-changed", "决定", "决定"),
    }


def test_made_a_choice_and_moved_and_asked_for_less(compared: BothWays) -> None:
    """优化前:
      材料: 申请书、身份证复印件、营业执照复印件
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 公示 | 综合股 | 5工作日 | 网上公示
        - 材料审查 | 业务股 | 3工作日 | 材料审核
        - 专家评审 | 法规股 | 5工作日 | 抽取专家、出具评审意见
        - 股内会审 | 业务股 | 2工作日 | 股内讨论
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      材料: 申请书、身份证复印件
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
    """
    assert compared.forwards == {
        ("steps-made-exclusive", "专家评审、股内会审", "专家评审、股内会审"),
        ("step-moved", "公示", "公示"),
        ("material-removed", "营业执照复印件", ""),
    }
    assert compared.backwards == {
        ("steps-made-sequential", "专家评审、股内会审", "专家评审、股内会审"),
        ("step-moved", "公示", "公示"),
        ("material-added", "", "营业执照复印件"),
    }


def test_split_and_moved_into_a_block_and_sent_back_in_another_case(compared: BothWays) -> None:
    """优化前:
      流程:
        - 受理登记 | 综合股 | 2工作日 | 形式审查、录入系统
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 环节: 集体会审 | 局领导 | 2工作日 | 集体会审
          去向:
            意见分歧: 汇总意见
        - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 登记 | 综合股 | 1工作日 | 录入系统
        - 并联:
            - 消防审核 | 公安局 | 5工作日 | 消防设计审核
            - 住建审核 | 住建局 | 4工作日 | 图纸核对
            - 税务核实 | 税务局 | 2工作日 | 核对完税凭证
        - 汇总意见 | 业务股 | 1工作日 | 汇总各方意见
        - 环节: 集体会审 | 局领导 | 2工作日 | 集体会审
          去向:
            两名以上反对: 汇总意见
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 送达
    """
    assert compared.forwards == {
        ("step-split", "受理登记", "受理、登记"),
        ("step-moved", "税务核实", "税务核实"),
        ("way-changed", "集体会审→汇总意见(意见分歧)", "集体会审→汇总意见(两名以上反对)"),
    }
    assert compared.backwards == {
        ("steps-merged", "受理、登记", "受理登记"),
        ("step-moved", "税务核实", "税务核实"),
        ("way-changed", "集体会审→汇总意见(两名以上反对)", "集体会审→汇总意见(意见分歧)"),
    }
