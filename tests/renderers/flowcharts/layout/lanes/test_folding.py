"""What is left out of boxes because the head of their lane says it, and documents that become a line."""

from __future__ import annotations

import pytest

from renderers.flowcharts.chart import Arrow, Box, Chart, Lane, Shape, Side, Status
from renderers.flowcharts.layout.lanes.folding import folded


def chart(box: Box, lane: Lane, document: Box | None = None) -> Chart:
    """A chart of a step and its document."""
    made = () if document is None else (document,)
    return Chart(
        title="样例",
        unit="示范局",
        boxes=(box, *made),
        arrows=tuple(Arrow(source=box.key, target=one.key, bare=True) for one in made),
        main=(box.key,),
        sides=tuple(Side(box.key, (one.key,)) for one in made),
        lanes=(lane,),
    )


@pytest.mark.parametrize(
    ("lane", "holder", "left"),
    [
        (Lane("审批股", "审批股"), "审批股", ()),
        (Lane("审批股/审查岗", "审批股审查岗"), "审批股(审查岗)", ()),
        (Lane("社区(村)", "社区(村)"), "社区(村)", ()),
        # Of both versions.
        (Lane("审批股", "审批股", was="监管股"), "监管股 → 审批股", ()),
        (Lane("审批股", "审批股", was="监管股"), "监管股", ()),
        # Another one than the lane's.
        (Lane("审批股", "审批股", was="监管股"), "局领导 → 审批股", ("局领导 → 审批股",)),
        (Lane("审批股", "审批股"), "审批股、住建局", ("审批股、住建局",)),
    ],
)
def test_a_holder_that_the_lane_names_is_not_said_again(lane: Lane, holder: str, left: tuple[str, ...]) -> None:
    """In one version or in both."""
    box = Box(key="审查", shape=Shape.PROCESS, name="审查", details=((holder, "3个工作日"),), lane=lane.key)
    (found,) = folded(chart(box, lane)).boxes
    assert found.details == ((*left, "3个工作日"),)


@pytest.mark.parametrize(
    ("step", "document", "folds"),
    [
        (None, None, True),
        (Status.ADDED, Status.ADDED, True),
        (Status.CHANGED, Status.SAME, True),
        (Status.CHANGED, Status.REMOVED, False),
        (Status.SAME, Status.ADDED, False),
    ],
)
def test_a_document_is_a_line_unless_the_reform_does_something_else_to_it(
    step: Status | None, document: Status | None, *, folds: bool
) -> None:
    """What stays as it was may stand in a step that changes."""
    box = Box(key="审查", shape=Shape.PROCESS, name="审查", lane="股", status=step)
    paper = Box(key="审查|文书", shape=Shape.DOCUMENT, name="审查意见", lane="股", status=document)
    found = folded(chart(box, Lane("股", "股"), paper))
    assert [one.details for one in found.boxes] == ([(("出具审查意见",),)] if folds else [(), ()])
