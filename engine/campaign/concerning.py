"""Which findings concern what is due up to a stage of the plan, and which only what is due later.

The families of the catalogue follow the stages (domain rules: R3 附件4、附件5, R4 附件6, R5 附件7、附件8, R6 the hall,
R7 公开 and 总结); the stage itself is found by the words of its deliverables, as the rules do. R4 on 优化前 concerns
附件5, which evaluates the processes as they are. What belongs to no family (the declaration itself, laws, the other R)
concerns every stage, and so does whatever is wrong in a matter that does not hold together: it is in no form at all.
Rules that wait for the last day of a stage are silent before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from processes.declaration.folder import DEPARTMENT_FILE
from processes.model.findings import Finding
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.rules.stages import ENTRY, PROBLEMS, PUBLICATION

_FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"R3": ("附件4", *PROBLEMS), "R4": ("附件6",), "R5": ("附件7", "附件8"), "R6": ENTRY, "R7": PUBLICATION}
)
_OF_COMPARING = "R4"

Said = tuple[object, str, str]
"""Place, code and message of a finding: what makes it the same in two runs."""


def said(finding: Finding) -> Said:
    """What makes a finding the same in two runs."""
    return finding.place, finding.code, finding.message


def concern_later(
    findings: Iterable[Finding], by_then: Collection[Said], plan: Plan, matters: Iterable[Matter], stage: int
) -> tuple[bool, ...]:
    """Of each finding, whether it concerns only what is due after ``stage`` (from 1).

    ``by_then``: what the rule book finds on the last day of that stage. ``matters``: those that hold together.
    """
    by_file = {one.file: one for one in matters}
    return tuple(said(one) not in by_then or _first_stage(one, plan, by_file) > stage for one in findings)


def _first_stage(finding: Finding, plan: Plan, matters: Mapping[str, Matter]) -> int:
    """The first stage that wants what the finding concerns; 0 where it concerns all, or no stage wants it."""
    file, family = finding.place.file, finding.code[:2]
    matter = matters.get(file)
    is_broken = matter is None and "/" in file and not file.endswith(f"/{DEPARTMENT_FILE}")
    words = _FAMILIES.get(family)
    if words is None or is_broken:
        return 0
    if family == _OF_COMPARING and matter is not None and _is_in_before(finding, matter):
        words = PROBLEMS
    wanted = (
        number
        for number, stage in enumerate(plan.stages, start=1)
        if any(word in item for item in stage.deliverables for word in words)
    )
    return next(wanted, 0)


def _is_in_before(finding: Finding, matter: Matter) -> bool:
    """Whether it stands between 优化前 and the 优化后 that follows it."""
    before, after = matter.before.place.line, matter.after.place.line if matter.after else 0
    line = finding.place.line
    return before <= line and (after <= before or line < after)
