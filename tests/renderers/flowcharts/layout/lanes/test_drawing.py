"""Charts drawn in lanes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from renderers.flowcharts.chart import Chart, Lane, Parallel, Side
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.figures import BAR_HEIGHT
from renderers.flowcharts.layout.lanes.drawing import PAGE_WIDTH, drawn

RETURN = (
    "受理@窗口 齐全?@窗口 审查@科室 补正@窗口",
    "受理>齐全? 齐全?>审查:是 齐全?>补正:否 补正>受理:退回",
    ("受理", "齐全?", "审查"),
    (Side("齐全?", ("补正",), left=True),),
)


def bends(drawing: Drawing) -> dict[tuple[str, str], int]:
    """Line → number of its bends."""
    return {(one.arrow.source, one.arrow.target): len(one.points) - 2 for one in drawing.routes}


def test_steps_and_hand_overs_are_joined_by_straight_lines(in_lanes: Callable[..., Chart]) -> None:
    """Only the way back has a bend."""
    assert bends(drawn(in_lanes(*RETURN))) == {
        ("受理", "齐全?"): 0,
        ("齐全?", "审查"): 0,
        ("齐全?", "补正"): 0,
        ("补正", "受理"): 1,
    }


def test_lanes_lie_side_by_side_in_their_order(in_lanes: Callable[..., Chart]) -> None:
    """Without gaps, from x = 0 on."""
    drawing = drawn(in_lanes(*RETURN))
    assert [band.lane.key for band in drawing.bands] == ["窗口", "科室"]
    assert drawing.bands[0].left == 0
    assert drawing.bands[0].right == drawing.bands[1].left
    assert (drawing.frame.left, drawing.frame.right) == (0, drawing.bands[1].right)


def test_a_lane_is_as_wide_as_what_is_in_it(in_lanes: Callable[..., Chart]) -> None:
    """窗口 has a column for what leads back and the label before it, 科室 one box."""
    window, office = drawn(in_lanes(*RETURN)).bands
    assert window.right - window.left > 2 * (office.right - office.left)


def test_a_lane_is_as_wide_as_its_name_on_two_lines(in_lanes: Callable[..., Chart]) -> None:
    """However narrow the boxes in it are."""
    chart = in_lanes("受理@窗口 审查@科室", "受理>审查")
    name = "住房和城乡建设局城市建设管理与村镇规划建设综合管理办公室"
    wide = drawn(replace(chart, lanes=(chart.lanes[0], Lane("科室", name)))).bands[1]
    assert wide.right - wide.left >= 12 * len(name) / 2


def test_symbols_of_one_kind_have_one_size(in_lanes: Callable[..., Chart]) -> None:
    """That of the one with the longest text."""
    chart = in_lanes("受理@窗口 组织专家对申请材料进行评审并提出意见@窗口", "受理>组织专家对申请材料进行评审并提出意见")
    one, other = drawn(chart).rects.values()
    assert (one.width, one.height) == (other.width, other.height)


@pytest.mark.parametrize("lanes", [("窗口",), ("窗口", "科室"), ("窗口", "科室", "领导")])
def test_boxes_are_as_wide_as_the_page_allows(lanes: tuple[str, ...], in_lanes: Callable[..., Chart]) -> None:
    """With few columns comfortable, with many as narrow as need be."""
    boxes = " ".join(f"步骤{number}@{lane}" for number, lane in enumerate(lanes))
    drawing = drawn(in_lanes(boxes, ""))
    assert drawing.bands[-1].right <= PAGE_WIDTH
    assert drawing.rects["步骤0"].width == 140


def test_bars_lie_over_all_lanes_of_their_branches(in_lanes: Callable[..., Chart]) -> None:
    """And are as thin as ever."""
    chart = in_lanes(
        "=分@窗口 会签@窗口 公示@领导 =合@窗口",
        "=分>会签 =分>公示 会签>=合 公示>=合",
        (Parallel("=分", (("会签",), ("公示",)), "=合"),),
    )
    drawing = drawn(chart)
    bar, left, right = (drawing.rects[key] for key in ("=分", "会签", "公示"))
    assert bar.left < left.left < right.right < bar.right
    assert bar.height == BAR_HEIGHT
    assert set(bends(drawing).values()) == {0}


def test_lines_that_part_from_one_box_stay_together_as_far_as_they_may(in_lanes: Callable[..., Chart]) -> None:
    """Three ways back from one diamond, one of which joins another on its last piece: still one line each."""
    chart = in_lanes(
        "受理@窗口 初审@窗口 审查@窗口 同意?@窗口 发证@窗口",
        "受理>初审 初审>审查 审查>同意? 同意?>发证:是 同意?>受理:退回 同意?>初审:退回 同意?>审查:退回",
    )
    drawing = drawn(chart)
    assert not drawing.conflicts
    assert len({route.points[0] for route in drawing.routes if route.arrow.back}) < 3


def test_the_same_chart_gives_the_same_drawing(in_lanes: Callable[..., Chart]) -> None:
    """To the last digit."""
    assert drawn(in_lanes(*RETURN)) == drawn(in_lanes(*RETURN))
