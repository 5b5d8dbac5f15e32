"""时限: days, on the spot, or none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.measures import time_limit
from processes.model.plan import Switches
from processes.model.process import Process


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("20工作日", 20),
        ("60自然日", 60),
        ("0.5工作日", Fraction(1, 2)),
        ("4小时", Fraction(1, 2)),
        ("1小时", Fraction(1, 8)),
        ("即时", 0),
        ("无", None),
    ],
)
def test_a_limit_is_measured_in_days_and_none_is_not_zero(
    limit: str, value: Fraction | int | None, a_process: Callable[..., Process]
) -> None:
    """附件6 注2: 即时办结 is 0; 无 is no number."""
    measured = time_limit.measure(a_process(limit=limit), Switches())
    assert measured.value == value
    assert [place.line for place in measured.sources] == [190]
