"""A checked process as a ``transitions`` machine: the definition once, a tiny state per case.

The machine is for people who step through a process: states are the places a file can be, triggers are what may
happen next, guards say why not. ``transitions`` knows no AND-join, so parallel branches are not product states: a
case's ``marking`` is the set of nodes that hold a token, and the machine's state is the node that acts. A JOIN lets
the file through only when a token has arrived on every branch (the guard ``all_branches_done``).

Limits: one event at a time (no queue), models are never registered with the machine (registering is quadratic in the
number of cases), no automatic ``to_state`` triggers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from transitions import Machine, MachineError

from processes.model.process import START, Flow, NodeKind, Process

NEXT = "下一环节"
"""The trigger of a flow without a condition."""

Guard = Callable[["CaseState"], bool]
"""Whether a flow may be taken by a case: of the caller's making, e.g. materials complete."""


@dataclass(slots=True)
class CaseState:
    """One case on a machine: where it acts (``state``) and which nodes hold a token (``marking``, node → count)."""

    state: str = START
    marking: dict[str, int] = field(default_factory=lambda: {START: 1})


class ProcessMachine:
    """The compiled definition of one process, shared by any number of cases."""

    def __init__(self, process: Process, guards: Mapping[str, Guard] | None = None) -> None:
        """Compile ``process``; ``guards`` maps a flow's condition to the test that must hold to take it."""
        self.process = process
        self._guards = dict(guards or {})
        self._kinds = {node.key: node.kind for node in process.nodes}
        self._outgoing: dict[str, list[Flow]] = {node.key: [] for node in process.nodes}
        arriving: dict[str, set[str]] = {node.key: set() for node in process.nodes}
        for flow in process.flows:
            self._outgoing[flow.source].append(flow)
            arriving[flow.target].add(flow.source)
        # A branch may reach its JOIN by several flows of its last node; it sends one token all the same.
        self._incoming = {key: len(sources) for key, sources in arriving.items()}
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
                    trigger(flow), flow.source, flow.target, conditions=self._allowed, after=self._moved
                )

    def events(self, case: CaseState) -> dict[str, bool]:
        """Per place that holds the file, what may happen next: ``环节:情形`` → whether its guard lets it."""
        return {
            f"{place}:{trigger(flow)}": self._passes(flow, case)
            for place in case.marking
            for flow in self._outgoing[place]
        }

    def finished(self, case: CaseState) -> bool:
        """Whether the only token is on an end."""
        return all(self._kinds[place] is NodeKind.END for place in case.marking)

    def fire(self, case: CaseState, place: str, event: str = NEXT) -> bool:
        """Let ``event`` happen at ``place``; False when a guard forbids it.

        Raises ``KeyError`` when no token is at ``place`` and ``MachineError`` when nothing there is called ``event``.
        """
        if not case.marking.get(place):
            raise KeyError(place)
        case.state = place
        found = self._machine.events.get(event)
        if found is None:
            raise MachineError(f"{place}: {event}")
        return bool(found.trigger(case))

    # --- callbacks

    def _flow(self, data: Any) -> Flow:  # noqa: ANN401 - the library's types say less than is known here
        transition = data.transition
        return next(
            flow
            for flow in self._outgoing[transition.source]
            if flow.target == transition.dest and trigger(flow) == data.event.name
        )

    def _allowed(self, data: Any) -> bool:  # noqa: ANN401 - the library's types say less than is known here
        return self._passes(self._flow(data), data.model)

    def _passes(self, flow: Flow, case: CaseState) -> bool:
        if self._kinds[flow.source] is NodeKind.JOIN and not self._all_branches_done(case, flow.source):
            return False
        guard = self._guards.get(flow.condition)
        return guard is None or guard(case)

    def _moved(self, data: Any) -> None:  # noqa: ANN401 - the library's types say less than is known here
        case: CaseState = data.model
        transition = data.transition
        source = transition.source
        if self._kinds[source] is NodeKind.JOIN:
            del case.marking[source]
        else:
            take(case.marking, source)
        self._arrive(case, transition.dest)

    def _arrive(self, case: CaseState, place: str) -> None:
        """Put a token on ``place``; a fork sends one down every branch, a full join sends one on."""
        kind = self._kinds[place]
        if kind is NodeKind.FORK:
            for flow in self._outgoing[place]:
                self._arrive(case, flow.target)
            return
        case.marking[place] = case.marking.get(place, 0) + 1
        case.state = place
        outgoing = self._outgoing[place]
        # A block that is decided on after the join waits there for its trigger, like a step; else the file goes on.
        if kind is NodeKind.JOIN and len(outgoing) == 1 and self._all_branches_done(case, place):
            del case.marking[place]
            self._arrive(case, outgoing[0].target)

    def _all_branches_done(self, case: CaseState, join: str) -> bool:
        return case.marking[join] == self._incoming[join]


def trigger(flow: Flow) -> str:
    """What the flow is called as an event: its condition, or 下一环节."""
    return flow.condition or NEXT


def take(marking: dict[str, int], place: str) -> None:
    """Remove one token from ``place``."""
    marking[place] -= 1
    if not marking[place]:
        del marking[place]
