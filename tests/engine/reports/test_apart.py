"""Between two departments or counties nothing was done: what differs is told in words of a state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from engine.diff.changes import Change
from engine.diff.changes.arrangement import (
    LoopAdded,
    LoopRemoved,
    StepMoved,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsParallelised,
    StepsSerialised,
    WayChanged,
    WayRemoved,
)
from engine.diff.changes.steps import StepChanged, StepsMerged
from engine.diff.compare import Difference
from engine.diff.details import CountingChanged, StepRenamed
from engine.diff.exits import Way
from engine.reports.report import Item, Listing, Sign
from engine.reports.sides import peers_difference
from engine.reports.wording.apart import apart
from engine.reports.wording.items import item
from tests.engine.reports.said import BY_NAME, SIDES, MakeStep

COUNTIES = ("甲县", "乙县")


def said(change: Change | Item) -> str:
    """Word and text of a difference between the counties."""
    one = apart(change if isinstance(change, Item) else item(change), COUNTIES)
    return f"{one.word} {one.text}"


def test_the_order_differs_and_was_not_changed(step: MakeStep) -> None:
    """Each relation is told of its side; names that hold the same words are left alone."""
    first, second, fee = map(step, ("踏勘", "由审核改为登记", "缴费"))
    pair: dict[str, Any] = {
        **SIDES,
        "before": (first, second),
        "after": (first, second),
        "strands": ((first,), (second,)),
    }
    assert said(StepsParallelised(**pair)) == "办法不同 「踏勘」与「由审核改为登记」:甲县依次办理,乙县并联办理"
    assert said(StepsSerialised(**pair)) == (
        "办法不同 「踏勘」与「由审核改为登记」:甲县并联办理,乙县依次办理(先「踏勘」后「由审核改为登记」)"
    )
    assert said(StepMoved(**SIDES, before=(fee,), after=(fee,), behind=first)) == (
        "位置不同 「缴费」:乙县在最后,在「踏勘」之后"
    )


def test_ways_and_loops_are_there_or_not(step: MakeStep) -> None:
    """Nobody sends back any more or may send back now."""
    accept, decide = step("受理"), step("决定")
    loop: dict[str, Any] = {**SIDES, "source": decide, "target": accept, "condition": "不再退回的"}
    assert said(LoopAdded(**loop)) == "多出退回 「决定」退回「受理」:情形 不退回的"
    assert said(LoopRemoved(**{**loop, "condition": "有误"})) == "没有退回 「决定」不退回「受理」:情形 有误"
    assert said(WayRemoved(**SIDES, source=decide, way=Way("不同意", "听证"))) == (
        "没有去向 「决定」不转「听证」:情形 不同意"
    )
    changed = WayChanged(
        **SIDES,
        before_source=decide,
        after_source=decide,
        before=Way("不同意", "听证"),
        after=Way("不符合", "听证"),
    )
    assert said(changed) == "去向不同 「决定」去向「听证」的情形:甲县“不同意”,乙县“不符合”"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (StepsMadeOptional, "可以不办 「公示」:情形 简易"),
        (StepsMadeMandatory, "必须办 「公示」:甲县可不办的情形 简易"),
    ],
)
def test_what_may_be_left_out_is_told_of_its_side(kind: type[Any], told: str, step: MakeStep) -> None:
    """可不办, 必办."""
    sides = {"before": (step("公示"),), "after": (step("公示"),)}
    assert said(kind(**SIDES, **sides, conditions=("简易",))) == told


def test_steps_are_called_and_counted_otherwise(step: MakeStep) -> None:
    """更名, 合并 and 改为不计环节 would be somebody's doing."""
    one, other = step("审核"), step("审查")
    renamed = StepRenamed("审核", "审查")
    assert said(StepChanged(**BY_NAME, before=one, after=other, details=(renamed,))).startswith(
        "名称不同 「审核」→「审查」"
    )
    counted = StepChanged(**BY_NAME, before=one, after=other, details=(renamed, CountingChanged("", "归档")))
    assert apart(item(counted), COUNTIES).details == ("名称不同", "乙县不计环节(归档)")
    merged = StepsMerged(**BY_NAME, before=(one, other), after=one)
    assert said(merged).startswith("并成一个 「审核」「审查」→「审核」")


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ("减 有执业药师", "没有 有执业药师"),
        ("增 原情形说明", "多出 原情形说明"),
        ("程序 减2个、增1个、移入1个", "程序 少2个、多1个、移入1个"),
        ("由环节「制证」移至环节「踏勘」", "甲县在环节「制证」,乙县在环节「踏勘」"),
        ("原属环节「可转办理」", "属环节「可转办理」"),
        ("顺序调整", "顺序不同"),
        ("承办 业务股→行政审批股", "承办 业务股→行政审批股"),
    ],
)
def test_details_say_what_there_is(detail: str, told: str) -> None:
    """减 and 增, 移至, 原 belong to a reform."""
    one = apart(Item(code="x", sign=Sign.CHANGED, details=(detail,), direct=False), COUNTIES)
    assert (one.details, one.direct) == ((told,), True)


def test_ways_that_merely_follow_are_not_told(difference: Callable[..., Difference], step: MakeStep) -> None:
    """That 缴费 is missing says it all; what else follows (可不办, 程序) is told."""
    accept, fee = step("受理"), step("缴费")
    changes = (
        StepsMadeOptional(**SIDES, before=(fee,), after=(fee,), conditions=("免费",), direct=False),
        WayRemoved(**SIDES, source=accept, way=Way("", "缴费"), direct=False),
        WayRemoved(**SIDES, source=accept, way=Way("不同意", "听证")),
    )
    report = peers_difference(difference(changes=changes), "施工许可")
    told = [one.text for part in report.parts if isinstance(part, Listing) for one in part.items]
    assert told == ["「受理」不转「听证」:情形 不同意", "「缴费」:情形 免费"]
