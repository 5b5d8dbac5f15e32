"""A fixed set of generated charts without a fault, in both layouts: the sum of ``quality`` in small."""

from __future__ import annotations

import pytest

from benchmarks.flowcharts.generator import chart
from benchmarks.flowcharts.metrics import measured
from benchmarks.flowcharts.ours import drawn
from renderers.flowcharts.layout.layouts import Layout
from tests.effort import tried

COUNT, SEED, TOGETHER = tried(15), 2026, 5


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("first", range(0, COUNT, TOGETHER))
def test_nothing_stands_on_anything_and_every_box_is_in_its_lane(first: int, layout: Layout) -> None:
    """No line through a box or on its rim, no label on anything, no two lines on one way, no box out of its lane."""
    seeds = [f"{SEED}/{number}" for number in range(first, first + TOGETHER)]
    found = {seed: measured(drawn(chart(seed), layout)) for seed in seeds}
    assert {seed: one for seed, one in found.items() if one.faults} == {}
