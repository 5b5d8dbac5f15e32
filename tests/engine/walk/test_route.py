"""What the steps of a process need, and what its places are called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.machine import CaseState
from engine.walk.route import Route
from tests.declaring import Declared


def test_the_accepting_step_needs_all_materials(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 预审 | 1工作日 | 预审
        - 受理 | 1工作日 | 形式审查
        - 审查 | 5工作日 | 材料审核
      材料: 申请书、照片(2张)
    """
    route = Route(declared.before)
    assert {step.name: route.needs(step.key) for step in declared.before.steps if not step.branch} == {
        "预审": (),
        "受理": ("申请书", "照片"),
        "审查": (),
    }


def test_a_step_that_says_what_it_uses_needs_just_that(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 环节: 受理 | 1工作日 | 形式审查
          使用: 申请书(含 承诺)
        - 环节: 审查 | 5工作日 | 材料审核
          使用: 照片、勘验记录
      材料: 照片(2张)、申请书（含承诺）
    """
    route = Route(declared.before)
    assert route.needs("受理") == ("申请书（含承诺）",)
    # 勘验记录 is no material: nobody waits for it.
    assert route.needs("审查") == ("照片",)


def test_a_matter_without_materials_needs_none(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      流程: 受理 | 综合股 | 1工作日 | 形式审查
      材料: 无
    """
    assert Route(declared.before).needs("受理") == ()


def test_a_named_block_may_accept(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 环节: 联合受理 | 1工作日
          并联:
            - 甲 | 1工作日 | 审
            - 乙 | 1工作日 | 审
        - 审查 | 5工作日 | 材料审核
      材料: 申请书
    """
    route = Route(declared.before)
    assert route.accepts("联合受理:合")
    assert route.needs("联合受理:合") == ("申请书",)
    assert route.needs("甲") == ()


@pytest.mark.parametrize(
    ("exits", "order"),
    [
        ("不同意: 不予许可", ["同意", "不同意"]),
        (
            "不合格: 受理\n          当场可办: 送达\n          合格: 下一环节",
            ["合格", "当场可办", "不合格", "不符合条件"],
        ),
    ],
)
def test_what_happens_normally_comes_first(exits: str, order: list[str], declare: Callable[[str], Declared]) -> None:
    """On, past some steps, back, aside; 下一环节 means the first."""
    text = f"""优化前:
  时限: 10工作日
  承办: 综合股
  流程:
    - 受理 | 1工作日 | 形式审查
    - 环节: 决定 | 1工作日 | 审批决定
      去向:
          {exits}
    - 制证 | 1工作日 | 制证
    - 送达 | 1工作日 | 送达
  材料: 无
"""
    route = Route(declare(text).before)
    ways = route.ways(CaseState(marking={"决定": 1}))
    assert [way.name for way in ways] == order
    assert route.onward(ways) == ways[0]


def test_a_side_branch_goes_on_by_its_only_way(declared: Declared) -> None:
    """
    支线:
      复查:
        - 告知 | 综合股 | 1工作日 | 告知
        - 环节: 再查 | 综合股 | 1工作日 | 再查
          去向:
            合格: 决定
            不合格: 不予许可
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 受理 | 1工作日 | 形式审查
        - 环节: 审查 | 1工作日 | 审
          去向:
            要复查: 复查
        - 决定 | 1工作日 | 审批决定
      材料: 无
    """
    route = Route(declared.before)
    (only,) = ways = route.ways(CaseState(marking={"复查/告知": 1}))
    assert route.onward(ways) == only
    assert route.onward(route.ways(CaseState(marking={"复查/再查": 1}))) is None
    assert route.branch_of("复查/告知") == "复查"
    assert route.branch_of("审查") == ""


def test_places_are_called_by_their_names(declared: Declared) -> None:
    """
    支线:
      复查:
        - 审查 | 综合股 | 1工作日 | 再查
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 受理 | 1工作日 | 形式审查
        - 环节: 审查 | 1工作日 | 审
          去向:
            要复查: 复查
        - 并联:
            - 甲 | 1工作日 | 审
            - 乙 | 1工作日 | 审
        - 环节: 办结 | 1工作日 | 送达
          标识: 办结
      材料: 无
    """
    labels = Route(declared.before).labels
    assert labels["受理"] == "受理"
    # Two steps of one name are told apart by their keys.
    assert (labels["审查"], labels["复查/审查"]) == ("审查", "复查/审查")
    assert labels["并联1:合"] == "并联汇合"
    assert labels["办结|环节"] == "办结"
    assert labels["结束:不予许可"] == "不予许可"


def test_several_unnamed_blocks_are_numbered(declared: Declared) -> None:
    """
    优化前:
      时限: 10工作日
      承办: 综合股
      流程:
        - 并联:
            - 甲 | 1工作日 | 审
            - 乙 | 1工作日 | 审
        - 并联:
            - 丙 | 1工作日 | 审
            - 丁 | 1工作日 | 审
      材料: 无
    """
    labels = Route(declared.before).labels
    assert (labels["并联1:合"], labels["并联2:合"]) == ("并联1汇合", "并联2汇合")
