"""Hundreds of processes found in the cases of random trees and declarations: sound, and fitting their cases.

What is asked is what ``tests/engine/discovery/test_drafting.py`` asks of a few.
"""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.discovery.drafting import ENOUGH, Discovered, discovered, named
from engine.discovery.fitting import process_of
from engine.nets.compiling import net_of
from engine.soundness.faults import Outcome
from engine.soundness.verdicts import outcome_of
from tests.flows import checked, matters
from tests.handled import Word, any_tree, disturbed, known, log_of, played, run_of

TREES = 500
CASES = 200


def _judged(words: list[Word]) -> Discovered:
    """The declaration of the cases, after all was asked of it."""
    log, _ = named(log_of(words))
    found = discovered("示范事项", log, known(log))
    assert outcome_of(net_of(process_of(found.text))) is not Outcome.UNSOUND, found.text
    assert found.fit is None or found.fit.fitness >= ENOUGH, found.text
    return found


def test_hundreds_of_trees_with_and_without_noise() -> None:
    """Each with no slip, and with one in every tenth case; hardly any is too large to be measured."""
    measured: Counter[bool] = Counter()
    for seed in range(TREES):
        dice = random.Random(seed)  # noqa: S311 - a sample, no secret
        tree = any_tree(dice)
        noise = seed % 2 / 10
        words = [disturbed(tuple(played(tree, dice)), dice, noise) for _ in range(CASES)]
        measured[_judged(words).fit is not None] += 1
    assert measured[True] >= 0.95 * TREES, measured


@settings(max_examples=300, deadline=None)
@given(matters(), st.integers(0, 1 << 30), st.sampled_from((0, 0.1, 0.3)))
def test_hundreds_of_declarations_with_and_without_noise(text: str, seed: int, noise: float) -> None:
    """Any shape of 流程, cases at random, up to a slip in every third one."""
    matter = checked(text)
    assume(matter is not None)
    assert matter is not None
    assume(outcome_of(net_of(matter.before)) is Outcome.SOUND)
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    words = [word for _ in range(CASES) if (word := run_of(matter.before, dice))]
    words = [disturbed(word, dice, noise) for word in words]
    assume(any(words))
    _judged(words)
