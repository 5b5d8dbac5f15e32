"""The smallest cuts: enough, no more than needed, and never below the least."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.advice.cuts import Cuts, Left, cuts_of_each, cuts_of_sum, lacking
from engine.reports import target

THIRD = Fraction(1, 3)
SHARES = st.sampled_from([THIRD, Fraction(1, 2), Fraction(2, 5), Fraction(1, 10)])


@st.composite
def a_left(draw: st.DrawFn) -> Left:
    """A matter with a few units, whole or halves."""
    halves = st.integers(0, 12).map(lambda number: Fraction(number, 2))
    after = draw(halves)
    return Left(draw(halves), after, min(draw(halves), after))


LEFTS = st.lists(a_left(), max_size=4)


def left(before: int, after: int, least: int = 1) -> Left:
    """Of whole numbers."""
    return Left(Fraction(before), Fraction(after), Fraction(least))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (60, 40), (45, 30), (30, 20), (20, 13), (15, 10), (10, 6), (7, 4), (6, 4), (5, 3), (4, 2), (3, 2), (2, 1), (1, 0)
    ],
)  # fmt: skip
def test_the_largest_number_that_may_be_left_of_a_third(before: int, after: int) -> None:
    """The reference table of the plan's rules: one more would not do."""
    tested = target.Tested("时限", "天", Fraction(before), Fraction(before))
    assert tested.most(THIRD) == after
    assert tested.missing(THIRD) == lacking(Fraction(before), Fraction(before), THIRD) == before - after
    assert target.Tested("时限", "天", Fraction(before), Fraction(after)).reaches(THIRD)
    assert not target.Tested("时限", "天", Fraction(before), Fraction(after + 1)).reaches(THIRD)


@given(LEFTS, SHARES)
def test_the_cuts_of_a_sum_are_the_smallest_there_are(lefts: list[Left], share: Fraction) -> None:
    """No other cuts of whole units reach the share with fewer; what is missing is missing whatever is taken."""
    found = cuts_of_sum(lefts, share)
    ways = list(product(*(range(one.room + 1) for one in lefts)))
    wanted = (1 - share) * sum(one.before for one in lefts)
    after = sum(one.after for one in lefts)
    enough = [sum(way) for way in ways if after - sum(way) <= wanted]
    assert found.each in ways
    if enough:
        assert (found.total, found.missing) == (min(enough), 0)
    else:
        assert found.total == max(map(sum, ways))
        assert after - found.total - found.missing <= wanted < after - found.total - found.missing + 1


@given(LEFTS, SHARES)
def test_the_cuts_of_each_are_the_smallest_of_each(lefts: list[Left], share: Fraction) -> None:
    """口径.三分之一: 按事项."""
    found = cuts_of_each(lefts, share)
    for one, cut in zip(lefts, found.each, strict=True):
        enough = [units for units in range(one.room + 1) if one.after - units <= (1 - share) * one.before]
        assert cut == (min(enough) if enough else one.room)
    short = [one for one, cut in zip(lefts, found.each, strict=True) if one.after - cut > (1 - share) * one.before]
    assert bool(found.missing) == bool(short)


@given(LEFTS, SHARES)
def test_what_has_most_left_is_cut_first(lefts: list[Left], share: Fraction) -> None:
    """Nothing is taken from a matter while another has more than a unit more above its least."""
    found = cuts_of_sum(lefts, share)
    rest = [one.after - one.least - cut for one, cut in zip(lefts, found.each, strict=True)]
    assert all(rest[at] + 1 >= max(rest) for at, cut in enumerate(found.each) if cut)


@pytest.mark.parametrize(
    ("lefts", "cuts"),
    [
        ([], Cuts((), 0)),
        ([left(20, 13)], Cuts((0,), 0)),
        ([left(20, 16), left(20, 14)], Cuts((3, 1), 0)),
        ([left(10, 8), left(10, 8)], Cuts((2, 1), 0)),
        ([left(3, 3, 3), left(6, 5, 4)], Cuts((0, 1), 1)),
        ([left(0, 2)], Cuts((1,), 1)),
    ],
)
def test_from_which_matters_they_are_taken(lefts: list[Left], cuts: Cuts) -> None:
    """Some by hand: reached already; levelled; equal ones in turn; no room; added where there was nothing."""
    assert cuts_of_sum(lefts, THIRD) == cuts
