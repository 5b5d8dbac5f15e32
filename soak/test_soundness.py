"""A hundred thousand random nets: verdicts equal to brute force, every counter-example replayed to its fault.

What is compared is what ``tests/engine/soundness/test_verdicts.py`` compares on a few hundred.
"""

from __future__ import annotations

import random
from collections import Counter

from engine.nets.net import Net
from engine.soundness.faults import FaultKind, Outcome
from engine.soundness.verdicts import outcome_of, verdict_of
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
