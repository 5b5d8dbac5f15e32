"""A process in integers: what matching and the order of steps are read from, made once a version.

Positions are those of ``Process.nodes``. Nodes stand in written order, so every forward flow leads to a later node
and the nodes of a parallel branch stand together: no sorting, no searching, one pass over nodes and flows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from processes.model.folding import fold_name
from processes.model.process import Flow, FlowKind, NodeKind, Process, Step

_SIDE, _SKIP, _LOOP = FlowKind.SIDE, FlowKind.SKIP, FlowKind.LOOP
_FORK, _JOIN, _END = NodeKind.FORK, NodeKind.JOIN, NodeKind.END

Arc = tuple[int, int, Flow]
"""A flow between two positions."""


@dataclass(slots=True)
class Skeleton:
    """The main path of one version.

    ``steps``: its steps in written order, a named block before those in it. ``at``: position of the node where each
    is entered. ``owner``: for each position the index in ``steps`` of its step (of a fork or join that of its named
    block), −1 for none. ``outer``: for each step the index of the named block around it, −1 for none. ``forward``:
    for each position those of the next nodes. ``branches``: for each parallel block the ranges of positions of its
    branches.
    ``skips``: the flows past the next entry; ``loops``: those back; ``cases``: those to the next entry that have a
    condition; ``asides``: those into side branches, with the position where they begin. ``end``: the position of 办结.
    """

    process: Process
    steps: list[Step] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    outer: list[int] = field(default_factory=list)
    forward: list[list[int]] = field(default_factory=list)
    branches: list[list[tuple[int, int]]] = field(default_factory=list)
    skips: list[Arc] = field(default_factory=list)
    loops: list[Arc] = field(default_factory=list)
    cases: list[Arc] = field(default_factory=list)
    asides: list[tuple[int, Flow]] = field(default_factory=list)
    end: int = -1
    _acts: list[frozenset[str]] = field(default_factory=list)
    _doers: dict[str, list[int]] = field(default_factory=dict)
    _backward: list[list[int]] = field(default_factory=list)

    @property
    def acts(self) -> Sequence[frozenset[str]]:
        """For each step the names of its procedures, folded; made when first asked for."""
        if not self._acts:
            self._acts = [frozenset([fold_name(act.name) for act in step.procedures]) for step in self.steps]
        return self._acts

    @property
    def doers(self) -> Mapping[str, Sequence[int]]:
        """For each procedure the leaf steps that perform it; made when first asked for."""
        if not self._doers:
            for index, acts in enumerate(self.acts):
                if not self.steps[index].composite:
                    for act in acts:
                        self._doers.setdefault(act, []).append(index)
        return self._doers

    def last(self, step: int) -> int:
        """The position where a step is left."""
        return len(self.owner) - 1 - self.owner[::-1].index(step)

    @property
    def backward(self) -> Sequence[Sequence[int]]:
        """For each position those of the nodes before it; made when first asked for."""
        if not self._backward:
            self._backward = [[] for _ in self.forward]
            for source, targets in enumerate(self.forward):
                for target in targets:
                    self._backward[target].append(source)
        return self._backward

    def is_leaf(self, step: int) -> bool:
        """Whether it is no named block."""
        return not self.steps[step].composite


def skeleton(process: Process) -> Skeleton:
    """The skeleton of ``process``; linear in its nodes and flows."""
    found = Skeleton(process)
    position: dict[str, int] = {}
    known: dict[str, int] = {}
    open_forks: list[int] = []
    blocks: list[tuple[int, int]] = []
    for index, node in enumerate(process.nodes):
        step, kind = node.step, node.kind
        position[node.key] = index
        if kind is _FORK:
            open_forks.append(index)
        elif kind is _JOIN:
            blocks.append((open_forks.pop(), index))
        if step is None:
            found.owner.append(-1)
        elif kind is _JOIN:
            found.owner.append(known[step.key])
        else:
            known[step.key] = len(found.steps)
            found.owner.append(len(found.steps))
            found.outer.append(known[step.block] if step.block else -1)
            found.steps.append(step)
            found.at.append(index)
        if kind is _END:
            found.end = index
            break  # what follows are side branches
    _connect(found, position)
    found.branches = [list(pairwise((*found.forward[fork], join))) for fork, join in blocks]
    return found


def _connect(found: Skeleton, position: Mapping[str, int]) -> None:
    forward = found.forward = [[] for _ in found.owner]
    for flow in found.process.flows:
        source = position.get(flow.source)
        if source is None:
            continue  # inside a side branch
        kind = flow.kind
        if kind is _SIDE:
            found.asides.append((source, flow))
            continue
        target = position[flow.target]
        if kind is _LOOP:
            found.loops.append((source, target, flow))
            continue
        forward[source].append(target)
        if kind is _SKIP:
            found.skips.append((source, target, flow))
        elif flow.condition:
            found.cases.append((source, target, flow))


def branch_skeleton(process: Process, branch: str) -> Skeleton:
    """The skeleton of a side branch: its steps one after the other as written, for nothing counts the order there."""
    steps = [step for step in process.steps if step.branch == branch]
    known = {step.key: index for index, step in enumerate(steps)}
    size = len(steps)
    return Skeleton(
        process,
        steps=steps,
        at=list(range(size)),
        owner=list(range(size)),
        outer=[known[step.block] if step.block else -1 for step in steps],
        forward=[[index + 1] if index + 1 < size else [] for index in range(size)],
    )
