"""Soundness checks a second on nets of 20 to 100 transitions, beside looking at all their states.

    python -m benchmarks.soundness [nets]

Prints checks a second (goal: at least 2,000 on well-formed nets, on a quiet machine) and their ratio to the same
verdict from the whole state space of the same nets, where that is small enough to be looked at. Three sorts:
well-formed nets, as every process that holds together is; the same with one thing broken, the outcome alone; and with
the shortest counter-examples. In processor seconds, which other work on the machine lengthens all the same (shared
caches and cores); the best of the rounds.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator

from engine.nets.net import Net
from engine.soundness.faults import Outcome
from engine.soundness.finding import is_faultless
from engine.soundness.space import explore
from engine.soundness.verdicts import outcome_of, verdict_of
from tests.random_nets import Draft

ROUNDS = 7
LEAST, MOST = 20, 100
"""Transitions."""
STATES = 2000
"""A net with more states is not checked by looking at them all, nor are its counter-examples timed."""


def nets(*, broken: bool) -> Iterator[Net]:
    """Nets of the sizes wanted, without end."""
    seed = 0
    while True:
        dice = random.Random(seed)  # noqa: S311 - a sample, no secret
        draft = Draft(dice)
        draft.grow(dice.randint(LEAST, MOST))
        if broken:
            draft.damage()
        net = draft.net()
        if LEAST <= len(net.transitions) <= MOST:
            yield net
        seed += 1


def whole(net: Net) -> Outcome:
    """The outcome from all states."""
    takes, gives = [one.takes for one in net.transitions], [one.gives for one in net.transitions]
    space = explore(takes, gives, net.initial, STATES)
    if not is_faultless(space, net.ends, len(takes)):
        return Outcome.UNSOUND
    return Outcome.SOUND if space.complete else Outcome.UNKNOWN


def states(net: Net) -> int:
    """How many states the net has, ``STATES`` at most."""
    takes, gives = [one.takes for one in net.transitions], [one.gives for one in net.transitions]
    return len(explore(takes, gives, net.initial, STATES).markings)


def rate(check: Callable[[Net], object], some: list[Net]) -> float:
    """Checks a processor second, the best of the rounds, the garbage collector off."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(ROUNDS):
            start = time.process_time()
            for net in some:
                check(net)
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return len(some) / best


def show(name: str, some: list[Net], check: Callable[[Net], object]) -> None:
    """One line of the table."""
    transitions = sum(len(net.transitions) for net in some) / len(some)
    small = [net for net in some if states(net) < STATES]
    assert all(outcome_of(net) is whole(net) for net in small)
    ratio = rate(check, small) / rate(whole, small)
    print(
        f"{name:32} {len(some):5} nets, {transitions:5.1f} transitions: {rate(check, some):7.0f} a second; "
        f"{ratio:5.1f} x as fast as all states ({len(small)} nets of at most {STATES})"
    )


def main(number: int) -> None:
    """Measure and print."""
    sound = [net for net, _ in zip(nets(broken=False), range(number), strict=False)]
    broken = [net for net, _ in zip(nets(broken=True), range(number), strict=False)]
    show("well-formed", sound, outcome_of)
    show("broken", broken, outcome_of)
    few = [net for net in broken if states(net) < STATES]
    show("broken, with counter-examples", few, verdict_of)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
