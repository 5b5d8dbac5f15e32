"""The state machine of a process agrees with the token game on its graph."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from transitions import MachineError

from engine.machine import CaseState, Hindrance, ProcessMachine, Why
from engine.nets.net import NEXT
from processes.checking import check_project
from processes.model.process import START, Flow, FlowKind, NodeKind, Process
from tests.declaring import Declared
from tests.effort import tried
from tests.flows import checked, matters

SAMPLES = Path(__file__).parents[2] / "samples"
BLOCK = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 甲 | 2工作日 | 审
        - 依次:
            - 乙 | 1工作日 | 审
            - 丙 | 1工作日 | 审
      去向:
        不同意: 受理
    - 送达 | 即时 | 送
  材料: 无
"""


class Tokens:
    """The token game, played on flows alone: a marking, and what each flow does to it."""

    def __init__(self, process: Process) -> None:
        """Start with one token at 开始."""
        self.kinds = {node.key: node.kind for node in process.nodes}
        self.flows = process.flows
        self.branches = {
            node.key: len({flow.source for flow in process.flows if flow.target == node.key}) for node in process.nodes
        }
        self.marking = Counter({START: 1})

    def ready(self) -> list[Flow]:
        """The flows that may be taken: out of a JOIN only when a token has come on every branch."""
        return [
            flow
            for flow in self.flows
            if self.marking[flow.source] == (self.branches[flow.source] if self.is_join(flow.source) else 1)
        ]

    def is_join(self, place: str) -> bool:
        """Whether all branches meet there."""
        return self.kinds[place] is NodeKind.JOIN

    def take(self, flow: Flow) -> None:
        """Take a flow, then every flow that is no choice of anybody's: out of forks, out of full joins with one way."""
        self.marking[flow.source] -= self.branches[flow.source] if self.is_join(flow.source) else 1
        self.arrive(flow.target)
        self.marking += Counter()

    def arrive(self, place: str) -> None:
        """One more token there."""
        out = [flow for flow in self.flows if flow.source == place]
        if self.kinds[place] is NodeKind.FORK:
            for flow in out:
                self.arrive(flow.target)
            return
        self.marking[place] += 1
        if self.is_join(place) and len(out) == 1 and self.marking[place] == self.branches[place]:
            self.marking[place] = 0
            self.arrive(out[0].target)


def events(machine: ProcessMachine, case: CaseState) -> dict[str, Hindrance | None]:
    """What may happen next, ``环节:情形``, and what hinders it."""
    return {f"{way.place}:{way.name}": way.hindrance for way in machine.ways(case)}


def play(process: Process, dice: random.Random, most: int = 60) -> Iterator[str]:
    """Run a case at random on the machine and on the tokens; yields how it ended, if it did."""
    machine, case, tokens = ProcessMachine(process), CaseState(), Tokens(process)
    for _ in range(most):
        assert case.marking == dict(tokens.marking)
        ready = tokens.ready()
        assert {event for event, hindrance in events(machine, case).items() if hindrance is None} == {
            f"{flow.source}:{flow.condition or NEXT}" for flow in ready
        }
        assert machine.finished(case) == (not ready)
        if not ready:
            yield case.state
            return
        flow = dice.choice(ready)
        assert machine.fire(case, flow.source, flow.condition or NEXT)
        tokens.take(flow)


def run(processes: Iterable[Process], seeds: Iterable[int]) -> list[str]:
    """How all the cases ended."""
    return [end for process in processes for seed in seeds for end in play(process, random.Random(seed))]  # noqa: S311


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_random_cases_of_the_samples_run_as_the_tokens_do(sample: str) -> None:
    """All matters, before and after; most cases end, and some of them in 办结."""
    found = check_project(SAMPLES / sample).matters
    processes = [process for matter in found for process in (matter.before, matter.after) if process]
    ends = run(processes, range(10))
    assert len(ends) > 0.9 * 10 * len(processes)
    assert "办结" in ends
    assert any(end.startswith("结束:") for end in ends)


