"""A hundred thousand random nets: verdicts equal to brute force, every counter-example replayed to its fault.

What is compared is what ``tests/engine/soundness/test_verdicts.py`` compares on a few hundred.
"""

from __future__ import annotations

import random
from collections import Counter

from engine.nets.net import Net
from engine.properties.runs import after, before, both, never_after
from engine.soundness.faults import FaultKind, Outcome
from engine.soundness.verdicts import outcome_of, verdict_of
from tests.brute_runs import shortest
from tests.random_nets import BruteForce, any_net
from tests.replaying import shows

NETS = 100_000
LEAST, MOST = 2, 14
"""Transitions of a net, about: more have too many states to ask each of them everything."""


def judged(net: Net) -> set[FaultKind]:
    """The kinds of faults, after all was compared."""
    found, expected = verdict_of(net), BruteForce(net).kinds
    lengths = {fault.kind: len(fault.run) for fault in found.faults}
    if FaultKind.CROWDED in expected:
        # A net that is not safe may have no end of states: that it is not safe is all that brute force can say.
        assert lengths[FaultKind.CROWDED] == expected[FaultKind.CROWDED]
        assert FaultKind.DEAD not in lengths
    else:
        assert lengths == expected
    assert found.outcome is (Outcome.UNSOUND if expected else Outcome.SOUND)
    assert outcome_of(net) is found.outcome
    assert all(shows(net, fault) for fault in found.faults)
    return set(lengths)


def test_a_hundred_thousand_verdicts_equal_brute_force() -> None:
    """Well-formed, damaged and tangled nets, sound, unsound and unsafe."""
    kinds: Counter[FaultKind | None] = Counter()
    for seed in range(NETS):
        dice = random.Random(seed)  # noqa: S311 - a sample, no secret
        found: set[FaultKind | None] = {*judged(any_net(dice, dice.randint(LEAST, MOST)))}
        kinds.update(found or {None})
    assert min(kinds[kind] for kind in (None, *FaultKind)) > NETS // 50, kinds


def test_twenty_thousand_properties_equal_brute_force() -> None:
    """Four questions on each sound net among them, about transitions chosen at random."""
    asked = 0
    for seed in range(NETS // 5):
        dice = random.Random(seed)  # noqa: S311 - a sample, no secret
        net = any_net(dice, dice.randint(LEAST, MOST))
        if outcome_of(net) is not Outcome.SOUND:
            continue
        first, second = (dice.getrandbits(len(net.transitions)) & dice.getrandbits(len(net.transitions)) for _ in "12")
        for check in (before, after, never_after, both):
            found = check(net, first, second)
            expected = shortest(check.__name__, net, first, second)
            assert (None if found.run is None else len(found.run)) == expected
            asked += 1
    assert asked > NETS // 5
