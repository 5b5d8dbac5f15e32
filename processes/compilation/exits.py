"""Where 去向 may lead, and what the ways are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from processes.compilation.standard import StandardBranch, standard_branches
from processes.model.flow import StepEntry
from processes.model.folding import fold_name
from processes.model.matter import Matter, Version
from processes.model.process import Flow, Node, NodeKind

NEXT_STEP = "下一环节"
FINISH = "结束"
_ELSEWHERE = "|"
"""Begins no name of a node: no name has it."""
_NOUNS = ("不动产", "不良", "未成年", "未来")
"""Words whose 不 or 未 denies nothing: 不动产已抵押 is not the opposite of 动产已抵押."""

SHORT = 3
"""Characters up to which a condition is one word, which 不 may stand before: 不补正, 不简单."""
_DENIABLE = re.compile(
    "符合|同意|通过|属于|属实|涉及|涉嫌|合格|合法|齐全|完整|一致|达标|有效|成立|清楚|存在|具备|满足|达到|超过|影响|"
    "需(?!求)|应予|应当|予以|能够|能当场|能提供|可以|可行|可共享|是|要求|申请(?!人)|选择|接受|认可|愿意|适用|包括"
)
"""What 不 may stand before in a longer one; 情况复杂 and 结论存疑 would be no Chinese with it."""
_STATE = re.compile("([\u4e00-\u9fff]{2,}?)(符合.*|属于.*|齐全|完整|合格|合法|一致|达标|有效|清楚|通过|属实|成立)")
"""A thing and how it is: 材料齐全 → 材料不齐全."""
_EXISTS = {"有": "无", "无": "有"}

OTHERWISE = "其他情形"
"""The label of the way not taken where it has no opposite; written as a 情形 it is that way."""


def present_branches(matter: Matter, version: Version) -> tuple[StandardBranch, ...]:
    """The standard side branches that a version has: those of its kind of matter, as far as they have a place in it."""
    if not any(isinstance(entry, StepEntry) for entry in version.entries):
        return ()
    declared = version.branches
    return tuple(
        branch
        for branch in standard_branches(matter.type, matter.kind)
        if (branch.name not in declared or declared[branch.name].entries)
        # Nothing to hand in: nothing to complete.
        and not (branch.returns and not version.materials)
    )


def branch_names(matter: Matter, version: Version) -> frozenset[str]:
    """The 支线 that 去向 may name: the standard ones that the version has, and the declared ones."""
    declared = {name for name, branch in version.branches.items() if branch.entries}
    return frozenset(declared | {branch.name for branch in present_branches(matter, version)})


def elsewhere(name: str) -> str:
    """What stands for a target that is no step of the list, until ``settled`` finds the folded ``name`` elsewhere."""
    return _ELSEWHERE + name


def settled(flows: Iterable[Flow], nodes: Iterable[Node], sides: Mapping[str, str]) -> tuple[Flow, ...]:
    """The flows with those to ``elsewhere`` led to the 支线 (``sides``: folded name → node) or the step of that name.

    去向 may not lead there (S103); who proves it all the same shows why. Raises ``KeyError`` for no such name.
    """
    found = tuple(flows)
    if not any(flow.target.startswith(_ELSEWHERE) for flow in found):
        return found
    steps = [(node.key, node.step) for node in nodes if node.step and node.kind is not NodeKind.JOIN]
    known = {fold_name(step.key.removeprefix(f"{step.branch}/")): key for key, step in reversed(steps)} | dict(sides)
    return tuple(
        replace(flow, target=known[flow.target.removeprefix(_ELSEWHERE)])
        if flow.target.startswith(_ELSEWHERE)
        else flow
        for flow in found
    )


def opposite(condition: str) -> str:
    """The label of the way not taken: 不同意 → 同意, 需补充材料 → 不需补充材料, 无异议 → 有异议, 材料齐全 → 材料不齐全.

    其他情形 where 不 is part of a noun or cannot stand before what is said: 情况复杂.
    """
    if any(noun in condition for noun in _NOUNS):
        return OTHERWISE
    for sign in ("不", "未"):
        if sign in condition:
            return condition.replace(sign, "", 1) or OTHERWISE
    if condition[:1] in _EXISTS and condition[1:]:
        return _EXISTS[condition[0]] + condition[1:]
    if len(condition) <= SHORT or _DENIABLE.match(condition):
        return f"不{condition}"
    state = _STATE.fullmatch(condition)
    return f"{state[1]}不{state[2]}" if state else OTHERWISE
