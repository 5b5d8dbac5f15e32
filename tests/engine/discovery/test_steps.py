"""What a log knows of a step: its days by the calendar, who did it, in how many cases."""

from __future__ import annotations

from datetime import datetime

from engine.discovery.steps import Times, known_of
from processes.calendars.calendar import calendar_of
from processes.model.log import Event, Log, Trace


def _at(day: int, hour: int = 9) -> datetime:
    return datetime(2018, 3, day, hour)  # noqa: DTZ001 - Beijing time without a zone, as in a log


def _log() -> Log:
    """2018-03-01 is a Thursday; the second case takes a weekend."""
    return Log(
        "办理记录.csv",
        (
            Trace("甲", (Event("受理", _at(1, 10), _at(1)), Event("审查", _at(2), resource="业务股"))),
            Trace(
                "乙",
                (Event("受理", _at(1, 10)), Event("审查", _at(6), resource="业务股"), Event("决定", resource="张某")),
            ),
        ),
    )


def test_a_limit_is_the_median_in_working_days() -> None:
    """From the start, else from the end before: 1 and 3 days make 2; the same day counts as one; no time, no limit."""
    known = known_of(_log(), calendar_of(), lambda name: name.endswith("股"), "综合股")
    limits = {name: (facts.limit, facts.holder) for name, facts in known.steps.items()}
    assert limits == {"受理": ("1工作日", "综合股"), "审查": ("2工作日", "业务股"), "决定": ("无", "综合股")}
    assert known.steps["审查"].note == "★ 核对时限、程序;记录里 2 件;实际中位 2、九成在 3 工作日内"
    assert known.steps["决定"].note == "★ 核对承办、时限、程序;记录里 1 件;记录里没有历时;办理的人:张某"
    assert known.times == Times(median=2, ninth=3)


def test_without_times_nothing_is_said_of_them() -> None:
    """Neither for a step nor for the whole."""
    known = known_of(Log("", (Trace("甲", (Event("受理"), Event("审查"))),)), calendar_of(), bool, "综合股")
    assert (known.times, {facts.limit for facts in known.steps.values()}) == (None, {"无"})
