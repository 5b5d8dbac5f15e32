"""The events of a case folded to how it stands.

The file moves on the machine (``CaseTokens``, with guards) and on the net (``marking``) at once; both say the same,
which the tests hold against each other. A ``Course`` never changes: what an event makes of it is another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from engine.cases.definition import ARRIVED, Definition
from engine.cases.history import Extension, History, Pause, Stay, withdrawn
from engine.cases.route import CaseTokens
from engine.cases.times import beijing_day
from engine.nets.net import NEXT
from processes.model.case import CaseEvent, CaseStatus, EventKind
from processes.model.matter import VersionLabel
from processes.model.process import START, Flow, Node, NodeKind, Step

WITHDRAWAL = Node("", NodeKind.END, name=str(EventKind.WITHDRAWN))
"""The end that every process has, wherever the file lies; it is in no declaration."""

Definitions = Mapping[tuple[str, VersionLabel], Definition]
"""Digest and version → what it is."""


@dataclass(frozen=True, slots=True)
class Course:
    """How a case stands after ``events``.

    ``marking`` is that of the net, ``tokens`` that of the machine (node → tokens); both are empty once the application
    has been withdrawn. ``received``: names of the materials
    that are there; ``asked``: those that the one notice asked for, on the day ``told_on``.
    """

    definition: Definition
    events: tuple[CaseEvent, ...]
    marking: int
    tokens: Mapping[str, int]
    history: History
    received: frozenset[str] = frozenset()
    asked: tuple[str, ...] = ()
    told_on: date | None = None
    deemed: bool = False

    @property
    def version(self) -> int:
        """How many events there are."""
        return len(self.events)

    @property
    def status(self) -> CaseStatus:
        """How it stands in one word."""
        if not self.marking or self.definition.net.finished(self.marking):
            return CaseStatus.CLOSED
        return CaseStatus.PAUSED if self.paused else CaseStatus.OPEN

    @property
    def paused(self) -> Pause | None:
        """The suspension that goes on."""
        last = self.history.pauses[-1] if self.history.pauses else None
        return last if last and last.until is None else None

    @property
    def end(self) -> Node | None:
        """The end it has come to."""
        if self.status is not CaseStatus.CLOSED:
            return None
        if not self.tokens:
            return WITHDRAWAL
        (key,) = self.tokens
        return self.definition.route.nodes[key]

    @property
    def outstanding(self) -> tuple[str, ...]:
        """The materials of the matter that are not there."""
        return tuple(name for name in self.definition.route.materials if name not in self.received)

    @property
    def documents(self) -> tuple[str, ...]:
        """What was made on the way: the outputs of the steps that were done, each once.

        A step is not done when the file is sent back from it or into a side branch. What steps made of a process that
        the case has left since is not known any more.
        """
        route, net = self.definition.route, self.definition.net
        made: dict[str, None] = {}
        for event in self.events:
            if step := self.step_left(event):
                known = net.has(event.node, event.event)
                if known and route.goes_on(net.transition(event.node, event.event).flows[0]):
                    made.update(dict.fromkeys(step.outputs))
        return tuple(made)

    def step_left(self, event: CaseEvent) -> Step | None:
        """The step from which the file went on by ``event``; None for one that the process has not (any more)."""
        if event.kind not in (EventKind.MOVED, EventKind.DEEMED) or event.node not in self.definition.route.nodes:
            return None
        return self.definition.step_at(event.node)

    def on_machine(self, *, deeming: bool = False) -> CaseTokens:
        """The case as the machine takes it; what is done to it does not change this."""
        return CaseTokens(
            marking=dict(self.tokens),
            received=self.received,
            told=self.told_on is not None,
            accepted=self.history.accepted_on is not None,
            deeming=deeming,
        )

    def after(self, event: CaseEvent, definitions: Definitions) -> Course:
        """How it stands after one more event.

        ``event`` must be allowed: raises ``KeyError`` or ``ValueError`` when it cannot have happened here.
        """
        changed = replace(self, events=(*self.events, event))
        day = beijing_day(event.at)
        match event.kind:
            case EventKind.MOVED | EventKind.DEEMED:
                return _moved(changed, event, day)
            case EventKind.HANDED_IN:
                return replace(changed, received=self.received | set(event.names))
            case EventKind.PAUSED | EventKind.RESUMED | EventKind.EXTENDED:
                return replace(changed, history=_timed(self.history, event, day))
            case EventKind.WITHDRAWN:
                return replace(changed, marking=0, tokens={}, history=withdrawn(self.history, day))
            case EventKind.MIGRATED:
                return _migrated(changed, event, definitions[event.definition, VersionLabel(event.event)])
            case EventKind.CARDED | EventKind.REFUSED:
                return changed
            case EventKind.OPENED:
                raise ValueError("a case is opened once")


def _timed(history: History, event: CaseEvent, day: date) -> History:
    """After what has to do with time alone."""
    if event.kind is EventKind.EXTENDED:
        return replace(history, extension=Extension(int(event.event), day))
    if event.kind is EventKind.PAUSED:
        return replace(history, pauses=(*history.pauses, Pause(event.reason, day)))
    *before, last = history.pauses
    return replace(history, pauses=(*before, replace(last, until=day)))


def opened(event: CaseEvent, definitions: Definitions) -> Course:
    """How a case stands that has just come in."""
    definition = definitions[event.definition, VersionLabel(event.event)]
    day = beijing_day(event.at)
    course = Course(
        definition, (event,), definition.net.initial, {START: 1}, History((), (), day), frozenset(event.names)
    )
    return _along(course, START, NEXT, day)


def fold(events: Iterable[CaseEvent], definitions: Definitions) -> Course:
    """How a case stands after its events, of which the first opened it."""
    first, *others = events
    course = opened(first, definitions)
    for event in others:
        course = course.after(event, definitions)
    return course


def _moved(course: Course, event: CaseEvent, day: date) -> Course:
    """After 流转 and 视为受理."""
    definition, deeming = course.definition, event.kind is EventKind.DEEMED
    if deeming:
        course = replace(course, deemed=True)
    if not event.node:
        return replace(course, history=replace(course.history, accepted_on=event.effective))
    flow = _flow(definition, event)
    if definition.route.corrects(flow):
        # What was handed in and is sent back to be mended counts as not handed in.
        course = replace(course, received=course.received - set(event.names), asked=event.names)
    course = _along(course, event.node, event.event, day, deeming=deeming)
    if definition.route.corrects(flow):
        return replace(course, told_on=day)
    if definition.route.accepting(flow) and course.history.accepted_on is None:
        since, ended = (event.effective, None) if deeming else (day, event.effective)
        return replace(course, history=replace(course.history, accepted_on=since, period_ended=ended))
    return course


def _flow(definition: Definition, event: CaseEvent) -> Flow:
    return definition.net.transition(event.node, event.event).flows[0]


def _along(course: Course, node: str, event: str, day: date, *, deeming: bool = False) -> Course:
    """After the file has left ``node``, on machine and net."""
    definition = course.definition
    case = course.on_machine(deeming=deeming)
    taken = definition.route.machine.fire(case, node, event)
    if not taken:
        raise ValueError(f"{node}: {event}")
    marking = definition.net.fire(course.marking, node, event)
    history = replace(course.history, stays=_stays(course, node, taken, case, day))
    if definition.net.finished(marking):
        history = replace(history, closed_on=day)
    return replace(course, marking=marking, tokens=case.marking, history=history)


def _stays(course: Course, left: str, taken: tuple[Flow, ...], case: CaseTokens, day: date) -> tuple[Stay, ...]:
    """The stays after the file has left a node: the last one there is over, others begin where it has arrived."""
    stays = list(course.history.stays)
    _leave(stays, left, day)
    passed = {flow.source for flow in taken[1:]}
    arrived = dict.fromkeys(flow.target for flow in taken if flow.target not in passed)
    return (*stays, *(Stay(key, day) for key in arrived if _lies_at(course.definition, case, key)))


def _leave(stays: list[Stay], node: str, day: date) -> None:
    for index in reversed(range(len(stays))):
        if stays[index].node == node and stays[index].left is None:
            stays[index] = replace(stays[index], left=day)
            return


def _lies_at(definition: Definition, case: CaseTokens, key: str) -> bool:
    """Whether somebody has the file at a node: a JOIN has it when all branches are done and it is to be decided."""
    kind = definition.route.nodes[key].kind
    if kind is NodeKind.JOIN:
        return case.marking.get(key) == definition.route.machine.branches(key)
    return kind is NodeKind.STEP


def _migrated(course: Course, event: CaseEvent, definition: Definition) -> Course:
    """After the file has been laid to the places of another definition.

    What is being done goes on under another name, so its time runs on: since the day of its own stay where the step has
    kept its key, else since the first day of what is being done.
    """
    marking, tokens = 0, dict[str, int]()
    for place in event.names:
        marking |= definition.bit(place)
        key, _, arrived = place.partition(ARRIVED)
        join = definition.route.nodes[key].kind is NodeKind.JOIN
        # What is decided on after a join stands for the tokens of all its branches.
        tokens[key] = tokens.get(key, 0) + (definition.route.machine.branches(key) if join and not arrived else 1)
    over = tuple(stay for stay in course.history.stays if stay.left is not None)
    begun = {stay.node: stay.entered for stay in course.history.stays if stay.left is None}
    case = CaseTokens(marking=tokens)
    new = (Stay(key, begun.get(key, min(begun.values()))) for key in tokens if _lies_at(definition, case, key))
    return replace(
        course,
        definition=definition,
        marking=marking,
        tokens=tokens,
        history=replace(course.history, stays=(*over, *new)),
    )
