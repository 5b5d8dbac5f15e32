"""One case on its way: where the file is, what may happen next, what has happened. A ``Walk`` never changes.

Counted days: every step left takes its whole limit, a parallel block its longest branch (a named one at least its own
limit), a step passed twice counts twice. Side branches and 不计时限 count nothing; neither does 受理 when it sends the
application back for 补正, for an application runs from the day on which it is complete (行政许可法 art. 32, 42).

A hand-over is an arrival at a step whose leading holder is another than the one (or one of those) the file comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from engine.machine import CaseState, Way, Why
from engine.measures.handovers import leading_holder
from engine.walk.route import Route
from processes.model.folding import fold_name
from processes.model.process import START, Flow, Node, NodeKind, Process, Step

RECEIVED, ALL = "收到", "全部"
"""How a script says that materials came in: these words and names, or 全部 for all that are outstanding."""


@dataclass(frozen=True, slots=True)
class Receive:
    """The choice to take in all materials that ``place`` still waits for."""

    place: str
    materials: tuple[str, ...]
    hindrance: None = None


Choice = Way | Receive


@dataclass(frozen=True, slots=True)
class Standing:
    """A place that holds the file.

    ``used`` are the counted days on arrival. At a join that waits, ``arrived`` of ``branches`` have come and
    ``waiting`` are the places of the others; everywhere else both are 0.
    """

    node: Node
    used: Fraction
    missing: tuple[str, ...] = ()
    arrived: int = 0
    branches: int = 0
    waiting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """An event: materials came in. ``line`` is the event as a line of a script."""

    materials: tuple[str, ...]
    line: str


@dataclass(frozen=True, slots=True)
class Move:
    """An event: the file left a step. ``taken`` are the flows it ran along, ``used`` the counted days when it left.

    ``counted`` says whether the time of the step left was added to them; ``handovers`` are pairs of giver and taker.
    """

    taken: tuple[Flow, ...]
    used: Fraction
    counted: bool
    documents: tuple[str, ...]
    handovers: tuple[tuple[str, str], ...]
    line: str


Event = Receipt | Move


@dataclass(frozen=True, slots=True)
class _Token:
    """What a token knows: the counted days until now, and who held the file last."""

    days: Fraction = Fraction(0)
    holders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Walk:
    """A case on its way through a process. ``before`` is the walk one event earlier, None at the beginning."""

    route: Route = field(repr=False)
    marking: Mapping[str, int]
    tokens: Mapping[str, tuple[_Token, ...]]
    received: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    forked: Mapping[str, Fraction] = field(default_factory=dict)
    before: Walk | None = field(default=None, repr=False, compare=False)

    @classmethod
    def begin(cls, process: Process) -> Walk:
        """The case has just been handed in and is at the first step; no material has been taken in."""
        route = Route(process)
        start = cls(route, {START: 1}, {START: (_Token(),)})
        (way,) = route.ways(start._case())
        return replace(start._moved(way), events=(), before=None)

    @property
    def outstanding(self) -> tuple[str, ...]:
        """The materials that have not come in."""
        return tuple(name for name in self.route.materials if name not in self.received)

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents made on the way, each once."""
        made = (name for event in self.events if isinstance(event, Move) for name in event.documents)
        return tuple(dict.fromkeys(made))

    @property
    def handovers(self) -> tuple[tuple[str, str], ...]:
        """Who handed the file to whom, in order."""
        return tuple(pair for event in self.events if isinstance(event, Move) for pair in event.handovers)

    @property
    def used(self) -> Fraction:
        """The counted days until now; of parallel branches the longest."""
        return max(token.days for tokens in self.tokens.values() for token in tokens)

    @property
    def end(self) -> Node | None:
        """The end that the case has come to."""
        if not self.route.machine.finished(self._case()):
            return None
        (place,) = self.marking
        return self.route.nodes[place]

    def standing(self) -> tuple[Standing, ...]:
        """The places that hold the file, in the order of the process."""
        return tuple(self._standing(node) for key, node in self.route.nodes.items() if key in self.marking)

    def choices(self) -> tuple[Choice, ...]:
        """What may happen next and what not, place by place; what happens normally comes first."""
        choices: list[Choice] = []
        for way in self.route.ways(self._case()):
            new = not choices or choices[-1].place != way.place
            if new and (missing := self._missing(way.place)):
                choices.append(Receive(way.place, missing))
            choices.append(way)
        return tuple(choices)

    def allowed(self) -> tuple[Choice, ...]:
        """The choices that nothing hinders."""
        return tuple(choice for choice in self.choices() if choice.hindrance is None)

    def line_of(self, choice: Choice) -> str:
        """The choice as a line of a script; the place is named where several hold the file."""
        if isinstance(choice, Receive):
            return self._receipt(choice.materials).line
        alone = len(self.marking) == 1 and not choice.name.startswith("#")
        return choice.name if alone else f"{self.route.labels[choice.place]}: {choice.name}"

    def choose(self, choice: Choice) -> Walk:
        """The walk after ``choice``, which must be one of those allowed."""
        assert choice in self.allowed(), choice
        if isinstance(choice, Receive):
            return self.receive(choice.materials)
        return self._moved(choice)

    def receive(self, materials: tuple[str, ...]) -> Walk:
        """The walk after ``materials``, which must be outstanding, have come in."""
        assert set(materials) <= set(self.outstanding), materials
        event = self._receipt(materials)
        received = (*self.received, *event.materials)
        return replace(self, received=received, events=(*self.events, event), before=self)

    def undo(self) -> Walk:
        """The walk before the last event; at the beginning the walk itself."""
        return self.before or self

    # --- inside

    def _case(self) -> CaseState:
        return CaseState(marking=dict(self.marking), received=frozenset(self.received))

    def _missing(self, place: str) -> tuple[str, ...]:
        return tuple(name for name in self.route.needs(place) if name not in self.received)

    def _standing(self, node: Node) -> Standing:
        used = max(token.days for token in self.tokens[node.key])
        if node.kind is not NodeKind.JOIN:
            return Standing(node, used, self._missing(node.key))
        ways = self.route.machine.ways(self._case())
        hindrance = next((way.hindrance for way in ways if way.place == node.key), None)
        if hindrance is None or hindrance.why is not Why.BRANCHES_OPEN:
            return Standing(node, used, self._missing(node.key))
        arrived, branches = self.marking[node.key], self.route.machine.branches(node.key)
        return Standing(node, used, (), arrived, branches, hindrance.names)

    def _receipt(self, materials: tuple[str, ...]) -> Receipt:
        names = tuple(name for name in self.outstanding if name in materials)
        return Receipt(names, f"{RECEIVED} {ALL if names == self.outstanding else '、'.join(names)}")

    def _moved(self, way: Way) -> Walk:
        case = self._case()
        taken = self.route.machine.fire(case, way.place, way.name)
        run = _Run(self.route, dict(self.tokens), dict(self.forked))
        for flow in taken:
            run.along(flow)
        event = Move(taken, run.left[0], run.counted[0], tuple(run.documents), tuple(run.handovers), self.line_of(way))
        return replace(
            self,
            marking=case.marking,
            tokens={place: run.tokens[place] for place in case.marking},
            forked=run.forked,
            events=(*self.events, event),
            before=self,
        )


