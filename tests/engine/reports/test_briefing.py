"""A matter in sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.diff.changes.arrangement import LoopAdded, StepMoved, StepsMadeOptional
from engine.diff.changes.facts import BranchChanged, Fact, FactChanged
from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved, MaterialReplaced
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.compare import Difference
from engine.diff.details import HoldersChanged, StepRenamed
from engine.reports.briefing import briefing
from processes.model.matter import Material, Outcome
from processes.model.places import Place
from processes.model.process import Holder, Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]

SIDES: dict[str, Any] = {"before_places": (Place("a", 1, 2),), "after_places": (Place("a", 3, 4),)}
SAME: dict[str, Any] = {**SIDES, "evidence": ()}
ROOT = Path(__file__).parents[3] / "samples"


def test_what_was_done_is_told_in_five_sentences(difference: Build, step: MakeStep) -> None:
    """Quantities, steps, their order, materials and other facts, time."""
    accept, fee, sign = map(step, ("受理", "缴费", "决定"))
    holders = HoldersChanged(accept.holders, (Holder(unit="审批股"),))
    changes = (
        *(StepRemoved(**SIDES, step=step(name)) for name in ("复审", "核定")),
        StepRemoved(**SIDES, step=step("归档", uncounted="内部")),
        StepRemoved(**SIDES, step=step("随之走的"), direct=False),
        StepsMerged(**SAME, before=(step("踏勘"), step("审查")), after=step("审核")),
        StepAdded(**SIDES, step=step("公示")),
        StepChanged(**SAME, before=accept, after=accept, details=(holders,)),
        StepMoved(**SIDES, before=(fee,), after=(fee,), behind=accept, ahead=sign),
        StepsMadeOptional(**SIDES, before=(sign,), after=(sign,), conditions=("无异议",)),
        LoopAdded(**SIDES, source=sign, target=accept, condition="不齐全"),
        *(MaterialRemoved(**SIDES, material=Material(name=name)) for name in ("照片", "户口簿")),
        MaterialReplaced(**SIDES, before=(Material(name="证明"),), after=(Material(name="承诺书"),)),
        MaterialAdded(**SIDES, material=Material(name="公证书")),
        FactChanged(**SIDES, fact=Fact.FEES, before=(), after=("不收费",)),
        BranchChanged(**SIDES, name="补正", before=(), after=(fee,), changes=()),
    )
    one = difference("甲", steps=(6, 4), materials=(5, 3), statutory="20工作日", changes=changes)
    assert briefing(one) == (
        "“甲”经优化,办理环节由6个减少到4个,压减33.3%;办理程序由9个减少到6个,压减33.3%;申报材料由5件减少到3件,压减40.0%;"
        "办理时限由20个工作日压缩到13个工作日,压减35.0%。"
        "取消“复审”“核定”2个环节,将“踏勘”“审查”合并为“审核”,新增“公示”环节,调整“受理”的承办。"
        "“缴费”移到“受理”之后、“决定”之前,“决定”改为可不办(情形:无异议),“决定”可退回“受理”(情形:不齐全)。"
        "不再要求提交“照片”“户口簿”2件材料,新增“公证书”材料,以“承诺书”代替“证明”,调整收费、支线“补正”。"
        "办理时限比法定的20个工作日少7个工作日。"
    )


def test_long_lists_are_cut_short_with_their_number(difference: Build, step: MakeStep) -> None:
    """Three names, then 等 and how many there are; of the order three, then how many more; nothing is hidden."""
    steps = [step(name) for name in "甲乙丙丁戊"]
    renamed = (StepRenamed("", ""),)
    changes = (
        *(StepRemoved(**SIDES, step=one) for one in steps),
        *(StepChanged(**SAME, before=one, after=one, details=renamed) for one in steps),
        *(StepMoved(**SIDES, before=(one,), after=(one,), ahead=steps[0]) for one in steps),
        *(MaterialAdded(**SIDES, material=Material(name=name)) for name in "一二三四五"),
        *(
            MaterialReplaced(**SIDES, before=(Material(name=name),), after=(Material(name="新"),))
            for name in "一二三四五"
        ),
        *(
            MaterialChanged(**SIDES, before=Material(name=name), after=Material(name=name), aspects=())
            for name in "一二三四五"
        ),
    )
    said = briefing(difference(changes=changes))
    assert "取消“甲”“乙”“丙”等5个环节,调整“甲”“乙”“丙”等5个环节的名称。" in said
    assert said.count("移到最前") == 3
    assert ",另有走向变化2处。" in said
    assert "。新增“一”“二”“三”等5件材料," in said
    assert ",另有替换材料3处,调整“一”“二”“三”等5件材料的要求。" in said


def test_steps_that_share_a_name_are_counted(difference: Build, step: MakeStep) -> None:
    """Not “盖章”“盖章”."""
    seal = step("盖章")
    merged = StepsMerged(**SAME, before=(seal, seal), after=step("盖章送达"))
    assert "将2个“盖章”合并为“盖章送达”。" in briefing(difference(changes=(merged,)))


def test_splits_and_regroupings_have_their_verbs(difference: Build, step: MakeStep) -> None:
    """拆分, 重组."""
    a, b, c = map(step, "甲乙丙")
    changes = (
        StepSplit(**SAME, before=a, after=(b, c)),
        StepsRegrouped(**SAME, before=(a, b), after=(b, c)),
    )
    assert "将“甲”拆分为“乙”“丙”,将“甲”“乙”重组为“乙”“丙”。" in briefing(difference(changes=changes))


STAYS = {"steps": (4, 4), "procedures": (6, 6), "materials": (3, 3), "limits": ("5工作日", "5工作日")}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"outcome": Outcome.CANCELLED, "cancel_reason": "无上位法。", "limits": ("5工作日", "无")},
            "“甲”予以取消,原有办理环节6个、办理程序9个、申报材料7件、办理时限5个工作日。取消原因是:无上位法。",
        ),
        (
            {"outcome": Outcome.CANCELLED, "limits": ("5工作日", "无")},
            "“甲”予以取消,原有办理环节6个、办理程序9个、申报材料7件、办理时限5个工作日。优化后不再办理。",
        ),
        (
            {**STAYS, "outcome": Outcome.UNCHANGED},
            "“甲”维持不变。现有办理环节4个、办理程序6个、申报材料3件、办理时限5个工作日。",
        ),
        (
            {"outcome": Outcome.DEVOLVED, "devolved_to": "镇(乡)", "limits": ("5工作日", "即时")},
            (
                "“甲”下放至镇(乡),办理环节由6个减少到4个,压减33.3%;办理程序由9个减少到6个,压减33.3%;"
                "申报材料由7件减少到3件,压减57.1%;办理时限由5个工作日压缩到即时办结,压减100.0%。其他内容没有变化。"
            ),
        ),
        (
            {**STAYS, "outcome": Outcome.DEVOLVED, "devolved_to": "镇(乡)"},
            "“甲”下放至镇(乡),下放前后没有变化。现有办理环节4个、办理程序6个、申报材料3件、办理时限5个工作日。",
        ),
        (
            STAYS,
            "“甲”优化前后没有变化。现有办理环节4个、办理程序6个、申报材料3件、办理时限5个工作日。",
        ),
        (
            {**STAYS, "steps": (4, 5)},
            (
                "“甲”经调整,办理环节由4个增加到5个,增幅25.0%;"
                "办理程序6个、申报材料3件、办理时限5个工作日没有变化。其他内容没有变化。"
            ),
        ),
        (
            {"secret": "秘密", "steps": (4, 4), "procedures": (2, 3), "materials": (0, 2), "limits": ("无", "5工作日")},
            (
                "(涉密事项)经调整,办理程序由2个增加到3个,增幅50.0%;申报材料由0件增加到2件;"
                "办理时限由无时限改为5个工作日;办理环节4个没有变化。具体内容涉密,不在此列出。"
            ),
        ),
    ],
)
def test_what_becomes_of_the_matter_comes_first(facts: dict[str, Any], said: str, difference: Build) -> None:
    """取消, 不变, 下放; and of a secret matter nothing but the numbers."""
    assert briefing(difference("甲", **facts)) == said


def test_the_critical_path_is_told_where_it_says_another_thing_than_the_limit(difference: Build) -> None:
    """The promise stays, but the work is done sooner."""
    one = difference(limits=("20工作日", "20工作日"))
    path = difference(limits=("18工作日", "12工作日")).critical_path
    assert briefing(replace(one, critical_path=path)).endswith(
        "。按各环节时限计算的关键路径由18个工作日缩短到12个工作日。"
    )
    assert "关键路径" not in briefing(difference())


def test_kept_steps_are_not_told(difference: Build, step: MakeStep) -> None:
    """What stays is no news."""
    kept = StepKept(**SAME, before=step("受理"), after=step("受理"))
    assert "受理" not in briefing(difference(changes=(kept,)))
