"""What an identity is made of: cells, and what is read in them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from engine.reconcile.values import Identity, PrintedLimit, Ref, items_in, printed_limit


def test_only_what_must_show_counts_as_covered() -> None:
    """“Not more than” lets errors pass, and so does what is only explained."""
    ref = Ref("示范局", "附件9", 0, 3, "附件9 第4栏")
    tight = Identity(name="甲", left=ref, right=(ref,), expected=1, found=1, holds=True)
    assert tight.covered == (ref, ref)
    assert replace(tight, tight=False).covered == ()
    assert replace(tight, scope="口径不同").covered == ()


@pytest.mark.parametrize(
    ("text", "count"), [("无", 0), ("1.受理", 1), ("1.受理;2.审查", 2), ("1.表(第2.1款);2.照片", 2), ("受理", 0)]
)
def test_items_are_counted_by_their_numbers(text: str, count: int) -> None:
    """A number inside an item is none."""
    assert items_in(text) == count


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("20个工作日", PrintedLimit(Fraction(20), "工作日")),
        ("0.5个自然日", PrintedLimit(Fraction(1, 2), "自然日")),
        ("4个小时", PrintedLimit(Fraction(1, 2), "工作日")),
        ("即时办结", PrintedLimit(Fraction(0))),
        ("无", PrintedLimit(None)),
        ("8个工作日(不含听证时间、鉴定(重新)时间15个工作日)", PrintedLimit(Fraction(8), "工作日")),
        ("即时办结(不含鉴定时间)", PrintedLimit(Fraction(0))),
        ("20工作日", None),
    ],
)
def test_limits_are_read_as_they_are_printed(text: str, limit: PrintedLimit | None) -> None:
    """无 is not 0."""
    assert printed_limit(text) == limit
