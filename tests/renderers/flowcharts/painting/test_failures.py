"""One chart that fails costs no other."""

from __future__ import annotations

import pytest

from renderers.flowcharts import DrawingError
from renderers.flowcharts.painting.failures import attempted, followed, passed, whole


def broken() -> int:
    """What goes wrong."""
    raise ZeroDivisionError("nothing")


def test_an_exception_becomes_a_failure_that_says_what_it_was() -> None:
    """For whoever asked; the cause is kept for the developer."""
    failed = attempted(broken)
    assert isinstance(failed, DrawingError)
    assert str(failed) == "ZeroDivisionError nothing"
    assert isinstance(failed.__cause__, ZeroDivisionError)


def test_failures_stay_in_their_places() -> None:
    """What is made of several at once is made of the others."""
    error = DrawingError("没有")
    results: list[int | DrawingError] = [1, error, 3]
    assert passed(results, lambda numbers: [number * 10 for number in numbers]) == (10, error, 30)
    assert followed(results, str) == ("1", error, "3")


def test_the_first_failure_is_raised_where_all_are_needed() -> None:
    """And none where there is none."""
    assert whole((1, 2)) == (1, 2)
    with pytest.raises(DrawingError, match="没有"):
        whole((1, DrawingError("没有"), 2))
