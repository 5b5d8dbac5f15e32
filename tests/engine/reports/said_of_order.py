"""Every kind of change of the order with its sign, word and text."""

from __future__ import annotations

from typing import Any

from engine.diff.changes import Change
from engine.diff.changes.arrangement import (
    ExclusiveMadeParallel,
    LoopAdded,
    LoopRemoved,
    ParallelMadeExclusive,
    StepMoved,
    StepsMadeExclusive,
    StepsMadeMandatory,
    StepsMadeOptional,
    StepsMadeSequential,
    StepsParallelised,
    StepsSerialised,
    WayAdded,
    WayChanged,
    WayRemoved,
)
from engine.diff.exits import Way
from tests.engine.reports.said import SIDES, MakeStep, cases


def arranged(step: MakeStep) -> list[tuple[Change, str]]:
    """The same for changes of the order; 缴费 is 缴纳费用 afterwards where a name changes too."""
    accept, fee, decide, hand = map(step, ("受理", "缴费", "决定", "送达"))
    first, second, third = map(step, ("踏勘", "交警审核", "城管审核"))
    moved: dict[str, Any] = {**SIDES, "before": (fee,), "after": (fee,)}
    pair: dict[str, Any] = {**SIDES, "before": (first, second), "after": (first, second)}
    apart: dict[str, Any] = {**pair, "strands": ((first,), (second,))}
    three = (first, second, third)
    ways = Way("不同意", "不予许可"), Way("不符合", "不予许可"), Way("不同意", "听证"), Way("不符合", "听证")
    turned: dict[str, Any] = {**SIDES, "before_source": decide, "after_source": decide}
    return [
        (StepMoved(**moved, behind=accept, ahead=decide), "→ 移动 「缴费」移到「受理」之后、「决定」之前"),
        (StepMoved(**moved, ahead=decide), "→ 移动 「缴费」移到最前,在「决定」之前"),
        (StepMoved(**moved, behind=hand), "→ 移动 「缴费」移到最后,在「送达」之后"),
        (StepMoved(**moved), "→ 移动 「缴费」移动位置"),
        (
            StepMoved(**SIDES, before=(fee,), after=(step("缴纳费用"),), behind=hand),
            "→ 移动 「缴费」→「缴纳费用」移到最后,在「送达」之后",
        ),
        (StepsParallelised(**apart), "∥ 改为并联 「踏勘」与「交警审核」由依次办理改为并联办理"),
        (
            StepsParallelised(**SIDES, before=three, after=three, strands=((first, second), (third,))),
            "∥ 改为并联 「踏勘」「交警审核」一路与「城管审核」一路由依次办理改为并联办理",
        ),
        (
            StepsParallelised(**SIDES, before=three, after=three, strands=((first,), (second,), (third,))),
            "∥ 改为并联 「踏勘」、「交警审核」与「城管审核」由依次办理改为并联办理",
        ),
        (ExclusiveMadeParallel(**apart), "∥ 改为并联 「踏勘」与「交警审核」由择一办理改为并联办理"),
        (
            StepsSerialised(**apart),
            "↓ 改为串联 「踏勘」与「交警审核」由并联办理改为依次办理(先「踏勘」后「交警审核」)",
        ),
        (
            StepsSerialised(**SIDES, before=three, after=three, strands=((first, second), (third,))),
            "↓ 改为串联 「踏勘」「交警审核」一路与「城管审核」一路由并联办理改为依次办理",
        ),
        (
            StepsMadeSequential(**apart),
            "↓ 改为依次办理 「踏勘」与「交警审核」由择一办理改为依次办理(先「踏勘」后「交警审核」)",
        ),
        (StepsMadeExclusive(**apart), "◇ 改为择一办理 「踏勘」与「交警审核」由依次办理改为择一办理"),
        (ParallelMadeExclusive(**apart), "◇ 改为择一办理 「踏勘」与「交警审核」由并联办理改为择一办理"),
        (
            StepsMadeExclusive(**pair, strands=((first, second),)),
            "◇ 改为择一办理 「踏勘」「交警审核」由依次办理改为择一办理",
        ),
        (StepsMadeOptional(**moved, conditions=("免费",)), "○ 改为可不办 「缴费」:情形 免费"),
        (StepsMadeOptional(**moved, conditions=("",)), "○ 改为可不办 「缴费」"),
        (StepsMadeMandatory(**pair, conditions=("甲", "乙")), "● 改为必办 「踏勘」「交警审核」:原可不办的情形 甲、乙"),
        (
            LoopAdded(**SIDES, source=decide, target=accept, condition="材料不齐全"),
            "＋ 增加退回 「决定」可退回「受理」:情形 材料不齐全",
        ),
        (
            LoopRemoved(**SIDES, source=decide, target=accept, condition="材料不齐全"),
            "− 取消退回 「决定」不再退回「受理」:原情形 材料不齐全",
        ),
        (WayAdded(**SIDES, source=decide, way=ways[0]), "＋ 增加去向 「决定」可转「不予许可」:情形 不同意"),
        (WayRemoved(**SIDES, source=decide, way=Way("", "办结")), "− 取消去向 「决定」不再转「办结」"),
        (
            WayChanged(**turned, before=ways[0], after=ways[1]),
            "～ 去向变化 「决定」去向「不予许可」的情形由“不同意”改为“不符合”",
        ),
        (
            WayChanged(**turned, before=ways[0], after=ways[2]),
            "～ 去向变化 「决定」“不同意”时的去向由「不予许可」改为「听证」",
        ),
        (
            WayChanged(**turned, before=ways[0], after=ways[3]),
            "～ 去向变化 「决定」的去向由“不同意”时「不予许可」改为“不符合”时「听证」",
        ),
        (
            WayChanged(**turned, before=Way("", "送达"), after=Way("", "缴费")),
            "～ 去向变化 「决定」去向由「送达」改为「缴费」",
        ),
        (
            WayChanged(**turned, before=Way("", "送达"), after=Way("同意", "送达")),
            "～ 去向变化 「决定」去向「送达」的情形由任何情形改为“同意”",
        ),
    ]


def all_cases(step: MakeStep) -> list[tuple[Change, str]]:
    """Every kind of change."""
    return [*cases(step), *arranged(step)]
