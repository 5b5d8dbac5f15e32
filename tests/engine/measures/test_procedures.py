"""程序: what counts, in each counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.measures import procedures
from processes.model.plan import Switches
from processes.model.process import Process, Step

Build = Callable[..., Process]

ROWS = (
    "受理 | 食品股 | 1工作日 | 形式审查",
    "现场审核 | 食品股 | 3工作日 | 材料审核、现场核查(2人以上)",
    "公示听证 | 食品股 | 不计时限(听证) | 公示、听证",
    "决定送达 | 局领导 | 3工作日 | 材料审核、签批、送达",
)


@pytest.mark.parametrize("counting", ["环节与程序", "交接次数"])
def test_each_act_of_each_counted_step_counts(counting: str, a_process: Build) -> None:
    """The same act in two 环节 counts twice; acts of excluded time count; people are listed with the name."""
    measured = procedures.measure(a_process(*ROWS), Switches(counting=counting))
    assert measured.value == 8
    assert measured.items == (
        *("形式审查", "材料审核", "现场核查(2人以上)", "公示"),
        *("听证", "材料审核", "签批", "送达"),
    )
    assert measured.sources == tuple(item.place for item in measured.items)


def test_acts_of_uncounted_steps_do_not_count(a_process: Build, a_step: Callable[..., Step]) -> None:
    """归档 is no 环节, so what happens in it is no 程序 of the matter."""
    filed = replace(a_step("归档 | 食品股 | 1工作日 | 装订", 105), uncounted="归档")
    assert procedures.measure(a_process(*ROWS, filed), Switches()).value == 8


def test_standard_stages_take_the_declared_steps_as_procedures(a_process: Build) -> None:
    """标准阶段."""
    measured = procedures.measure(a_process(*ROWS), Switches(counting="标准阶段"))
    assert measured.items == ("受理", "现场审核", "公示听证", "决定送达")


def test_legal_phases_are_those_of_the_permit_law(a_process: Build) -> None:
    """法定阶段: each phase once, a 环节 may be in two; 公示 beside 听证 is part of that phase."""
    measured = procedures.measure(a_process(*ROWS), Switches(counting="法定阶段"))
    assert measured.items == ("受理", "审查", "听证", "决定", "送达")
    assert measured.value == 5