@settings(max_examples=tried(15), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_random_cases_of_any_process_run_as_the_tokens_do(text: str) -> None:
    """Blocks in blocks, loops, skips, side branches."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    run([matter.before], range(3))


def test_parallel_branches_run_at_once_and_the_join_waits(declare: Callable[[str], Declared]) -> None:
    """Both tokens are there; after the join it is decided."""
    machine, case = ProcessMachine(declare(BLOCK).before), CaseState()
    assert machine.fire(case, START)
    assert machine.fire(case, "受理")
    assert case.marking == {"甲": 1, "乙": 1}
    assert machine.fire(case, "甲")
    assert case.marking == {"乙": 1, "联审:合": 1}
    waits = Hindrance(Why.BRANCHES_OPEN, ("乙",))
    assert events(machine, case) == {"乙:下一环节": None, "联审:合:不同意": waits, "联审:合:同意": waits}
    assert not machine.fire(case, "联审:合", "同意")
    assert case.marking == {"乙": 1, "联审:合": 1}
    assert machine.fire(case, "乙")
    assert machine.fire(case, "丙")
    assert case.marking == {"联审:合": 2}
    assert not machine.finished(case)
    assert machine.fire(case, "联审:合", "不同意")
    assert case.marking == {"受理": 1}
    assert case.state == "受理"


def test_a_branch_with_two_ways_to_the_join_sends_one_token(declare: Callable[[str], Declared]) -> None:
    """The join waits for branches, not for arrows."""
    text = BLOCK.replace(
        "- 甲 | 2工作日 | 审",
        "- 环节: 甲 | 2工作日 | 审\n          去向:\n            好: 下一环节\n            不好: 下一环节",
    )
    machine, case = ProcessMachine(declare(text).before), CaseState()
    for place, event in ((START, NEXT), ("受理", NEXT), ("甲", "不好"), ("乙", NEXT), ("丙", NEXT)):
        assert machine.fire(case, place, event)
    assert machine.fire(case, "联审:合", "同意")
    assert case.marking == {"送达": 1}


def test_a_guard_lets_through_or_says_why_not(declare: Callable[[str], Declared]) -> None:
    """No flow is taken, and nothing has moved; the guard sees the flow and the case."""
    seen: list[CaseState] = []
    why = Hindrance(Why.MATERIALS_MISSING, ("申请书",))

    def papers(flow: Flow, case: CaseState) -> Hindrance | None:
        seen.append(case)
        return why if flow.condition == "符合受理条件" and "申请书" not in case.received else None

    machine = ProcessMachine(declare("").before, papers)
    case = CaseState()
    assert machine.fire(case, START)
    assert events(machine, case)["受理:符合受理条件"] == why
    assert machine.fire(case, "受理", "符合受理条件") == ()
    assert case.marking == {"受理": 1}
    assert events(machine, case)["受理:不属于受理范围"] is None
    case.received = frozenset(("申请书",))
    assert machine.fire(case, "受理", "符合受理条件")
    assert case.marking == {"审查": 1}
    assert all(one is case for one in seen)


def test_an_event_tells_the_flows_that_the_file_ran_along(declare: Callable[[str], Declared]) -> None:
    """The one chosen, then those through forks and full joins, as a file may leave one block and enter the next."""
    branches = "\n    - 并联:\n        - {} | 1工作日 | 审\n        - {} | 1工作日 | 审"
    text = f"类型: 其他事项\n优化前:\n  承办: 综合股\n  时限: 9工作日\n  材料: 无\n  流程:{branches.format('甲', '乙')}{branches.format('丙', '丁')}\n"
    machine, case = ProcessMachine(declare(text).before), CaseState()

    def along(place: str) -> list[tuple[str, str]]:
        return [(flow.source, flow.target) for flow in machine.fire(case, place)]

    assert along(START) == [(START, "并联1:分"), ("并联1:分", "甲"), ("并联1:分", "乙")]
    assert along("乙") == [("乙", "并联1:合")]
    assert along("甲") == [("甲", "并联1:合"), ("并联1:合", "并联2:分"), ("并联2:分", "丙"), ("并联2:分", "丁")]
    assert machine.branches("并联2:合") == 2
    assert all(flow.kind is FlowKind.MAIN for flow in machine.process.flows)


def test_a_join_waits_for_the_blocks_inside_its_branches(declare: Callable[[str], Declared]) -> None:
    """It names the places where files are worked on, in this block and in those inside."""
    text = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 并联:
        - 甲 | 1工作日 | 审
        - 依次:
            - 乙 | 1工作日 | 审
            - 并联:
                - 丙 | 1工作日 | 审
                - 丁 | 1工作日 | 审
            - 环节: 戊 | 1工作日 | 审
              去向:
                不行: 乙
    - 送达 | 即时 | 送
"""
    machine, case = ProcessMachine(declare(text).before), CaseState()
    for place in (START, "受理", "甲", "乙", "丙"):
        assert machine.fire(case, place)
    told = events(machine, case)
    assert told["并联1:合:下一环节"] == Hindrance(Why.BRANCHES_OPEN, ("丁",))
    assert told["并联2:合:下一环节"] == Hindrance(Why.BRANCHES_OPEN, ("丁",))


def test_what_cannot_happen_is_a_mistake_of_the_caller(declare: Callable[[str], Declared]) -> None:
    """No token there, or nothing of that name there; the marking stays."""
    machine, case = ProcessMachine(declare("").before), CaseState()
    with pytest.raises(KeyError):
        machine.fire(case, "受理")
    with pytest.raises(MachineError):
        machine.fire(case, START, "没有这回事")
    with pytest.raises(MachineError):
        machine.fire(case, START, "符合受理条件")
    assert case.marking == {START: 1}
    assert case.state == START


def test_cases_do_not_know_each_other(declare: Callable[[str], Declared]) -> None:
    """One definition, any number of cases."""
    machine = ProcessMachine(declare("").before)
    cases = [CaseState() for _ in range(3)]
    for steps, case in enumerate(cases):
        for place, event in ((START, NEXT), ("受理", "符合受理条件"), ("审查", NEXT))[:steps]:
            assert machine.fire(case, place, event)
    assert [case.state for case in cases] == [START, "受理", "审查"]


def test_a_case_ends_on_an_end(declare: Callable[[str], Declared]) -> None:
    """办结, or the end of a side branch; then nothing more can happen."""
    machine = ProcessMachine(declare("").before)
    for last in (("受理", "不属于受理范围", "不予受理/不予受理"), ("受理", "符合受理条件", "审查")):
        case = CaseState()
        machine.fire(case, START)
        machine.fire(case, last[0], last[1])
        assert case.state == last[2]
        assert not machine.finished(case)
    case = CaseState()
    for place, event in ((START, NEXT), ("受理", "不属于受理范围"), ("不予受理/不予受理", NEXT)):
        machine.fire(case, place, event)
    assert machine.finished(case)
    assert machine.ways(case) == ()
