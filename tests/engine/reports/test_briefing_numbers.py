"""The numbers of the sentences about a matter, read back and compared with the difference."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.difference.generator import samples
from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepRemoved,
)
from engine.diff.compare import Difference, compare
from engine.diff.days import Days
from engine.reports.briefing import briefing
from processes.checking import check_project
from processes.model.matter import Outcome
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]

SIDES: dict[str, Any] = {"before_places": (Place("a", 1, 2),), "after_places": (Place("a", 3, 4),)}
SAME: dict[str, Any] = {**SIDES, "evidence": ()}
ROOT = Path(__file__).parents[3] / "samples"

DAYS = r"(?:[\d.]+个(?:工作日|自然日)|即时办结|无时限)"
SHARE = r"(?:,(?:压减|增幅)([\d.]+)%)?"


def checked_numbers(one: Difference) -> str:
    """Reads every number of the paragraph back; what is left outside of names and brackets has no digit."""
    said = briefing(one).partition("取消原因是:")[0]
    text = re.sub(r"“[^”]*”|\([^()]*\)", lambda found: found[0][0] + found[0][-1], said)
    assert 2 <= briefing(one).count("。") <= 5
    for subject, unit, delta in (
        ("办理环节", "个", one.steps),
        ("办理程序", "个", one.procedures),
        ("申报材料", "件", one.materials),
    ):
        sides = [delta.before.value, delta.after.value]
        moved = re.search(rf"{subject}由(\d+){unit}(?:减少|增加)到(\d+){unit}{SHARE}", text)
        if moved:
            assert [int(moved[1]), int(moved[2])] == sides
            assert sides[0] != sides[1]
            text = text.replace(moved[0], "")
            assert shares(moved[3], *sides)
        else:
            (same,) = re.findall(rf"{subject}(\d+){unit}", text)
            assert int(same) == sides[one.matter.outcome is not Outcome.CANCELLED]
            text = text.replace(f"{subject}{same}{unit}", "")
    return _without_times(one, text)


def _without_times(one: Difference, text: str) -> str:
    limit = one.time_limit
    moved = re.search(rf"办理时限由({DAYS})(?:压缩到|延长到|改为)({DAYS}){SHARE}", text)
    if moved:
        assert [moved[1], moved[2]] == [days(limit.before), days(limit.after)]
        if limit.reduction:
            assert shares(moved[3], limit.before.value, limit.after.value)
    else:
        moved = re.search(rf"办理时限({DAYS})", text)
        assert moved
        assert moved[1] == days(limit.before if one.matter.outcome is Outcome.CANCELLED else limit.after)
    text = text.replace(moved[0], "", 1)
    path = re.search(rf"关键路径由({DAYS})(?:缩短|延长)到({DAYS})", text)
    if path:
        assert [path[1], path[2]] == [days(one.critical_path.before), days(one.critical_path.after)]
        text = text.replace(path[0], "")
    law = re.search(r"办理时限比法定的([\d.]+)个(?:工作日|自然日)少([\d.]+)个(?:工作日|自然日)", text)
    if law:
        assert Fraction(law[1]) == one.statutory.value
        assert Fraction(law[1]) - Fraction(law[2]) == limit.after.value
        text = text.replace(law[0], "")
    return _without_counts(one, text)


def _without_counts(one: Difference, text: str) -> str:
    """取消2个环节 …: as many as there are direct changes of that kind; one alone has no number."""
    done = [change for change in one.changes if change.direct]
    for pattern, found in (
        (r"取消(?:“”)+等?(\d+)个环节", [c for c in done if isinstance(c, StepRemoved) and c.step.counted]),
        (r"新增(?:“”)+等?(\d+)个环节", [c for c in done if isinstance(c, StepAdded) and c.step.counted]),
        (r"不再要求提交(?:“”)+等?(\d+)件材料", [c for c in done if isinstance(c, MaterialRemoved)]),
        (r"新增(?:“”)+等?(\d+)件材料", [c for c in done if isinstance(c, MaterialAdded)]),
        (r"调整(?:“”)+等?(\d+)件材料", [c for c in done if isinstance(c, MaterialChanged)]),
    ):
        numbers = [int(number) for number in re.findall(pattern, text)]
        told = one.matter.outcome not in (Outcome.CANCELLED, Outcome.UNCHANGED) and not one.matter.secret
        assert numbers == ([len(found)] if len(found) > 1 and told else [])
        text = re.sub(pattern, "", text)
    touched = [c for c in done if isinstance(c, StepChanged)]
    for number in re.findall(r"调整(?:“”)+等?(\d+)个环节", text):
        assert 1 < int(number) <= len(touched)
    return re.sub(r"调整(?:“”)+等?\d+个环节|\d+个“”|另有(?:走向变化|替换材料)\d+处", "", text)


def shares(said: str | None, before: Fraction | int | None, after: Fraction | int | None) -> bool:
    """Whether the per cent that are said are those of the sides, to one decimal; none are said of nothing."""
    if not before:
        return said is None
    return said is not None and abs(Fraction(said) - abs(before - Fraction(after or 0)) / before * 100) <= Fraction(
        1, 20
    )


def days(side: Days) -> str:
    """As the paragraph writes it."""
    if side.value is None:
        return "无时限"
    value = Fraction(side.value)
    text = str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    return f"{text}个{side.kind}" if side.kind else "即时办结"


def differences_of_samples() -> Iterator[Difference]:
    """All matters of both samples."""
    for root in ("hailin", "edge"):
        for matter in check_project(ROOT / root).matters:
            yield compare(matter, Switches())


def test_the_numbers_of_the_samples_can_be_read_back() -> None:
    """And no other number stands in the paragraph."""
    found = list(differences_of_samples())
    assert len(found) > 30
    for one in found:
        assert not re.search(r"\d", checked_numbers(one)), briefing(one)


@pytest.mark.parametrize("hidden", [False, True])
def test_the_numbers_of_generated_reforms_can_be_read_back(hidden: bool) -> None:
    """Pairs of 8–30 steps with 3–11 edits of all kinds."""
    for sample in samples(25, 16, hidden=hidden):
        one = compare(sample.pair.checked, Switches())
        assert not re.search(r"\d", checked_numbers(one)), briefing(one)


COUNTS = st.tuples(st.integers(0, 40), st.integers(0, 40))
LIMITS = st.sampled_from(["无", "即时", "1工作日", "4小时", "12工作日", "20工作日", "30自然日", "45自然日"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=COUNTS, procedures=COUNTS, materials=COUNTS, limits=st.tuples(LIMITS, LIMITS), statutory=LIMITS)
def test_any_numbers_can_be_read_back(difference: Build, **numbers: object) -> None:
    """Growth, nothing before, nothing after, half days, days of two kinds."""
    one = difference(**numbers)
    assert not re.search(r"\d", checked_numbers(one)), briefing(one)


def test_the_reading_is_not_blind(difference: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """The paragraph of one matter does not pass for that of another."""
    one, other = difference(), difference(steps=(6, 3))
    checked_numbers(one)
    wrong = briefing(other)
    monkeypatch.setitem(globals(), "briefing", lambda _: wrong)
    with pytest.raises(AssertionError):
        checked_numbers(one)
