"""The ways out (去向) of the steps of the main path, as they compare between two versions."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.diff.exits import Way
from engine.diff.groups import Group
from engine.diff.matching.links import leaves
from engine.diff.order.relations import Bits
from engine.diff.order.units import Side
from processes.compilation.exits import OTHERWISE
from processes.model.folding import fold_name
from processes.model.process import END, Flow, FlowKind, Step
from processes.model.quick import quick

Spot = tuple[str, int | str]
"""Where a way begins or leads: equal in both versions for what goes on."""

END_SPOT = "end"

Homes = Mapping[str, int]
"""Key of an outermost step → the number of its group, the same in both versions for what goes on."""


def homes(groups: Sequence[Group[Step]]) -> tuple[Homes, Homes]:
    """The homes of both versions, given the groups of their outermost steps."""
    return (
        {step.key: index for index, group in enumerate(groups) for step in group.before},
        {step.key: index for index, group in enumerate(groups) for step in group.after},
    )


@quick
@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of ``step``, from ``source`` to ``target``; ``ends`` are the units at both, ``there`` at the target.

    ``back``: the step to which it leads back, None where it leads ahead. ``said``: it is written, not merely what
    happens otherwise.
    """

    step: Step
    source: Spot
    target: Spot
    way: Way
    flow: Flow
    ends: Bits
    there: Bits
    back: Step | None
    said: bool

    @property
    def is_loop(self) -> bool:
        """Whether it leads back."""
        return self.back is not None

    @property
    def leads_on(self) -> bool:
        """Whether it leads ahead, and not to the end."""
        return self.back is None and self.target[0] != END_SPOT

    @property
    def arc(self) -> tuple[Spot, Spot]:
        """From where to where."""
        return self.source, self.target

    @property
    def leads(self) -> tuple[str, Spot]:
        """In which case where to."""
        return self.case, self.target

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


def _target(side: Side, homes: Homes, target: int) -> tuple[Spot, int]:
    """Where a position is, and the step there (the first, of an unnamed block), −1 for none."""
    skeleton = side.skeleton
    leads = skeleton.owner[target]
    if leads >= 0:
        return _spot(side, homes, leads), leads
    if target == skeleton.end:
        return (END_SPOT, END), -1
    # An unnamed parallel block has no name of its own, nor has where it ends.
    following = next((index for index, position in enumerate(skeleton.at) if position > target), -1)
    return ("block", _spot(side, homes, following)[1] if following >= 0 else END), following


@dataclass(frozen=True, slots=True)
class Ahead:
    """Where the file goes ahead in one version, on whatever condition.

    ``arcs``: from where to where; ``sources``: from where to a step of ``fresh`` units.
    """

    arcs: frozenset[tuple[Spot, Spot]]
    sources: frozenset[Spot]


def ahead(side: Side, homes: Homes, fresh: Bits, wanted: Container[Spot]) -> Ahead:
    """All that leads on from ``wanted`` in one version."""
    skeleton = side.skeleton
    arcs: set[tuple[Spot, Spot]] = set()
    sources: set[Spot] = set()
    for source, targets in enumerate(skeleton.forward):
        owner = skeleton.owner[source]
        if owner < 0 or (here := _spot(side, homes, owner)) not in wanted:
            continue
        for target in targets:
            spot, step = _target(side, homes, target)
            arcs.add((here, spot))
            if step >= 0 and side.of(step) & fresh:
                sources.add(here)
    return Ahead(frozenset(arcs), frozenset(sources))


def _exit(side: Side, homes: Homes, source: int, target: int, flow: Flow) -> Exit:
    skeleton = side.skeleton
    owner = skeleton.owner[source]
    step = skeleton.steps[owner]
    spot, leads = _target(side, homes, target)
    there_units = side.of(leads) if leads >= 0 else 0
    ends = side.of(owner) | there_units
    named = leads >= 0 and skeleton.owner[target] >= 0
    there = skeleton.steps[leads] if named else None
    name = there.name if there else END if target == skeleton.end else "并联办理"
    way = Way(flow.condition, name, there.key if there else "")
    back = there if flow.kind is FlowKind.LOOP else None
    said = flow.place != step.place and flow.condition != OTHERWISE
    return Exit(step, _spot(side, homes, owner), spot, way, flow, ends, there_units, back, said)


def _spot(side: Side, homes: Homes, step: int) -> Spot:
    skeleton = side.skeleton
    if skeleton.outer[step] < 0:
        return "group", homes[skeleton.steps[step].key]
    first = next(leaves(skeleton, step))
    return "unit", side.unit[skeleton.at[first]]


def _asides(side: Side, homes: Homes) -> Iterator[Exit]:
    """The ways into side branches that the version declares; the standard ones follow from the kind of matter."""
    skeleton = side.skeleton
    declared = skeleton.process.version.branches
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
                0,
                None,
                said=True,
            )
