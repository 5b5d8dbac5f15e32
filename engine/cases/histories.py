"""The history of a case straight from its events, on the net alone: what a board of thousands of cases needs.

``engine.cases.course`` folds the same events to all that there is to say of one case, guards and materials included;
this leaves out everything but time, in an eighth of its time (``benchmarks/cases_board.py``). The tests hold the two
together on random runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from engine.cases.definition import Definition
from engine.cases.history import Extension, History, Pause, Stay, withdrawn
from engine.cases.times import beijing_day
from engine.nets.net import NEXT, NetTransition
from processes.model.case import CaseEvent, EventKind
from processes.model.matter import VersionLabel
from processes.model.process import START, NodeKind

Definitions = Mapping[tuple[str, VersionLabel], Definition]


@lru_cache(1 << 12)
def _lying(definition: Definition, marking: int) -> tuple[str, ...]:
    """The nodes among these places at which somebody has the file: 环节, and joins that are decided on."""
    kinds = (NodeKind.STEP, NodeKind.JOIN)
    nodes = (place.node for place in definition.net.marked(marking) if not place.arrived_from)
    return tuple(node for node in nodes if definition.route.nodes[node].kind in kinds)


@dataclass(slots=True, eq=False)
class _Run:
    """A case on its way through the events."""

    definition: Definition
    marking: int
    received_on: date
    stays: list[Stay] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    accepted_on: date | None = None
    closed_on: date | None = None
    period_ended: date | None = None
    extension: Extension | None = None
    withdrawn: date | None = None

    def move(self, node: str, event: str, day: date) -> NetTransition:
        """``event`` happens at ``node``."""
        net = self.definition.net
        one = net.transition(node, event)
        self.leave(node, day)
        kept = self.marking & ~one.takes
        self.marking = net.fire(self.marking, node, event)
        # What lay elsewhere before lies there still, unless a join has taken it along.
        self.arrive(self.marking & ~kept, day)
        return one

    def leave(self, node: str, day: date) -> None:
        """The last stay at ``node`` is over."""
        for index in range(len(self.stays) - 1, -1, -1):
            stay = self.stays[index]
            if stay.node == node and stay.left is None:
                self.stays[index] = Stay(node, stay.entered, day)
                return

    def arrive(self, marking: int, day: date) -> None:
        """The file has come to these places: to 环节, to a join that is decided on, or to an end."""
        if self.definition.net.finished(self.marking):
            self.closed_on = day
        self.stays += [Stay(node, day) for node in _lying(self.definition, marking)]

    def migrate(self, definition: Definition, places: Iterable[str]) -> None:
        """The file is laid to places of another definition; its time there runs on, as ``Course`` has it."""
        begun = {stay.node: stay.entered for stay in self.stays if stay.left is None}
        self.stays = [stay for stay in self.stays if stay.left is not None]
        self.definition = definition
        self.marking = 0
        for place in places:
            self.marking |= definition.bit(place)
        nodes = _lying(definition, self.marking)
        self.stays += [Stay(node, begun.get(node, min(begun.values()))) for node in nodes]


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to a case in time, and what it runs on now."""

    history: History
    definition: Definition


def life_of(events: Iterable[CaseEvent], definitions: Definitions, until: date) -> Life | None:
    """What the events up to the end of ``until`` say of a case; None if it came in later.

    Raises ``KeyError`` when they do not fit the definition.
    """
    run: _Run | None = None
    for event in events:
        day = beijing_day(event.at)
        if day > until:
            break
        if run is None:
            run = _opened(event, day, definitions)
        else:
            _happened(run, event, day, definitions)
    if run is None:
        return None
    stays, pauses = tuple(run.stays), tuple(run.pauses)
    days = (run.received_on, run.accepted_on, run.closed_on, run.period_ended)
    history = History(stays, pauses, *days, run.extension)
    return Life(withdrawn(history, run.withdrawn) if run.withdrawn else history, run.definition)


def _opened(event: CaseEvent, day: date, definitions: Definitions) -> _Run:
    definition = definitions[event.definition, VersionLabel(event.event)]
    run = _Run(definition, definition.net.initial, day)
    run.move(START, NEXT, day)
    return run


def _happened(run: _Run, event: CaseEvent, day: date, definitions: Definitions) -> None:
    match event.kind:
        case EventKind.MOVED | EventKind.DEEMED if event.node:
            one = run.move(event.node, event.event, day)
            if run.accepted_on is None and run.definition.route.accepting(one.flows[0]):
                deemed = event.kind is EventKind.DEEMED
                run.accepted_on, run.period_ended = (event.effective, None) if deemed else (day, event.effective)
        case EventKind.DEEMED:
            run.accepted_on = event.effective
        case EventKind.PAUSED:
            run.pauses.append(Pause(event.reason, day))
        case EventKind.RESUMED:
            run.pauses[-1] = Pause(run.pauses[-1].kind, run.pauses[-1].since, day)
        case EventKind.EXTENDED:
            run.extension = Extension(int(event.event), day)
        case EventKind.WITHDRAWN:
            run.withdrawn = day
        case EventKind.MIGRATED:
            label = VersionLabel(event.event)
            run.migrate(definitions[event.definition, label], event.names)
        case _:
            pass
