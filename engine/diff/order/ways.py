"""The ways out (去向) of the steps of the main path, as they compare between two versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.diff.exits import Way
from engine.diff.groups import Group
from engine.diff.matching.links import leaves
from engine.diff.order.relations import Bits
from engine.diff.order.units import Side
from processes.model.folding import fold_name
from processes.model.process import END, Flow, FlowKind, Step

Spot = tuple[str, int | str]
"""Where a way begins or leads: equal in both versions for what goes on."""

Homes = Mapping[str, int]
"""Key of an outermost step → the number of its group, the same in both versions for what goes on."""


def homes(groups: Sequence[Group[Step]]) -> tuple[Homes, Homes]:
    """The homes of both versions, given the groups of their outermost steps."""
    return (
        {step.key: index for index, group in enumerate(groups) for step in group.before},
        {step.key: index for index, group in enumerate(groups) for step in group.after},
    )


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of ``step``, from ``source`` to ``target``; ``ends`` are the units at both ends.

    ``loop``: it leads back, to the step ``back``. ``said``: it is written, not merely what happens otherwise.
    """

    step: Step
    source: Spot
    target: Spot
    way: Way
    flow: Flow
    ends: Bits
    back: Step | None
    said: bool

    @property
    def case(self) -> str:
        """The condition, to compare by."""
        return fold_name(self.way.condition)


def exits_of(side: Side, homes: Homes) -> list[Exit]:
    """The ways out of one version, but those that always lead ahead: they are the order of the steps."""
    skeleton = side.skeleton
    process = skeleton.process
    arcs = [*skeleton.skips, *skeleton.loops, *skeleton.cases]
    found = [_exit(side, homes, *arc) for arc in arcs if skeleton.owner[arc[0]] >= 0 and _is_exit(arc[2], arc[1], side)]
    if process.version.branches and skeleton.asides:
        found += _asides(side, homes)
    return found


def _is_exit(flow: Flow, target: int, side: Side) -> bool:
    return bool(flow.condition) or flow.kind is FlowKind.LOOP or target == side.skeleton.end


def _exit(side: Side, homes: Homes, source: int, target: int, flow: Flow) -> Exit:
    skeleton = side.skeleton
    owner = skeleton.owner[source]
    leads = skeleton.owner[target]
    step = skeleton.steps[owner]
    ends = side.of(owner)
    if leads >= 0:
        ends |= side.of(leads)
        there = skeleton.steps[leads]
        way = Way(flow.condition, there.name, there.key)
        spot = _spot(side, homes, leads)
    elif target == skeleton.end:
        way, spot = Way(flow.condition, END), ("end", END)
    else:
        # An unnamed parallel block has no name of its own: the way leads to the first step in it.
        first = next(index for index, position in enumerate(skeleton.at) if position > target)
        ends |= side.of(first)
        way, spot = Way(flow.condition, "并联办理"), ("block", _spot(side, homes, first)[1])
    back = skeleton.steps[leads] if flow.kind is FlowKind.LOOP and leads >= 0 else None
    said = flow.place != step.place
    return Exit(step, _spot(side, homes, owner), spot, way, flow, ends, back, said)


def _spot(side: Side, homes: Homes, step: int) -> Spot:
    skeleton = side.skeleton
    if skeleton.outer[step] < 0:
        return "group", homes[skeleton.steps[step].key]
    first = next(leaves(skeleton, step))
    return "unit", side.unit[skeleton.at[first]]


def _asides(side: Side, homes: Homes) -> Iterator[Exit]:
    """The ways into side branches that the version declares; the standard ones follow from the kind of matter."""
    skeleton = side.skeleton
    declared = {name for name, branch in skeleton.process.version.branches.items()}
    branch_of = {step.key: step.branch for step in skeleton.process.steps if step.branch}
    for source, flow in skeleton.asides:
        branch = branch_of.get(flow.target, "")
        owner = skeleton.owner[source]
        if branch in declared and owner >= 0:
            step = skeleton.steps[owner]
            yield Exit(
                step,
                _spot(side, homes, owner),
                ("branch", fold_name(branch)),
                Way(flow.condition, branch),
                flow,
                side.of(owner),
                None,
                said=True,
            )
