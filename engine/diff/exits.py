"""去向 of the steps of side branches: back into the main path, past others, to the end.

The way to the next step is no exit. What differs in the ways out of the main path is a change of its own
(``order.way_changes``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.diff.groups import Group
from processes.model.folding import fold_name
from processes.model.process import FlowKind, Node, NodeKind, Process, Step
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Way:
    """A way out: in the case ``condition`` (empty = always) to ``target``, a step, a side branch or 办结, by its name.

    ``key`` is that of the target step on the main path, empty for anything else.
    """

    condition: str
    target: str
    key: str = ""

    def __str__(self) -> str:
        """``不同意→不予许可``."""
        return f"{self.condition}→{self.target}" if self.condition else self.target


Ways = Mapping[str, tuple[Way, ...]]
"""Key of a step → its ways out, in the order of 去向."""


def ways(process: Process) -> Ways:
    """The ways out of every step of a side branch that has any."""
    nodes = {node.key: node for node in process.nodes}
    found: dict[str, tuple[Way, ...]] = {}
    for flow in process.flows:
        source, target = nodes[flow.source], nodes[flow.target]
        if source.step is None or not source.step.branch or source.kind not in (NodeKind.STEP, NodeKind.JOIN):
            continue
        if _branch(target) != source.step.branch or flow.kind in (FlowKind.LOOP, FlowKind.SKIP):
            way = Way(flow.condition, _name(target), target.step.key if target.step and not _branch(target) else "")
            found[source.step.key] = (*found.get(source.step.key, ()), way)
    return found


def same_ways(before: Sequence[Way], after: Sequence[Way], groups: Sequence[Group[Step]]) -> bool:
    """Whether the ways lead to the same under the same conditions; a step that goes on (``groups``) is the same."""
    old = {step.key: index for index, group in enumerate(groups) for step in group.before}
    new = {step.key: index for index, group in enumerate(groups) for step in group.after}
    return _ends(before, old) == _ends(after, new)


def _ends(said: Sequence[Way], home: Mapping[str, int]) -> set[tuple[str, int | str]]:
    return {(fold_name(way.condition), home.get(way.key, fold_name(way.target))) for way in said}


def _branch(node: Node) -> str:
    return node.step.branch if node.step else ""


def _name(node: Node) -> str:
    if node.step is None:
        return node.name or "并联办理"
    return _branch(node) or node.step.name
