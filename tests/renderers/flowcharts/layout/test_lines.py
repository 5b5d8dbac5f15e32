"""How much of a line is painted."""

from __future__ import annotations

import pytest

from renderers.flowcharts.chart import Arrow, Status
from renderers.flowcharts.geometry import Point
from renderers.flowcharts.layout.lines import Route, related, strokes
from renderers.flowcharts.theme import CORNER

FIRST = ((0.0, 100.0), (-50.0, 100.0), (-50.0, 0.0), (0.0, 0.0))
TARGET = "受理"


def painted(source: str, *points: Point, back: bool = True) -> tuple[tuple[Point, ...], bool]:
    """What is painted of a line beside another one that goes back to the same step."""
    first = Route(Arrow(source="审查", target=TARGET, back=True), FIRST)
    second = Route(Arrow(source=source, target=TARGET, back=back), points)
    stroke = strokes((first, second))[1]
    return stroke.points, stroke.head


def test_a_line_that_comes_from_farther_away_ends_where_it_meets_the_other() -> None:
    """It runs on along the other one for the length of a corner, and has no head of its own."""
    line = ((0.0, 200.0), (-50.0, 200.0), (-50.0, 0.0), (0.0, 0.0))
    assert painted("决定", *line) == (((0.0, 200.0), (-50.0, 200.0), (-50.0, 100 - CORNER)), False)


def test_a_line_that_turns_in_keeps_its_corner() -> None:
    """Where it turns into the level piece of the other one."""
    line = ((-20.0, 60.0), (-20.0, 0.0), (0.0, 0.0))
    assert painted("补正", *line) == (((-20.0, 60.0), (-20.0, 0.0), (-20 + CORNER, 0.0)), False)


def test_a_line_that_comes_from_the_other_side_of_a_corner_is_cut_there() -> None:
    """Both turn at the same point, in opposite directions."""
    line = ((0.0, -80.0), (-50.0, -80.0), (-50.0, 0.0), (0.0, 0.0))
    assert painted("补正", *line) == (((0.0, -80.0), (-50.0, -80.0), (-50.0, 0.0), (-50 + CORNER, 0.0)), False)


def test_lines_that_only_share_their_end_point_are_whole() -> None:
    """One comes from above."""
    line = ((0.0, -80.0), (0.0, 0.0))
    assert painted("补正", *line) == (line, True)


def test_two_ways_back_from_one_question_begin_together() -> None:
    """The shared beginning is painted once; the head stays."""
    first = Route(
        Arrow(source="审查|判断", target="受理", back=True), ((0.0, 0.0), (-30.0, 0.0), (-30.0, -90.0), (0.0, -90.0))
    )
    second = Route(
        Arrow(source="审查|判断", target="初审", back=True), ((0.0, 0.0), (-30.0, 0.0), (-30.0, -40.0), (0.0, -40.0))
    )
    stroke = strokes((first, second))[1]
    assert stroke.points == ((-30.0, -40 + CORNER), (-30.0, -40.0), (0.0, -40.0))
    assert stroke.head


def test_a_line_that_is_wholly_another_one_is_whole() -> None:
    """Better twice than not at all."""
    assert painted("审查之二", *FIRST) == (FIRST, True)


@pytest.mark.parametrize("line", [FIRST, ((0.0, 200.0), (-50.0, 200.0), (-50.0, 0.0), (0.0, 0.0))])
def test_solid_lines_are_painted_whole(line: tuple[Point, ...]) -> None:
    """Ink on ink does no harm."""
    assert painted("决定", *line, back=False) == (line, True)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (None, None, True),
        (Status.SAME, Status.CHANGED, True),
        (Status.REMOVED, Status.REMOVED, True),
        (Status.REMOVED, Status.SAME, False),
        (Status.ADDED, Status.SAME, False),
        (Status.ADDED, Status.REMOVED, False),
    ],
)
def test_lines_of_another_fate_share_nothing(one: Status | None, other: Status | None, *, shared: bool) -> None:
    """Though they leave the same box: nobody could tell whose a shared piece is."""
    lines = Arrow(source="受理", target="审查", status=one), Arrow(source="受理", target="决定", status=other)
    assert related(*lines) is shared


def test_dashes_of_removed_lines_do_not_lie_on_each_other() -> None:
    """The second one is painted up to where it meets the first one."""
    line = ((0.0, 200.0), (-50.0, 200.0), (-50.0, 0.0), (0.0, 0.0))
    first = Route(Arrow(source="审查", target=TARGET, status=Status.REMOVED), FIRST)
    second = Route(Arrow(source="决定", target=TARGET, status=Status.REMOVED), line)
    assert not strokes((first, second))[1].head
    other = Route(Arrow(source="决定", target=TARGET, back=True, status=Status.SAME), line)
    assert strokes((first, other))[1].head
