"""What a 程序 is for, by its name, and which 环节 follow each other: shared by the rules on repeated reviews."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from processes.model.flow import Procedure, StepEntry
from processes.model.process import FlowKind, HolderKind, NodeKind, Process, Step
from processes.rules.reach import reachable

SIGNING = "签批"

_FUNCTIONS = tuple(
    (function, re.compile(pattern))
    for function, pattern in (
        (
            "现场核查",
            r"(?:现场|实地|现地|入户).*(?:核查|核实|核验|勘查|查勘|检查|查看|考察|审核|审查|抽查|调查)|踏勘|勘验|勘察",
        ),
        ("材料审核", r"(?:材料|资料|书面|要件).*(?:审核|审查|初审|复审|审验)"),
        ("复核", r"复核|复审"),
        ("形式审查", r"形式审查"),
        (SIGNING, r"签批|签字|签署|审批|批准|核准"),
    )
)
"""Function → the names that have it (dictionary of pain.md §4.3 of the domain notes), the first that fits."""


@lru_cache(1 << 14)
def function_of_name(name: str) -> str:
    """The function a name tells, empty if it tells none that can be repeated to no purpose."""
    return next((function for function, pattern in _FUNCTIONS if pattern.search(name)), "")


def function_of(procedure: Procedure) -> str:
    """种类 as declared, else the function of the name."""
    return procedure.kind or function_of_name(procedure.name)


def level_of(step: Step) -> str:
    """The level that holds a step: all own offices are one, our leaders another, each other body its own."""
    holder = step.holders[0]
    return holder.kind.value if holder.kind in (HolderKind.OFFICE, HolderKind.LEADER) else holder.unit


def serial_steps(process: Process) -> tuple[Step, ...]:
    """The counted 环节 of the main path that run one after another: nothing of a parallel block, nor the block."""
    entries = process.version.entries
    steps = process.counted_steps
    if not any(entry.branches for entry in entries):
        return steps
    keys = {entry.key for entry in entries if isinstance(entry, StepEntry) and not entry.branches}
    return tuple(step for step in steps if step.key in keys)


_APART = ("法制审核", "听证")
"""Acts that those who investigated may not do themselves (行政处罚法: 法制审核; 行政许可法 art. 48: 听证)."""


def could_be_one(one: Step, other: Step) -> bool:
    """Whether no hand-over shows between two steps in a row: equal unit and post, or unit and 种类 without posts."""
    if not one.holders or not other.holders or one.limit.excluded or other.limit.excluded:
        return False
    first, second = one.holders[0], other.holders[0]
    if (first.unit, first.post) != (second.unit, second.post):
        return False
    if any(word in act.name for step in (one, other) for act in step.procedures for word in _APART):
        return False
    return bool(first.post) or bool(one.kinds and one.kinds == other.kinds)


def order_of(process: Process) -> Callable[[Step, Step], bool]:
    """Whether a step comes after another on the main path; steps of parallel branches do not."""
    arcs = [(flow.source, flow.target) for flow in process.flows if flow.kind is FlowKind.MAIN]
    after: dict[str, set[str]] = {}
    nodes = {node.step.key: node.key for node in process.nodes if node.kind is NodeKind.STEP and node.step}

    def follows(earlier: Step, later: Step) -> bool:
        start = nodes[earlier.key]
        if start not in after:
            after[start] = reachable(start, arcs)
        return nodes[later.key] in after[start]

    return follows
