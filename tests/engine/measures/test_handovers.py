"""交接次数: from hand to hand."""

from __future__ import annotations

from collections.abc import Callable

from engine.measures import handovers, steps
from processes.model.plan import Switches
from processes.model.process import Process

Build = Callable[..., Process]


def test_a_change_of_unit_or_post_is_a_handover(a_process: Build) -> None:
    """Two 环节 of one post in a row are none."""
    process = a_process(
        "受理 | 审批股/受理岗 | 1工作日 | 登记",
        "初审 | 审批股/审查岗 | 1工作日 | 审核",
        "复审 | 审批股/审查岗 | 1工作日 | 复核",
        "审批 | 局领导 | 1工作日 | 签批",
    )
    measured = handovers.measure(process, Switches())
    assert measured.value == 2
    assert measured.items == ("审批股/受理岗→审批股/审查岗", "审批股/审查岗→局领导")
    assert [item.place.line for item in measured.items] == [102, 104]
    assert len(measured.sources) == 4


def test_merging_steps_in_name_only_does_not_lower_it(a_process: Build) -> None:
    """What the declared count would show as a cut."""
    many = a_process("受理 | 甲 | 1工作日 | 登记", "初审 | 甲 | 1工作日 | 审核", "审批 | 乙 | 1工作日 | 签批")
    few = a_process("受理初审 | 甲 | 2工作日 | 登记、审核", "审批 | 乙 | 1工作日 | 签批")
    assert steps.measure(many, Switches()).value != steps.measure(few, Switches()).value
    assert handovers.measure(many, Switches()).value == handovers.measure(few, Switches()).value == 1


def test_steps_counted_by_handovers_are_one_more(a_process: Build) -> None:
    """口径 交接次数: changes + 1."""
    process = a_process("受理 | 甲 | 1工作日 | 登记", "审批 | 乙 | 1工作日 | 签批", "送达 | 甲 | 1工作日 | 送达")
    assert handovers.measure(process, Switches()).value == 2
    assert steps.measure(process, Switches(counting="交接次数")).value == 3
