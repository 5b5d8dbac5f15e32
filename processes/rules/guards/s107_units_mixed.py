"""S107 工作日与自然日混用."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind, TimeLimit
from processes.model.matter import Matter
from processes.model.places import Place, Placed
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="S107",
    name="工作日与自然日混用",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    blocks=True,
    why="一个版本的时限和各环节要用同一种日,附件6第22、23、24栏也要同一种,才能相加相减。",
    mend="统一成工作日或自然日;法定时限的日种不同时,在方案的“口径”里写“混合日: 折算”。",
    source="附件6 注2",
    quote="工作时限请在备注标明“工作日”或“自然日”。",
    bad="""
优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审核 | 综合股 | 2自然日 | 材料审核
  材料: 申请书
""",
    good="""
优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审核 | 综合股 | 2工作日 | 材料审核
  材料: 申请书
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """One kind of day in a version, and across 附件6 columns 22–24 unless the plan converts."""
    across = context.workspace.plan.switches.mixed_days == "不折算"
    first: tuple[DayKind, Place] | None = None
    if across and matter.statutory.limit.day_kind:
        first = matter.statutory.limit.day_kind, matter.statutory.place
    for version in matter.versions:
        found = first
        written: list[tuple[TimeLimit, Placed, str]] = [(version.limit, version, "limit")]
        written += [
            (met.entry.limit, met.entry, "limit")
            for met in context.steps_of(version) or context.steps_of(matter.before)
            if met.entry.limit is not None and not met.branch
        ]
        for limit, where, name in written:
            kind = limit.day_kind
            if kind is None or (found is not None and kind is found[0]):
                continue
            if found is None:
                found = kind, where.at(name)
            else:
                message = f"这里是{kind},前面是{found[0]}"
                yield RULE.at(where.at(name), message, width=len(str(limit)), related=(found[1],))
        if across:
            first = found
