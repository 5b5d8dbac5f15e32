"""Verdicts equal brute force, and every counter-example can be replayed to its fault."""

from __future__ import annotations

import random

import pytest

from engine.nets.net import Net
from engine.soundness.faults import Fault, FaultKind, Outcome
from engine.soundness.reduction import reduce
from engine.soundness.verdicts import outcome_of, verdict_of
from tests.random_nets import BruteForce, any_net, net_from, well_formed
from tests.replaying import shows

SIZES = 2, 12


def some_net(seed: int) -> Net:
    """A small net of any sort."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    return any_net(dice, dice.randint(*SIZES))


def check(net: Net) -> None:
    """The same kinds of faults as brute force finds, by runs as short; each of them replays."""
    found, expected = verdict_of(net), BruteForce(net).kinds
    lengths = {fault.kind: len(fault.run) for fault in found.faults}
    if FaultKind.CROWDED in expected:
        assert lengths[FaultKind.CROWDED] == expected[FaultKind.CROWDED]
        assert FaultKind.DEAD not in lengths
    else:
        assert lengths == expected
    assert found.outcome is (Outcome.UNSOUND if expected else Outcome.SOUND)
    assert outcome_of(net) is found.outcome
    for fault in found.faults:
        assert shows(net, fault)


def test_verdicts_on_random_nets_equal_brute_force() -> None:
    """Well-formed, damaged and tangled ones."""
    for seed in range(350):
        check(some_net(seed))


def test_the_reduction_alone_proves_what_is_put_together_well() -> None:
    """No state is looked at, however much runs side by side."""
    for seed in range(60):
        net = well_formed(random.Random(seed), 60)  # noqa: S311 - a sample, no secret
        assert reduce(net).trivial
        assert verdict_of(net).states == 0


def test_what_is_found_on_the_reduced_net_is_told_in_terms_of_the_whole() -> None:
    """Where the whole net has too many states to find the shortest run; the run shows the fault all the same."""
    told = 0
    for seed in range(350):
        net = some_net(seed)
        whole = verdict_of(net)
        for most in range(1, 4):
            found = verdict_of(net, most)
            assert found.outcome in (whole.outcome, Outcome.UNKNOWN)
            assert all(shows(net, fault) for fault in found.faults)
            told += bool(found.faults)
    assert told > 100


FORK_TO_MERGE = net_from(4, [({0}, {1, 2}), ({1}, {3}), ({2}, {3})], {3})
CHOICE_TO_JOIN = net_from(4, [({0}, {1}), ({0}, {2}), ({1, 2}, {3})], {3})
ROUND_AND_ROUND = net_from(4, [({0}, {1}), ({0}, {3}), ({1}, {2}), ({2}, {1})], {3})
LEFT_OVER = net_from(4, [({0}, {1, 2}), ({1}, {3})], {3})
CROSSWAYS = net_from(5, [({0}, {1, 2}), ({1}, {3}), ({3}, {1}), ({3, 2}, {4}), ({2, 4}, {1})], {4})


@pytest.mark.parametrize(
    ("net", "kind", "run", "at"),
    [
        (FORK_TO_MERGE, FaultKind.LEFT_BEHIND, (0, 1), {2}),
        (CHOICE_TO_JOIN, FaultKind.STUCK, (0,), {1}),
        (ROUND_AND_ROUND, FaultKind.ENDLESS, (0,), {1, 2}),
        (LEFT_OVER, FaultKind.LEFT_BEHIND, (0, 1), {2}),
        (CROSSWAYS, FaultKind.DEAD, (), {4}),
    ],
)
def test_each_kind_of_fault_is_found_where_it_is(net: Net, kind: FaultKind, run: tuple[int, ...], at: set[int]) -> None:
    """By the shortest run, with the places that are to blame."""
    (fault,) = (one for one in verdict_of(net).faults if one.kind is kind and one.run == run)
    blamed = {index for index in range(len(net.places)) if fault.places >> index & 1}
    assert blamed & at


def test_a_merge_of_ways_side_by_side_gets_a_second_token() -> None:
    """Fork, then a merge instead of a join, then on."""
    net = net_from(5, [({0}, {1, 2}), ({1}, {3}), ({2}, {3}), ({3}, {4})], {4})
    fault = verdict_of(net).faults[0]
    assert fault == Fault(kind=FaultKind.CROWDED, run=(0, 1, 2), marking=0b1100, places=0b1000, transition=2)


def test_too_many_states_are_no_verdict() -> None:
    """A net that does not reduce, of which fewer states may be looked at than it has."""
    seeds = (seed for seed in range(350) if not reduce(some_net(seed)).trivial)
    net = next(
        net for net in map(some_net, seeds) if verdict_of(net).outcome is Outcome.SOUND and verdict_of(net).states > 1
    )
    assert outcome_of(net, 1) is Outcome.UNKNOWN
    assert verdict_of(net, 1).faults == ()
