"""Net → verdict: reduction first, the state space of what is left, and for a bad net its shortest counter-examples."""

from __future__ import annotations

from collections.abc import Iterator

from engine.nets.net import Net
from engine.soundness.faults import NONE, Fault, FaultKind, Outcome, Verdict
from engine.soundness.finding import faults_in, going_round, is_faultless, waiting_at
from engine.soundness.reduced import Reduced, flat
from engine.soundness.reduction import reduce
from engine.soundness.space import Space, explore

MOST_STATES = 200_000
"""More states than this are not looked at: about a second, a hundred megabytes."""


def outcome_of(net: Net, most: int = MOST_STATES) -> Outcome:
    """Whether ``net`` is sound, without the runs that show why not; ``most``: states of the reduced net to look at."""
    return _judged(reduce(net), most)[0]


def _judged(small: Reduced, most: int) -> tuple[Outcome, Space | None]:
    """The outcome and, unless the reduction alone decided, the states of what it left."""
    if small.trivial:
        return Outcome.SOUND, None
    space = explore(small.takes, small.gives, small.initial, most)
    if not is_faultless(space, small.ends, len(small.takes)):
        return Outcome.UNSOUND, space
    return Outcome.SOUND if space.complete else Outcome.UNKNOWN, space


def verdict_of(net: Net, most: int = MOST_STATES) -> Verdict:
    """Whether ``net`` is sound; if not, the shortest runs that show why, as transitions of ``net``.

    A silent transition may happen at any time, not at once: where silent ones compete each of them gets its turn.
    ``most``: states that are looked at, of the reduced net and then of the whole one. If the whole net has more, a run
    of the reduced net is told in terms of the whole one; such a run shows the fault, but need not be the shortest.
    """
    small = reduce(net)
    outcome, space = _judged(small, most)
    if space is None or outcome is not Outcome.UNSOUND:
        return Verdict(outcome, (), len(space.markings) if space else 0)
    takes = [one.takes for one in net.transitions]
    gives = [one.gives for one in net.transitions]
    whole = explore(takes, gives, net.initial, most)
    faults = tuple(faults_in(whole, takes, gives, net.ends)) or tuple(_told_at_length(net, small, space))
    return Verdict(outcome, faults, len(space.markings) + len(whole.markings))


def _told_at_length(net: Net, small: Reduced, space: Space) -> Iterator[Fault]:
    """The faults of the reduced net as faults of the whole one."""
    prefix = flat(small.prefix)
    for fault in faults_in(space, small.takes, small.gives, small.ends):
        if fault.kind is FaultKind.DEAD:
            # What comes after it in the run happens whenever it does.
            dead = flat(small.runs[fault.transition])[0]
            yield Fault(kind=fault.kind, places=net.transitions[dead].takes, transition=dead)
        else:
            yield _replayed(net, (*prefix, *(one for step in fault.run for one in flat(small.runs[step]))))


def _replayed(net: Net, run: tuple[int, ...]) -> Fault:
    """The fault that ``run`` leads to, or that comes of going on after it, whatever is done.

    It need not be of the kind that it is on the reduced net: a standstill there may be a self-loop here, and a crowded
    end two different ends.
    """
    marking = net.initial
    for number, one in enumerate(run):
        transition = net.transitions[one]
        if transition.crowds(marking):
            return _crowding(net, run[:number], marking, one)
        marking = transition.fire(marking)
    return _going_on(net, run, marking)


def _going_on(net: Net, run: tuple[int, ...], start: int) -> Fault:
    met = [start]
    cycle: list[int] = []
    while True:
        marking, whole = met[-1], (*run, *cycle)
        if marking & net.ends and marking & (marking - 1):
            reached = marking & net.ends & -(marking & net.ends)
            return Fault(kind=FaultKind.LEFT_BEHIND, run=whole, marking=marking, places=marking & ~reached)
        one = next((index for index, one in enumerate(net.transitions) if one.enabled(marking)), NONE)
        if one == NONE:
            waiting = waiting_at(marking, [one.takes for one in net.transitions])
            return Fault(kind=FaultKind.STUCK, run=whole, marking=marking, places=marking, transition=waiting)
        transition = net.transitions[one]
        if transition.crowds(marking):
            return _crowding(net, whole, marking, one)
        cycle.append(one)
        met.append(transition.fire(marking))
        if met[-1] in met[:-1]:
            takes, gives = [one.takes for one in net.transitions], [one.gives for one in net.transitions]
            return going_round(run, start, takes, gives)


def _crowding(net: Net, run: tuple[int, ...], marking: int, one: int) -> Fault:
    crowded = net.transitions[one].crowds(marking)
    return Fault(kind=FaultKind.CROWDED, run=(*run, one), marking=marking, places=crowded, transition=one)
