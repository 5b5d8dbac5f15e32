"""The critical path before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.diff.compare import Difference
from engine.reports.path import path_listing
from processes.model.matter import Outcome
from processes.model.process import Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]


def said(one: Difference) -> list[tuple[str, str]]:
    """Label and text of each line."""
    return [(item.label, item.text) for listing in path_listing(one) for item in listing.items]


def test_the_path_says_its_days_and_who_left_and_entered_it(difference: Build, step: MakeStep) -> None:
    """Everything about it follows from other changes."""
    one = replace(difference(), left_path=(step("初审"), step("踏勘")), entered_path=(step("审查"),))
    assert said(one) == [
        ("随之缩短", "20工作日→13工作日"),
        ("随之离开", "「初审」「踏勘」"),
        ("随之进入", "「审查」"),
    ]
    (listing,) = path_listing(one)
    assert [(item.before, item.after) for item in listing.items[1:]] == [(("初审", "踏勘"), ()), ((), ("审查",))]
    assert listing.items[0].data == {"时限前": "20工作日", "时限后": "13工作日"}


def test_a_path_may_also_grow_or_change_without_a_number_to_subtract(difference: Build) -> None:
    """Other days of another kind are no saving."""
    assert said(difference(limits=("10工作日", "12工作日"))) == [("随之延长", "10工作日→12工作日")]
    assert said(difference(limits=("20自然日", "10工作日"))) == [("随之变化", "20自然日→10工作日")]


def test_a_path_that_stays_and_that_of_a_cancelled_matter_are_not_told(difference: Build) -> None:
    """Nothing to say, or everything is gone."""
    assert said(difference(limits=("10工作日", "10工作日"))) == []
    assert said(difference(outcome=Outcome.CANCELLED, limits=("10工作日", "无"))) == []
