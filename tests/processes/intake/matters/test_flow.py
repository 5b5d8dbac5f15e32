"""Acts go to the 环节 they sound like, in their order."""

from __future__ import annotations

import pytest

from processes.intake.matters.flow import Step, leave_out, steps_of

PARTED: list[tuple[str, str, str]] = [
    ("受理、审查、决定", "形式审查、材料审核、审批决定", "形式审查 / 材料审核 / 审批决定"),
    ("受理、审批、送达", "登记、股长审核、局长签批、制证、送达", "登记 / 股长审核、局长签批 / 制证、送达"),
    ("受理、现场核查、送达", "登记、制定方案、现场核查(2人以上)、送达", "登记 / 制定方案、现场核查(2人以上) / 送达"),
    ("受理、审查、送达", "审查", "受理 / 审查 / 送达"),
    ("办理", "登记、送达", "登记、送达"),
    ("甲、乙", "丙、丁、戊、己", "丙、丁 / 戊、己"),
]


@pytest.mark.parametrize(("names", "acts", "parted"), PARTED)
def test_acts_are_parted_among_the_steps(names: str, acts: str, parted: str) -> None:
    """None is left over, none stays empty: one without an act does what it is called."""
    steps = steps_of(names.split("、"), acts.split("、"))
    assert " / ".join("、".join(step.acts) for step in steps) == parted


def test_a_great_many_are_parted_evenly() -> None:
    """No process is so long; a hostile one must not take minutes."""
    steps = steps_of([f"环节{n}" for n in range(100)], [f"程序{n}" for n in range(300)])
    assert {len(step.acts) for step in steps} == {3}


def test_a_limit_in_the_name_of_a_step_is_its_limit() -> None:
    """受理(1个工作日); other brackets belong to the name."""
    assert steps_of(["受理（1个工作日）", "审查(书面)"], ["登记", "审核"]) == (
        Step("受理", ("登记",), "1工作日"), Step("审查(书面)", ("审核",)),
    )  # fmt: skip


STEPS = (Step("受理", ("登记",)), Step("听证会", ("听证",)), Step("征求意见", ("发函",)), Step("核验", ("查验(2人以上)", "比对")))


@pytest.mark.parametrize(
    ("told", "where", "becomes"),
    [
        ("不含听证时间", 1, Step("听证会", ("听证",), "不计时限(听证)")),
        ("不含听证时间15个工作日", 1, Step("听证会", ("听证",), "15工作日不计时限(听证)")),
        ("不含征求意见时间", 2, Step("征求意见", ("发函",), "不计时限(《……》第×条)")),
        ("不含比对时间", 3, Step("核验", ("查验(2人以上)", "比对(不计时限)"))),
        ("不含查验时间", 3, Step("核验", ("查验(2人以上、不计时限)", "比对"))),
    ],
)
def test_time_that_is_left_out_goes_to_its_step(told: str, where: int, becomes: Step) -> None:
    """行政许可法 art. 45 by kind; a special law is still to be named; an act by its own name."""
    found, unplaced = leave_out(STEPS, told)
    assert (found[where], unplaced) == (becomes, ())


def test_what_fits_no_step_is_told() -> None:
    """Nobody guesses where it belongs."""
    assert leave_out(STEPS, "不含公示时间、培训") == (STEPS, ("公示时间", "培训"))
