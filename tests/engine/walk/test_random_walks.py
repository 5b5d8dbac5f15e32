"""Random cases of whole samples and of any process: nobody is ever stuck, and what was walked can be walked again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from engine.measures import critical_path, handovers
from engine.walk.script import replay, script_of
from engine.walk.walk import Move, Walk
from processes.checking import check_project
from processes.model.plan import Switches
from processes.model.process import FlowKind, NodeKind, Process
from tests.effort import tried
from tests.flows import checked, matters

SAMPLES = Path(__file__).parents[3] / "samples"


@cache
def processes(sample: str) -> tuple[Process, ...]:
    """Every process of a sample."""
    found = check_project(SAMPLES / sample).matters
    return tuple(process for matter in found for process in (matter.before, matter.after) if process)


def at_random(walk: Walk, dice: random.Random, most: int = 40) -> Iterator[Walk]:
    """A case for which any choice is taken that may be, until it ends or ``most`` is reached."""
    while not walk.end and len(walk.events) < most:
        choice = dice.choice(walk.allowed())  # fails when there is none: nobody is ever stuck
        outstanding = walk.outstanding
        walk = walk.receive(outstanding[:1]) if outstanding and dice.random() < 0.2 else walk.choose(choice)
        yield walk


def never_lost(process: Process, seed: int) -> Walk:
    """A random case: few tokens, its script leads to the same walk, each step back to the one before."""
    walk = Walk.begin(process)
    for further in at_random(walk, random.Random(seed)):  # noqa: S311
        assert further.undo() is walk
        assert sum(further.marking.values()) <= len(process.nodes)
        assert set(further.marking) == set(further.tokens)
        assert further.used >= walk.used
        walk = further
    assert replay(Walk.begin(process), "\n".join(script_of(walk)), "脚本").events == walk.events
    return walk


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_no_case_of_the_samples_is_ever_lost(sample: str, normally: Callable[[Walk], Walk]) -> None:
    """From wherever chance has led, the first choice again and again leads to an end."""
    for process in processes(sample):
        for seed in range(4):
            walk = never_lost(process, seed)
            assert normally(walk).end, (process.place, script_of(walk))


@settings(max_examples=tried(15), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(matters())
def test_no_case_of_any_process_is_ever_lost(text: str) -> None:
    """Blocks in blocks, loops, skips, side branches."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    for seed in range(3):
        never_lost(matter.before, seed)


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_a_case_without_incidents_takes_the_critical_path(sample: str, normally: Callable[[Walk], Walk]) -> None:
    """As many days as the measure says; as many hand-overs too, where nothing is left out of the count."""
    for process in processes(sample):
        walk = normally(Walk.begin(process))
        taken = [flow for event in walk.events if isinstance(event, Move) for flow in event.taken]
        assert {flow.kind for flow in taken} == {FlowKind.MAIN}, process.place
        assert walk.used == critical_path.measure(process, Switches()).value
        parallel = any(node.kind is NodeKind.JOIN for node in process.nodes)
        if not parallel and all(step.counted or step.branch for step in process.steps):
            assert len(walk.handovers) == handovers.measure(process, Switches()).value
