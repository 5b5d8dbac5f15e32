"""Lines on a small page."""

from __future__ import annotations

from collections.abc import Mapping

from renderers.flowcharts.chart import Arrow, Box, Chart, Shape, Side
from renderers.flowcharts.geometry import Point, Rect
from renderers.flowcharts.layout.routing import wired

COLUMN = {"甲": Rect(0, 0, 100, 40), "乙": Rect(0, 80, 100, 40), "丙": Rect(0, 160, 100, 40)}


def lines(
    rects: Mapping[str, Rect], *arrows: Arrow, sides: tuple[Side, ...] = (), shapes: Mapping[str, Shape] | None = None
) -> list[tuple[Point, ...]]:
    """The corners of the lines."""
    known = shapes or {}
    boxes = tuple(Box(key=key, shape=known.get(key, Shape.PROCESS)) for key in rects)
    chart = Chart(title="", unit="", boxes=boxes, arrows=arrows, main=tuple(rects), sides=sides)
    return [route.points for route in wired(chart, rects)[0]]


def test_the_way_to_the_box_below_is_straight() -> None:
    """From the middle of the lower side to the middle of the upper side."""
    assert lines(COLUMN, Arrow(source="甲", target="乙")) == [((0, 20), (0, 60))]


def test_a_line_leaves_and_reaches_a_bar_where_the_branch_is() -> None:
    """Not in the middle of the bar."""
    rects = {"分": Rect(0, 0, 300, 6), "乙": Rect(80, 60, 100, 40), "合": Rect(0, 120, 300, 6)}
    shapes = {"分": Shape.BAR, "合": Shape.BAR}
    arrows = Arrow(source="分", target="乙"), Arrow(source="乙", target="合")
    assert lines(rects, *arrows, shapes=shapes) == [((80, 3), (80, 40)), ((80, 80), (80, 117))]


def test_the_way_back_runs_at_the_left_and_the_way_ahead_at_the_right() -> None:
    """Around the box between, from side to side."""
    back, ahead = lines(COLUMN, Arrow(source="丙", target="甲", back=True), Arrow(source="甲", target="丙"))
    assert [back, ahead] == [
        ((-50, 160), (-64, 160), (-64, 0), (-50, 0)),
        ((50, 0), (64, 0), (64, 160), (50, 160)),
    ]


def test_unrelated_lines_do_not_run_on_each_other() -> None:
    """The second way takes the next track."""
    rects = COLUMN | {"丁": Rect(0, 240, 100, 40)}
    first, second = lines(rects, Arrow(source="甲", target="丙"), Arrow(source="乙", target="丁"))
    assert {x for x, _ in first} == {50, 64}
    assert {x for x, _ in second} == {50, 76} or {x for x, _ in second} == {-50, -64}


def test_lines_to_the_same_box_join() -> None:
    """They may share the piece before it."""
    rects = COLUMN | {"丁": Rect(0, 240, 100, 40)}
    first, second = lines(rects, Arrow(source="甲", target="丁"), Arrow(source="乙", target="丁"))
    assert first[-2:] == second[-2:] == ((64, 240), (50, 240))


def test_a_box_almost_level_with_another_is_reached_by_a_straight_line() -> None:
    """No jog of a few points: the line ends beside the middle of the side."""
    rects = COLUMN | {"旁": Rect(200, 90, 100, 40)}
    assert lines(rects, Arrow(source="旁", target="乙"), sides=(Side("乙", ("旁",)),)) == [((150, 90), (50, 90))]


def test_a_diamond_is_reached_at_its_corner_only() -> None:
    """A line that is not quite level with it has to bend."""
    rects = COLUMN | {"旁": Rect(200, 90, 100, 40)}
    (line,) = lines(rects, Arrow(source="旁", target="乙"), sides=(Side("乙", ("旁",)),), shapes={"乙": Shape.DECISION})
    assert line[-1] == (50, 80)


def test_a_document_is_left_at_its_wave() -> None:
    """The wave ends above the lower edge of the rectangle."""
    shapes = {"甲": Shape.DOCUMENT}
    ((start, _),) = lines(COLUMN, Arrow(source="甲", target="乙"), shapes=shapes)
    assert start[1] < COLUMN["甲"].bottom


def test_where_there_is_no_room_for_a_label_the_shortest_way_is_kept() -> None:
    """Between walls, a longer first piece would not help."""
    walls = {"左": Rect(-130, 80, 100, 400), "右": Rect(130, 80, 100, 400)}
    (line,) = lines(COLUMN | walls, Arrow(source="丙", target="甲", label="不符合法定条件", back=True))
    assert line == ((-50, 160), (-64, 160), (-64, 0), (-50, 0))
