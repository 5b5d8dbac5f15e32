"""What is said in another way in lanes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renderers.flowcharts.chart import Arrow, Box, Chart, Lane, Shape, Side, Status
from renderers.flowcharts.layout.lanes.folding import folded

STEP = Box(key="发证", shape=Shape.PROCESS, name="发证", details=(("科室", "1个工作日"),), lane="科室")
PAPER = Box(key="发证|文书", shape=Shape.DOCUMENT, name="《许可证》", lane="科室")
CHART = Chart(
    title="",
    unit="",
    boxes=(STEP, PAPER),
    arrows=(Arrow(source="发证", target="发证|文书", bare=True),),
    main=("发证",),
    sides=(Side("发证", ("发证|文书",)),),
    lanes=(Lane("科室", "科室"), Lane("窗口/受理岗", "窗口受理岗")),
)


def test_a_document_becomes_a_line_in_its_step() -> None:
    """With its tie and its place beside the step."""
    chart = folded(CHART)
    assert [box.key for box in chart.boxes] == ["发证"]
    assert chart.boxes[0].details == (("出具《许可证》",), ("1个工作日",))
    assert not chart.arrows
    assert not chart.sides


def test_a_document_with_a_fate_of_its_own_stays() -> None:
    """The step is kept, what it makes is new: both must be seen."""
    boxes = replace(STEP, status=Status.SAME), replace(PAPER, status=Status.ADDED)
    chart = folded(replace(CHART, boxes=boxes))
    assert [box.key for box in chart.boxes] == ["发证", "发证|文书"]
    assert chart.arrows == CHART.arrows


def test_a_post_that_the_lane_names_is_not_said_again() -> None:
    """It stands in brackets in a box and without them in the head; another holder is said."""
    details = (("窗口(受理岗)", "即时办理"), ("窗口(受理岗)、科室",))
    box = replace(STEP, lane="窗口/受理岗", details=details)
    chart = folded(replace(CHART, boxes=(box, PAPER)))
    assert chart.boxes[0].details[1:] == (("即时办理",), ("窗口(受理岗)、科室",))


def test_brackets_in_the_name_of_a_unit_make_no_difference() -> None:
    """社区(村) is the holder and the lane."""
    box = replace(STEP, lane="社区(村)", details=(("社区(村)", "5个工作日"),))
    chart = folded(replace(CHART, boxes=(box, PAPER), lanes=(Lane("社区(村)", "社区(村)"),)))
    assert chart.boxes[0].details[1:] == (("5个工作日",),)


@pytest.mark.parametrize("holder", ["监管股(审查岗) → 审批股", "监管股(审查岗)", "审批股"])
def test_a_lane_of_both_versions_names_two_holders(holder: str) -> None:
    """None of them is said again, nor that one became the other; another one that went over to it is."""
    lane = Lane("审批股", "审批股", was="监管股审查岗")
    box = replace(STEP, lane="审批股", details=((holder, "1个工作日"), ("局领导 → 审批股",)))
    chart = folded(replace(CHART, boxes=(box, PAPER), lanes=(lane,)))
    assert chart.boxes[0].details[1:] == (("1个工作日",), ("局领导 → 审批股",))


@pytest.mark.parametrize(
    ("step", "document", "folds"),
    [
        (Status.ADDED, Status.ADDED, True),
        (Status.CHANGED, Status.SAME, True),
        (Status.CHANGED, Status.REMOVED, False),
    ],
)
def test_what_stays_as_it_was_may_stand_in_a_step_that_changes(step: Status, document: Status, *, folds: bool) -> None:
    """What comes or goes may not."""
    boxes = replace(STEP, status=step), replace(PAPER, status=document)
    assert (len(folded(replace(CHART, boxes=boxes)).boxes) == 1) is folds
