"""Where connectors stand at the ends of lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from renderers.flowcharts.sheets.slots import CLEAR, LEVEL, RADIUS, STUB, Slots

DISTANCES = st.lists(st.floats(0.5, 60.0), max_size=9)


def test_connectors_of_lines_far_from_each_other_stand_level_on_their_lines() -> None:
    """Nothing bends."""
    slots = Slots((0.0, 20.0, 80.0))
    assert slots.places == (0.0, 20.0, 80.0)
    assert slots.levels == slots.bends == (0, 0, 0)
    assert slots.height == STUB + 2 * RADIUS


def test_connectors_of_close_lines_stand_on_two_levels() -> None:
    """A line passes beside the connector of the next one."""
    slots = Slots((0.0, 14.0, 28.0))
    assert slots.levels == (0, 1, 0)
    assert slots.bends == (0, 0, 0)
    assert slots.height == STUB + 2 * RADIUS + LEVEL


def test_lines_too_close_for_that_move_apart() -> None:
    """Half to either side."""
    slots = Slots((0.0, 5.0))
    assert slots.places == (-3.0, 8.0)
    assert slots.bends == (1, 1)


def test_without_lines_no_room_is_needed() -> None:
    """A cut between two columns that are not joined."""
    assert Slots(()).height == 0


@given(distances=DISTANCES)
def test_no_connector_stands_on_another_or_on_a_strange_line(distances: list[float]) -> None:
    """Whatever the distances are; places keep the order of the lines."""
    lines = [0.0]
    for distance in distances:
        lines.append(lines[-1] + distance)
    slots = Slots(tuple(lines))
    for one, other in pairwise(slots.places):
        assert other - one >= RADIUS + CLEAR - 1e-6
    for index, place in enumerate(slots.places):
        same = [x for x, level in zip(slots.places, slots.levels, strict=True) if level == slots.levels[index]]
        assert all(abs(x - place) >= 2 * RADIUS + CLEAR - 1e-6 for x in same if x != place)


@given(distances=DISTANCES)
def test_lines_that_move_apart_do_not_cross(distances: list[float]) -> None:
    """Before its bend a line is at its old place, after it at its new one; order never changes on the way."""
    lines = [0.0]
    for distance in distances:
        lines.append(lines[-1] + distance)
    slots = Slots(tuple(lines))
    for level in range(max(slots.bends) + 1):
        at = [
            new if bend <= level else old for old, new, bend in zip(slots.lines, slots.places, slots.bends, strict=True)
        ]
        assert all(one < other for one, other in pairwise(at))
