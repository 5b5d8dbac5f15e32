"""Tests of rows of numbers in one integer: as lists of numbers have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.conformance.lanes import Lanes

COUNT, MOST = 5, 40
ROWS = st.lists(st.integers(0, MOST), min_size=COUNT, max_size=COUNT)
LANES = Lanes(COUNT, 2 * MOST + 1)


def packed(numbers: list[int]) -> int:
    """The row."""
    return sum(LANES.alone(number, index) for index, number in enumerate(numbers))


def unpacked(row: int) -> list[int]:
    """The numbers; nothing may be left of the row."""
    return list(LANES.numbers(row))


@given(ROWS, ROWS)
def test_the_lesser_number_of_every_lane(one: list[int], other: list[int]) -> None:
    """No lane borrows of its neighbour."""
    assert unpacked(LANES.least(packed(one), packed(other))) == list(map(min, one, other))


@given(ROWS, st.lists(st.tuples(st.integers(0, COUNT - 1), ROWS), max_size=3))
def test_one_more_or_by_a_term_less_what_all_have(row: list[int], terms: list[tuple[int, list[int]]]) -> None:
    """All have 1 at most, for the row is brought to a least number of 0 before."""
    row = [number - min(row) for number in row]
    least = [min([row[at] + 1, *(row[index] + other[at] for index, other in terms)]) for at in range(COUNT)]
    found, less = LANES.after(packed(row), row, [(index, packed(other), ()) for index, other in terms])
    assert less == min(least)
    assert unpacked(found) == [number - less for number in least]


@pytest.mark.parametrize(
    ("row", "after"),
    [([0, 0, 4, 4, 4], [0, 0, 0, 0, 0]), ([0, 1, 4, 4, 4], [0, 1, 4, 4, 4])],
    ids=["taken", "passed over"],
)
def test_a_term_is_passed_over_where_another_place_has_less(row: list[int], after: list[int]) -> None:
    """The term of place 1 counts as long as place 0 has no less."""
    found, _ = LANES.after(packed(row), row, [(1, packed([0] * COUNT), (0,))])
    assert unpacked(found) == after
