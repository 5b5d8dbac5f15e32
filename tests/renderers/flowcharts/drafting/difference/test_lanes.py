"""Which lanes of the two versions are one."""

from __future__ import annotations

from renderers.flowcharts import Chart
from renderers.flowcharts.chart import Lane
from renderers.flowcharts.drafting.difference.lanes import shared_lanes


def lane(name: str, was: str = "") -> Lane:
    """A lane called by its key."""
    return Lane(name, name, was)


def lanes(*names: str) -> tuple[Lane, ...]:
    """Lanes in that order."""
    return tuple(map(lane, names))


def test_a_lane_whose_steps_go_over_is_one_with_the_other() -> None:
    """Its boxes stand in the lane of the new holder."""
    found, there = shared_lanes(lanes("窗口", "监管股"), lanes("窗口", "审批股"), [("监管股", "审批股")] * 2)
    assert found == (lane("窗口"), lane("审批股", was="监管股"))
    assert there == {"窗口": "窗口", "监管股": "审批股"}


def test_most_of_its_steps_are_enough() -> None:
    """Two of three."""
    onward = [("监管股", "审批股"), ("监管股", "审批股"), ("监管股", "窗口")]
    found, _ = shared_lanes(lanes("监管股"), lanes("窗口", "审批股"), onward)
    assert found == (lane("窗口"), lane("审批股", was="监管股"))


def test_half_of_its_steps_are_not() -> None:
    """It stays a lane of its own, where it stood."""
    onward = [("监管股", "审批股"), ("监管股", "窗口")]
    found, there = shared_lanes(lanes("监管股", "局领导"), lanes("窗口", "审批股", "局领导"), onward)
    assert found == lanes("监管股", "窗口", "审批股", "局领导")
    assert there["监管股"] == "监管股"


def test_a_lane_that_both_versions_have_is_no_other() -> None:
    """However many of its steps went over to a new holder."""
    onward = [("监管股", "审批股")] * 3 + [("监管股", "监管股")]
    found, _ = shared_lanes(lanes("监管股"), lanes("监管股", "审批股"), onward)
    assert found == lanes("监管股", "审批股")


def test_of_several_lanes_that_go_over_to_one_the_greatest_is_one_with_it() -> None:
    """The others stand behind the lane they stood behind."""
    onward = [("甲股", "审批股")] * 3 + [("乙股", "审批股")]
    found, there = shared_lanes(lanes("甲股", "乙股"), lanes("审批股"), onward)
    assert found == (lane("审批股", was="甲股"), lane("乙股"))
    assert there == {"甲股": "审批股", "乙股": "乙股"}


def test_a_lane_goes_over_to_another_holder_as_a_whole(chart: Chart) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 业务股 | 2工作日 | 材料审核
        - 核查 | 业务股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 审查 | 行政审批股 | 2工作日 | 材料审核
        - 核查 | 行政审批股 | 3工作日 | 现场核查
        - 决定 | 局领导 | 2工作日 | 局长签批
    """
    assert chart.lanes == (
        Lane("综合股", "综合股"),
        Lane("行政审批股", "行政审批股", was="业务股"),
        Lane("局领导", "局领导"),
    )
