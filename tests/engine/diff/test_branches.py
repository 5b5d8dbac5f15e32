"""支线 and 去向 that differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.diff.changes import Change
from engine.diff.changes.arrangement import LoopRemoved, StepsMadeOptional, WayAdded, WayChanged
from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.steps import StepChanged
from engine.diff.compare import compare
from engine.diff.details import (
    ExitsChanged,
)
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

ACCEPT = "受理 | 业务股 | 1 | 形式审查"
REVIEW = "审核 | 业务股 | 5 | 材料审核"
DELIVER = "送达 | 业务股 | 1 | 送达"


@pytest.fixture
def changed(process: Build, checked: Check) -> Callable[..., list[BranchChanged]]:
    """The changes of side branches between two versions that declare ``branches``."""

    def of(before: list[str], after: list[str], branches: tuple[str, str]) -> list[BranchChanged]:
        pair = checked(process(*before, branches=branches[0]), process(*after, branches=branches[1], label="优化后"))
        return [change for change in compare(pair, Switches()).changes if isinstance(change, BranchChanged)]

    return of


Changed = Callable[..., list[BranchChanged]]


def test_a_branch_comes_goes_or_runs_otherwise(changed: Changed) -> None:
    """One of each; the one that stays as it was gives nothing."""
    found = changed(
        [
            ACCEPT,
            "告知 | 业务股 | 5 | 告知 | 支线 补正",
            "听证 | 业务股 | 9 | 听证 | 支线 听证",
            "退回 | 业务股 | 1 | 退回 | 支线 退件",
        ],
        [
            ACCEPT,
            "告知 | 业务股 | 5 | 告知 | 支线 补正",
            "听证 | 业务股 | 5 | 听证、公告 | 支线 听证",
            "承诺 | 业务股 | 1 | 承诺 | 支线 容缺",
        ],
        ("补正、听证、退件", "补正、听证、容缺"),
    )
    assert [(change.name, [inside.code for inside in change.changes]) for change in found] == [
        ("听证", ["step-changed"]),
        ("退件", ["step-removed"]),
        ("容缺", ["step-added"]),
    ]
    (hearing, gone, new) = found
    (inside,) = hearing.changes
    assert isinstance(inside, StepChanged)
    assert [type(detail).__name__ for detail in inside.details] == ["StepLimitChanged", "StepProceduresChanged"]
    assert (len(gone.before), len(gone.after), len(new.before), len(new.after)) == (1, 0, 0, 1)
    assert [place.line for place in (*hearing.before_places, *hearing.after_places)] == [171, 271]


def test_a_branch_that_nobody_declares_is_not_compared(changed: Changed) -> None:
    """A standard one follows from the kind of matter and the holders of the steps."""
    before = [ACCEPT, "补正 | 业务股 | 5 | 补正 | 支线 补正"]
    after = [ACCEPT, "补正 | 审批股 | 5 | 补正 | 支线 补正"]
    assert changed(before, after, ("", "")) == []
    assert len(changed(before, after, ("", "补正"))) == 1


def test_a_branch_that_is_switched_off_is_gone(changed: Changed) -> None:
    """Declared without steps (无)."""
    (gone,) = changed([ACCEPT, "补正 | 业务股 | 5 | 补正 | 支线 补正"], [ACCEPT], ("", "补正"))
    assert [inside.code for inside in gone.changes] == ["step-removed"]


def test_a_branch_that_returns_to_what_goes_on_returns_to_the_same(changed: Changed) -> None:
    """询问受理 is now called 受理; another step is another way."""
    back = "告知 | 业务股 | 5 | 告知 | 支线 补正 | 去向 "
    before = ["询问受理 | 业务股 | 1 | 形式审查", REVIEW, f"{back}询问受理"]
    renamed = "受理 | 业务股 | 1 | 形式审查 | 沿自 询问受理"
    assert changed(before, [renamed, REVIEW, f"{back}受理"], ("补正", "补正")) == []
    (elsewhere,) = changed(before, [renamed, REVIEW, f"{back}审核"], ("补正", "补正"))
    (inside,) = elsewhere.changes
    assert isinstance(inside, StepChanged)
    (exits,) = inside.details
    assert isinstance(exits, ExitsChanged)
    assert [str(way) for way in (*exits.before, *exits.after)] == ["询问受理", "审核"]


WAYS = {
    "a loop that goes": ([ACCEPT, f"{REVIEW} | 去向 补材料→受理"], [ACCEPT, REVIEW], "loop-removed 审核→受理"),
    "a skip that comes": (
        [ACCEPT, REVIEW, DELIVER],
        [f"{ACCEPT} | 去向 简单→送达", REVIEW, DELIVER],
        "steps-made-optional 审核",
    ),
    "another condition": (
        [ACCEPT, f"{REVIEW} | 去向 补材料→受理"],
        [ACCEPT, f"{REVIEW} | 去向 缺材料→受理"],
        "way-changed 补材料→受理 缺材料→受理",
    ),
    "the end of the case": (
        [ACCEPT, REVIEW, DELIVER],
        [f"{ACCEPT} | 去向 撤回→办结", REVIEW, DELIVER],
        "way-added 受理 撤回→办结",
    ),
    "a way into a declared side branch": (
        [ACCEPT, "退回 | 业务股 | 1 | 退回 | 支线 退件"],
        [f"{ACCEPT} | 去向 不全→退件", "退回 | 业务股 | 1 | 退回 | 支线 退件"],
        "way-added 受理 不全→退件",
    ),
    "a loop back to what goes on under another name": (
        [ACCEPT, f"{REVIEW} | 去向 补材料→受理"],
        ["收件 | 业务股 | 1 | 形式审查 | 沿自 受理", f"{REVIEW} | 去向 补材料→收件"],
        "step-changed 收件",
    ),
}


@pytest.mark.parametrize("case", WAYS)
def test_ways_out_that_differ_are_told(case: str, process: Build, checked: Check) -> None:
    """去向 of a step that otherwise goes on as it was; the way past a step is told by that step."""
    before, after, said = WAYS[case]
    pair = checked(process(*before, branches="退件"), process(*after, branches="退件", label="优化后"))
    found = [
        told(change) for change in compare(pair, Switches()).changes if change.direct and change.code != "step-kept"
    ]
    assert found == [said]


def told(change: Change) -> str:
    """The code and what it is about."""
    match change:
        case LoopRemoved():
            return f"{change.code} {change.source.name}→{change.target.name}"
        case WayAdded():
            return f"{change.code} {change.source.name} {change.way}"
        case WayChanged():
            return f"{change.code} {change.before} {change.after}"
        case StepsMadeOptional():
            return f"{change.code} {'、'.join(step.name for step in change.after)}"
        case StepChanged():
            return f"{change.code} {change.after.name}"
    return change.code
