"""A checked process as a ``transitions`` machine: the definition once, a tiny state per case.

The machine is for people who step through a process; counting and mass simulation walk the graph itself.

How a definition becomes a machine:

- **States** are the nodes of the process: 开始, every 环节, the fork and join of every 并联, 办结 and the end of every
  支线 that does not come back. Steps of side branches (补正, 不予受理, 不予许可 …) are states like any other; the
  compilation has already put the standard ones in.
- **Triggers** are the flows: a flow is called by its condition (``不同意``), one without a condition ``下一环节``. The
  flows out of a fork have no trigger, for nobody chooses them.
- **Guards** say why a flow may not be taken now (a ``Hindrance``), or nothing. A join always waits for its branches;
  what else hinders, e.g. materials, is the caller's ``Guard``.
- **Tokens**: a case is its ``marking``, node → number of tokens there. A fork puts one token on every branch; they move
  independently. A join collects them; when one has come from every branch it sends a single one on, at once if only
  one flow leaves it, else when somebody decides.

Where ``transitions`` ends (version 0.9, measured), and what is done here instead:

- It has no AND-join: leaving a parallel parent fires while regions are unfinished. So there are no parallel states: the
  state of the model is only the node that acts, and the marking and the guard of the join are ours.
- Hierarchical machines with parallel states cost 59 times a token marking and more. So the machine is flat.
- ``queued=True`` has one queue for all models: an exception in one case drops the events of another. So there is no
  queue; an event is over when ``fire`` returns.
- ``add_model`` is quadratic in the number of models. So no case is registered (``model=None``): ``fire`` hands the case
  to the event. A case is a slotted object and knows nothing of the machine.
- Automatic ``to_<state>`` triggers would let a case jump anywhere. So ``auto_transitions=False``, which also builds 12
  times faster.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from transitions import Machine, MachineError

from engine.nets.net import NEXT, event_of
from processes.model.process import START, Flow, NodeKind, Process


class Why(Enum):
    """The kinds of reasons for which a flow may not be taken."""

    MATERIALS_MISSING = auto()
    """What the step needs has not been handed in; the names are the missing materials."""
    MATERIALS_COMPLETE = auto()
    """Nothing is missing, so nothing can be asked for."""
    TOLD = auto()
    """What is missing has been told, and it is told once."""
    ACCEPTED = auto()
    """The application has been accepted, so nothing more can be asked for."""
    BRANCHES_OPEN = auto()
    """Branches of the parallel block are not done; the names are the keys of the nodes that act for them."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a flow may not be taken now."""

    why: Why
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class CaseState:
    """One case on a machine: where it acts (``state``) and which nodes hold a token (``marking``, node → count).

    ``received`` are the names of the materials handed in; only guards look at them.
    """

    state: str = START
    marking: dict[str, int] = field(default_factory=lambda: {START: 1})
    received: frozenset[str] = frozenset()


Guard = Callable[[Flow, CaseState], Hindrance | None]
"""Why a case may not take a flow, of the caller's making; None when nothing hinders."""


@dataclass(frozen=True, slots=True)
class Way:
    """A flow out of a place that holds the file, and what hinders it."""

    flow: Flow
    hindrance: Hindrance | None

    @property
    def place(self) -> str:
        """The place that holds the file."""
        return self.flow.source

    @property
    def name(self) -> str:
        """What it is called as an event."""
        return event_of(self.flow)


