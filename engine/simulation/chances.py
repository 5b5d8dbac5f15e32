"""How often each way out of a node is taken.

What the user says comes first. Of the rest, side branches, ways back and ways past steps have the shares of
``Chances``, together never more than half of what is left, and what goes on along the main path takes the remainder. A
node from which no way goes on along the main path shares the remainder evenly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.simulation.assumptions import Assumptions, Chances
from processes.compilation.standard import CORRECTION, NOT_ACCEPTED, NOT_FILED, NOT_GRANTED, NOT_PERMITTED, NOT_PUNISHED
from processes.errors import WrongUsage
from processes.model.folding import fold_name
from processes.model.process import Flow, FlowKind, Node, Process

_NOT_ACCEPTED = {NOT_ACCEPTED.name, NOT_FILED.name}
_REFUSED = {NOT_PERMITTED.name, NOT_GRANTED.name, NOT_PUNISHED.name}
_MOST_ASIDE = 0.5
_NEARLY = 1e-9


@dataclass(frozen=True, slots=True)
class Chance:
    """A way and how often it is taken; ``said`` by the user."""

    flow: Flow
    share: float
    said: bool = False


class Chooser:
    """The shares of the ways of one process."""

    def __init__(self, process: Process, labels: Mapping[str, str], assumptions: Assumptions) -> None:
        """Look up the nodes; ``labels`` are what they are called."""
        self.nodes: dict[str, Node] = {node.key: node for node in process.nodes}
        self.labels = labels
        self.said = {fold_name(name): share for name, share in assumptions.said.items()}
        self.chances = assumptions.chances

    def shares(self, flows: Sequence[Flow]) -> tuple[Chance, ...]:
        """The shares of all ways out of a node, adding up to 1.

        Raises ``WrongUsage`` where what the user says does not.
        """
        if len(flows) == 1:
            return (Chance(flows[0], 1.0),)
        given = {flow: share for flow in flows if (share := self._said(flow)) is not None}
        left = 1.0 - sum(given.values())
        if left < -_NEARLY or (len(given) == len(flows) and left > _NEARLY):
            told = "、".join(f"「{self.name(flow)}」{share:.1%}" for flow, share in given.items())
            wrong = "超过了100%" if left < 0 else "不是100%"
            raise WrongUsage(f"「{self.labels[flows[0].source]}」的去向概率{told},加起来{wrong}。")
        left = max(left, 0.0)
        onward = [flow for flow in flows if flow not in given and flow.kind is FlowKind.MAIN]
        aside = {flow: self._usual(flow) for flow in flows if flow not in given and flow not in onward}
        if onward:
            scale = min(1.0, _MOST_ASIDE * left / sum(aside.values())) if aside else 1.0
            aside = {flow: share * scale for flow, share in aside.items()}
            left -= sum(aside.values())
        else:
            onward, aside = [flow for flow in flows if flow not in given], {}
        rest = {flow: left / len(onward) for flow in onward}
        return tuple(Chance(flow, (given | aside | rest)[flow], flow in given) for flow in flows)

    def names(self, flow: Flow) -> tuple[str, ...]:
        """What the user may call a way: its condition, where it leads, the side branch; or each behind its step."""
        target = self.nodes[flow.target]
        branch = target.step.branch if target.step else ""
        own = [name for name in (flow.condition, self.labels[flow.target], branch) if name]
        source = self.labels[flow.source]
        return tuple(dict.fromkeys((*own, *(f"{source}/{name}" for name in own))))

    def name(self, flow: Flow) -> str:
        """A way in one word."""
        return flow.condition or self.labels[flow.target]

    def _said(self, flow: Flow) -> float | None:
        return next((self.said[name] for one in self.names(flow) if (name := fold_name(one)) in self.said), None)

    def _usual(self, flow: Flow) -> float:
        chances: Chances = self.chances
        step = self.nodes[flow.target].step
        branch = step.branch if step else ""
        if branch == CORRECTION.name:
            return chances.correction
        if branch in _NOT_ACCEPTED:
            return chances.not_accepted
        return chances.refused if branch in _REFUSED else chances.other
