"""What the legend explains."""

from __future__ import annotations

from renderers.flowcharts.chart import Arrow, Box, Chart, Shape, Status
from renderers.flowcharts.sheets.legend import legend


def names(chart: Chart) -> list[str]:
    """The texts of the legend, in order, without its heading."""
    return [line.text for mark in legend([chart], 600.0, cut=False) for line in mark.lines][1:]


def test_of_one_version_it_has_the_symbols() -> None:
    """And nothing of a reform."""
    box = Box(key="受理", shape=Shape.PROCESS, name="受理")
    assert names(Chart(title="样例", unit="示范局", boxes=(box,), main=("受理",))) == ["环节"]


def test_of_both_versions_it_has_what_becomes_of_boxes_and_lines() -> None:
    """What there is, the removed first; a symbol that all of them share is not said once more."""
    boxes = tuple(
        Box(key=status.value, shape=Shape.PROCESS, name=status.value, status=status)
        for status in (Status.SAME, Status.REMOVED, Status.CHANGED)
    )
    arrows = (
        Arrow(source="保留", target="取消", status=Status.REMOVED),
        Arrow(source="保留", target="调整", status=Status.ADDED),
    )
    chart = Chart(title="样例", unit="示范局", boxes=boxes, arrows=arrows, main=("保留", "取消", "调整"))
    assert names(chart) == ["取消环节", "调整环节", "保留环节", "取消流向", "新增流向"]