class ProcessMachine:
    """The compiled definition of one process, shared by any number of cases."""

    def __init__(self, process: Process, guard: Guard = lambda _flow, _case: None) -> None:
        """Compile ``process``; ``guard`` is asked about every flow that somebody may choose."""
        self.process = process
        self._guard = guard
        self._kinds = {node.key: node.kind for node in process.nodes}
        self._outgoing: dict[str, list[Flow]] = {node.key: [] for node in process.nodes}
        arriving: dict[str, set[str]] = {node.key: set() for node in process.nodes}
        for flow in process.flows:
            self._outgoing[flow.source].append(flow)
            arriving[flow.target].add(flow.source)
        # A branch may reach its JOIN by several flows of its last node; it sends one token all the same.
        self._incoming = {key: len(sources) for key, sources in arriving.items()}
        self._inside = {
            key: _before(key, arriving, self._kinds) for key, kind in self._kinds.items() if kind is NodeKind.JOIN
        }
        self._machine: Any = Machine(
            model=None,
            states=list(self._kinds),
            initial=START,
            auto_transitions=False,
            send_event=True,
        )
        for flow in process.flows:
            if self._kinds[flow.source] is not NodeKind.FORK:
                self._machine.add_transition(
                    event_of(flow), flow.source, flow.target, conditions=self._allowed, after=self._moved
                )

    def ways(self, case: CaseState) -> tuple[Way, ...]:
        """What may happen next, and what may not and why: every flow out of every place that holds the file."""
        return tuple(Way(flow, self._hindrance(flow, case)) for place in case.marking for flow in self._outgoing[place])

    def branches(self, join: str) -> int:
        """How many branches meet in ``join``."""
        return self._incoming[join]

    def finished(self, case: CaseState) -> bool:
        """Whether the only token is on an end."""
        return all(self._kinds[place] is NodeKind.END for place in case.marking)

    def fire(self, case: CaseState, place: str, event: str = NEXT) -> tuple[Flow, ...]:
        """Let ``event`` happen at ``place``; the flows that the file ran along, none when a guard forbids it.

        They are in order: the one chosen, then those past forks and full joins that nobody chooses. Raises ``KeyError``
        when no token is at ``place`` and ``MachineError`` when nothing there is called ``event``.
        """
        if not case.marking.get(place):
            raise KeyError(place)
        case.state = place
        found = self._machine.events.get(event)
        if found is None:
            raise MachineError(f"{place}: {event}")
        taken: list[Flow] = []
        found.trigger(case, taken)
        return tuple(taken)

    # --- callbacks

    def _flow(self, data: Any) -> Flow:  # noqa: ANN401 - the library's types say less than is known here
        transition = data.transition
        return next(
            flow
            for flow in self._outgoing[transition.source]
            if flow.target == transition.dest and event_of(flow) == data.event.name
        )

    def _allowed(self, data: Any) -> bool:  # noqa: ANN401 - the library's types say less than is known here
        return self._hindrance(self._flow(data), data.model) is None

    def _hindrance(self, flow: Flow, case: CaseState) -> Hindrance | None:
        if self._waits(case, flow.source):
            inside = self._inside[flow.source] & case.marking.keys()
            # A join that waits in its turn does so for places that are inside as well.
            acting = (place for place in self._kinds if place in inside and not self._waits(case, place))
            return Hindrance(Why.BRANCHES_OPEN, tuple(acting))
        return self._guard(flow, case)

    def _waits(self, case: CaseState, place: str) -> bool:
        return self._kinds[place] is NodeKind.JOIN and not self._all_branches_done(case, place)

    def _moved(self, data: Any) -> None:  # noqa: ANN401 - the library's types say less than is known here
        case: CaseState = data.model
        flow = self._flow(data)
        if self._kinds[flow.source] is NodeKind.JOIN:
            del case.marking[flow.source]
        else:
            take(case.marking, flow.source)
        self._run_along(flow, case, data.args[0])

    def _run_along(self, flow: Flow, case: CaseState, taken: list[Flow]) -> None:
        """Put a token where ``flow`` leads; a fork sends one down every branch, a full join sends one on."""
        taken.append(flow)
        place = flow.target
        kind = self._kinds[place]
        outgoing = self._outgoing[place]
        if kind is NodeKind.FORK:
            for branch in outgoing:
                self._run_along(branch, case, taken)
            return
        case.marking[place] = case.marking.get(place, 0) + 1
        case.state = place
        # A block that is decided on after the join waits there for its trigger, like a step; else the file goes on.
        if kind is NodeKind.JOIN and len(outgoing) == 1 and self._all_branches_done(case, place):
            del case.marking[place]
            self._run_along(outgoing[0], case, taken)

    def _all_branches_done(self, case: CaseState, join: str) -> bool:
        return case.marking[join] == self._incoming[join]


def _before(join: str, arriving: dict[str, set[str]], kinds: dict[str, NodeKind]) -> frozenset[str]:
    """The nodes inside the block that ``join`` closes; inner blocks are inside with all they have."""
    inside: set[str] = set()
    # A fork met going backwards closes the innermost block that is open there.
    reached = [(source, 0) for source in arriving[join]]
    while reached:
        key, depth = reached.pop()
        if key in inside or (kinds[key] is NodeKind.FORK and depth == 0):
            continue
        inside.add(key)
        deeper = depth + (kinds[key] is NodeKind.JOIN) - (kinds[key] is NodeKind.FORK)
        reached += [(source, deeper) for source in arriving[key]]
    return frozenset(inside)


def take(marking: dict[str, int], place: str) -> None:
    """Remove one token from ``place``."""
    marking[place] -= 1
    if not marking[place]:
        del marking[place]
