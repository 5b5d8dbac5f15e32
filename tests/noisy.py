"""Words of cases that went wrong: random runs of a net with steps left out, exchanged, added or unknown."""

from __future__ import annotations

import random

from engine.conformance.letters import Shown
from engine.conformance.moves import Word
from engine.nets.net import Net

UNKNOWN = "别的"
"""A step that no process has."""
_LONGEST = 200


def noisy_words(net: Net, seen: Shown, names: tuple[str, ...], size: int, seed: int) -> list[Word]:
    """So many different words in order, none of them empty; ``names`` are those of the steps."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    words: set[Word] = set()
    while len(words) < size:
        run = random_run(net, seen, dice)
        if run is not None and (word := noisy(run, dice, names)):
            words.add(word)
    return sorted(words)


def random_run(net: Net, seen: Shown, dice: random.Random) -> Word | None:
    """What a log shows of a run; None where it goes round for very long."""
    marking, word = net.initial, list[str]()
    for _ in range(_LONGEST):
        if net.finished(marking):
            return tuple(word)
        one = dice.choice(net.enabled(marking))
        if (letter := seen.letter(one)) is not None:
            word.append(letter)
        marking = one.fire(marking)
    return None


def noisy(word: Word, dice: random.Random, names: tuple[str, ...]) -> Word:
    """With up to four steps left out, exchanged, added or unknown."""
    steps = list(word)
    for _ in range(dice.randint(0, 4)):
        what = dice.randint(0, 3)
        if what == 0 and steps:
            steps.pop(dice.randrange(len(steps)))
        elif what == 1 and len(steps) > 1:
            at = dice.randrange(len(steps) - 1)
            steps[at], steps[at + 1] = steps[at + 1], steps[at]
        else:
            steps.insert(dice.randint(0, len(steps)), dice.choice(names) if what == 2 else UNKNOWN)
    return tuple(steps)
