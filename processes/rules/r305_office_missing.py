"""R305 承办内设机构不齐."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.holders import unit_of
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter, Version, VersionLabel
from processes.model.process import HolderKind
from processes.model.vocabulary import MatterType, OfficeRole
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R305",
    name="承办内设机构不齐",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="承办内设机构:填写承办内设机构的规范全称。涉及多个内设机构的,填写所有涉及到的内设机构名称。",
    source="附件4 注5",
    why="流程里有本单位的股室经办,承办里却没有写它,附件4与流程图对不上;局领导、其他部门、镇和上级不是内设机构,不写进承办。"
    "支线上的股室不在此列。",
    mend="在承办里补上这个股室,或改流程里的承办。",
    bad="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理审查 | 行政审批股 | 8工作日 | 形式审查、材料审核
    - 环节: 会签 | 业务股 | 2工作日 | 会签
      沿自: 现场核查
    - 环节: 决定送达 | 行政审批股 | 2工作日 | 审批决定、送达
      沿自: 审批、制证送达
""",
    good="""
优化后:
  承办: 行政审批股
  流程:
    - 环节: 受理审查 | 行政审批股/受理岗 | 8工作日 | 形式审查、材料审核、现场核查(2人以上)
      沿自: 受理、材料审查、现场核查
    - 环节: 决定送达 | 局领导 | 2工作日 | 审批决定、制证、送达
      沿自: 审批、制证送达
  时限: 12工作日
""",
)

_MOVED = "行政审批事项的环节改由行政审批股承办;确由这个股室经办的,在承办里补上它。"


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """承办 as written names own offices only, and all of them that hold a step of the main path of its version."""
    previous: tuple[str, ...] | None = None
    for version in matter.versions:
        if not version.offices:
            continue
        if version.offices != previous:
            yield from _strangers(version, context)
        previous = version.offices
        named = {fold_name(unit_of(name)) for name in version.offices}
        for met in context.steps_of(version):
            for holder in () if met.branch else met.entry.holders:
                unit = unit_of(holder)
                if fold_name(unit) not in named and context.book.kind(unit) is HolderKind.OFFICE:
                    named.add(fold_name(unit))
                    yield RULE.at(
                        holder.place,
                        f"{version.label}的环节「{met.entry.name}」由「{unit}」经办,承办里没有写它",
                        _MOVED if _should_move(matter, version, unit, context) else "",
                        width=len(unit),
                        related=(version.offices[0].place,),
                    )


def _should_move(matter: Matter, version: Version, unit: str, context: Context) -> bool:
    """Whether the step belongs with 行政审批股, which the department has: R202 would not have it in 承办 either."""
    offices = context.department.offices if context.department else ()
    approving = {fold_name(one.name) for one in offices if one.role is OfficeRole.APPROVAL}
    after = version.label is VersionLabel.AFTER and matter.type is MatterType.APPROVAL
    return after and bool(approving) and fold_name(unit) not in approving


def _strangers(version: Version, context: Context) -> Iterator[Finding]:
    for name in version.offices:
        unit = unit_of(name)
        if context.book.kind(unit) not in (HolderKind.OFFICE, None):
            yield RULE.at(
                name.place,
                f"「{unit}」不是本单位的内设机构,不写进{version.label}的承办",
                "承办只写本单位的内设机构;它在流程的环节里照写。",
                width=len(unit),
            )
