"""流程 as checked: steps, nodes and flows of one version. Only checking makes a ``Process``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from processes.model.flow import Procedure
from processes.model.limits import TimeLimit
from processes.model.matter import Matter, Version
from processes.model.places import Place, Placed, Text
from processes.model.quick import quick
from processes.model.vocabulary import StepKind


class HolderKind(StrEnum):
    """Who holds the file during a 环节, as seen from the department."""

    OFFICE = "内设机构"
    LEADER = "领导"
    DEPARTMENT = "部门"
    SUPERIOR = "上级"
    SUBORDINATE = "下级"
    PEER = "同级"
    INTERMEDIARY = "中介"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Placed):
    """The unit, and the post in it where one is named (``行政审批股/审查岗``)."""

    unit: str
    post: str = ""
    kind: HolderKind = HolderKind.OFFICE

    def __str__(self) -> str:
        """``unit`` or ``unit/post``."""
        return f"{self.unit}/{self.post}" if self.post else self.unit


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Placed):
    """环节, checked.

    ``key`` is unique in the process (标识, else the name; ``支线/环节`` on a side branch). ``number`` is printed in
    the chart: ``3`` for a counted step, ``3a`` for a step in a branch of a named block, empty if not counted.
    ``block`` is the key of the named block around it; ``branch`` the name of its 支线; ``composite`` marks the named
    block itself. ``origins`` is 沿自: None = not written, () = 无 (new in spite of an equal name).
    """

    key: str
    name: str
    number: str
    holders: tuple[Holder, ...]
    limit: TimeLimit
    procedures: tuple[Procedure, ...]
    kinds: tuple[StepKind, ...] = ()
    origins: tuple[Text, ...] | None = None
    outputs: tuple[Text, ...] = ()
    uses: tuple[Text, ...] = ()
    uncounted: str = ""
    branch: str = ""
    block: str = ""
    composite: bool = False

    @property
    def counted(self) -> bool:
        """Whether it is a 环节 of 附件6 columns 7–8: on the main path, not inside a named block, not 不计环节."""
        return not (self.uncounted or self.branch or self.block)

    @property
    def held_by(self) -> str:
        """All holders, the leading one first: ``住建局、公安局/交警大队``."""
        return "、".join(map(str, self.holders))


class NodeKind(StrEnum):
    """The node types of the process graph."""

    START = "start"
    STEP = "step"
    FORK = "fork"
    JOIN = "join"
    END = "end"


@quick
@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph. ``step`` is the step of a STEP, and of a FORK or JOIN the named block (None if unnamed).

    ``name`` is what an END is called (办结, or the name of the side branch that ends the case).
    """

    key: str
    kind: NodeKind
    step: Step | None = None
    name: str = ""


class FlowKind(StrEnum):
    """How a flow runs: on the main path, past steps of it, back, into a side branch, along or out of one."""

    MAIN = "main"
    SKIP = "skip"
    LOOP = "loop"
    SIDE = "side"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Placed):
    """去向 resolved: an arc from node ``source`` to node ``target``; ``condition`` is its label, empty if none.

    The exits of one step exclude each other and are complete by construction: a step with more than one flow out
    is a decision. Out of a FORK all flows are taken, into a JOIN all must arrive.
    """

    source: str
    target: str
    condition: str = ""
    kind: FlowKind = FlowKind.MAIN


START = "开始"
END = "办结"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Placed):
    """One version of a matter, held together: every reference resolved, every step reachable.

    ``steps`` in written order: the main path (a named block before the steps in its branches), then side branches.
    ``counted_steps``: the 环节 of 附件6 columns 10–11. ``offices``: 承办内设机构 as written, else the own offices that
    hold a step of the main path, in order of appearance.
    """

    version: Version
    steps: tuple[Step, ...]
    counted_steps: tuple[Step, ...]
    offices: tuple[Text, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    branch_days: Mapping[str, Fraction] = field(default_factory=dict)
    """Key of a named block → counted days of its longest branch."""

    @property
    def declared_steps(self) -> tuple[Step, ...]:
        """All but those of the side branches that come with the kind of matter."""
        return tuple(step for step in self.steps if not step.branch or step.branch in self.version.branches)

    @property
    def uncounted_places(self) -> tuple[Place, ...]:
        """Where it says 不计环节 on the main path: a count would be another one without these words."""
        return tuple(step.at("uncounted") for step in self.steps if step.uncounted and not (step.branch or step.block))


def own_offices(version: Version, steps: Iterable[Step]) -> tuple[Text, ...]:
    """``Process.offices`` of a version with these steps."""
    if version.offices:
        return version.offices
    found: dict[str, Text] = {}
    for step in steps:
        for holder in step.holders:
            if holder.kind is HolderKind.OFFICE and not step.branch and holder.unit not in found:
                found[holder.unit] = Text(holder.unit, holder.place)
    return tuple(found.values())


@quick
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedMatter:
    """A matter whose versions hold together; ``after`` is None exactly when the matter is cancelled.

    Equal only to itself, so that what was reckoned of it can be remembered without comparing all it holds.
    """

    matter: Matter
    before: Process
    after: Process | None
