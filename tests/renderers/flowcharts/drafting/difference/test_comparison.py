"""Both charts side by side."""

from __future__ import annotations

from renderers.flowcharts import Chart, Comparison
from renderers.flowcharts.chart import Status

R, A, C, S = Status.REMOVED, Status.ADDED, Status.CHANGED, Status.SAME


def fates(chart: Chart) -> dict[str, tuple[Status | None, tuple[str, ...]]]:
    """Name of a 环节 → what becomes of it, and its flags."""
    return {box.name: (box.status, box.tags) for box in chart.boxes if box.number}


def test_each_version_shows_what_becomes_of_its_own_boxes(side_by_side: Comparison) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 业务股 | 3工作日 | 初步审核
        - 复审 | 业务股 | 2工作日 | 再次审核
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 归档 | 综合股 | 1工作日 | 立卷归档
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 复审 | 业务股 | 2工作日 | 一次审核
          沿自: 初审、复审
        - 决定 | 局领导 | 1工作日 | 局长签批
        - 送达 | 综合股 | 1工作日 | 邮寄送达
    """
    assert fates(side_by_side.before) == {
        "受理": (S, ()),
        "初审": (R, ("并入2",)),
        "复审": (C, ("并入2",)),
        "决定": (C, ()),
        "归档": (R, ()),
    }
    assert fates(side_by_side.after) == {
        "受理": (S, ()),
        "复审": (C, ("合并",)),
        "决定": (C, ()),
        "送达": (A, ()),
    }
    assert side_by_side.title == "示范事项流程优化前后对比"


def test_of_a_cancelled_matter_the_second_chart_says_so(side_by_side: Comparison) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      取消: 依据已废止
    """
    assert {box.status for box in side_by_side.before.boxes} == {R}
    assert [box.name for box in side_by_side.after.boxes] == ["本事项取消"]
    assert ("承诺时限", "取消") in side_by_side.after.facts


def test_what_is_not_counted_says_so_in_either_version(side_by_side: Comparison) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 转办 | 综合股 | 无 | 转交材料
          不计环节: 内部管理
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 转办 | 综合股 | 无 | 转交材料
          不计环节: 内部管理
        - 决定 | 局领导 | 2工作日 | 局长签批
        - 环节: 通报 | 综合股 | 无 | 通报情况
          不计环节: 内部管理
    """
    for chart in (side_by_side.before, side_by_side.after):
        said = {box.name for box in chart.boxes if ("不计环节",) in box.details}
        assert said == {box.name for box in chart.boxes if box.muted} != set()