@dataclass(slots=True)
class _Run:
    """Tokens on the move: takes them along flows, and keeps what happens on the way."""

    route: Route
    tokens: dict[str, tuple[_Token, ...]]
    forked: dict[str, Fraction]
    left: list[Fraction] = field(default_factory=list)
    counted: list[bool] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    handovers: list[tuple[str, str]] = field(default_factory=list)

    def along(self, flow: Flow) -> None:
        """Take the token of the flow's source to its target."""
        source, target = self.route.nodes[flow.source], self.route.nodes[flow.target]
        token = self._leave(source, flow)
        if source.step and source.kind is not NodeKind.FORK and self.route.goes_on(flow):
            self.documents += source.step.outputs
        if target.step and target.kind is NodeKind.FORK:
            self.forked[target.step.key] = token.days
        if target.step and target.kind is not NodeKind.JOIN:
            token = self._taken_over(token, target.step)
        there = self.tokens.get(target.key, ()) if target.kind is NodeKind.JOIN else ()
        self.tokens[target.key] = (*there, token)

    def _leave(self, source: Node, flow: Flow) -> _Token:
        if source.kind is NodeKind.FORK:
            # It stays until it has gone down every branch; a fork holds no file, so nobody looks at it afterwards.
            return self.tokens[source.key][0]
        came = self.tokens.pop(source.key)
        step = source.step
        holders = frozenset(holder for token in came for holder in token.holders)
        token = _Token(max(token.days for token in came), holders)
        counted = step is not None and not step.branch and not self.route.corrects(flow)
        if step is not None:
            if source.kind is NodeKind.JOIN:
                token = self._taken_over(token, step)
            if counted:
                began = self.forked[step.key] if source.kind is NodeKind.JOIN else token.days
                token = replace(token, days=max(token.days, began + step.limit.days))
        self.left.append(token.days)
        self.counted.append(counted)
        return token

    def _taken_over(self, token: _Token, step: Step) -> _Token:
        taker = leading_holder(step)
        givers = sorted(holder for holder in token.holders if fold_name(holder) != fold_name(taker))
        if givers:
            self.handovers.append(("、".join(givers), taker))
        return replace(token, holders=frozenset((taker,)))
