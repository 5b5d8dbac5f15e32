"""The metrics on pictures drawn by hand, whose faults are known. Numbers are points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.flowcharts.metrics import Measure, measured
from benchmarks.flowcharts.picture import Area, Figure, Line, Picture, area, line

A, B, C, D = "A", "B", "C", "D"
AT = {A: (0.0, 0.0), B: (0.0, 100.0), C: (200.0, 0.0), D: (200.0, 100.0)}
"""Four boxes, 40 wide and 20 high, by their middles."""

Points = tuple[tuple[float, float], ...]
DOWN: Points = ((0, 10), (0, 90))
"""From A to B."""
PARALLEL: Points = ((200, 10), (200, 90))
"""From C to D."""
SLANTING: Points = ((20, 0), (180, 100))
"""From A to D."""


def picture(*lines: Line, labels: tuple[Area, ...] = (), diamond: str = "", lanes: str = "") -> Picture:
    """The four boxes with these lines; of ``lanes`` each box is in one, in the order A, B, C, D."""
    figures = {
        key: Figure(area(x, y, 40, 20), lane, diamond=key == diamond)
        for (key, (x, y)), lane in zip(AT.items(), lanes or "    ", strict=True)
    }
    return Picture(figures, lines, labels, tuple(sorted(set(lanes))))


def faults(drawn: Picture) -> dict[str, float]:
    """What is counted of a picture, without what every picture has."""
    found = measured(drawn)
    usual = ("bends", "length", "area")
    return {
        name: round(getattr(found, name), 1) for name in Measure.__slots__ if name not in usual and getattr(found, name)
    }


def test_a_clean_picture_has_no_faults() -> None:
    """Two lines beside each other, a label beside its line."""
    drawn = picture(line(A, B, DOWN), line(C, D, PARALLEL), labels=(area(20, 50, 30, 12),), lanes="1122")
    assert faults(drawn) == {}
    assert measured(drawn).faults == 0


@pytest.mark.parametrize(
    ("source", "target", "points", "found"),
    [
        pytest.param(C, D, ((180, 0), (0, 0), (0, 100), (180, 100)), {"through": 2}, id="two boxes"),
        pytest.param(
            C, D, ((180, 0), (20, 0), (20, 50), (200, 50), (200, 90)), {"rims": 1}, id="up to a rim and along"
        ),
        pytest.param(
            C, D, ((180, 0), (20.5, 0), (20.5, 50), (200, 50), (200, 90)), {"rims": 1}, id="half a point away"
        ),
        pytest.param(C, D, ((180, 0), (22, 0), (22, 50), (200, 50), (200, 90)), {}, id="two points away"),
        pytest.param(C, D, ((180, 0), (19.9, 0), (19.9, 50), (200, 50), (200, 90)), {"through": 1}, id="a bit inside"),
        pytest.param(A, B, ((0, -10), (0, 90)), {"through": 1}, id="through its own box"),
        pytest.param(A, B, ((20, 0), (20, 100)), {"rims": 2}, id="along the rims of its own boxes"),
        pytest.param(A, B, ((0, 4), (0, 90)), {}, id="from the wave of a document"),
        pytest.param(C, D, ((180, -20), (-40, 20)), {"through": 1}, id="slanting"),
        pytest.param(C, D, ((0, -30), (60, 0)), {}, id="slanting past a corner"),
    ],
)
def test_lines_and_boxes(source: str, target: str, points: Points, found: dict[str, float]) -> None:
    """A line through a box, on its rim, beside it."""
    assert faults(picture(line(source, target, points))) == found


def test_the_corner_of_the_rectangle_around_a_diamond_is_not_the_diamond() -> None:
    """A is 40 wide and 20 high: at y = -8 the diamond is 8 wide."""
    past: Points = ((-60, -8), (-10, -8), (-10, -40))
    assert faults(picture(line(C, D, past))) == {"through": 1}
    assert faults(picture(line(C, D, past), diamond=A)) == {}
    assert faults(picture(line(C, D, ((-60, -8), (0, -8), (0, -40))), diamond=A)) == {"through": 1}
    label = (area(17, -8, 10, 6),)
    assert faults(picture(labels=label)) == {"labels_on_boxes": 1}
    assert faults(picture(labels=label, diamond=A)) == {}
    assert faults(picture(labels=(area(8, -5, 10, 6),), diamond=A)) == {"labels_on_boxes": 1}


def test_labels_on_boxes_labels_and_lines() -> None:
    """Each pair counts once; touching sides do not count."""
    on_all = (area(0, 85, 30, 12), area(20, 85, 30, 12))
    drawn = picture(line(A, B, DOWN), labels=on_all)
    assert faults(drawn) == {"labels_on_boxes": 2, "labels_on_labels": 1, "labels_on_lines": 1}
    touching = (area(15, 50, 30, 12), area(45, 50, 30, 12))
    assert faults(picture(line(A, B, DOWN), labels=touching)) == {}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param(
            line(A, B, ((0, 10), (0, 40), (100, 40), (100, 100), (20, 100))),
            line(C, D, ((180, 0), (100, 0), (100, 60), (200, 60), (200, 90))),
            {"shared": 1, "shared_length": 20.0},
            id="twenty points",
        ),
        pytest.param(
            line(A, B, ((0, 10), (0, 40), (100, 40), (100, 100), (20, 100))),
            line(C, D, ((180, 0), (100.6, 0), (100.6, 60), (200, 60), (200, 90))),
            {"shared": 1, "shared_length": 20.0},
            id="too near to be told apart",
        ),
        pytest.param(
            line(A, D, ((0, 10), (0, 50), (200, 50), (200, 90))),
            line(C, D, PARALLEL),
            {},
            id="lines with one target join",
        ),
        pytest.param(
            line(A, B, DOWN), line(A, D, ((0, 10), (0, 50), (200, 50), (200, 90))), {}, id="lines with one source part"
        ),
        pytest.param(
            line(A, B, DOWN), line(B, A, ((0, 90), (0, 10))), {"shared": 1, "shared_length": 80.0}, id="there and back"
        ),
        pytest.param(
            line(A, D, SLANTING), line(B, C, ((52, 20), (100, 50))), {"shared": 1, "shared_length": 56.6}, id="slanting"
        ),
    ],
)
def test_lines_that_share_a_piece(one: Line, other: Line, found: dict[str, float]) -> None:
    """Only lines from one box or to one box may."""
    assert faults(picture(one, other)) == found


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param(((20, 50), (180, 50)), ((100, 0), (100, 90)), 1, id="a cross"),
        pytest.param(SLANTING, ((20, 100), (180, 0)), 1, id="slanting"),
        pytest.param(((20, 50), (180, 50)), ((100, 0), (100, 50)), 0, id="a line that ends on another"),
        pytest.param(((20, 50), (180, 50)), ((100, 0), (100, 50), (120, 0)), 0, id="a corner that only touches"),
        pytest.param(((20, 50), (180, 50)), ((100, 0), (100, 50), (120, 90)), 1, id="a corner on the line, across"),
        pytest.param(((20, 50), (100, 50), (100, 90)), ((140, 90), (100, 50), (140, 10)), 0, id="corners that touch"),
        pytest.param(((20, 50), (100, 50), (100, 90)), ((60, 70), (100, 50), (160, 20)), 1, id="through a corner"),
        pytest.param(((20, 50), (180, 50)), ((60, 20), (60, 80), (100, 80), (100, 20)), 2, id="there and back"),
        pytest.param(((20, 50), (180, 50)), ((100, 20), (100, 50), (120, 50), (120, 80)), 0, id="along it for a bit"),
    ],
)
def test_crossings_are_counted_by_pair_and_place(one: Points, other: Points, count: int) -> None:
    """A crossing goes from one side to the other."""
    assert measured(picture(line(A, D, one), line(B, C, other))).crossings == count
    assert measured(picture(line(B, C, other[::-1]), line(A, D, one))).crossings == count


def test_bends_length_and_area() -> None:
    """Doubled corners and corners on a straight way are none."""
    drawn = picture(line(A, D, ((0, 10), (0, 30), (0, 50), (0.2, 50.1), (200, 50), (200, 90))))
    found = measured(drawn)
    assert (found.bends, round(found.length), found.area) == (2, 280, 240.0 * 120.0)


def test_boxes_out_of_their_lane() -> None:
    """A and B stand at the left, C and D at the right."""
    assert measured(picture(lanes="1122")).out_of_lane == 0
    assert measured(picture(lanes="1222")).out_of_lane == 1
    assert measured(picture(lanes="2211")).out_of_lane == 2
    assert measured(picture(lanes="1212")).out_of_lane == 2


def test_a_lane_without_boxes_pushes_nobody_out() -> None:
    """Nothing stands in the lane between the left and the right one."""
    between = replace(picture(lanes="1122"), lanes=("1", "empty", "2"))
    assert measured(between).out_of_lane == 0


def test_measures_add_up() -> None:
    """Part by part."""
    both = Measure(through=1, crossings=2, length=1.5) + Measure(labels_on_lines=1, crossings=3)
    assert both == Measure(through=1, labels_on_lines=1, crossings=5, length=1.5)
    assert (both.labels, both.faults) == (1, 2)
