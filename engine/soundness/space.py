"""The state space of a net: every marking that can be reached, breadth first, so that the first way there is shortest.

A transition that would put a second token on a place is not followed: it is a fault by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Space:
    """The markings in the order in which they were met; states are indices into ``markings``.

    ``came``: state → the transition and the state that led there first. ``before``: state → the states that lead there
    in one step. ``still``: states in which nothing can happen. ``crowds``: the states in which a transition would
    crowd, with that transition, in order. ``happened``: the transitions that are enabled somewhere. ``complete``:
    whether all states fitted in.
    """

    markings: list[int]
    came: list[tuple[int, int]]
    before: list[list[int]]
    still: list[int]
    crowds: list[tuple[int, int]]
    happened: set[int]
    complete: bool

    def run_to(self, state: int) -> tuple[int, ...]:
        """The transitions of the shortest way to ``state``."""
        run = []
        while state:
            transition, state = self.came[state]
            run.append(transition)
        return tuple(reversed(run))

    def leading_to(self, states: Iterable[int]) -> bytearray:
        """State → 1 if one of ``states`` can be reached from there."""
        reached = bytearray(len(self.markings))
        waiting = []
        for state in states:
            if not reached[state]:
                reached[state] = 1
                waiting.append(state)
        before = self.before
        while waiting:
            for state in before[waiting.pop()]:
                if not reached[state]:
                    reached[state] = 1
                    waiting.append(state)
        return reached


def explore(takes: Sequence[int], gives: Sequence[int], initial: int, most: int) -> Space:
    """At most ``most`` states of the net whose transition ``i`` takes ``takes[i]`` and gives ``gives[i]``."""
    by_place = moves_of(takes, gives)
    always = by_place.pop(0, [])
    number_of = {initial: 0}
    markings = [initial]
    came = [(-1, -1)]
    before: list[list[int]] = [[]]
    still: list[int] = []
    crowds: list[tuple[int, int]] = []
    happened: set[int] = set()
    complete = True
    for state, marking in enumerate(markings):  # it grows on the way
        moves = list(always)
        rest = marking
        while rest:
            place = rest & -rest
            rest ^= place
            if place in by_place:
                moves += [move for move in by_place[place] if marking & move[1] == move[1]]
        if not moves:
            still.append(state)
        for transition, take, give in moves:
            happened.add(transition)
            left = marking ^ take
            if left & give:
                crowds.append((state, transition))
                continue
            reached = left | give
            other = number_of.get(reached)
            if other is None:
                if len(markings) >= most:
                    complete = False
                    continue
                other = number_of[reached] = len(markings)
                markings.append(reached)
                came.append((transition, state))
                before.append([])
            before[other].append(state)
    return Space(markings, came, before, still, crowds, happened, complete)


def moves_of(takes: Sequence[int], gives: Sequence[int]) -> dict[int, list[tuple[int, int, int]]]:
    """One place of what each transition takes → the transitions with what they take and give; 0 → those taking none."""
    found: dict[int, list[tuple[int, int, int]]] = {}
    for transition, take in enumerate(takes):
        move = (transition, take, gives[transition])
        found.setdefault(take & -take, []).append(move)
    return found
