"""The day axis."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from renderers.timelines.scale import LEAST_STEP, scale_of


@given(st.fractions(0, 3000), st.floats(40, 2000))
def test_everything_is_on_the_axis_and_the_days_do_not_crowd(longest: Fraction, room: float) -> None:
    """Day 0 at the left, the last day at the right; written days apart; a step of 1, 2 or 5 times a power of ten."""
    scale = scale_of(longest, 10.0, room)
    days = [*scale.days()]
    assert scale.x(0) == 10.0
    assert scale.x(longest) <= scale.right + 1e-6 <= 10.0 + room + 2e-6
    assert days[0] == 0
    if len(days) > 1:
        step = days[1]
        assert step * scale.per_day >= LEAST_STEP
        assert int(str(step).rstrip("0")) in (1, 2, 5)


def test_nothing_but_at_once_has_an_axis_of_one_day() -> None:
    """即时 alone."""
    assert scale_of(Fraction(0), 0.0, 100.0).last == 1
