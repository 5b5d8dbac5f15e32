"""The shortest run that breaks a property: the states of the net, each with what has happened before.

The net is reduced first, but for the transitions that the property is about. Sets of transitions are integers. What
one transition does happens at once: a step that is both 受理 and 决定 decides nothing before it accepts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.nets.net import Net
from engine.soundness.reduced import Reduced, flat
from engine.soundness.reduction import reduce
from engine.soundness.space import moves_of
from engine.soundness.verdicts import MOST_STATES

_NOTHING, _FIRST, _SECOND = 0, 1, 2
"""What happens, and what has happened: bits."""

Watch = Callable[[int, int], int | None]
"""What has happened and what happens now → what has happened then; None if that breaks the property."""


@dataclass(frozen=True, slots=True)
class Found:
    """The shortest run that breaks the property, None if there is none among the states looked at.

    ``complete``: whether these were all. Where the net has too many states to find the shortest run it is another one.
    """

    run: tuple[int, ...] | None
    complete: bool = True


def before(net: Net, first: int, second: int, most: int = MOST_STATES) -> Found:
    """``first`` happens although ``second`` has not happened."""

    def watch(seen: int, now: int) -> int | None:
        if now & _SECOND:
            return _SECOND
        return None if now and not seen else seen

    return _found(net, first, second, watch, most=most)


def after(net: Net, first: int, second: int, most: int = MOST_STATES) -> Found:
    """``first`` has happened, and the run comes to its end without ``second`` at the same time or after it."""

    def watch(seen: int, now: int) -> int | None:
        if now & _SECOND:
            return _NOTHING
        return now or seen

    return _found(net, first, second, watch, open_end=_FIRST, most=most)


def never_after(net: Net, first: int, second: int, most: int = MOST_STATES) -> Found:
    """``second`` happens although ``first`` has happened before."""

    def watch(seen: int, now: int) -> int | None:
        if seen and now & _SECOND:
            return None
        return now & _FIRST or seen

    return _found(net, first, second, watch, most=most)


def both(net: Net, first: int, second: int, most: int = MOST_STATES) -> Found:
    """Both happen."""

    def watch(seen: int, now: int) -> int | None:
        seen |= now
        return None if seen == _FIRST | _SECOND else seen

    return _found(net, first, second, watch, most=most)


def _found(net: Net, first: int, second: int, watch: Watch, *, open_end: int = -1, most: int) -> Found:  # noqa: PLR0913 - of all questions
    """First on the reduced net; where that breaks the property, the shortest run of the whole one."""
    letters = [(first >> index & 1) * _FIRST | (second >> index & 1) * _SECOND for index in range(len(net.transitions))]
    small = reduce(net, letters)
    found = _search(small, watch, open_end=open_end, most=most)
    if found.run is None:
        return found
    takes, gives = (tuple(one.takes for one in net.transitions), tuple(one.gives for one in net.transitions))
    whole = Reduced(takes, gives, net.initial, net.ends, tuple(range(len(takes))), None, tuple(letters))
    shortest = _search(whole, watch, open_end=open_end, most=most)
    if shortest.run is not None or shortest.complete:
        return shortest
    return Found((*flat(small.prefix), *(one for step in found.run for one in flat(small.runs[step]))))


def _search(net: Reduced, watch: Watch, *, open_end: int, most: int) -> Found:
    """Breadth first. ``open_end``: what may not have happened where nothing can happen any more."""
    moves = moves_of(net.takes, net.gives)
    start = (net.initial, _NOTHING)
    came: dict[tuple[int, int], tuple[tuple[int, int], int] | None] = {start: None}
    queue = [start]
    complete = True
    for state in queue:  # it grows on the way
        marking, seen = state
        goes_on = False
        for one, take, give in _possible(moves, marking):
            goes_on = True
            if (marking ^ take) & give:
                continue  # a fault of the net, told as such
            then = watch(seen, net.letters[one])
            if then is None:
                return Found((*_run_to(came, state), one))
            reached = (marking ^ take | give, then)
            if reached in came:
                continue
            if len(queue) >= most:
                complete = False
                continue
            came[reached] = (state, one)
            queue.append(reached)
        if not goes_on and seen == open_end:
            return Found(_run_to(came, state))
    return Found(None, complete)


def _possible(moves: dict[int, list[tuple[int, int, int]]], marking: int) -> list[tuple[int, int, int]]:
    found = list(moves.get(0, ()))
    rest = marking
    while rest:
        place = rest & -rest
        rest ^= place
        found += [move for move in moves.get(place, ()) if marking & move[1] == move[1]]
    return found


def _run_to(came: dict[tuple[int, int], tuple[tuple[int, int], int] | None], state: tuple[int, int]) -> tuple[int, ...]:
    run = []
    while (step := came[state]) is not None:
        state, one = step
        run.append(one)
    return tuple(reversed(run))
