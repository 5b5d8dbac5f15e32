"""A workflow net whose markings are integers: one bit a place.

Places hold at most one token each (the net is safe), so a marking is a set of places and a set of places is an integer;
a transition is two of them, what it takes and what it gives. W. M. P. van der Aalst, The Application of Petri Nets to
Workflow Management, 1998: a workflow net has one place where a case begins and ends that nothing leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from processes.model.places import NOWHERE, Place
from processes.model.process import Flow

NEXT = "下一环节"
"""The event of a flow without a condition."""


def event_of(flow: Flow) -> str:
    """What a flow is called where it is chosen: its condition, or 下一环节."""
    return flow.condition or NEXT


@dataclass(frozen=True, slots=True)
class NetPlace:
    """A place. ``node`` is the key of the node of the process it stands for.

    ``arrived_from`` is the last node of the branch that has arrived where the node is a JOIN: every branch has a place
    of its own there, so that a branch that arrives twice is not taken for two.
    """

    node: str
    arrived_from: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class NetTransition:
    """A transition; ``takes`` and ``gives`` are sets of places.

    ``event`` is what it is called where it is chosen (its condition, or 下一环节) and ``node`` the key of the node
    where that happens. ``silent``: nobody chooses it, it happens as soon as it can (a full join with one way out).
    ``flows`` are the arcs of the process that the file runs along: the one chosen, then those out of forks.
    """

    node: str
    event: str
    takes: int
    gives: int
    flows: tuple[Flow, ...] = ()
    silent: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def enabled(self, marking: int) -> bool:
        """Whether it may happen at ``marking``."""
        return marking & self.takes == self.takes

    def crowds(self, marking: int) -> int:
        """The places that would hold two tokens after it; 0 in a safe net."""
        return (marking & ~self.takes) & self.gives

    def fire(self, marking: int) -> int:
        """The marking after it; it must be enabled and crowd nothing."""
        return marking & ~self.takes | self.gives


@dataclass(frozen=True, slots=True)
class Net:
    """Places (bit ``i`` of a marking is ``places[i]``) and transitions, in the order of the declaration.

    ``initial`` is the marking of a case that begins; ``ends`` the set of places at which it is over.
    """

    places: tuple[NetPlace, ...]
    transitions: tuple[NetTransition, ...]
    initial: int
    ends: int
    _by_event: dict[tuple[str, str], NetTransition] = field(init=False, compare=False, repr=False)
    _silent: tuple[NetTransition, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the transitions."""
        chosen = {(one.node, one.event): one for one in self.transitions if not one.silent}
        object.__setattr__(self, "_by_event", chosen)
        object.__setattr__(self, "_silent", tuple(one for one in self.transitions if one.silent))

    def transition(self, node: str, event: str) -> NetTransition:
        """What ``event`` does at ``node``. Raises ``KeyError``."""
        return self._by_event[node, event]

    def has(self, node: str, event: str) -> bool:
        """Whether something is called ``event`` at ``node``."""
        return (node, event) in self._by_event

    def enabled(self, marking: int) -> tuple[NetTransition, ...]:
        """What may happen at ``marking``, in order."""
        return tuple(one for one in self.transitions if one.enabled(marking))

    def settled(self, marking: int) -> int:
        """The marking after every silent transition that can happen has happened."""
        moved = bool(self._silent)
        while moved:
            moved = False
            for one in self._silent:
                if one.enabled(marking):
                    marking = one.fire(marking)
                    moved = True
        return marking

    def fire(self, marking: int, node: str, event: str) -> int:
        """The settled marking after ``event`` at ``node``.

        Raises ``KeyError`` when there is no such event there or it cannot happen at ``marking``.
        """
        one = self._by_event[node, event]
        if marking & one.takes != one.takes:
            raise KeyError(node)
        return self.settled(marking & ~one.takes | one.gives)

    def marked(self, marking: int) -> Iterator[NetPlace]:
        """The places that hold a token at ``marking``, in order."""
        return (place for index, place in enumerate(self.places) if marking >> index & 1)

    def finished(self, marking: int) -> bool:
        """Whether a case is over: one end holds the only token."""
        return marking & (marking - 1) == 0 and marking & self.ends != 0
