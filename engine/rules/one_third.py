"""The share of the plan (三分之一) as R212 and R213 test it, with the numbers of ``engine.reports.target``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.reports.target import Tested, share_words, target_of
from engine.rules.approving import approvals_of
from engine.rules.subjects import Filing
from processes.model.limits import number_text
from processes.model.matter import Matter
from processes.model.plan import Plan
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context

Short = tuple[Matter | None, tuple[Tested, ...]]
"""What does not reach the share: of one matter (口径.三分之一: 按事项), or (None) of the department's sums."""

TIME = "时限"
_BOTH = "两者"


def short_of(filing: Filing, context: Context, *, time: bool) -> Iterator[Short]:
    """时限 (``time``), else 环节 or 程序, that do not reach the share. Where there was nothing to cut, R217 is asked.

    The sums of a department are tested only when all its 行政审批事项 hold together.
    """
    department, target = filing.department, filing.target
    if department.outside_scope or not target.matters:
        return
    found: tuple[Short, ...] = target.missed if target.each else ((None, target.short),)
    declared = approvals_of(context.workspace.matters_of(department.name))
    if not target.each and target.matters + target.key_projects < len(declared):
        return
    for matter, tested in found:
        short = tuple(one for one in tested if (one.name == TIME) is time and one.before)
        if short:
            yield matter, short


def message(matter: Matter | None, short: tuple[Tested, ...], plan: Plan, more: str = "") -> str:
    """``行政审批事项合计缩减不到三分之一:环节5→4个(压减20.0%,还差1个)``."""
    subject = f"「{matter.name}」" if matter else "行政审批事项合计"
    share = plan.targets.cut
    return f"{subject}缩减不到{share_words(share)}:{'、'.join(one.gap_text(share) for one in short)}{more}"


def in_days(short: tuple[Tested, ...], filing: Filing) -> tuple[Tested, ...]:
    """The same in 工作日 or 自然日, where all 行政审批事项 have that kind."""
    matters = [one.matter for one in filing.matters if one.matter.type is MatterType.APPROVAL]
    kinds = {kind for matter in matters for one in matter.versions if (kind := one.limit.day_kind)}
    return tuple(replace(one, unit=str(*kinds)) for one in short) if len(kinds) == 1 else short


def other_count(filing: Filing, short: tuple[Tested, ...]) -> str:
    """What is counted besides, 环节 or 程序: ``;另按程序计9→6个``."""
    switches = replace(filing.plan.switches, annex3_steps=_BOTH)
    approvals = [one.numbers for one in filing.matters if one.matter.type is MatterType.APPROVAL]
    both = target_of(approvals, replace(filing.plan, switches=switches)).quantities
    named = {TIME, filing.plan.switches.annex3_steps, *(one.name for one in short)}
    others = [one for one in both if one.name not in named]
    return "".join(f";另按{one.name}计{number_text(one.before)}→{number_text(one.after)}{one.unit}" for one in others)
