"""三分之一: exact, over approvals that are no 重点项目, by department or by matter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from engine.annexes import annex3
from engine.diff.compare import Difference, compare
from engine.reports.target import share_words, target_of
from processes.checking import check_project
from processes.model.matter import Outcome
from processes.model.plan import Plan, Switches, Targets
from processes.model.vocabulary import MatterType

SAMPLES = Path(__file__).parents[3] / "samples"
Build = Callable[..., Difference]
MakePlan = Callable[..., Plan]


def other(one: Difference, **facts: object) -> Difference:
    """The same difference of a matter with other facts."""
    return replace(one, matter=replace(one.matter, **facts))  # type: ignore[arg-type] # fields of Matter


@pytest.mark.parametrize(
    ("limits", "steps", "reached", "short"),
    [
        (("3工作日", "2工作日"), (3, 2), True, []),
        (("20工作日", "13工作日"), (6, 4), True, []),
        (("20工作日", "14工作日"), (6, 4), False, ["时限"]),
        (("20工作日", "13工作日"), (5, 4), False, ["环节"]),
        (("即时", "即时"), (3, 2), True, []),
        (("即时", "1工作日"), (3, 2), False, ["时限"]),
    ],
)
def test_exact_numbers_are_compared(
    limits: tuple[str, str],
    steps: tuple[int, int],
    reached: bool,
    short: list[str],
    difference: Build,
    a_plan: MakePlan,
) -> None:
    """20→13 is a third, 20→14 is not; 33.3% would not do for 3→2, and nothing to cut must stay nothing."""
    target = target_of([difference(limits=limits, steps=steps)], a_plan())
    assert (target.reached, [one.name for one in target.short]) == (reached, short)


def test_the_department_is_measured_as_a_whole_unless_the_plan_says_each(difference: Build, a_plan: MakePlan) -> None:
    """Cutting one matter by more makes up for another; 按事项 it does not."""
    two = [
        difference(limits=("20工作日", "5工作日"), steps=(6, 2)),
        difference(limits=("20工作日", "18工作日"), steps=(6, 5), number="02"),
    ]
    whole = target_of(two, a_plan())
    each = target_of(two, a_plan(switches=Switches(one_third="按事项")))
    assert (whole.reached, each.reached) == (True, False)
    assert [matter.number for matter, _ in each.missed] == ["02"]


def test_only_approvals_that_are_no_key_projects_count(difference: Build, a_plan: MakePlan) -> None:
    """Without any, nothing is reached or missed."""
    key = other(difference(limits=("20工作日", "20工作日")), key_project=True)
    service = other(difference(limits=("20工作日", "20工作日")), type=MatterType.PUBLIC_SERVICE)
    target = target_of([key, service], a_plan())
    assert (target.reached, target.matters, target.key_projects, target.word) == (None, 0, 1, "不涉及")


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.DEVOLVED])
def test_what_is_gone_counts_nothing_afterwards(outcome: Outcome, difference: Build, a_plan: MakePlan) -> None:
    """As in 附件3, whose second line has no such row."""
    target = target_of([difference(outcome=outcome, limits=("20工作日", "18工作日"))], a_plan())
    assert [(one.before, one.after) for one in target.quantities] == [(20, 0), (6, 0)]


@pytest.mark.parametrize(("reading", "names"), [("环节", ["环节"]), ("程序", ["程序"]), ("两者", ["环节", "程序"])])
def test_the_plan_says_what_procedures_are(reading: str, names: list[str], difference: Build, a_plan: MakePlan) -> None:
    """口径.附件3环节数 reads “审批程序”."""
    target = target_of([difference()], a_plan(switches=Switches(annex3_steps=reading)))
    assert [one.name for one in target.quantities] == ["时限", *names]


def test_what_is_missing_is_told_in_whole_units(difference: Build, a_plan: MakePlan) -> None:
    """Of 20 days 13 may be left: 16 are 3 too many; without a cut no share is told."""
    target = target_of([difference(limits=("20工作日", "16工作日"), steps=(4, 4))], a_plan())
    assert [one.gap_text(target.share) for one in target.short] == [
        "时限20→16天(压减20.0%,还差3天)",
        "环节4→4个(还差2个)",
    ]


def test_another_share_is_another_plan(difference: Build, a_plan: MakePlan) -> None:
    """目标.压缩 of the plan."""
    target = target_of([difference()], a_plan(targets=Targets(cut=Fraction(1, 2))))
    assert target.reached is False
    assert [share_words(Fraction(*one)) for one in ((1, 3), (2, 5), (3, 20))] == ["三分之一", "五分之二", "15.0%"]


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_sums_are_those_of_annex_3(project: str) -> None:
    """Of every sample department without 重点项目: 办理程序环节数 and 办理时限总数, before and after."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    plan = checked.workspace.plan
    compared = 0
    for department in checked.workspace.departments:
        matters = checked.matters_of(department.name)
        form = annex3.fill(department, plan, matters)
        target = target_of([compare(one, plan.switches) for one in matters], plan)
        mixed = {one.matter.before.limit.day_kind for one in matters if one.matter.type is MatterType.APPROVAL}
        if form is None or target.key_projects or len(mixed) > 1:
            continue
        days, steps = target.quantities
        for row, side in ((0, "before"), (1, "after")):
            cells = [cell.value for cell in form.rows[row]]
            assert (cells[3], cells[4]) == (getattr(steps, side), getattr(days, side)), department.name
        compared += 1
    assert compared
