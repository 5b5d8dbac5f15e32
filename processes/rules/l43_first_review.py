"""L43 初审超过20个工作日."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.days import days_in_sequence
from processes.compilation.holders import unit_of, written_holders
from processes.model.findings import Finding, Severity
from processes.model.flow import Entry, StepEntry, walk
from processes.model.limits import DayKind, number_text
from processes.model.matter import Matter, Version
from processes.model.process import HolderKind
from processes.rules.citations import sets_otherwise
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L43",
    name="初审超过20日",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="依法应当先经下级行政机关审查后报上级行政机关决定的行政许可,下级行政机关应当自其受理行政许可申请之日起二十日内审查完毕。"
    "但是,法律、法规另有规定的,依照其规定。",
    source="《行政许可法》第四十三条",
    why="下级先审查、上级决定的许可,下级从受理到报出最多20个工作日。看优化后:终审不在本级的,加到上级环节之前;下级办理的环节,逐个看。"
    "法定时限写的是另外的法律、法规的不查,自然日不查。",
    mend="把报送上级之前的环节压到20个工作日以内;法律、法规另有规定的,在法定时限的括号里写明。",
    bad="""
终审: 省终审
优化前:
  时限: 40工作日
  流程:
    - 初审 | 业务股 | 35工作日 | 材料审核
    - 决定 | 省示范厅 | 5工作日 | 审批决定、送达
  材料: 申请书
优化后:
  流程:
    - 初审 | 业务股 | 30工作日 | 材料审核
    - 决定 | 省示范厅 | 5工作日 | 审批决定、送达
""",
    good="""
终审: 本市终审
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 9工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 2工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料: 申请书、经营场所平面图
""",
)

MOST = 20
"""二十日 (工作日 by art. 82)."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Before the first step of 上级 there are more than 20 working days, or a step of 下级 takes more than 20.

    The first only where an upper level decides. A whole limit of 20 working days leaves neither (R420).
    """
    after = permit_after(matter)
    if after is None or after.limit.counted <= MOST or after.limit.day_kind is DayKind.NATURAL:
        return
    basis = matter.statutory.basis
    if sets_otherwise(basis, matter.bases):
        return
    for met in walk(after.entries):
        entry = met.entry
        if entry.limit and entry.limit.days > MOST and _held_by(entry, after, HolderKind.SUBORDINATE, context):
            message = f"「{entry.name}」由下级初审,时限 {entry.limit} 超过20个工作日"
            yield RULE.at(entry.at("limit"), message, width=len(str(entry.limit)))
    levels = context.workspace.plan.final_levels
    if not matter.final_level or matter.final_level == levels[-1]:
        return
    ours: list[Entry] = []
    for top in after.entries:
        if any(_held_by(met.entry, after, HolderKind.SUPERIOR, context) for met in walk((top,))):
            break
        ours.append(top)
    days = days_in_sequence(tuple(ours))
    if days > MOST:
        yield RULE.at(
            after.at("limit"),
            f"{matter.final_level}的许可,报送上级之前各环节相加是 {number_text(days)} 个工作日,超过20个工作日",
        )


def _held_by(entry: StepEntry, version: Version, kind: HolderKind, context: Context) -> bool:
    holders = written_holders(entry, version)
    return bool(holders) and context.book.kind(unit_of(holders[0])) is kind
