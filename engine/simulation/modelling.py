"""A checked process and what is assumed → the tables that are simulated, with what its nodes and posts are called."""

from __future__ import annotations

from dataclasses import dataclass

from engine.simulation.assumptions import WORKING_PER_NATURAL, Assumptions
from engine.simulation.chances import Chance, Chooser
from engine.simulation.publicity import publicity
from engine.simulation.routing import Clock, Duration, Kind, Law, Node, Routes, routes_of
from engine.walk.route import labels_of
from processes.compilation.standard import CORRECTION
from processes.model.folding import fold_name
from processes.model.limits import HOURS_PER_WORKING_DAY, DayKind, TimeLimit
from processes.model.process import START, Flow, HolderKind, NodeKind, Process, Step
from processes.model.process import Node as ProcessNode

_OURS = {HolderKind.OFFICE, HolderKind.LEADER, HolderKind.DEPARTMENT}
"""Who works for this city. The others (上级, 中介 …) work for many, and are never waited for beyond their limits."""
NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A process that can be simulated.

    ``labels`` are what the nodes are called, in the order of ``routes``; ``steps``: key of a node → the step worked on
    there. ``posts`` are numbered as in ``routes``. ``decisions`` are the ways out of nodes that have several.
    ``timeless`` are the steps without a limit, which take no time here; ``outside`` the holders that are not ours.
    """

    process: Process
    routes: Routes
    labels: tuple[str, ...]
    posts: tuple[str, ...]
    steps: dict[str, Step]
    decisions: tuple[tuple[Chance, ...], ...]
    timeless: tuple[str, ...]
    outside: tuple[str, ...]


def model_of(process: Process, assumptions: Assumptions) -> Model:
    """The model. Raises ``WrongUsage`` where probabilities do not add up."""
    return _Modeller(process, assumptions).model()


def working_days(limit: TimeLimit) -> float:
    """A limit in working days; 0 for 无 and 即时, the amount of time that is not counted if it is said."""
    if limit.amount is None:
        return 0.0
    match limit.unit:
        case DayKind.NATURAL:
            return float(limit.amount) * WORKING_PER_NATURAL
        case DayKind.HOUR:
            return float(limit.amount) / HOURS_PER_WORKING_DAY
        case _:
            return float(limit.amount)


def post_of(step: Step) -> str:
    """The post that works on a step: its first holder, who leads. Empty where nobody of this city does, or has to."""
    if publicity(step) == 1:
        return ""
    lead = step.holders[0] if step.holders else None
    return str(lead) if lead is not None and lead.kind in _OURS else ""


class _Modeller:
    def __init__(self, process: Process, assumptions: Assumptions) -> None:
        self.process = process
        self.assumptions = assumptions
        self.labels = labels_of(process.nodes)
        self.chooser = Chooser(process, self.labels, assumptions)
        self.limits = {fold_name(name): days for name, days in assumptions.limits.items()}
        self.fits = {fold_name(name): fit for name, fit in assumptions.fits.items()}
        self.blocks = {step.key: step for step in process.steps if step.composite}
        self.posts = tuple(dict.fromkeys(post for step in process.steps if (post := post_of(step))))
        self.outgoing: dict[str, list[Flow]] = {node.key: [] for node in process.nodes}
        for flow in process.flows:
            self.outgoing[flow.source].append(flow)
        self.decisions: list[tuple[Chance, ...]] = []
        self.steps: dict[str, Step] = {}
        self.timeless: list[str] = []

    def model(self) -> Model:
        nodes = tuple(made for node in self.process.nodes for made in self._nodes(node))
        leads = (step.holders[0] for step in self.process.steps if step.holders)
        return Model(
            process=self.process,
            routes=routes_of(nodes, START),
            labels=tuple(self.labels.get(node.key, "") for node in nodes),
            posts=self.posts,
            steps=self.steps,
            decisions=tuple(self.decisions),
            timeless=tuple(dict.fromkeys(self.timeless)),
            outside=tuple(dict.fromkeys(str(lead) for lead in leads if lead.kind not in _OURS)),
        )

    def _nodes(self, node: ProcessNode) -> tuple[Node, ...]:
        """The node, and what time of its step passes behind it.

        Behind the JOIN of a named block that by which its limit exceeds its longest branch; behind other work 公示.
        """
        match node.kind:
            case NodeKind.END:
                return (Node(node.key, Kind.END),)
            case NodeKind.FORK:
                ways = tuple((flow.target, 1.0) for flow in self.outgoing[node.key])
                return (Node(node.key, Kind.FORK, ways, closes=f"{node.key.removesuffix('分')}合"),)
            case NodeKind.JOIN if node.step is not None and (beyond := self._beyond(node.step)) > 0:
                rest = f"{node.key}:余"
                self.labels[rest] = f"{node.step.name}(汇总)"
                self.steps[rest] = node.step
                return (
                    Node(node.key, Kind.JOIN, ((rest, 1.0),)),
                    Node(rest, Kind.STEP, self._ways(node.key), self._spread(beyond), self._post(node.step)),
                )
            case NodeKind.JOIN:
                return (Node(node.key, Kind.JOIN, self._ways(node.key)),)
            case _:
                return self._step_nodes(node)

    def _step_nodes(self, node: ProcessNode) -> tuple[Node, ...]:
        ways, step = self._ways(node.key), node.step
        if step is None:
            return (Node(node.key, Kind.STEP, ways),)
        self.steps[node.key] = step
        clock = Clock.STOPS if step.limit.excluded else Clock.COUNTS
        if step.branch == CORRECTION.name:
            clock = Clock.RESTARTS
        lasts, post, shown = self._duration(step), self._post(step), publicity(step)
        if post == NOBODY or shown == 0:
            return (Node(node.key, Kind.STEP, ways, lasts, post, clock=clock),)
        rest = f"{node.key}:公示"
        self.labels[rest] = f"{step.name}(公示)"
        self.steps[rest] = step
        return (
            Node(node.key, Kind.STEP, ((rest, 1.0),), lasts.scaled(1 - shown), post, clock=clock),
            Node(rest, Kind.STEP, ways, lasts.scaled(shown), clock=clock),
        )

    def _ways(self, key: str) -> tuple[tuple[str, float], ...]:
        flows = self.outgoing[key]
        if not flows:
            return ()
        chances = self.chooser.shares(flows)
        if len(chances) > 1:
            self.decisions.append(chances)
        return tuple((one.flow.target, one.share) for one in chances)

    def _duration(self, step: Step) -> Duration:
        """What the user says of a step, else what the log says, else up to its limit."""
        fit, pace = self.fits.get(fold_name(step.name)), self.assumptions.pace
        if fit is None or pace <= 0 or {fold_name(step.key), fold_name(step.name)} & self.limits.keys():
            return self._spread(self._days(step))
        return fit.duration.scaled(pace)

    def _days(self, step: Step) -> float:
        """The most a step takes, in working days."""
        for name in (step.key, step.name):
            if (said := self.limits.get(fold_name(name))) is not None:
                return said
        limit = step.limit
        if limit.is_none and step.block:
            # Inside a named block the branches have the limit of the block where they have none of their own.
            limit = self.blocks[step.block].limit
        if limit.amount is None:
            self.timeless.append(step.name)
        return working_days(limit) * self.assumptions.pace

    def _beyond(self, block: Step) -> float:
        return float(block.limit.counted - self.process.branch_days[block.key]) * self.assumptions.pace

    def _spread(self, days: float) -> Duration:
        spread = self.assumptions.spread
        if days <= 0 or spread.least == spread.most:
            return Duration(Law.FIXED, days * spread.most)
        return Duration(Law.TRIANGULAR, days * spread.least, days * spread.mode, days * spread.most)

    def _post(self, step: Step) -> int:
        post = post_of(step)
        return self.posts.index(post) if post else NOBODY
