"""What stands on the rim of a box."""

from __future__ import annotations

from renderers.flowcharts.chart import Box, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.attached import BEYOND, attached, flags

RECT = Rect(100.0, 100.0, 160.0, 40.0)


def test_a_plain_box_has_nothing() -> None:
    """Neither number nor flag."""
    assert list(attached(Box(key="补正", shape=Shape.PROCESS, name="补正"), RECT)) == []


def test_number_and_flags_do_not_meet() -> None:
    """At the two upper corners, the last flag in the corner."""
    box = Box(key="审查", shape=Shape.PROCESS, name="审查", number="12", tags=("合并", "移动"))
    rects = list(attached(box, RECT))
    assert [text for text, _ in flags(box, RECT)] == ["移动", "合并"]
    assert rects[1].right == RECT.right + BEYOND
    assert not any(one.meets(other) for index, one in enumerate(rects) for other in rects[:index])
    assert all(rect.top < RECT.top < rect.bottom for rect in rects)


def test_the_number_of_a_band_stands_in_it() -> None:
    """At its left end."""
    (disc,) = attached(Box(key="块:分", shape=Shape.BAR, name="联合审查", number="2"), RECT)
    assert RECT.left < disc.left < disc.right < RECT.x
    assert disc.y == RECT.y
