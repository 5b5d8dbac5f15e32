"""Changes by kind: what they are about, in which order, how many of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.diff.changes.arrangement import LoopRemoved, StepMoved
from engine.diff.changes.facts import Fact, FactChanged
from engine.diff.changes.procedures import ProcedureRemoved
from engine.diff.changes.steps import StepAdded, StepChanged, StepKept, StepRemoved, StepsMerged
from engine.diff.compare import Difference
from engine.diff.details import StepRenamed
from engine.diff.differing import differs
from engine.diff.groups import Evidence
from engine.diff.owned import OwnedProcedure
from engine.reports.difference import department_report, matter_report
from engine.reports.kinds import listings_of, overview
from engine.reports.report import Table
from processes.model.flow import Procedure
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]

SIDES: dict[str, Any] = {"before_places": (Place("a", 1, 2),), "after_places": (Place("a", 3, 4),)}
BY_NAME: dict[str, Any] = {**SIDES, "evidence": (Evidence.DECLARED,)}


def reworked(difference: Build, step: MakeStep) -> Difference:
    """受理 → 审查 ⇄ 复审 → 审批 → 缴费: 复审 goes with its procedure and the way back, and 缴费 comes earlier."""
    accept, check, again, sign, fee = map(step, ("受理", "审查", "复审", "审批", "缴费"))
    return difference(
        changes=(
            FactChanged(**SIDES, fact=Fact.FEES, before=("10元",), after=("不收费",)),
            StepKept(**BY_NAME, before=accept, after=accept),
            StepChanged(**BY_NAME, before=sign, after=step("决定"), details=(StepRenamed("审批", "决定"),)),
            StepRemoved(**SIDES, step=again),
            LoopRemoved(**SIDES, source=again, target=check, condition="有误", direct=False),
            StepMoved(**SIDES, before=(fee,), after=(fee,), ahead=sign),
            ProcedureRemoved(**SIDES, procedure=OwnedProcedure(Procedure(name="复核"), again), direct=False),
            StepRemoved(**SIDES, step=step("会签")),
        )
    )


def test_what_was_done_stands_before_what_follows_from_it_and_within_both_by_kind(
    difference: Build, step: MakeStep
) -> None:
    """环节, 走向, 程序, 材料, 时限与其他; 取消 before 更名, what was kept last."""
    listings = listings_of(reworked(difference, step))
    assert {one.title: [(item.label, item.text) for item in one.lines] for one in listings} == {
        "环节变化": [
            ("取消", "「复审」:承办 业务股;时限 1工作日"),
            ("取消", "「会签」:承办 业务股;时限 1工作日"),
            ("更名", "「审批」→「决定」(沿自)"),
            ("保留", "「受理」"),
        ],
        "走向变化": [
            ("移动", "「缴费」移到最前,在「审批」之前"),
            ("随之取消退回", "「复审」不再退回「审查」:原情形 有误"),
        ],
        "程序变化": [("随之取消", "「复核」:原属环节「复审」")],
        "时限与其他": [("调整", "收费 10元→不收费")],
    }


def test_the_kinds_are_counted_apart_from_what_merely_follows(difference: Build, step: MakeStep) -> None:
    """One row a subject; —— where there is nothing of the one or of the other."""
    (table,) = overview(listings_of(reworked(difference, step)))
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["环节", "取消 2、更名 1", "——"],
        ["走向", "移动 1", "取消退回 1"],
        ["程序", "——", "取消 1"],
        ["时限与其他", "调整 1", "——"],
    ]
    assert [str(place) for place in table.rows[0][1].sources] == ["a:1:2", "a:3:4"]


def test_where_nothing_changed_there_is_nothing_to_count(difference: Build, step: MakeStep) -> None:
    """What was kept is still listed."""
    still = {"steps": (4, 4), "procedures": (6, 6), "materials": (3, 3), "limits": ("5工作日", "5工作日")}
    same = difference(**still, changes=(StepKept(**BY_NAME, before=step("受理"), after=step("受理")),))
    report = matter_report(same)
    assert [part.title for part in report.parts] == ["压减情况", "环节变化"]
    assert not differs(same)
    assert differs(reworked(difference, step))


def test_the_brackets_are_explained_where_there_are_any(difference: Build, step: MakeStep) -> None:
    """One note, and none in a report without them."""
    assert "沿自" in matter_report(reworked(difference, step)).notes[-1]
    plain = difference(changes=(StepAdded(**SIDES, step=step("公示")),))
    assert not any("沿自" in note for note in matter_report(plain).notes)


def test_the_parts_of_a_report_go_from_the_whole_to_the_details(difference: Build, step: MakeStep) -> None:
    """Quantities, kinds, each change."""
    merged = StepsMerged(**BY_NAME, before=(step("甲"), step("乙")), after=step("丙"))
    parts = matter_report(difference(changes=(merged,))).parts
    assert [(part.title, isinstance(part, Table)) for part in parts] == [
        ("压减情况", True),
        ("变化一览", True),
        ("环节变化", False),
        ("关键路径变化", False),
    ]


def test_what_was_matched_by_likeness_is_to_be_looked_at(difference: Build, step: MakeStep) -> None:
    """Whoever wrote the declaration is asked; who gets the paper is not, nor is there anything to ask about 沿自."""

    def notes(evidence: Evidence, *, masked: bool = False) -> str:
        merged = StepsMerged(
            **SIDES, evidence=(evidence,), likeness=0.8, before=(step("甲"), step("乙")), after=step("丙")
        )
        return "".join(matter_report(difference(changes=(merged,)), masked=masked).notes)

    assert "请核对" in notes(Evidence.SIMILAR)
    assert "请核对" not in notes(Evidence.SIMILAR, masked=True)
    assert "请核对" not in notes(Evidence.DECLARED)


def test_a_department_is_told_once_what_the_brackets_mean(difference: Build, step: MakeStep) -> None:
    """Before all its matters, not again in each of them."""
    two = [reworked(difference, step), reworked(difference, step)]
    report = department_report("市场监管局", two, Switches())
    assert sum("前后对应的依据" in note for note in report.notes) == 1
    assert not any("前后对应的依据" in note for one in report.inner for note in one.notes)
    plain = department_report("市场监管局", two, Switches(), with_matters=False)
    assert not any("前后对应的依据" in note for note in plain.notes)
