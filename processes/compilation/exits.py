"""Where 去向 may lead, and what the ways are called."""

from __future__ import annotations

from processes.compilation.standard import StandardBranch, standard_branches
from processes.model.flow import StepEntry
from processes.model.matter import Matter, Version

NEXT_STEP = "下一环节"
FINISH = "结束"
_NOUNS = ("不动产", "不良", "未成年", "未来")
"""Words whose 不 or 未 denies nothing: 不动产已抵押 is not the opposite of 动产已抵押."""

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


def opposite(condition: str) -> str:
    """The label of the way not taken: 不同意 → 同意, 需补充材料 → 不需补充材料; 其他情形 where 不 is part of a noun."""
    if any(noun in condition for noun in _NOUNS):
        return OTHERWISE
    for sign in ("不", "未"):
        if sign in condition:
            return condition.replace(sign, "", 1) or OTHERWISE
    return f"不{condition}"
