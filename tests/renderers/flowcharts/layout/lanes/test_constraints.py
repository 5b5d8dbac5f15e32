"""Least distances along an axis."""

from __future__ import annotations

from renderers.flowcharts.layout.lanes.constraints import Axis, Ref


def test_what_follows_keeps_its_distance_and_no_more() -> None:
    """Sides are given as distances from the variable."""
    axis = Axis()
    left, right = axis.add("甲", 0.0), axis.add("乙", 500.0)
    axis.apart(Ref(left.name, 50.0), Ref(right.name, -30.0), 20.0)
    assert axis.solved() == {"甲": 0.0, "乙": 100.0}


def test_what_has_play_stands_in_the_middle_of_it() -> None:
    """A line between two boxes that are kept apart by something wider."""
    axis = Axis()
    left, line, right = axis.add("甲", 0.0), axis.add("线", 100.0), axis.add("乙", 900.0)
    axis.apart(left, right, 100.0)
    axis.apart(left, line, 10.0)
    axis.apart(line, right, 10.0)
    assert axis.solved() == {"甲": 0.0, "线": 50.0, "乙": 100.0}


def test_the_order_is_kept() -> None:
    """A distance against it is not obeyed: it would turn the drawing round."""
    axis = Axis()
    one, other = axis.add("甲", 0.0), axis.add("乙", 10.0)
    axis.apart(other, one, 5.0)
    axis.apart(one, other, 5.0)
    assert axis.solved() == {"甲": 0.0, "乙": 5.0}


def test_of_several_distances_the_greatest_counts() -> None:
    """Between the same two."""
    axis = Axis()
    one, other = axis.add("甲", 0.0), axis.add("乙", 1.0)
    for distance in (7.0, 30.0, 12.0):
        axis.apart(one, other, distance)
    assert axis.solved()["乙"] == 30.0


def test_what_is_kept_in_order_does_not_change_places() -> None:
    """Columns under one bar that nothing else holds apart."""
    axis = Axis()
    first, middle, last = axis.add("甲", 0.0), axis.add("乙", 10.0), axis.add("丙", 20.0)
    axis.apart(first, middle, 30.0)
    axis.apart(first, last, 5.0)
    assert axis.solved()["丙"] < axis.solved()["乙"]
    axis.in_order(first, middle, last)
    assert axis.solved() == {"甲": 0.0, "乙": 30.0, "丙": 30.0}
