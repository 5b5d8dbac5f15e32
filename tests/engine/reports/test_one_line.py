"""A matter in one line, and the account in its brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.difference.generator import samples
from engine.diff.changes import Change
from engine.diff.changes.arrangement import LoopRemoved, StepMoved, StepsMadeOptional, StepsParallelised
from engine.diff.changes.materials import MaterialChanged
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.compare import Difference, compare
from engine.diff.details import CountingChanged
from engine.reports.accounting import account_text, entries
from engine.reports.one_line import line
from processes.checking import check_project
from processes.model.matter import Material, Outcome
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]

SAMPLES = Path(__file__).parents[3] / "samples"

SIDES: dict[str, Any] = {"before_places": (Place("a", 1, 2),), "after_places": (Place("a", 3, 4),)}
SAME: dict[str, Any] = {**SIDES, "evidence": ()}
STILL = {"steps": (7, 7), "procedures": (9, 9), "materials": (5, 5), "limits": ("20工作日", "20工作日")}


def gone(*steps: Step) -> tuple[Change, ...]:
    """Each of them removed."""
    return tuple(StepRemoved(**SIDES, step=step) for step in steps)


def merged(after: Step, *before: Step) -> StepsMerged:
    """Several that became one."""
    return StepsMerged(**SAME, before=before, after=after)


def test_the_line_is_that_of_the_brief(difference: Build, step: MakeStep) -> None:
    """7 − 2 − (2 − 1) = 4."""
    changes = (*gone(step("初审"), step("核定")), merged(step("审查"), step("材料审查"), step("复审")))
    one = difference(
        steps=(7, 4), procedures=(12, 6), materials=(5, 3), limits=("20工作日", "12工作日"), changes=changes
    )
    assert line(one) == "环节 7→4(删2 并2→1)· 程序 12→6 · 材料 5→3 · 时限 20→12工作日(−40%)"


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (("20工作日", "12工作日"), "时限 20→12工作日(−40%)"),
        (("20工作日", "13工作日"), "时限 20→13工作日(−35%)"),
        (("60自然日", "40自然日"), "时限 60→40自然日(−33.3%)"),
        (("10工作日", "12工作日"), "时限 10→12工作日(+20%)"),
        (("10工作日", "10工作日"), "时限 10工作日"),
        (("10工作日", "即时"), "时限 10工作日→即时办结(−100%)"),
        (("即时", "2工作日"), "时限 即时办结→2工作日"),
        (("即时", "即时"), "时限 即时办结"),
        (("1工作日", "4小时"), "时限 1→0.5工作日(−50%)"),
        (("无", "10工作日"), "时限 无→10工作日(原无时限)"),
        (("10工作日", "无"), "时限 10工作日→无(优化后无时限)"),
        (("无", "无"), "时限 无"),
        (("20自然日", "10工作日"), "时限 20自然日→10工作日(单位不同,不相减)"),
    ],
)
def test_the_limit_says_by_how_much_or_why_not(limits: tuple[str, str], said: str, difference: Build) -> None:
    """A share without needless decimals, a true minus, and nothing for what stays."""
    assert line(difference(steps=(6, 4), limits=limits)).split(" · ")[3] == said


def test_a_cancelled_matter_loses_everything(difference: Build, step: MakeStep) -> None:
    """A step inside a named block and one declared 不计环节 are no 环节 that could go."""
    inside = replace(step("消防审核"), block="并联审核")
    one = difference(
        outcome=Outcome.CANCELLED,
        steps=(2, 0),
        procedures=(3, 0),
        materials=(1, 0),
        limits=("5工作日", "无"),
        changes=gone(step("受理"), step("并联审核"), inside, step("归档", uncounted="内部")),
    )
    assert line(one) == "环节 2→0(删2)· 程序 3→0 · 材料 1→0 · 时限 5工作日→无(−100%)"


def test_the_order_is_told_by_kind_and_only_as_far_as_it_was_changed(difference: Build, step: MakeStep) -> None:
    """What merely follows is not counted."""
    first, second = step("甲"), step("乙")
    pair: dict[str, Any] = {**SIDES, "before": (first, second), "after": (first, second)}
    changes = (
        StepsParallelised(**pair, strands=((first,), (second,))),
        StepMoved(**pair, behind=first),
        StepMoved(**pair, ahead=first),
        StepsMadeOptional(**pair, conditions=()),
        LoopRemoved(**SIDES, source=first, target=second, condition="", direct=False),
    )
    assert line(difference(**STILL, changes=changes)) == (
        "环节 7 · 程序 9 · 材料 5 · 时限 20工作日 · 走向 移动2 并联1 可不办1"
    )


def test_a_line_without_numbers_that_moved_says_what_else_there_is(difference: Build, step: MakeStep) -> None:
    """没有变化, or how many other changes."""
    assert line(difference(**STILL)).endswith("时限 20工作日 · 没有变化")
    kept = StepKept(**SAME, before=step("甲"), after=step("甲"))
    assert line(difference(**STILL, changes=(kept,))).endswith(" · 没有变化")
    material = MaterialChanged(**SIDES, before=Material(name="表"), after=Material(name="表"), aspects=())
    assert line(difference(**STILL, changes=(kept, material))).endswith("时限 20工作日 · 其他调整1处")


def accounts(step: MakeStep) -> list[tuple[tuple[int, int], tuple[Change, ...], str]]:
    """环节 before and after, what happened, and the account."""
    a, b, c, d = map(step, "甲乙丙丁")
    aside = step("归档", uncounted="内部")
    counting = (CountingChanged("内部", ""),)
    return [
        ((3, 3), (StepKept(**SAME, before=a, after=a),), ""),
        ((3, 3), (*gone(a), StepAdded(**SIDES, step=b)), "删1 增1"),
        ((3, 4), (StepSplit(**SAME, before=a, after=(b, c)),), "拆1→2"),
        ((5, 4), (StepsRegrouped(**SAME, before=(a, b, c), after=(a, d)),), "重组3→2"),
        ((5, 5), (StepsRegrouped(**SAME, before=(a, b), after=(a, d)),), ""),
        ((9, 5), (merged(a, b, c, d), merged(a, b, c), merged(d, b, c)), "并3→1 2→1×2"),
        ((5, 5), (*gone(aside), StepAdded(**SIDES, step=aside)), ""),
        ((5, 4), (StepChanged(**SAME, before=a, after=aside, details=counting),), "不计1"),
        ((5, 6), (StepChanged(**SAME, before=aside, after=a, details=counting),), "计入1"),
        ((5, 5), (merged(b, a, aside),), ""),
        ((5, 3), (merged(aside, a, b),), "并2→1 不计1"),
        ((5, 6), (merged(a, aside, aside),), "计入1"),
        ((5, 7), (StepSplit(**SAME, before=aside, after=(a, b)),), "拆1→2 计入1"),
        ((5, 4), (merged(replace(a, composite=True), b, c),), "并2→1"),
    ]


def test_the_account_adds_up(difference: Build, step: MakeStep) -> None:
    """Before − removed − Σ(merged − 1) + added + Σ(split − 1) = after, with 不计环节 and named blocks."""
    for sides, changes, said in accounts(step):
        one = difference(steps=sides, changes=changes)
        assert account_text(one) == said
        assert sides[0] + sum(entry.change for entry in entries(one.changes)) == sides[1]


def test_an_account_of_something_else_is_not_told(difference: Build, step: MakeStep) -> None:
    """口径.环节程序: 标准阶段 counts stages, of which none goes with a step."""
    assert account_text(difference(steps=(5, 5), changes=gone(step("复审")))) == ""


@pytest.mark.parametrize("root", ["hailin", "edge"])
def test_the_accounts_of_the_samples_add_up(root: str) -> None:
    """Every number of 环节 that moved says why."""
    for matter in check_project(SAMPLES / root).matters:
        assert _adds_up(compare(matter, Switches()))


@pytest.mark.parametrize("hidden", [False, True])
def test_the_accounts_of_generated_reforms_add_up(hidden: bool) -> None:
    """Pairs of 8–30 steps, with named blocks and 不计环节."""
    for sample in samples(25, 61, hidden=hidden):
        assert _adds_up(compare(sample.pair.checked, Switches()))


def _adds_up(one: Difference) -> bool:
    before, after = int(one.steps.before.value or 0), one.steps.after.value
    found = entries(one.changes)
    return before + sum(entry.change for entry in found) == after and bool(account_text(one)) is bool(found)
