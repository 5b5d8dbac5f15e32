"""The faults that a state space shows, each with the shortest run that leads there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.soundness.faults import NONE, Fault, FaultKind
from engine.soundness.space import Space


def is_faultless(space: Space, ends: int, transitions: int) -> bool:
    """Whether there is no fault in ``space``; ``transitions``: how many the net has.

    Of a space that is not complete only what was looked at: dead transitions and dead ends of its rim are not counted.
    """
    if space.crowds:
        return False
    finals = []
    for state, marking in enumerate(space.markings):
        if marking & ends:
            if marking & (marking - 1):
                return False
            finals.append(state)
    if any(not space.markings[state] & ends for state in space.still):
        return False
    if not space.complete:
        return True
    return len(space.happened) == transitions and 0 not in space.leading_to(finals)


def faults_in(space: Space, takes: Sequence[int], gives: Sequence[int], ends: int) -> Iterator[Fault]:
    """One fault of each kind, the shortest, and every dead transition.

    Where places are crowded, what would follow is not looked at: then no transition is called dead. Nothing is called
    endless or dead where not all states were looked at.
    """
    yield from _crowded(space, takes, gives)
    yield from _stuck(space, takes, ends)
    yield from _left_behind(space, ends)
    if space.complete:
        yield from _endless(space, takes, gives, ends)
        if not space.crowds:
            yield from _dead(space, takes)


def _crowded(space: Space, takes: Sequence[int], gives: Sequence[int]) -> Iterator[Fault]:
    for state, transition in space.crowds[:1]:
        marking = space.markings[state]
        crowded = marking & ~takes[transition] & gives[transition]
        run = (*space.run_to(state), transition)
        yield Fault(kind=FaultKind.CROWDED, run=run, marking=marking, places=crowded, transition=transition)


def _stuck(space: Space, takes: Sequence[int], ends: int) -> Iterator[Fault]:
    for state in space.still:
        marking = space.markings[state]
        if not marking & ends:
            yield Fault(
                kind=FaultKind.STUCK,
                run=space.run_to(state),
                marking=marking,
                places=marking,
                transition=waiting_at(marking, takes),
            )
            return


def waiting_at(marking: int, takes: Iterable[int]) -> int:
    """The transition that has some of the tokens it needs and lacks the fewest; ``NONE`` if there is none."""
    waiting = [((take & ~marking).bit_count(), one) for one, take in enumerate(takes) if take & marking]
    return min(waiting, default=(0, NONE))[1]


def _left_behind(space: Space, ends: int) -> Iterator[Fault]:
    for state, marking in enumerate(space.markings):
        if marking & ends and marking & (marking - 1):
            reached = marking & ends & -(marking & ends)
            yield Fault(kind=FaultKind.LEFT_BEHIND, run=space.run_to(state), marking=marking, places=marking & ~reached)
            return


def _endless(space: Space, takes: Sequence[int], gives: Sequence[int], ends: int) -> Iterator[Fault]:
    finals = (state for state, marking in enumerate(space.markings) if marking & ends and not marking & (marking - 1))
    crowding = (state for state, _ in space.crowds)
    halting = space.leading_to((*finals, *space.still, *crowding))
    state = halting.find(0)
    if state < 0:
        return
    yield going_round(space.run_to(state), space.markings[state], takes, gives)


def going_round(run: tuple[int, ...], start: int, takes: Sequence[int], gives: Sequence[int]) -> Fault:
    """The ENDLESS fault of a marking from which something can always happen: always the first that can."""
    met = [start]
    taken: list[int] = []
    while True:
        marking = met[-1]
        one = next(one for one, take in enumerate(takes) if marking & take == take)
        marking = marking & ~takes[one] | gives[one]
        taken.append(one)
        if marking in met:
            places = 0
            for again in taken[met.index(marking) :]:
                places |= takes[again]
            return Fault(kind=FaultKind.ENDLESS, run=run, marking=start, places=places, cycle=tuple(taken))
        met.append(marking)


def _dead(space: Space, takes: Sequence[int]) -> Iterator[Fault]:
    marked = 0
    for marking in space.markings:
        marked |= marking
    for one, take in enumerate(takes):
        if one not in space.happened:
            yield Fault(kind=FaultKind.DEAD, places=take & ~marked or take, transition=one)
