"""环节: what counts, in each counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.measures import steps
from processes.model.plan import Switches
from processes.model.process import Process, Step

Build = Callable[..., Process]

ROWS = (
    "受理 | 食品股 | 1工作日 | 形式审查",
    "初审核查 | 食品股 | 3工作日 | 材料审核",
    "复审 | 食品股 | 3工作日 | 股长复核",
    "公示听证 | 食品股 | 不计时限(听证) | 公示、听证",
    "审批 | 局领导 | 3工作日 | 签批",
    "制证送达 | 食品股 | 2工作日 | 制证、送达",
)


def test_steps_of_the_main_path_count_as_declared(a_process: Build) -> None:
    """环节与程序, the default: the names are listed, each with its place."""
    measured = steps.measure(a_process(*ROWS), Switches())
    assert measured.value == 6
    assert measured.items == ("受理", "初审核查", "复审", "公示听证", "审批", "制证送达")
    assert [item.place.line for item in measured.items] == [101, 102, 103, 104, 105, 106]
    assert measured.sources == tuple(item.place for item in measured.items)


@pytest.mark.parametrize("fact", [{"uncounted": "归档"}, {"branch": "不予许可"}, {"block": "并联审核"}])
def test_what_is_off_the_main_path_or_inside_a_named_block_does_not_count(
    fact: dict[str, str], a_process: Build, a_step: Callable[..., Step]
) -> None:
    """不计环节, 支线, and the branches of a named block (the block itself counts)."""
    extra = replace(a_step("多出 | 食品股 | 1工作日 | 归档", 107), **fact)  # type: ignore[arg-type]
    assert steps.measure(a_process(*ROWS, extra), Switches()).value == 6


def test_standard_stages_fold_second_reviews_and_keep_special_stages(a_process: Build) -> None:
    """标准阶段: 复审 is still 审查; 公示 and 听证 have a 环节 to themselves; 网上填报 of no kind stands for itself."""
    measured = steps.measure(a_process("网上填报 | 食品股 | 1工作日 | 填报", *ROWS), Switches(counting="标准阶段"))
    assert measured.items == ("网上填报", "受理", "审查", "公示", "听证", "决定", "制证", "送达")
    assert measured.value == 8
    assert [item.place.line for item in measured.items] == [101, 102, 103, 105, 105, 106, 107, 107]
    assert len(measured.sources) == 7


def test_a_special_act_inside_a_standard_stage_is_no_stage(a_process: Build) -> None:
    """标准阶段: 初审公示 is a review during which something is published."""
    measured = steps.measure(a_process("初审公示 | 食品股 | 1工作日 | 公示"), Switches(counting="标准阶段"))
    assert measured.items == ("审查",)


def test_handover_counting_takes_stretches_of_one_holder(a_process: Build) -> None:
    """交接次数: changes of unit or post, plus one."""
    measured = steps.measure(a_process(*ROWS), Switches(counting="交接次数"))
    assert measured.value == 3
    assert measured.items == (
        "食品股(受理、初审核查、复审、公示听证)",
        "局领导(审批)",
        "食品股(制证送达)",
    )
    assert len(measured.sources) == 6


def test_legal_phases_leave_steps_as_declared(a_process: Build) -> None:
    """法定阶段 reads only 程序 otherwise."""
    assert steps.measure(a_process(*ROWS), Switches(counting="法定阶段")).value == 6
