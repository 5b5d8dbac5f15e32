"""Which boxes of the two versions are one."""

from __future__ import annotations

from processes.model.process import CheckedMatter
from renderers.flowcharts.drafting.difference.pairs import pairs_of


def onward(checked: CheckedMatter) -> dict[str, str]:
    """Node of 优化前 → the node that it goes on as, without the ends."""
    assert checked.after is not None
    found = pairs_of(checked.before, checked.after).onward
    return {old: new for old, new in found.items() if old not in ("开始", "办结")}


def test_of_several_the_one_of_the_same_name_goes_on(checked: CheckedMatter) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 业务股 | 3工作日 | 初步审核
        - 复审 | 业务股 | 2工作日 | 再次审核
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 初审 | 业务股 | 3工作日 | 审核
          沿自: 初审、复审
    """
    assert onward(checked) == {"受理": "受理", "初审": "初审"}


def test_else_the_one_with_the_same_neighbours_and_documents(checked: CheckedMatter) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 3工作日 | 材料审核
        - 环节: 核查 | 业务股 | 2工作日 | 现场核查
          出具: 核查意见
          去向:
            需整改: 受理
        - 复核 | 业务股 | 2工作日 | 再次审核
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 联合勘验 | 业务股 | 3工作日 | 勘验
          沿自: 审查、核查、复核
          出具: 核查意见
          去向:
            需整改: 受理
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert onward(checked) == {"受理": "受理", "核查": "联合勘验", "决定": "决定"}


def test_bars_go_on_around_what_goes_on(checked: CheckedMatter) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 审查 | 业务股 | 3工作日 | 材料审核
            - 核查 | 业务股 | 2工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 审查 | 业务股 | 3工作日 | 材料审核
            - 检验 | 检测中心 | 2工作日 | 抽样检验
            - 核查 | 业务股 | 2工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert onward(checked) == {
        "受理": "受理",
        "审查": "审查",
        "核查": "核查",
        "决定": "决定",
        "并联1:分": "并联1:分",
        "并联1:合": "并联1:合",
    }


def test_bars_around_something_else_are_others(checked: CheckedMatter) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 并联:
            - 审查 | 业务股 | 3工作日 | 材料审核
            - 核查 | 业务股 | 2工作日 | 现场核查
        - 公示 | 综合股 | 2工作日 | 张榜公示
        - 缴费 | 综合股 | 1工作日 | 收缴费用
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 3工作日 | 材料审核
        - 核查 | 业务股 | 2工作日 | 现场核查
        - 并联:
            - 公示 | 综合股 | 2工作日 | 张榜公示
            - 缴费 | 综合股 | 1工作日 | 收缴费用
    """
    assert {key for key in onward(checked) if ":" in key} == set()
