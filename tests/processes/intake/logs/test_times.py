"""Tests of the times in logs."""

from __future__ import annotations

from datetime import datetime

import pytest

from processes.intake.logs.times import time_of


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2018-02-09", (2018, 2, 9)),
        ("2018/2/9 9:05", (2018, 2, 9, 9, 5)),
        ("2018.2.9", (2018, 2, 9)),
        ("2018年2月9日 下午2:05", (2018, 2, 9, 14, 5)),
        ("2018年2月9日14时05分", (2018, 2, 9, 14, 5)),
        ("2018年2月9日14时", (2018, 2, 9, 14)),
        ("20180209", (2018, 2, 9)),
        ("２０１８-02-09　09：30：01", (2018, 2, 9, 9, 30, 1)),
        ("2018-02-09T09:30:01.500", (2018, 2, 9, 9, 30, 1, 500_000)),
        ("2018-02-09T01:30:00Z", (2018, 2, 9, 9, 30)),
        ("2018-02-09T01:30:00.000+00:00", (2018, 2, 9, 9, 30)),
        ("2018-02-09T09:30:00+08:00", (2018, 2, 9, 9, 30)),
        ("2/9/2018 2:05 PM", None),
        ("2018/2/9 12:05 AM", (2018, 2, 9, 0, 5)),
        ("43140", (2018, 2, 9)),
        ("43140.5", (2018, 2, 9, 12)),
        ("99999", None),
        ("2018-02-30", None),
        ("2018-02-09 25:00", None),
        ("上周", None),
        ("", None),
    ],
)
def test_a_time_is_read_however_it_is_written_unless_it_could_be_two(text: str, time: tuple[int, ...] | None) -> None:
    """Zones become Beijing time; days of a workbook count from the end of 1899."""
    assert time_of(text) == (None if time is None else datetime(*time))  # type: ignore[arg-type]  # noqa: DTZ001 - no zones; mypy does not count the parts
