"""Where what went stands among what goes on; keys in lower case went."""

from __future__ import annotations

import pytest

from renderers.flowcharts.chart import Parallel, Sequence
from renderers.flowcharts.drafting.difference.weaving import Woven, woven

BLOCK = Parallel("(", (("A",), ("B",)), ")")
"""A block that 优化前 and 优化后 have."""
GONE = Parallel("<", (("A",), ("B",)), ">")
"""A block of 优化前 alone."""


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        # Behind its predecessor, before what is new there.
        (("A", "b", "C"), ("A", "N", "C"), ("A", "b", "N", "C")),
        (("A", "b", "c", "D"), ("A", "D"), ("A", "b", "c", "D")),
        # Behind the diamond that its predecessor has now.
        (("A", "b", "C"), ("A", "A|判断", "C"), ("A", "A|判断", "b", "C")),
        (("A", "A|判断", "b"), ("A",), ("A", "A|判断", "b")),
        # In its own branch.
        (
            ("S", Parallel("(", (("A", "x"), ("B",)), ")")),
            ("S", BLOCK),
            ("S", Parallel("(", (("A", "x"), ("B",)), ")")),
        ),
        # A branch of which nothing goes on.
        (
            ("S", Parallel("(", (("A",), ("B",), ("x",)), ")")),
            ("S", BLOCK),
            ("S", Parallel("(", (("A",), ("B",), ("x",)), ")")),
        ),
        # Behind a block that is new around its predecessor.
        (("S", "A", "B", "x", "E"), ("S", BLOCK, "E"), ("S", BLOCK, "x", "E")),
        # Bars that went, around what ran between them.
        (("S", GONE, "E"), ("S", "A", "B", "E"), ("S", Parallel("<", (("A", "B"),), ">"), "E")),
        (
            ("S", Parallel("<", (("A", "x"), ("y",)), ">"), "E"),
            ("S", "A", "E"),
            ("S", Parallel("<", (("A", "x"), ("y",)), ">"), "E"),
        ),
        (
            ("S", Parallel("<", (("A",), ("x", "y", "z")), ">"), "E"),
            ("S", "A", "E"),
            ("S", Parallel("<", (("A",), ("x", "y", "z")), ">"), "E"),
        ),
        # With all that was between them.
        (
            ("S", Parallel("<", (("x",), ("y",)), ">"), "E"),
            ("S", "E"),
            ("S", Parallel("<", (("x",), ("y",)), ">"), "E"),
        ),
        # Around nothing where what was between them stands apart from each other.
        (
            ("S", GONE, "T", "U", "E"),
            ("S", "A", "T", "U", "B", "E"),
            ("S", Parallel("<", ((),), ">"), "A", "T", "U", "B", "E"),
        ),
    ],
)
def test_what_went_stands_where_it_stood(before: Sequence, after: Sequence, both: Sequence) -> None:
    """Every key of either version once, those of 优化后 in their order."""
    assert woven(Woven(before, ()), Woven(after, ())).main == both


def test_nothing_follows_what_was_moved() -> None:
    """What stood behind it stands where both stood."""
    before, after = Woven(("S", "M", "x", "A", "E"), ()), Woven(("S", "A", "M", "E"), ())
    assert woven(before, after, {"M"}).main == ("S", "x", "A", "M", "E")


def test_side_branches_are_woven_with_those_they_share_most_with() -> None:
    """What nothing of goes on is a branch of its own, the last."""
    before = Woven(("S", "E"), (("A", "x", "END"), ("y", "z")))
    after = Woven(("S", "E"), (("B", "END2"), ("A", "END")))
    assert woven(before, after).sides == (("B", "END2"), ("A", "x", "END"), ("y", "z"))


def test_a_block_that_went_may_stand_inside_another() -> None:
    """The inner bars around what is together, the outer ones around them."""
    inner = Parallel("[", (("A",), ("B",)), "]")
    before = Woven(("S", Parallel("<", ((inner,), ("x",)), ">"), "E"), ())
    kept = Parallel("[", (("A", "B"),), "]")
    assert woven(before, Woven(("S", "A", "B", "E"), ())).main == (
        "S",
        Parallel("<", ((kept,), ("x",)), ">"),
        "E",
    )
