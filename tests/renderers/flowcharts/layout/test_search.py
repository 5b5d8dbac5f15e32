"""Ways over a grid of tracks."""

from __future__ import annotations

import pytest

from renderers.flowcharts.chart import Arrow
from renderers.flowcharts.geometry import Point, Rect
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.layout.pathfinding import Grid, Port, Prices

TRACKS = tuple(float(at) for at in range(0, 201, 20))
WALL = Rect(100.0, 100.0, 30.0, 130.0)
ARROW = Arrow(source="甲", target="乙")
EXIT, ENTRY = Port((0.0, 100.0), (20.0, 100.0), (1, 0), 0.0), Port((200.0, 100.0), (180.0, 100.0), (-1, 0), 0.0)


def way(prices: Prices, *others: Route, entry: Port = ENTRY) -> tuple[Point, ...]:
    """The corners from the left of the wall to its right."""
    return Grid((WALL,), TRACKS, TRACKS, prices).way(ARROW, (EXIT,), (entry,), others, ())[0].points


def test_a_wall_is_passed_with_four_bends() -> None:
    """Two to leave the level, two to come back to it."""
    assert len(way(Prices())) == 6


@pytest.mark.parametrize("patience", [1, 3, 10])
def test_a_search_that_hurries_finds_a_way_too(patience: int) -> None:
    """Around the wall, never through it."""
    line = way(Prices(patience=patience))
    assert (line[0], line[-1]) == (EXIT.point, ENTRY.point)
    assert not any(piece.near(WALL) for piece in Route(ARROW, line).segments)


def test_the_end_of_another_line_in_the_same_track_is_kept_clear_of() -> None:
    """Corners that touch look like one line."""
    below = Port((120.0, 200.0), (120.0, 180.0), (0, 1), 0.0)
    plain = way(Prices(), entry=below)
    corner = plain[1]
    other = Route(Arrow(source="丙", target="丁"), ((corner[0], 0.0), corner))
    clear = way(Prices(company=200.0, beyond=8.0), other, entry=below)
    assert corner not in clear


@pytest.mark.parametrize("y", [20.0, 180.0])
def test_a_line_to_the_same_box_is_joined_from_above_as_from_below(y: float) -> None:
    """Where two lines run together they do not cross."""
    to_box = Route(Arrow(source="丙", target="乙"), ((140.0, 100.0), (200.0, 100.0)))
    start = Port((140.0, y), (160.0, y), (1, 0), 0.0)
    grid = Grid((), TRACKS, TRACKS, Prices())
    route, price = grid.way(ARROW, (start,), (ENTRY,), (to_box,), ())
    assert route.points == ((140.0, y), (160.0, y), (160.0, 100.0), (200.0, 100.0))
    assert price < 200


def test_a_line_to_the_same_box_is_crossed_where_the_way_goes_straight_on() -> None:
    """Only where it turns into the other line does it join it."""
    to_box = Route(Arrow(source="丙", target="乙"), ((0.0, 100.0), (200.0, 100.0)))
    start, end = Port((100.0, 0.0), (100.0, 20.0), (0, 1), 0.0), Port((100.0, 200.0), (100.0, 180.0), (0, -1), 0.0)
    grid = Grid((), TRACKS, TRACKS, Prices(bend=2000.0, crossing=1000.0))
    assert grid.way(ARROW, (start,), (end,), (to_box,), ())[1] == 1200
