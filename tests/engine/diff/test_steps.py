"""What is said about a step that goes on with something changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.diff.changes.steps import StepChanged
from engine.diff.compare import compare
from engine.diff.details import (
    CountingChanged,
    HoldersChanged,
    MembersChanged,
    StepDetail,
    StepLimitChanged,
    StepProceduresChanged,
    StepRenamed,
)
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

BLOCK = ("联审 | 审批股 | 6 | ", "甲审 | 甲股 | 6 | 核查 | 在 联审", "乙审 | 乙股 | 3 | 核税 | 在 联审")


@pytest.fixture
def details(process: Build, checked: Check) -> Callable[[list[str], list[str]], dict[str, tuple[StepDetail, ...]]]:
    """Name after → details, of all changed steps."""

    def of(before: list[str], after: list[str]) -> dict[str, tuple[StepDetail, ...]]:
        changes = compare(checked(process(*before), process(*after, label="优化后")), Switches()).changes
        return {change.after.name: change.details for change in changes if isinstance(change, StepChanged)}

    return of


Details = Callable[[list[str], list[str]], dict[str, tuple[StepDetail, ...]]]


def test_name_holder_limit_and_procedures_are_told_apart(details: Details) -> None:
    """Each in its own detail, in this order."""
    found = details(
        ["审批 | 局领导 | 3 | 副局长审核、局长签批、登记", "送达 | 业务股 | 1 | 送达"],
        ["决定 | 审批股/首席岗 | 2 | 审批决定←局长签批、公示 | 沿自 审批", "送达 | 业务股 | 1 | 送达、登记"],
    )
    renamed, holders, limit, procedures = found["决定"]
    assert renamed == StepRenamed("审批", "决定")
    assert isinstance(holders, HoldersChanged)
    assert [str(holder) for holder in (*holders.before, *holders.after)] == ["局领导", "审批股/首席岗"]
    assert isinstance(limit, StepLimitChanged)
    assert [str(limit.before), str(limit.after)] == ["3工作日", "2工作日"]
    assert procedures == StepProceduresChanged(
        removed=("副局长审核",), added=("公示",), moved_out=("登记",), replaced=((("局长签批",), ("审批决定",)),)
    )
    assert found["送达"] == (StepProceduresChanged(moved_in=("登记",)),)


def test_a_step_that_is_no_longer_counted_says_why(details: Details) -> None:
    """The procedures of an uncounted step are not counted either."""
    found = details(["归档 | 业务股 | 1 | 归档"], ["归档 | 业务股 | 1 | 归档 | 不计 内部归档"])
    assert found["归档"] == (CountingChanged("", "内部归档"), StepProceduresChanged(removed=("归档",)))


def test_what_happens_inside_a_named_block_is_told_by_its_members(details: Details) -> None:
    """One branch changes its unit, one leaves, one comes; those that stay are not listed."""
    found = details(
        [*BLOCK, "环保意见 | 丙股 | 1 | 环评 | 在 联审", "丁审 | 丁股 | 1 | 核查 | 在 联审"],
        [
            "联审 | 审批股 | 6 | ",
            BLOCK[1],
            "乙审 | 税股 | 3 | 核税 | 在 联审",
            "丁审 | 丁股 | 1 | 核查 | 在 联审",
            "戊审 | 戊股 | 1 | 核查 | 在 联审",
        ],
    )
    (inside,) = (detail for detail in found["联审"] if isinstance(detail, MembersChanged))
    assert [change.code for change in inside.changes] == ["step-changed", "step-removed", "step-added"]


def test_a_step_that_becomes_a_block_lists_its_branches_as_new(details: Details) -> None:
    """One reviewer before, two side by side after."""
    found = details(["联审 | 审批股 | 6 | 核查、核税"], list(BLOCK))
    (inside,) = found["联审"]
    assert isinstance(inside, MembersChanged)
    assert [change.code for change in inside.changes] == ["step-added", "step-added"]


def test_a_block_taken_apart_is_a_split(process: Build, checked: Check) -> None:
    """The branches go on as steps of their own, by their names."""
    pair = checked(process(*BLOCK), process("甲审 | 甲股 | 6 | 核查", "乙审 | 乙股 | 3 | 核税", label="优化后"))
    assert [(change.code, change.direct) for change in compare(pair, Switches()).changes] == [
        ("step-split", True),
        ("steps-serialised", False),
    ]
