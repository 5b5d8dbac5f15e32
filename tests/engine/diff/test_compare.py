"""Changes as a table of (before, after, kinds), and what a difference says about each outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.diff.changes.steps import StepAdded, StepRemoved, StepsMerged
from engine.diff.compare import compare
from engine.diff.groups import Evidence
from processes.model.matter import Outcome
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process

Build = Callable[..., Process]
Check = Callable[..., CheckedMatter]

ACCEPT = "受理 | 业务股 | 1 | 形式审查"
REVIEW = "审核 | 业务股 | 5 | 材料审核"
SECOND = "复审 | 业务股 | 3 | 复核"
DECIDE = "审批 | 局领导 | 3 | 局长签批"
DELIVER = "送达 | 业务股 | 1 | 制证、送达"

STEPS: dict[str, tuple[list[str], list[str], str]] = {
    "nothing changed": ([ACCEPT, DELIVER], [ACCEPT, DELIVER], "step-kept step-kept"),
    "brackets and spaces do not make another name": (
        ["受理(窗口) | 业务股 | 1 | 形式审查"],
        ["受理 （窗口） | 业务股 | 1 | 形式审查"],
        "step-kept",
    ),
    "a step removed takes its procedures along": (
        [ACCEPT, SECOND, DELIVER],
        [ACCEPT, DELIVER],
        "step-kept step-removed procedure-removed step-kept",
    ),
    "a step added": ([ACCEPT], [ACCEPT, REVIEW], "step-kept step-added procedure-added"),
    "a shorter limit": ([REVIEW], ["审核 | 业务股 | 2 | 材料审核"], "step-changed"),
    "another unit": ([REVIEW], ["审核 | 审批股 | 5 | 材料审核"], "step-changed"),
    "another post": ([REVIEW], ["审核 | 业务股/审查岗 | 5 | 材料审核"], "step-changed"),
    "no longer counted": ([DELIVER], [DELIVER + " | 不计 归档"], "step-changed procedure-removed procedure-removed"),
    "renamed": ([DECIDE], ["决定 | 局领导 | 3 | 局长签批 | 沿自 审批"], "step-changed"),
    "found again by its identifier": (
        ["审核 | 甲股 | 1 | 材料审核 | 标识 一审", "审核 | 乙股 | 1 | 复核 | 标识 二审"],
        ["再审 | 乙股 | 1 | 复核 | 标识 二审"],
        "step-removed procedure-removed step-changed",
    ),
    "declared by its name although it has an identifier": (
        ["审核 | 业务股 | 1 | 材料审核 | 标识 一审"],
        ["审查 | 业务股 | 1 | 材料审核 | 沿自 审核"],
        "step-changed",
    ),
    "declared from a step that is not on the main path": (
        ["一次告知 | 业务股 | 5 | 告知 | 支线 补正"],
        ["告知 | 业务股 | 5 | 告知 | 沿自 一次告知"],
        "step-added procedure-added",
    ),
    "declared by the name that two identified steps share": (
        ["审核 | 甲股 | 1 | 材料审核 | 标识 一审", "审核 | 乙股 | 1 | 复核 | 标识 二审"],
        ["审查 | 甲股 | 1 | 材料审核 | 沿自 审核"],
        "step-changed step-removed procedure-removed",
    ),
    "without identifiers the first of two keeps the name": (
        ["审核 | 甲股 | 1 | 材料审核 | 标识 一审", "审核 | 乙股 | 1 | 复核 | 标识 二审"],
        ["审核 | 甲股 | 1 | 材料审核"],
        "step-kept step-removed procedure-removed",
    ),
    "merged": (
        [REVIEW, SECOND],
        ["审查 | 业务股 | 5 | 材料审核 | 沿自 审核、复审"],
        "steps-merged procedure-removed",
    ),
    "split": (
        ["审查 | 业务股 | 5 | 材料审核、复核"],
        ["初审 | 业务股 | 3 | 材料审核 | 沿自 审查", "复审 | 业务股 | 2 | 复核 | 沿自 审查"],
        "step-split",
    ),
    "one that keeps its name while another continues it too is split": (
        [REVIEW],
        [REVIEW, "决定 | 局领导 | 1 | 审批 | 沿自 审核"],
        "step-split procedure-added",
    ),
    "mergers and splits that share a step": (
        [REVIEW, SECOND],
        ["甲 | 业务股 | 1 | 材料审核 | 沿自 审核、复审", "乙 | 业务股 | 1 | 复核 | 沿自 复审"],
        "steps-regrouped",
    ),
    "new in spite of an equal name": (
        [REVIEW],
        [REVIEW + " | 沿自 无"],
        "step-removed procedure-moved step-added",
    ),
    "a named block continues what its branches continue": (
        ["踏勘 | 城管股 | 4 | 现场踏勘", "交警审核 | 交警大队 | 6 | 交通影响审核", REVIEW],
        [
            "并联审核 | 审批股 | 6 | ",
            "城管审核 | 审批股 | 6 | 现场踏勘、材料审核 | 在 并联审核 | 沿自 踏勘、审核",
            "交警审核 | 交警大队 | 6 | 交通影响审核 | 在 并联审核",
        ],
        "steps-merged",
    ),
    "a block that is new is new with all in it": (
        [REVIEW],
        [
            "并联 | 审批股 | 6 |  | 沿自 无",
            "审核 | 业务股 | 5 | 材料审核 | 在 并联",
            "税审 | 地税局 | 3 | 核税 | 在 并联",
        ],
        "step-removed procedure-moved step-added procedure-added",
    ),
    "what changes inside a block changes the block": (
        ["并联 | 审批股 | 6 | ", "甲审 | 甲股 | 6 | 核查 | 在 并联", "乙审 | 乙股 | 3 | 核税 | 在 并联"],
        ["并联 | 审批股 | 6 | ", "甲审 | 甲股 | 6 | 核查 | 在 并联", "乙审 | 丙股 | 3 | 核税 | 在 并联"],
        "step-changed",
    ),
    "a procedure moved to another step": (
        ["受理 | 业务股 | 1 | 形式审查、登记", DELIVER],
        ["受理 | 业务股 | 1 | 形式审查", "送达 | 业务股 | 1 | 登记、制证、送达"],
        "step-changed procedure-moved step-changed",
    ),
    "of two procedures of one name the one in the step that goes on is kept": (
        ["初审 | 业务股 | 1 | 审核", "复审 | 业务股 | 1 | 审核"],
        ["复审 | 业务股 | 1 | 审核"],
        "step-removed procedure-removed step-kept",
    ),
    "procedures that go on as one": (
        ["审批 | 局领导 | 3 | 副局长审核、局长签批"],
        ["审批 | 局领导 | 3 | 审批决定←副局长审核+局长签批"],
        "step-changed procedure-replaced",
    ),
    "declared from a procedure that is not there": (
        ["审核 | 业务股 | 1 | 审核"],
        ["审核 | 业务股 | 1 | 审查←复核"],
        "step-changed procedure-removed procedure-added",
    ),
    "fewer people": (
        ["核查 | 业务股 | 3 | 现场核查×2"],
        ["核查 | 业务股 | 3 | 现场核查"],
        "step-kept procedure-changed",
    ),
    "side branches are not steps of the main path": (
        [ACCEPT, "一次告知 | 业务股 | 5 | 告知 | 支线 补正"],
        [ACCEPT],
        "step-kept",
    ),
}


@pytest.mark.parametrize("case", STEPS)
def test_every_difference_of_steps_and_procedures_has_its_kind(case: str, process: Build, checked: Check) -> None:
    """The table above, in order of place."""
    before, after, kinds = STEPS[case]
    difference = compare(checked(process(*before), process(*after, label="优化后")), Switches())
    found = [change.code for change in difference.changes]
    assert Counter(found) == Counter(kinds.split()), found


MATERIALS = {
    "removed": ("申请书、身份证", "申请书", "material-removed"),
    "added": ("申请书", "申请书、承诺书", "material-added"),
    "copies": ("申请书×2份", "申请书", "material-changed"),
    "one copy said and unsaid": ("申请书×1份", "申请书", ""),
    "replaced, not reduced": ("居住证明", "承诺书←居住证明", "material-replaced"),
    "several replaced by one": ("父亲身份证、母亲身份证", "父母身份证←父亲身份证+母亲身份证", "material-replaced"),
    "said to be new": ("照片", "照片←无", "material-removed material-added"),
}


@pytest.mark.parametrize("case", MATERIALS)
def test_every_difference_of_materials_has_its_kind(case: str, process: Build, checked: Check) -> None:
    """The table above."""
    before, after, kinds = MATERIALS[case]
    pair = checked(process(ACCEPT, materials=before), process(ACCEPT, materials=after, label="优化后"))
    found = [change.code for change in compare(pair, Switches()).changes if change.code != "step-kept"]
    assert found == kinds.split()


def test_a_merger_tells_its_sides_its_evidence_and_its_parallel_members(process: Build, checked: Check) -> None:
    """C19: three steps go on in a named block, two of them by 沿自, one by its name."""
    before, after, _ = STEPS["a named block continues what its branches continue"]
    difference = compare(checked(process(*before), process(*after, label="优化后")), Switches())
    (merger,) = (change for change in difference.changes if isinstance(change, StepsMerged))
    assert [step.name for step in merger.before] == ["踏勘", "交警审核", "审核"]
    assert merger.after.name == "并联审核"
    assert merger.members == ("城管审核", "交警审核")
    assert merger.evidence == (Evidence.DECLARED, Evidence.NAME)
    assert [place.line for place in merger.before_places] == [110, 111, 112]
    assert [place.line for place in merger.after_places] == [210]


def test_what_is_on_one_side_only_is_placed_where_it_would_stand_on_the_other(process: Build, checked: Check) -> None:
    """A removed step points at 流程 of 优化后, an added one at 流程 of 优化前."""
    pair = checked(process(ACCEPT, SECOND), process(ACCEPT, DECIDE, label="优化后"))
    changes = compare(pair, Switches()).changes
    (gone,) = (change for change in changes if isinstance(change, StepRemoved))
    (new,) = (change for change in changes if isinstance(change, StepAdded))
    assert [place.line for place in (*gone.before_places, *gone.after_places)] == [111, 209]
    assert [place.line for place in (*new.before_places, *new.after_places)] == [109, 211]


def test_changes_come_in_order_of_place(process: Build, checked: Check) -> None:
    """What was there before by its old place, what is new by its new one."""
    pair = checked(
        process(ACCEPT, SECOND, DELIVER, materials="甲、乙"),
        process(ACCEPT, DECIDE, DELIVER, materials="乙、丙", limit=13, label="优化后"),
    )
    codes = [change.code for change in compare(pair, Switches()).changes]
    assert codes == [
        "limit-changed",
        "step-kept",
        "step-removed",
        "procedure-removed",
        "step-kept",
        "material-removed",
        "step-added",
        "procedure-added",
        "material-added",
    ]


def test_a_cancelled_matter_loses_everything(process: Build, checked: Check) -> None:
    """附件6: counts fall to 0, the limit to 无 and is credited whole; every place points at 取消."""
    difference = compare(checked(process(ACCEPT, DELIVER, materials="申请书", limit=5)), Switches())
    assert [change.code for change in difference.changes] == [
        *("step-removed", "procedure-removed", "step-removed", "procedure-removed", "procedure-removed"),
        "material-removed",
    ]
    assert {place for change in difference.changes for place in change.after_places} == {
        Place("市场监管局/01-样例.yaml", 200, 6)
    }
    assert [delta.reduction for delta in difference.deltas] == [2, 3, 1, 5]
    assert [delta.after.value for delta in difference.deltas] == [0, 0, 0, None]
    assert [delta.percentage for delta in difference.deltas] == [1, 1, 1, 1]
    assert difference.is_optimised


def test_an_unchanged_matter_is_not_optimised(process: Build, checked: Check) -> None:
    """优化后: 不变."""
    same = process(ACCEPT, DELIVER, materials="申请书")
    difference = compare(checked(same, same, outcome=Outcome.UNCHANGED), Switches())
    assert {change.code for change in difference.changes} == {"step-kept"}
    assert [delta.reduction for delta in difference.deltas] == [0, 0, 0, 0]
    assert not difference.is_optimised


@pytest.mark.parametrize(
    ("facts", "optimised"),
    [
        ({"outcome": Outcome.DEVOLVED}, True),
        ({"other_improvement": "网上办理"}, True),
        ({"other_improvement": ""}, False),
    ],
)
def test_devolution_and_other_improvements_count_as_optimised(
    facts: dict[str, object], optimised: bool, process: Build, checked: Check
) -> None:
    """附件6 总计.26."""
    same = process(ACCEPT)
    assert compare(checked(same, same, **facts), Switches()).is_optimised is optimised


def test_becoming_public_is_a_fact_and_no_optimisation(process: Build, checked: Check) -> None:
    """C32 公开 否→是: a change of 是否公开 alone does not count."""
    pair = checked(process(ACCEPT, public=False), process(ACCEPT, public=True, label="优化后"))
    difference = compare(pair, Switches())
    assert [change.code for change in difference.changes] == ["fact-changed", "step-kept"]
    assert not difference.is_optimised


def test_the_four_deltas_are_exact(process: Build, checked: Check) -> None:
    """C16: 15 → 10 days is exactly one third."""
    pair = checked(process(ACCEPT, SECOND, DELIVER, limit=15), process(ACCEPT, DELIVER, limit=10, label="优化后"))
    difference = compare(pair, Switches())
    assert difference.time_limit.percentage == Fraction(1, 3)
    assert difference.steps.reduction == 1
    assert difference.procedures.percentage == Fraction(1, 4)
    assert difference.materials.percentage is None
    assert difference.critical_path.reduction == 3
    assert difference.handovers.reduction == 0
