"""Workflow nets at random: well-formed ones, the same with something broken, and any tangle; and what brute force says.

The well-formed ones are put together as processes are: one after another, one of several, side by side, and back.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from engine.nets.net import Net, NetPlace, NetTransition
from engine.soundness.faults import FaultKind

Arcs = tuple[set[int], set[int]]
"""The places that a transition takes from and gives to."""


class Draft:
    """A net in the making; place 0 is the beginning."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.places = 1
        self.arcs: list[Arcs] = []
        self.ends: set[int] = set()

    def place(self) -> int:
        """A new place."""
        self.places += 1
        return self.places - 1

    def net(self) -> Net:
        """The net; its transitions are called by their numbers."""
        return net_from(self.places, self.arcs, self.ends)

    # --- well-formed

    def grow(self, size: int) -> None:
        """About ``size`` transitions from the beginning to an end."""
        end = self.place()
        self.ends.add(end)
        self.part(0, end, size)

    def part(self, source: int, target: int, size: int, *, inside: bool = False) -> None:
        """A part that leads from ``source`` to ``target``; ``inside`` a block nothing may leave the case."""
        if size <= 1:
            self.arcs.append(({source}, {target}))
            return
        kinds = ("one after another",) * 4 + ("one of several", "side by side", "back") + ("end",) * (not inside)
        kind = self.dice.choice(kinds)
        if kind == "one after another":
            middle, first = self.place(), self.dice.randint(1, size - 1)
            self.part(source, middle, first, inside=inside)
            self.part(middle, target, size - first, inside=inside)
        elif kind == "one of several":
            first = self.dice.randint(1, size - 1)
            self.part(source, target, first, inside=inside)
            self.part(source, target, size - first, inside=inside)
        elif kind == "side by side":
            self.block(source, target, size)
        elif kind == "back":
            middle = self.place()
            self.arcs.append(({middle}, {source}))
            self.part(source, middle, max(1, size - 2), inside=inside)
            self.arcs.append(({middle}, {target}))
        else:
            middle, end = self.place(), self.place()
            self.ends.add(end)
            self.part(source, middle, max(1, size - 2))
            self.arcs += [({middle}, {end}), ({middle}, {target})]

    def block(self, source: int, target: int, size: int) -> None:
        """Branches between a fork and a join."""
        branches = [(self.place(), self.place()) for _ in range(self.dice.choice((2, 2, 3)))]
        self.arcs.append(({source}, {first for first, _ in branches}))
        for first, last in branches:
            self.part(first, last, max(1, (size - 2) // len(branches)), inside=True)
        self.arcs.append(({last for _, last in branches}, {target}))

    # --- anything

    def tangle(self, size: int) -> None:
        """``size`` transitions between any places."""
        for _ in range(self.dice.randint(2, size + 2)):
            self.place()
        self.ends = set(self.some(self.dice.choice((1, 1, 2))))
        self.arcs = [(set(self.some(self.few())), set(self.some(self.few()))) for _ in range(size)]

    def few(self) -> int:
        """How many places: mostly one."""
        return self.dice.choice((1, 1, 1, 1, 2, 2, 3))

    def some(self, number: int) -> list[int]:
        """So many places."""
        return self.dice.sample(range(self.places), min(number, self.places))

    # --- damage

    def damage(self) -> None:
        """Break something that makes a process go wrong."""
        one = self.dice.randrange(len(self.arcs))
        take, give = self.arcs[one]
        harm: tuple[Callable[[], object], ...] = (
            lambda: self.arcs.pop(one),
            lambda: self.arcs.append((set(self.some(1)), set(self.some(1)))),
            lambda: self.redirect(take),
            lambda: self.redirect(give),
            lambda: take.update(self.some(1)),
            lambda: give.update(self.some(1)),
            lambda: self.split(one),
            lambda: self.arcs.append(({self.place()}, set(self.some(1)))),
            lambda: give.add(self.place()),
        )
        self.dice.choice(harm)()

    def redirect(self, places: set[int]) -> None:
        """Another place instead of one of them."""
        places.discard(self.dice.choice(sorted(places)))
        places.update(self.some(1))

    def split(self, one: int) -> None:
        """Every token goes its own way: a join becomes a merge, a fork a choice."""
        take, give = self.arcs.pop(one)
        self.arcs += [({place}, set(give)) for place in sorted(take)] if len(take) > 1 else []
        self.arcs += [(set(take), {place}) for place in sorted(give)] if len(take) == 1 else []


def net_from(places: int, arcs: list[Arcs], ends: set[int]) -> Net:
    """The net of these arcs; a case begins at place 0."""
    return Net(
        tuple(NetPlace(f"p{index}") for index in range(places)),
        tuple(
            NetTransition(f"t{index}", "", sum(1 << place for place in take), sum(1 << place for place in give))
            for index, (take, give) in enumerate(arcs)
        ),
        1,
        sum(1 << place for place in ends),
    )


def well_formed(dice: random.Random, size: int) -> Net:
    """A sound net of about ``size`` transitions."""
    draft = Draft(dice)
    draft.grow(size)
    return draft.net()


def any_net(dice: random.Random, size: int) -> Net:
    """One of the three sorts."""
    draft = Draft(dice)
    sort = dice.choice(("well-formed", "damaged", "damaged", "damaged", "tangled"))
    if sort == "tangled":
        draft.tangle(size)
        return draft.net()
    draft.grow(size)
    for _ in range(0 if sort == "well-formed" else dice.choice((1, 1, 2, 3))):
        if draft.arcs:
            draft.damage()
    return draft.net()


# ---------------------------------------------------------------------------------------------- brute force

Marking = tuple[int, ...]
"""Tokens on each place."""


class BruteForce:
    """Soundness straight from its definition: tokens are counted, and every question looks at every state.

    ``kinds``: kind of fault → length of the shortest run that shows it, 0 for dead transitions. Where a place can hold
    two tokens that is all that is said, as there may be no end of states.
    """

    def __init__(self, net: Net) -> None:
        self.moves = [
            (self.counts(one.takes, len(net.places)), self.counts(one.gives, len(net.places)))
            for one in net.transitions
        ]
        self.ends = [index for index in range(len(net.places)) if net.ends >> index & 1]
        self.kinds: dict[FaultKind, int] = {}
        self.depth: dict[Marking, int] = {}
        self.after: dict[Marking, list[Marking]] = {}
        self.happened: set[int] = set()
        if self.walk(self.counts(net.initial, len(net.places))):
            self.judge()

    @staticmethod
    def counts(places: int, number: int) -> Marking:
        """A set of places as tokens."""
        return tuple(places >> index & 1 for index in range(number))

    def walk(self, initial: Marking) -> bool:
        """Meet every state; False as soon as a place holds two tokens."""
        self.depth[initial] = 0
        queue = [initial]
        for marking in queue:
            self.after[marking] = []
            for number, (take, give) in enumerate(self.moves):
                if any(there < wanted for there, wanted in zip(marking, take, strict=True)):
                    continue
                self.happened.add(number)
                reached = tuple(a - b + c for a, b, c in zip(marking, take, give, strict=True))
                if max(reached, default=0) > 1:
                    self.kinds[FaultKind.CROWDED] = self.depth[marking] + 1
                    return False
                self.after[marking].append(reached)
                if reached not in self.depth:
                    self.depth[reached] = self.depth[marking] + 1
                    queue.append(reached)
        return True

    def reach(self, marking: Marking) -> set[Marking]:
        """Every state that can come after, itself included."""
        met = {marking}
        waiting = [marking]
        while waiting:
            for other in self.after[waiting.pop()]:
                if other not in met:
                    met.add(other)
                    waiting.append(other)
        return met

    def final(self, marking: Marking) -> bool:
        """Whether the only token is at an end."""
        return sum(marking) == 1 and any(marking[end] for end in self.ends)

    def judge(self) -> None:
        """Ask every state."""
        for kind, marking in self.faulty():
            self.kinds[kind] = min(self.depth[marking], self.kinds.get(kind, self.depth[marking]))
        if len(self.happened) < len(self.moves):
            self.kinds[FaultKind.DEAD] = 0

    def faulty(self) -> Iterator[tuple[FaultKind, Marking]]:
        """Every state with each fault that it has."""
        for marking in self.depth:
            ended = any(marking[end] for end in self.ends)
            if ended and not self.final(marking):
                yield FaultKind.LEFT_BEHIND, marking
            if not ended and not self.after[marking]:
                yield FaultKind.STUCK, marking
            if all(self.after[other] and not self.final(other) for other in self.reach(marking)):
                yield FaultKind.ENDLESS, marking
