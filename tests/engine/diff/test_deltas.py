"""Times before and after: kinds of day, 即时 and 无."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.diff.compare import compare
from processes.model.limits import IMMEDIATE, NO_LIMIT, DayKind, TimeLimit
from processes.model.matter import StatutoryLimit
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

FILE = "市场监管局/01-样例.yaml"
STEP = "受理 | 业务股 | 1 | 形式审查"
WORKING_10 = TimeLimit(Fraction(10), DayKind.WORKING)
NATURAL_20 = TimeLimit(Fraction(20), DayKind.NATURAL)
HOURS_4 = TimeLimit(Fraction(4), DayKind.HOUR)


@pytest.mark.parametrize(
    ("before", "after", "switches", "numbers"),
    [
        (WORKING_10, IMMEDIATE, Switches(), (10, 0, 10)),
        (IMMEDIATE, IMMEDIATE, Switches(), (0, 0, 0)),
        (WORKING_10, HOURS_4, Switches(), (10, Fraction(1, 2), Fraction(19, 2))),
        (NO_LIMIT, WORKING_10, Switches(), (None, 10, None)),
        (WORKING_10, NO_LIMIT, Switches(), (10, None, None)),
        (NATURAL_20, WORKING_10, Switches(), (20, 10, None)),
        (NATURAL_20, WORKING_10, Switches(mixed_days="折算"), (20, 14, 6)),
        (NATURAL_20, IMMEDIATE, Switches(mixed_days="折算"), (20, 0, 20)),
        (NATURAL_20, TimeLimit(Fraction(1), DayKind.WORKING), Switches(mixed_days="折算"), (20, 2, 18)),
    ],
)
def test_times_are_subtracted_only_where_they_can_be(
    *,
    before: TimeLimit,
    after: TimeLimit,
    switches: Switches,
    numbers: tuple[Fraction | int | None, ...],
    process: Build,
    checked: Check,
) -> None:
    """附件6: 原无时限 gives no reduction; mixed days only by 口径.混合日: 折算 (×7/5, rounded up)."""
    delta = compare(
        checked(process(STEP, limit=before), process(STEP, limit=after, label="优化后")), switches
    ).time_limit
    assert (delta.before.value, delta.after.value, delta.reduction) == numbers


def test_a_law_in_natural_days_converts_the_promise_too(process: Build, checked: Check) -> None:
    """附件6: 22, 23 and 24 of a row are in one unit."""
    law = StatutoryLimit(limit=NATURAL_20)
    pair = checked(process(STEP, limit=10), process(STEP, limit=5, label="优化后"), statutory=law)
    converted = compare(pair, Switches(mixed_days="折算")).time_limit
    assert (converted.before.value, converted.after.value, converted.after.kind) == (14, 7, DayKind.NATURAL)
    assert compare(pair, Switches()).time_limit.before.value == 10


def test_a_cancelled_matter_is_converted_like_any_other(process: Build, checked: Check) -> None:
    """附件6: 22 and 23 are in one unit, and what is credited to the cancellation is the number in 23."""
    gone = checked(process(STEP, limit=10), statutory=StatutoryLimit(limit=NATURAL_20))
    difference = compare(gone, Switches(mixed_days="折算"))
    assert (difference.statutory.value, difference.time_limit.before.value) == (20, 14)
    assert (difference.time_limit.after.value, difference.time_limit.reduction) == (None, Fraction(14))


def test_what_is_converted_rests_on_all_three_limits(process: Build, checked: Check) -> None:
    """The law and the old limit are converted because of the new one; a number in natural days stays as it is."""
    law = StatutoryLimit(limit=WORKING_10, place=Place(FILE, 6, 7))
    pair = checked(process(STEP, limit=10), process(STEP, limit=NATURAL_20, label="优化后"), statutory=law)
    difference = compare(pair, Switches(mixed_days="折算"))
    assert [(name, days.value, days.is_converted) for name, days in difference.limits] == [
        ("法定", 14, True),
        ("优化前", 14, True),
        ("优化后", 20, False),
    ]
    assert [[place.line for place in days.sources] for _, days in difference.limits] == [
        [6, 101, 201],
        [101, 6, 201],
        [201],
    ]


def test_a_time_knows_its_kind_of_day(process: Build, checked: Check) -> None:
    """即时 has none."""
    difference = compare(checked(process(STEP, limit=NATURAL_20), process(STEP, limit=0, label="优化后")), Switches())
    assert (difference.time_limit.before.kind, difference.time_limit.after.kind) == (DayKind.NATURAL, None)


def test_a_cancelled_matter_without_a_limit_has_nothing_to_credit(process: Build, checked: Check) -> None:
    """无 before and 无 after."""
    assert compare(checked(process(STEP, limit=NO_LIMIT)), Switches()).time_limit.reduction is None


def test_where_no_step_has_a_limit_there_is_no_critical_path(process: Build, checked: Check) -> None:
    """无, not 0 days."""
    free = process("受理 | 业务股 | 0 | 形式审查", limit=NO_LIMIT)
    path = compare(checked(free, process(STEP, limit=5, label="优化后")), Switches()).critical_path
    assert (path.before.value, path.after.value, path.reduction) == (None, 1, None)
