"""Charts of both versions of matters that are unchanged or cancelled, and what holds of all."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.chart import Arrow, Status

R, A, C, S = Status.REMOVED, Status.ADDED, Status.CHANGED, Status.SAME


def test_of_an_unchanged_matter_the_notes_say_so(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后: 不变
    """
    assert chart.notes[0] == "本事项没有变化。"
    assert {box.status for box in chart.boxes} == {S}


def test_of_a_cancelled_matter_everything_goes(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      取消: 依据已废止
    """
    assert {box.status for box in chart.boxes} == {arrow.status for arrow in chart.arrows} == {R}
    assert chart.title == "示范事项流程优化对照图(本事项取消)"
    assert ("承诺时限", "10个工作日 → 取消") in chart.facts
    assert chart.notes[0] == "本事项取消（依据已废止）。"


def test_arrows_are_no_two_alike(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 环节: 审查 | 业务股 | 2工作日 | 材料审核
          去向:
            不合格: 受理
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 环节: 受理 | 综合股 | 1工作日 | 形式审查
          去向:
            不合格: 结束
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    ends = [(arrow.source, arrow.target, arrow.status) for arrow in chart.arrows]
    assert len(ends) == len(set(ends))
    assert Arrow(source="受理", target="受理|判断", status=A) in chart.arrows
