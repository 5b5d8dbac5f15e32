"""Processes with something broken: the fault in official words, the run, the line; and the machine agrees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.machine import CaseState, ProcessMachine
from engine.nets.compiling import net_of
from engine.nets.net import NEXT, Net
from engine.soundness.faults import Fault, FaultKind
from engine.soundness.telling import Told, told
from engine.soundness.verdicts import verdict_of
from engine.walk.route import labels_of
from processes.model.process import END, Process
from tests.declaring import Declared
from tests.replaying import shows

DECLARATION = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 并联:
        - 甲审 | 2工作日 | 审
        - 乙审 | 1工作日 | 审
    - 环节: 决定 | 1工作日 | 审批
      去向:
        不同意: 受理
    - 送达 | 即时 | 送
"""

Declare = Callable[[str], Declared]
Arc = tuple[str, str]


def rerouted(process: Process, **arcs: str) -> Process:
    """The process with the flows out of some nodes leading elsewhere."""
    return replace(
        process,
        flows=tuple(replace(flow, target=arcs.get(flow.source, flow.target)) for flow in process.flows),
    )


def faults(process: Process) -> dict[FaultKind, tuple[Net, Fault, Told]]:
    """Kind → the net, the fault and what is said of it; each replays on the net."""
    net, labels = net_of(process), labels_of(process.nodes)
    found = verdict_of(net).faults
    assert all(shows(net, fault) for fault in found)
    return {fault.kind: (net, fault, told(net, fault, labels.__getitem__)) for fault in found}


def played(process: Process, net: Net, fault: Fault) -> tuple[ProcessMachine, CaseState]:
    """The run of a fault on the machine; what is silent happens there by itself."""
    machine, case = ProcessMachine(process), CaseState()
    for index in fault.run:
        one = net.transitions[index]
        if not one.silent:
            assert machine.fire(case, one.node, one.event or NEXT)
    return machine, case


def test_what_is_declared_is_sound(declare: Declare) -> None:
    """By construction: exits inside a branch stay inside it."""
    assert faults(declare(DECLARATION).before) == {}


def test_a_join_that_waits_for_a_branch_that_went_elsewhere(declare: Declare) -> None:
    """乙审 goes back to 受理 instead of to the join."""
    process = rerouted(declare(DECLARATION).before, 乙审="受理")
    net, fault, said = faults(process)[FaultKind.CROWDED]
    assert said.message == "「甲审」还没有办完,又来了一次:同时办的几路没有会合就走到了一起"
    assert said.run == ("开始", "受理", "乙审", "受理")
    _, case = played(process, net, fault)
    assert case.marking["甲审"] == 2


def test_a_case_that_ends_although_a_branch_is_on_its_way(declare: Declare) -> None:
    """甲审 ends the case: 乙审 is left behind, and then nobody comes to the join."""
    process = rerouted(declare(DECLARATION).before, 甲审=END)
    found = faults(process)
    net, fault, said = found[FaultKind.LEFT_BEHIND]
    assert said.message == "已经到了「办结」,「乙审」还没有办完"
    assert said.run == ("开始", "受理", "甲审")
    assert said.place.line == 10
    _, case = played(process, net, fault)
    assert set(case.marking) == {END, "乙审"}


def test_a_step_that_nothing_leads_out_of(declare: Declare) -> None:
    """送达 has no way out."""
    process = declare(DECLARATION).before
    process = replace(process, flows=tuple(flow for flow in process.flows if flow.source != "送达"))
    net, fault, said = faults(process)[FaultKind.STUCK]
    assert said.message == "到了「送达」就停住了,没有下一步,也没有办结"
    assert said.run == ("开始", "受理", "甲审", "乙审", "并联汇合", "决定(同意)")
    assert said.place.line == 14
    machine, case = played(process, net, fault)
    assert not machine.ways(case)
    assert not machine.finished(case)


def test_a_join_of_ways_of_which_only_one_is_taken(declare: Declare) -> None:
    """受理 leads to 甲审 alone; the join waits for 乙审."""
    process = rerouted(declare(DECLARATION).before, 受理="甲审")
    found = faults(process)
    net, fault, said = found[FaultKind.STUCK]
    assert said.message == "「并联汇合」永远等不到「乙审」这一路,已经到的只有「甲审」这一路"
    assert said.run == ("开始", "受理", "甲审")
    assert found[FaultKind.DEAD][2].message == "没有路能走到「送达」"
    machine, case = played(process, net, fault)
    assert not [way for way in machine.ways(case) if way.hindrance is None]
    assert not machine.finished(case)


def test_a_step_that_no_run_comes_to(declare: Declare) -> None:
    """决定 leads back in any case: 送达 is never reached, and there is no end of it."""
    process = rerouted(declare(DECLARATION).before, 决定="受理")
    found = faults(process)
    said = found[FaultKind.ENDLESS][2]
    assert said.message == "走到这一步以后,只在「受理」、「甲审」、「乙审」、「决定」之间反复,到不了终点"
    assert said.place.line == 7
    assert found[FaultKind.DEAD][2].message == "没有路能走到「送达」"
    assert found[FaultKind.DEAD][2].place.line == 14
