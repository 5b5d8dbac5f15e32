"""The net of a process does what the machine does, and says where everything was declared."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.machine import CaseState, ProcessMachine
from engine.nets.compiling import net_of
from engine.nets.net import NEXT, Net
from processes.checking import check_project
from processes.model.process import START, Process
from tests.declaring import Declared
from tests.effort import tried
from tests.flows import checked, matters

SAMPLES = Path(__file__).parents[3] / "samples"
JOINT = """类型: 其他事项
优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 甲 | 2工作日 | 审
        - 乙 | 1工作日 | 审
      去向:
        不同意: 受理
    - 并联:
        - 丙 | 2工作日 | 审
        - 丁 | 1工作日 | 审
    - 送达 | 即时 | 送
"""


def tokens(net: Net, marking: int) -> dict[str, int]:
    """A marking as the machine has it: node → tokens."""
    found: Counter[str] = Counter()
    for place in net.marked(marking):
        # What was decided on after a join stands for all the tokens that came there.
        arrived = sum(other.node == place.node and bool(other.arrived_from) for other in net.places)
        found[place.node] += 1 if place.arrived_from else arrived or 1
    return dict(found)


def play(process: Process, dice: random.Random, most: int = 60) -> None:
    """Run a case at random on both."""
    net, machine, case = net_of(process), ProcessMachine(process), CaseState()
    marking = net.initial
    for _ in range(most):
        assert tokens(net, marking) == case.marking
        ready = [way for way in machine.ways(case) if way.hindrance is None]
        enabled = net.enabled(marking)
        assert {(one.node, one.event) for one in enabled} == {(way.place, way.name) for way in ready}
        assert net.finished(marking) == machine.finished(case) == (not ready)
        if not ready:
            return
        way = dice.choice(ready)
        one = net.transition(way.place, way.name)
        assert not one.crowds(marking)
        along = machine.fire(case, way.place, way.name)
        assert along[: len(one.flows)] == one.flows
        marking = net.fire(marking, way.place, way.name)


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_random_cases_of_the_samples_run_alike_on_net_and_machine(sample: str) -> None:
    """All matters, before and after: the same tokens, the same events, the same ends."""
    for matter in check_project(SAMPLES / sample).matters:
        for process in filter(None, (matter.before, matter.after)):
            for seed in range(5):
                play(process, random.Random(seed))  # noqa: S311 - nothing secret


@settings(max_examples=tried(20), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_random_cases_of_any_process_run_alike_on_net_and_machine(text: str) -> None:
    """Blocks in blocks, loops, skips, side branches."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    for seed in range(3):
        play(matter.before, random.Random(seed))  # noqa: S311 - nothing secret


def test_a_fork_is_part_of_what_leads_there_and_a_join_waits_for_every_branch(
    declare: Callable[[str], Declared],
) -> None:
    """受理 sends a token to each branch; when both have arrived it is decided, and the next block begins."""
    net = net_of(declare(JOINT).before)
    marking = net.fire(net.fire(net.initial, START, NEXT), "受理", NEXT)
    assert tokens(net, marking) == {"甲": 1, "乙": 1}
    marking = net.fire(marking, "甲", NEXT)
    with pytest.raises(KeyError):
        net.fire(marking, "联审:合", "同意")
    marking = net.fire(marking, "乙", NEXT)
    assert [(one.node, one.event) for one in net.enabled(marking)] == [("联审:合", "不同意"), ("联审:合", "同意")]
    marking = net.fire(marking, "联审:合", "同意")
    assert tokens(net, marking) == {"丙": 1, "丁": 1}
    marking = net.fire(net.fire(marking, "丁", NEXT), "丙", NEXT)
    assert tokens(net, marking) == {"送达": 1}
    assert not net.finished(marking)
    assert net.finished(net.fire(marking, "送达", NEXT))


def test_every_place_and_transition_knows_its_line(declare: Callable[[str], Declared]) -> None:
    """Counter-examples point into the declaration."""
    net = net_of(declare(JOINT).before)
    assert all(place.place.line for place in net.places)
    assert all(one.place.line for one in net.transitions)
    back = net.transition("联审:合", "不同意")
    assert JOINT.splitlines()[back.place.line - 1].strip() == "不同意: 受理"


def test_an_event_that_is_not_there_is_a_mistake_of_the_caller(declare: Callable[[str], Declared]) -> None:
    """No token there, or nothing of that name there."""
    net = net_of(declare(JOINT).before)
    for node, event in (("受理", NEXT), (START, "没有这回事")):
        with pytest.raises(KeyError):
            net.fire(net.initial, node, event)
